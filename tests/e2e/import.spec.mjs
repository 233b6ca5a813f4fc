// Promise: what was saved as JSON or as Web Annotation opens again with the same marks, also after somebody has changed
// the file; a file that cannot be used is refused kindly, and leaves what is open.

import { readFileSync } from "node:fs";
import { choose, DATED, drop, ENGLISH, file, message, open, reading, settled, start, title, UNDATED } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TITLE = "Drie besluiten over de dijk van Oudewaal";

const lanes = (page) => page.locator("#speakers .lane-name");
const line = (page) => reading(page).getByText("Markeringen uit een bestand");
const events = (page) => page.locator("#events svg [data-v]");
const tabs = (page) => page.getByRole("tab");

/** Saves what is open with a button of the dialog. */
async function save(page, name = "JSON: .json") {
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Bewaar wat er gevonden is" });
  const waiting = page.waitForEvent("download");
  await dialog.getByRole("button", { name, exact: true }).click();
  const text = readFileSync(await (await waiting).path(), "utf8");
  await dialog.getByRole("button", { name: "Sluit" }).click();
  return text;
}

/** The article with its marks, the names, the speakers and the events, as the page shows them. */
const shown = (page) => page.evaluate(() => {
  const text = (selector) => [...document.querySelectorAll(selector)].map((element) => element.textContent);
  return {
    marks: [...document.querySelectorAll(".article mark, .article .quote")].map((mark) => [mark.className, mark.textContent, { ...mark.dataset }]),
    who: text("#who .who"),
    speakers: text("#speakers .lane-name"),
    events: text("#events svg [data-v] text"),
    date: document.querySelector(".date-line time")?.dateTime,
  };
});

/** Opens an article, saves it as JSON, and gives what was shown and what is in the file. */
async function saved(page, text = DATED, name = undefined) {
  await open(page, text);
  const before = await shown(page);
  return { before, json: await save(page, name) };
}

/** Waits until the marks are those of a file. */
async function restored(page) {
  await expect(line(page)).toBeVisible();
  await settled(page);
}

/** The file, changed. */
function changed(json, change) {
  const found = JSON.parse(json);
  change(found);
  return JSON.stringify(found, null, 2);
}

const named = (found, name) => found.entities.find((entity) => entity.name === name).id;
const bare = (json) => changed(json, (found) => delete found.text);

test("what was saved as JSON opens with the same text, date and marks, also in another visit", async ({ page }) => {
  const { before, json } = await saved(page);
  expect(before.marks.length).toBeGreaterThan(8);
  await start(page);
  await drop(page, "main", json, "dijk.json");
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  await expect(line(page)).toBeVisible();
  await expect(message(page)).toHaveCount(0);
  expect(await shown(page)).toEqual(before);
  // And is saved as it was.
  expect(await save(page)).toBe(json);
});

test("a date that the reader stated and corrections come back with the file", async ({ page }) => {
  await open(page, UNDATED);
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-06-02");
  await page.keyboard.press("Enter");
  await expect(reading(page).locator(".date-line time")).toHaveAttribute("datetime", "2023-06-02");
  await settled(page);
  const before = await shown(page);
  const json = await save(page);
  await start(page);
  await choose(page, json, "molen-2019-01-01.json");
  await restored(page);
  expect(await shown(page)).toEqual(before);
});

test("what somebody changed in the file is what the page shows", async ({ page }) => {
  const { json } = await saved(page);
  const edited = changed(json, (found) => {
    const quote = found.quotes.find(({ text }) => text.startsWith("De dijk is veilig"));
    quote.speaker = named(found, "Joris Haksteen");
    const opening = found.events.find(({ text }) => text === "opende");
    Object.assign(opening, { value: "2023-05-09", begin: "2023-05-09", until: "2023-05-10", label: "de sluis ging open" });
    found.entities = found.entities.filter(({ name }) => name !== "Oudewaal");
  });
  await start(page);
  await drop(page, "main", edited, "dijk.json");
  await restored(page);
  await expect(lanes(page)).toHaveCount(1);
  await expect(lanes(page)).toContainText("Joris Haksteen");
  await expect(reading(page).locator("[data-q] >> nth=0")).toBeVisible();
  await expect(page.locator("#who")).not.toContainText("Oudewaal");
  await expect(page.locator("#events")).toContainText("de sluis ging open");
  await page.locator("#events").getByRole("button", { name: "Als lijst" }).click();
  await expect(page.locator("#events table")).toContainText("9 mei 2023");

  await page.getByRole("button", { name: "Laat Kroniek ze opnieuw zoeken" }).click();
  await settled(page);
  await expect(line(page)).toHaveCount(0);
  await expect(lanes(page)).toHaveCount(2);
  await expect(page.locator("#events table")).toContainText("1 mei 2023");
});

