// Promise: several articles are read as one: one timeline, one cast, a tab for each, and each keeps its own date.

import { DATED, drop, file, message, open, reading, settled, start, title, UNDATED } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

/** Later than DATED, and it names the minister by her surname. */
const LATER = `Rietveld bezoekt Oudewaal

Gepubliceerd: 12 juni 2023

Gisteren bezocht Rietveld de dijk. Op 5 juni 2023 sloot wethouder Tom Vink de haven.

“Het werk gaat door”, zei Rietveld.
`;
const ONE = { name: "a-dijk.txt", text: DATED };
const TWO = { name: "b-bezoek.txt", text: LATER };

const tabs = (page) => page.getByRole("tab");
const date = (page) => reading(page).locator(".date-line time");
const who = (page, name) => page.locator("#who .who").filter({ hasText: name });
const marks = (page) => page.locator("#events svg [data-v]");
const pick = (page, files) => page.locator("#file").setInputFiles(files.map(({ name, text }) => file(text, name)));

/** Drops files together on the page. */
async function dropAll(page, files) {
  await page.locator("body").evaluate((place, files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
    place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, files);
}

async function both(page) {
  await start(page);
  await dropAll(page, [TWO, ONE]);
  await expect(tabs(page)).toHaveText(["a-dijk", "b-bezoek"]);
  await settled(page);
}

test("files dropped together open together, in the order of their names, each with its own date", async ({ page }) => {
  await both(page);
  await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
  await expect(date(page)).toHaveAttribute("datetime", "2023-05-31");
  await tabs(page).nth(1).click();
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await expect(title(page)).toHaveCount(1);
  await expect(date(page)).toHaveAttribute("datetime", "2023-06-12");
  await expect(reading(page)).not.toContainText("Haksteen");
  await expect(page.locator("#events .document-date")).toHaveCount(2);
});

test("a person whom both name is one person, with both articles", async ({ page }) => {
  await both(page);
  await expect(who(page, "Rietveld")).toHaveCount(1);
  await expect(who(page, "Rietveld")).toContainText("a-dijk, b-bezoek");
  await expect(who(page, "Haksteen")).toContainText("a-dijk");
  await expect(who(page, "Haksteen")).not.toContainText("b-bezoek");
  await expect(page.locator("#speakers .lane-name").filter({ hasText: "Rietveld" })).toHaveCount(1);
});

test("the timeline shows the events of one article", async ({ page }) => {
  await both(page);
  const all = await marks(page).count();
  await page.getByRole("combobox", { name: "Artikel" }).selectOption({ label: "b-bezoek" });
  await expect(page.locator("#events .count")).toBeVisible();
  expect(await marks(page).count()).toBeLessThan(all);
  await page.getByRole("button", { name: "Als lijst" }).click();
  const rows = page.locator(".event-table tbody tr");
  expect(await rows.count()).toBeGreaterThan(0);
  for (const row of await rows.all()) await expect(row.getByRole("cell").last()).toHaveText("b-bezoek");
  await page.getByRole("combobox", { name: "Artikel" }).selectOption("");
  await expect(rows.filter({ hasText: "a-dijk" }).first()).toBeVisible();
});

test("what is chosen in another article is shown there", async ({ page }) => {
  await both(page);
  await page.getByRole("button", { name: "Als lijst" }).click();
  await page.locator(".event-table tbody tr").filter({ hasText: "b-bezoek" }).last().getByRole("button").click();
  await expect(tabs(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(reading(page).locator(".lit").first()).toBeInViewport();
  await who(page, "Haksteen").click();
  await expect(tabs(page).nth(0)).toHaveAttribute("aria-selected", "true");
  await expect(reading(page).locator(".name.lit").first()).toBeInViewport();
});

test("a date changes in the article that is read, and in no other", async ({ page }) => {
  await both(page);
  await tabs(page).nth(1).click();
  await page.getByRole("button", { name: "Wijzig" }).click();
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-07-02");
  await page.getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(date(page)).toHaveAttribute("datetime", "2023-07-02");
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await expect(page.locator("#events [data-v][aria-label*='1 juli 2023']")).toHaveCount(1);
  await tabs(page).nth(0).click();
  await expect(date(page)).toHaveAttribute("datetime", "2023-05-31");
});

test("a time is corrected in its own article", async ({ page }) => {
  await both(page);
  await tabs(page).nth(1).click();
  await reading(page).getByText("Gisteren").click();
  await page.getByRole("button", { name: "Verbeter" }).click();
  await page.getByLabel("Datum", { exact: true }).fill("2023-06-02");
  await page.locator("#correct-time").getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(page.locator("#events [data-v][aria-label*='2 juni 2023']")).toHaveCount(1);
  await expect(reading(page)).toContainText("1 verbetering van u");
  await tabs(page).nth(0).click();
  await expect(reading(page)).not.toContainText("verbetering van u");
});

test("an article is added to what is open, and dropping one takes its place", async ({ page }) => {
  await open(page, DATED, "a-dijk.txt");
  await expect(tabs(page)).toHaveCount(0);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await (await chooser).setFiles(file(LATER, "b-bezoek.txt"));
  await expect(tabs(page)).toHaveText(["a-dijk", "b-bezoek"]);
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await page.getByRole("button", { name: "Plak tekst" }).click();
  await page.getByRole("textbox", { name: "Tekst van het artikel" }).fill(UNDATED);
  await page.getByRole("dialog").getByRole("button", { name: "Voeg toe" }).click();
  await expect(tabs(page)).toHaveText(["a-dijk", "b-bezoek", "Brand verwoest molen in Veldhoven"]);
  await expect(reading(page)).toContainText("Wanneer verscheen dit artikel?");
  await drop(page, "body", UNDATED, "molen.txt");
  await expect(tabs(page)).toHaveCount(0);
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
});

test("an article closes, and the others stay", async ({ page }) => {
  await start(page);
  await pick(page, [ONE, TWO, { name: "c-molen.txt", text: UNDATED }]);
  await expect(tabs(page)).toHaveCount(3);
  await tabs(page).nth(1).click();
  await page.getByRole("button", { name: "Sluit: a-dijk" }).click();
  await expect(tabs(page)).toHaveText(["b-bezoek", "c-molen"]);
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await page.getByRole("button", { name: "Sluit: b-bezoek" }).click();
  await expect(tabs(page)).toHaveCount(0);
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
});

test("the tabs follow the keyboard", async ({ page }) => {
  await both(page);
  await tabs(page).nth(0).focus();
  await page.keyboard.press("ArrowRight");
  await expect(tabs(page).nth(1)).toBeFocused();
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await page.keyboard.press("ArrowRight");
  await expect(tabs(page).nth(0)).toBeFocused();
  await page.keyboard.press("End");
  await expect(tabs(page).nth(1)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(tabs(page)).toHaveCount(0);
  await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
});

test("of files together, those that cannot be read are named and the others open", async ({ page }) => {
  await start(page);
  await pick(page, [ONE, { name: "leeg.txt", text: "  " }, TWO]);
  await expect(tabs(page)).toHaveText(["a-dijk", "b-bezoek"]);
  await expect(message(page, "leeg.txt")).toBeVisible();
  await pick(page, [ONE, { name: "niets.html", text: "<html><body><p></p></body></html>" }]);
  await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
  await expect(tabs(page)).toHaveCount(0);
  await expect(message(page, "niets")).toBeVisible();
});

test("a link holds the article that is read, and says so", async ({ page }) => {
  await both(page);
  await tabs(page).nth(1).click();
  await page.getByRole("button", { name: "Deel" }).click();
  await expect(page.locator("#share-which")).toHaveText("Een link bevat één artikel: b-bezoek.");
  const link = page.locator("#share-link");
  await expect(link).toHaveValue(/#d=/);
  const address = await link.inputValue();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(title(page)).toHaveText("Rietveld bezoekt Oudewaal");
  await expect(tabs(page)).toHaveCount(0);
});

for (const [width, height] of [[1440, 900], [390, 844]]) {
  test(`nobody is kept out, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await both(page);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
}
