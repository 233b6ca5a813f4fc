// Promise: no page of Kroniek breaks a rule of WCAG 2.2 AA that a program can check, in light and in dark.

import { choose, DATED, open, openExample, reading, start, UNDATED } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const parts = {
  "the invitation": (page) => start(page),
  "an open article": (page) => openExample(page),
  "an article that holds names of every row": (page) => open(page, DATED),
  "the events as a list": async (page) => {
    await openExample(page);
    await page.getByRole("button", { name: "Als lijst" }).click();
    await expect(page.getByRole("table")).toBeVisible();
  },
  "details of a chosen name": async (page) => {
    await open(page, DATED);
    await reading(page).locator("mark", { hasText: "Haksteen" }).first().click();
    await expect(page.getByRole("complementary")).toBeVisible();
  },
  "details of a chosen quotation, lit everywhere": async (page) => {
    await open(page, DATED);
    await page.keyboard.press("]");
    await expect(page.getByRole("complementary")).toBeVisible();
  },
  "marks turned off": async (page) => {
    await open(page, DATED);
    await page.getByRole("button", { name: /^Personen/ }).click();
    await page.getByRole("button", { name: /^Citaten/ }).click();
  },
  "the paste dialog": async (page) => {
    await start(page);
    await page.getByRole("button", { name: "Plak tekst" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the list of keys": async (page) => {
    await start(page);
    await page.getByRole("button", { name: "Toetsen" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "the question for a date, and its hint": async (page) => {
    await open(page, UNDATED);
    await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("gisteren");
    await page.getByRole("button", { name: "Gebruik deze datum" }).click();
    await expect(page.getByText("Schrijf de datum als 2022-03-24")).toBeVisible();
  },
  "a message": async (page) => {
    await start(page);
    await choose(page, "");
    await expect(page.getByText("Dit bestand is leeg.")).toBeVisible();
  },
};

/** Waits until colours no longer change: a colour on its way is none of the page's. */
const still = (page) => page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));

for (const colorScheme of ["light", "dark"]) {
  for (const [name, show] of Object.entries(parts)) {
    test(`${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await show(page);
      await still(page);
      await expectAccessible(page);
    });
  }

  test(`each tab of a phone, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openExample(page);
    for (const name of ["Artikel", "Wanneer", "Sprekers", "Wie en wat"]) {
      await page.getByRole("navigation").getByRole("button", { name, exact: true }).click();
      await still(page);
      await expectAccessible(page);
    }
  });
}

test("landmarks: a banner, one main part, and everything inside a part of its own", async ({ page }) => {
  await openExample(page);
  await expect(page.getByRole("banner")).toHaveCount(1);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(1);
  const levels = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => Number(heading.tagName[1])));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [at, level] of levels.slice(1).entries()) expect(level - levels[at]).toBeLessThanOrEqual(1);
});

test("what is under the finger on a phone is large enough", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, DATED);
  const small = [];
  for (const key of ["1", "2", "3", "4"]) {
    await page.keyboard.press(key);
    small.push(...await page.getByRole("button").evaluateAll((all) => all.filter((button) => button.checkVisibility() && !button.ownerSVGElement).map((button) => [button.textContent, button.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)));
  }
  expect(small).toEqual([]);
});