test("a correction and another date of the article work on the marks of a file", async ({ page }) => {
  const { json } = await saved(page, UNDATED.replace("\n\n", "\n\nGepubliceerd: 31 mei 2023\n\n"));
  await start(page);
  await drop(page, "main", json, "molen.json");
  await restored(page);
  const value = () => page.locator("#events table");
  await page.locator("#events").getByRole("button", { name: "Als lijst" }).click();
  await expect(value()).toContainText("30 mei 2023");
  await page.getByRole("button", { name: "Wijzig" }).first().click();
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-06-02");
  await page.keyboard.press("Enter");
  await settled(page);
  await expect(value()).toContainText("1 juni 2023");
  await expect(line(page)).toBeVisible();

  await reading(page).getByText("gisteren", { exact: true }).click();
  await page.getByRole("button", { name: "Verbeter" }).click();
  const dialog = page.getByRole("dialog", { name: "Wanneer is dit?" });
  await dialog.getByLabel("Datum").fill("2023-05-20");
  await dialog.getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(value()).toContainText("20 mei 2023");
  await page.getByRole("button", { name: "Maak de laatste ongedaan" }).click();
  await expect(value()).toContainText("1 juni 2023");
});

test("Web Annotation restores the marks over the article that is open", async ({ page }) => {
  const { before, json } = await saved(page, DATED, "Web Annotation: .jsonld");
  await start(page);
  await choose(page, json, "dijk.jsonld");
  await expect(message(page)).toHaveText("In dit bestand staan markeringen zonder het artikel. Open eerst het artikel, en dan dit bestand.");
  // A line more, so that every place has moved.
  await choose(page, `${TITLE}\n\nDoor onze redactie 😀.${DATED.slice(TITLE.length)}`);
  await settled(page);
  const fewer = changed(json, ({ first }) => {
    first.items = first.items.filter(({ body }) => !body.some(({ value }) => value === "Oudewaal"));
  });
  await drop(page, "main", fewer, "dijk.jsonld");
  await restored(page);
  const after = await shown(page);
  expect(after.speakers).toEqual(before.speakers);
  expect(after.events).toEqual(before.events);
  expect(after.date).toBe(before.date);
  await expect(page.locator("#who")).not.toContainText("Oudewaal");
  await expect(reading(page)).toContainText("Door onze redactie 😀.");
});

test("JSON without its text goes over the article that is open, and over no other", async ({ page }) => {
  const { json } = await saved(page);
  const marks = bare(changed(json, (found) => {
    found.quotes[0].speaker = named(found, "Joris Haksteen");
  }));
  await choose(page, ENGLISH);
  await expect(title(page)).toHaveText("Three decisions about the dyke of Halderby");
  await settled(page);
  const english = await shown(page);
  await choose(page, marks, "dijk.json");
  await expect(message(page)).toHaveText("De markeringen in dit bestand horen bij een ander artikel dan er open is. Open eerst dat artikel, en dan dit bestand.");
  expect(await shown(page)).toEqual(english);
  await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
  await expect(message(page)).toHaveText("The marks in this file belong to another article than the one that is open. Open that article first, and then this file.");
  await page.getByRole("combobox", { name: "Language" }).selectOption("Nederlands");

  await choose(page, DATED);
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  await expect(lanes(page)).toHaveCount(2);
  await choose(page, marks, "dijk.json");
  await expect(line(page)).toBeVisible();
  await expect(message(page)).toHaveCount(0);
  await expect(lanes(page)).toHaveCount(1);
});

