// Promise: what was found can be saved in every format, and the file is what its format says.

import { readFileSync } from "node:fs";
import { DATED, ENGLISH, open, reading } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const dialog = (page) => page.getByRole("dialog", { name: "Bewaar wat er gevonden is" });

async function show(page, text = DATED) {
  await open(page, text);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Saves with a button of the dialog; the file's name and content. */
async function save(page, name) {
  const waiting = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name, exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Rows of a CSV file. */
function rows(text) {
  const rows = [[""]];
  const parts = text.replace(/^\ufeff/, "").match(/"(?:[^"]|"")*"|,|\r\n|[^",\r\n]+/g) ?? [];
  for (const part of parts) {
    if (part === ",") rows.at(-1).push("");
    else if (part === "\r\n") rows.push([""]);
    else rows.at(-1)[rows.at(-1).length - 1] += part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part;
  }
  return rows.slice(0, -1);
}

/** The name of a text's root element, if the browser takes it for well-formed XML: on a page without a policy. */
async function rootOf(page, text) {
  const blank = await page.context().newPage();
  const name = await blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    return !parsed.querySelector("parsererror") && parsed.documentElement.localName;
  }, text);
  await blank.close();
  return name;
}

const NAME = "Drie-besluiten-over-de-dijk-van-Oudewaal";

const checks = {
  "JSON: .json": [`${NAME}.json`, async (text) => {
    const found = JSON.parse(text);
    expect(found.schema).toBe("kroniek/1");
    expect(found.tokens.length).toBeGreaterThan(50);
    expect(found.quotes[0].speaker_name).toContain("Rietveld");
  }],
  "CSV: Citaten": [`${NAME}-quotes.csv`, async (text) => {
    expect(text.startsWith("\ufeff")).toBe(true);
    const table = rows(text);
    expect(table.length).toBeGreaterThan(2);
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
  }],
  "CSV: Namen": [`${NAME}-entities.csv`, async (text) => expect(text).toContain("Femke Rietveld")],
  "CSV: Gebeurtenissen": [`${NAME}-events.csv`, async (text) => expect(text).toContain("2023-05-21")],
  "CSV: Tijden": [`${NAME}-times.csv`, async (text) => expect(text).toContain("2023-05-31")],
  "TimelineJS: .timeline.json": [`${NAME}.timeline.json`, async (text) => {
    expect(JSON.parse(text).events.some(({ start_date: date }) => Number(date.day) === 21)).toBe(true);
  }],
  "Web Annotation: .jsonld": [`${NAME}.jsonld`, async (text) => {
    expect(JSON.stringify(JSON.parse(text))).toContain("http://www.w3.org/ns/anno.jsonld");
  }],
  "Markdown: .md": [`${NAME}.md`, async (text) => expect(text).toMatch(/^# Drie besluiten/)],
  "Beeld: Gebeurtenissen .svg": [`${NAME}-events.svg`, async (text, page) => expect(await rootOf(page, text)).toBe("svg")],
  "Beeld: Sprekers .svg": [`${NAME}-speakers.svg`, async (text, page) => expect(await rootOf(page, text)).toBe("svg")],
};

for (const [button, [name, check]] of Object.entries(checks)) {
  test(`${button} is saved`, async ({ page }) => {
    await show(page);
    const file = await save(page, button);
    expect(file.name).toBe(name);
    await check(file.bytes.toString("utf8"), page);
  });
}

for (const view of ["Gebeurtenissen", "Sprekers"]) {
  test(`${view} is saved as pixels, with something drawn in them`, async ({ page }) => {
    await show(page);
    const { name, bytes } = await save(page, `Beeld: ${view} .png`);
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBe(1920);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      return new Set(new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer)).size;
    }, bytes.toString("base64"));
    expect(colours).toBeGreaterThan(10);
  });
}

test("the reader's corrections are in the file", async ({ page }) => {
  await open(page, DATED);
  await reading(page).getByText("21 mei 2023", { exact: true }).click();
  await page.getByRole("button", { name: "Verbeter" }).click();
  const correct = page.getByRole("dialog", { name: "Wanneer is dit?" });
  await correct.getByLabel("Datum").fill("2023-05-20");
  await correct.getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(reading(page)).toContainText("1 verbetering van u");
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  const { bytes } = await save(page, "CSV: Gebeurtenissen");
  // Value, begin, until.
  expect(bytes.toString()).toContain(",2023-05-20,2023-05-20,2023-05-21,");
  expect(bytes.toString()).not.toContain(",2023-05-21,2023-05-21,");
});

test("the dialog is accessible, closes on Escape and gives the focus back", async ({ page }) => {
  await open(page, DATED);
  const button = page.getByRole("button", { name: "Bewaar", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("the dialog speaks English", async ({ page }) => {
  await open(page, ENGLISH);
  await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const english = page.getByRole("dialog", { name: "Export what was found" });
  await expect(english).toContainText("a table, for a spreadsheet");
  await expect(english.getByRole("button", { name: "CSV: Quotations" })).toBeVisible();
});
