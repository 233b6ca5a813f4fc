// Promise: the legend shows what each kind of mark looks like, and turns it off and on.

import { DATED, openExample, open, reading } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const legend = (page) => page.getByRole("group", { name: "Markeringen" });
const chip = (page, name) => legend(page).getByRole("button", { name });

test("a kind of name goes and comes back", async ({ page }) => {
  await open(page, DATED);
  const person = reading(page).locator("mark.name", { hasText: "Haksteen" }).first();
  const place = reading(page).getByRole("heading", { level: 1 }).locator("mark.name", { hasText: "Oudewaal" });
  await expect(chip(page, "Personen")).toHaveAttribute("aria-pressed", "true");
  await expect(person).toHaveCSS("text-decoration-line", "underline");
  await chip(page, "Personen").click();
  await expect(chip(page, "Personen")).toHaveAttribute("aria-pressed", "false");
  await expect(person).toHaveCSS("text-decoration-line", "none");
  await expect(place).toHaveCSS("text-decoration-line", "underline");
  await chip(page, "Personen").click();
  await expect(chip(page, "Personen")).toHaveAttribute("aria-pressed", "true");
  await expect(person).toHaveCSS("text-decoration-line", "underline");
});

test("times, quotations and events go and come back", async ({ page }) => {
  await open(page, DATED);
  const looks = {
    Tijden: [reading(page).locator("mark.time").last(), (mark) => getComputedStyle(mark).borderBottomStyle],
    Citaten: [reading(page).locator(".quote.direct").first(), (mark) => getComputedStyle(mark).backgroundColor],
    Gebeurtenissen: [reading(page).locator("mark.event").first(), (mark) => getComputedStyle(mark, "::before").content],
  };
  for (const [name, [mark, look]] of Object.entries(looks)) {
    const before = await mark.evaluate(look);
    await chip(page, name).click();
    await page.getByRole("banner").hover();
    await expect.poll(() => mark.evaluate(look), name).not.toBe(before);
    await chip(page, name).click();
    await page.getByRole("banner").hover();
    await expect.poll(() => mark.evaluate(look), name).toBe(before);
  }
});

test("a kind without its quotations shows no speaker in the margin", async ({ page }) => {
  await open(page, DATED);
  const speaker = reading(page).locator(".speaker").first();
  await expect(speaker).toBeVisible();
  await chip(page, "Citaten").click();
  await expect(speaker).toBeHidden();
});

test("kinds differ in the shape of their line, not only in colour", async ({ page }) => {
  await openExample(page);
  const shapes = await reading(page).locator("mark.name:not(.weak)").evaluateAll((marks) =>
    Object.fromEntries(marks.map((mark) => {
      const { textDecorationStyle, fontStyle } = getComputedStyle(mark);
      return [["per", "org", "loc", "norp", "evt", "wrk"].find((kind) => mark.classList.contains(kind)), `${textDecorationStyle} ${fontStyle}`];
    })));
  expect(Object.keys(shapes).length).toBeGreaterThan(2);
  expect(new Set(Object.values(shapes)).size).toBe(Object.keys(shapes).length);
});

test("the legend counts what the list holds, and names no kind that the article lacks", async ({ page }) => {
  await open(page, DATED);
  await expect(chip(page, "Personen")).toHaveText("Personen 2");
  await expect(chip(page, "Citaten")).toHaveText("Citaten 3");
  await expect(chip(page, "Werken")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Wie en wat" }).locator(".kind-per li")).toHaveCount(2);
});

test("the choice holds for the next article", async ({ page }) => {
  await openExample(page);
  await chip(page, "Personen").click();
  await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(DATED) });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Drie besluiten over de dijk van Oudewaal");
  await expect(reading(page).locator("mark.per").first()).toHaveCSS("text-decoration-line", "none");
});