test("marks go to the right one of several articles, and to one that is dropped with them", async ({ page }) => {
  const { json } = await saved(page);
  const marks = bare(changed(json, (found) => {
    found.quotes[0].speaker = named(found, "Joris Haksteen");
  }));
  const files = [file(DATED, "a-dijk.txt"), file(UNDATED, "b-molen.txt")];
  await start(page);
  await page.locator("#file").setInputFiles(files);
  await expect(tabs(page)).toHaveText(["a-dijk", "b-molen"]);
  await settled(page);
  await tabs(page).nth(1).click();
  await choose(page, marks, "dijk.json");
  await restored(page);
  await expect(title(page)).toHaveText(TITLE);
  await expect(tabs(page)).toHaveText(["a-dijk", "b-molen"]);
  await expect(lanes(page).filter({ hasText: "Rietveld" })).toHaveCount(0);
  await tabs(page).nth(1).click();
  await expect(line(page)).toHaveCount(0);

  await start(page);
  await page.locator("#file").setInputFiles([...files, file(marks, "0-dijk.json"), file(json, "c-alles.json"), file("{}", "d.json")]);
  await expect(tabs(page)).toHaveText(["a-dijk", "b-molen", "c-alles"]);
  await settled(page);
  await expect(message(page)).toHaveText("Niet gelezen: d.json. De andere zijn geopend.");
  await expect(line(page)).toBeVisible();
  await tabs(page).nth(1).click();
  await expect(line(page)).toHaveCount(0);
  await tabs(page).nth(2).click();
  await expect(line(page)).toBeVisible();
});

const refused = {
  "JSON of something else": ['{"name": "kroniek", "version": "1.0.0"}', /^Dit JSON-bestand is niet van Kroniek\./, /^This JSON file is not of Kroniek\./],
  "a list of numbers": ["[1, 2, 3]", /^Dit JSON-bestand is niet van Kroniek\./, /^This JSON file is not of Kroniek\./],
  "what is no JSON": ["{'a': 1}", /^Dit bestand is geen JSON/, /^This file is not JSON/],
  "a file that was cut": [undefined, /^Dit bestand is geen JSON/, /^This file is not JSON/],
  "a later version": ['{"schema": "kroniek/2"}', /^Dit bestand komt van een nieuwere versie/, /^This file comes from a newer version/],
  "a file with a mistake in it": ['{"schema":"kroniek/1","text":"a","entities":[],"times":[{"start":0,"end":1,"text":"a","type":"DAG","value":"x"}],"quotes":[],"events":[]}', /^Er klopt iets niet in dit bestand: times\[0\]\.type\./, /^Something is wrong in this file: times\[0\]\.type\./],
  "annotations of something else": ['{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x:1","type":"Annotation","target":"urn:x:2"}', /^De markeringen in dit bestand horen bij een ander artikel/, /^The marks in this file belong to another article/],
  "brackets without end": ["[".repeat(1_000_000), /^Dit bestand is geen JSON/, /^This file is not JSON/],
};

for (const [what, [content, dutch, english]] of Object.entries(refused)) {
  test(`${what} is refused kindly, and what was open stays`, async ({ page }) => {
    const { before, json } = await saved(page);
    await drop(page, "main", content ?? json.slice(0, -500), "iets.JSON");
    await expect(message(page)).toHaveText(dutch);
    expect(await shown(page)).toEqual(before);
    await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
    await expect(message(page)).toHaveText(english);
    await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
    await expect(message(page)).toHaveCount(0);
  });
}

test("marks whose words are gone are counted", async ({ page }) => {
  const { json } = await saved(page);
  await start(page);
  await choose(page, changed(json, (found) => { found.times[0].text = "nergens"; }), "dijk.json");
  await expect(title(page)).toHaveText(TITLE);
  await expect(message(page)).toHaveText("Eén markering is weggelaten: haar woorden staan niet in het artikel.");
});

test("a hostile file shows words, never more", async ({ page }) => {
  const { json } = await saved(page);
  const evil = "<img src=x onerror=alert(1)>";
  await start(page);
  await choose(page, changed(json, (found) => {
    for (const entity of found.entities) entity.name = evil;
    for (const quote of found.quotes) quote.speaker_name = evil;
    for (const event of found.events) Object.assign(event, { label: evil, value: evil });
    for (const time of found.times) time.value = evil;
  }), "dijk.json");
  await restored(page);
  await expect(lanes(page).first()).toContainText(evil);
  await expect(page.locator("img")).toHaveCount(0);
});

