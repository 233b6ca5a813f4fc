// Promise: a very long text is read as a short one: whole, marked to its end, and linked.

import { article, open, reading, repeated, settled, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

// As long as an article of a newspaper a hundred times over.
const LONG = repeated(article("regional-bridge.txt"), 550_000);
const TITLE = "Brug bij Oudewaal twee maanden eerder dicht";
const ONE_LINE = `${"woord ".repeat(350_000)}\n`;
const PARAGRAPHS = LONG.trim().split(/\n\n+/).length;

test("it opens whole, and has marks at its end", async ({ page }) => {
  await open(page, LONG, "lang.txt", TITLE);
  const paragraphs = reading(page).locator(".paragraph");
  expect(await paragraphs.count()).toBeGreaterThan(PARAGRAPHS * 0.8);
  await paragraphs.last().scrollIntoViewIfNeeded();
  await expect(paragraphs.last().locator("mark.name").first()).toBeVisible();
  await expect(paragraphs.last()).toContainText("het bedrag niet hoger wordt");
  const text = await reading(page).evaluate((element) => element.querySelector(".body").textContent.length);
  expect(text).toBeGreaterThan(LONG.length * 0.97);
});

test("pointing at a name lights it wherever the reader is", async ({ page }) => {
  await open(page, LONG, "lang.txt", TITLE);
  const name = page.getByRole("region", { name: "Wie en wat" }).getByRole("button", { name: /Karin Oosterling/ });
  await name.hover();
  await expect(reading(page).locator("mark.lit").first()).toContainText("Oosterling");
  await name.click();
  // Where the panel does not move under the pointer.
  await page.mouse.move(2, 450);
  await page.keyboard.press("p");
  await expect(reading(page).locator("mark.current")).toContainText("Oosterling");
  await expect(reading(page).locator("mark.current")).toBeInViewport();
  await expect(reading(page).locator("mark.current")).toHaveClass(/\blit\b/);
  const lit = await reading(page).locator("mark.lit").evaluateAll((marks) => marks.every((mark) => mark.textContent.includes("Oosterling")));
  expect(lit).toBe(true);
});

test("a quotation far away is brought into view with its marks", async ({ page }) => {
  await open(page, LONG, "lang.txt", TITLE);
  await page.keyboard.press("[");
  await expect(reading(page).locator(".quote.lit, .quote .lit").first()).toBeInViewport();
});

/** Hundreds of events that are all others. */
const MANY = `Een kroniek van Oudewaal\n\nGepubliceerd: 31 december 2023\n\n${Array.from({ length: 12 * 27 }, (_, at) => {
  const month = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"][at % 12];
  return `Op ${1 + Math.floor(at / 12)} ${month} 2023 opende wethouder Els van Dam de brug over vaart ${at + 1}.`;
}).join("\n\n")}\n`;

test("the timeline counts what has no room, and stays within its panel", async ({ page }) => {
  await open(page, MANY, "kroniek.txt", "Een kroniek van Oudewaal");
  const drawing = page.locator("#events svg.timeline-drawing");
  await expect(drawing.locator(".cluster text").first()).toHaveText(/^\+\d+$/);
  const shown = await drawing.locator(".event-mark").count();
  expect(shown).toBeLessThan(200);
});

test("one line of two megabytes without a full stop opens too", async ({ page }) => {
  await open(page, ONE_LINE, "regel.txt", /\S/);
  await settled(page);
  await expect(reading(page).locator(".body")).toContainText("woord woord woord");
});