test("a text that begins with a brace is an article, and JSON may be pasted", async ({ page }) => {
  const { json } = await saved(page);
  await start(page);
  await choose(page, "{Van onze redactie} De brug is dicht.\n\nBurgemeester Joris Haksteen sloot de brug.\n", "brug.txt");
  await expect(page.locator("#who")).toContainText("Joris Haksteen");
  await expect(line(page)).toHaveCount(0);
  await start(page);
  await page.getByRole("button", { name: "Plak tekst" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(json);
  await page.getByRole("dialog").getByRole("button", { name: "Lees dit artikel" }).click();
  await expect(title(page)).toHaveText(TITLE);
  await expect(line(page)).toBeVisible();
});

test("the keyboard opens such a file, and a reader of a screen is told of a mistake", async ({ page }) => {
  const { json } = await saved(page);
  await start(page);
  await page.getByRole("button", { name: "Kies een bestand" }).focus();
  const waiting = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  const chooser = await waiting;
  expect(await page.locator("#file").getAttribute("accept")).toContain(".json,.jsonld");
  await chooser.setFiles(file(json, "dijk.json", "application/json"));
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  await choose(page, "{}", "x.json");
  await expect(page.getByRole("alert")).toContainText("niet van Kroniek");
  await expectAccessible(page);
});

test("a link does not leave the marks out in silence", async ({ page }) => {
  const { json } = await saved(page);
  await start(page);
  await choose(page, json, "dijk.json");
  await restored(page);
  await page.getByRole("button", { name: "Deel", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Deel dit artikel" });
  await expect(dialog).toContainText("De markeringen van dit artikel komen uit een bestand, en die gaan niet mee in een link");
  await expect(dialog.getByRole("button", { name: "Kopieer de link" })).toBeHidden();
  await dialog.getByRole("button", { name: "Sluit" }).click();
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.locator("#export .one-file")).toContainText("gaan niet mee in een link of in één HTML-bestand");
  await expect(page.getByRole("button", { name: "Bewaar als één HTML-bestand" })).toHaveCount(0);
});

test("an address may name such a file, and a frame shows it", async ({ page, context }) => {
  const { json } = await saved(page);
  const edited = changed(json, (found) => {
    found.quotes[0].speaker = named(found, "Joris Haksteen");
  });
  await context.route("**/kroniek/dijk.json", (route) => route.fulfill({ contentType: "application/json", body: edited }));
  await context.route("**/kroniek/los.json", (route) => route.fulfill({ contentType: "application/json", body: bare(json) }));
  await page.goto("./?x#src=dijk.json");
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  await expect(lanes(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Deel", exact: true }).click();
  await expect(page.getByLabel(/^Korte link/)).toHaveValue(/#src=dijk\.json$/);
  await page.goto("./?y#embed=1&view=speakers&src=dijk.json");
  await expect(lanes(page)).toHaveCount(1);
  await page.goto("./?z#src=los.json");
  await expect(message(page)).toHaveText(/^In dit bestand staan markeringen zonder het artikel/);
});

test("the script that reads such files comes when there is one", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const { json } = await saved(page);
  expect(asked.filter((path) => path.endsWith("import.js"))).toEqual([]);
  await choose(page, json, "dijk.json");
  await expect(line(page)).toBeVisible();
  await choose(page, json, "dijk.json");
  await settled(page);
  expect(asked.filter((path) => path.endsWith("import.js"))).toHaveLength(1);
});

test("a long article opens again", async ({ page }) => {
  const body = DATED.split("\n\n").slice(1).join("\n\n");
  await open(page, `${TITLE}\n\n${body.repeat(400)}`);
  const json = await save(page);
  expect(json.length).toBeGreaterThan(1_000_000);
  await start(page);
  await choose(page, json, "lang.json");
  await restored(page);
  await expect(message(page)).toHaveCount(0);
  expect(await save(page)).toBe(json);
});
