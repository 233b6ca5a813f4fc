// Promise: a date that was read wrongly is put right in one small dialog, and what happened then moves along.

import { DATED, open, reading } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const dialog = (page) => page.getByRole("dialog", { name: "Wanneer is dit?" });
const row = (page, what) => page.getByRole("row", { name: what }).getByRole("cell").first();
const correct = (page) => page.getByRole("button", { name: "Verbeter" });

test.beforeEach(async ({ page }) => {
  await open(page, DATED);
  await page.getByRole("button", { name: "Als lijst" }).click();
});

test("a date tells its weekday and how far it is from the article", async ({ page }) => {
  await reading(page).getByText("21 mei 2023", { exact: true }).hover();
  await expect(page.getByRole("complementary")).toContainText("zondag 21 mei 2023, 10 dagen eerder");
});

test("the reader states another day, and the event moves with it", async ({ page }) => {
  await reading(page).getByText("21 mei 2023", { exact: true }).click();
  await correct(page).click();
  await expect(dialog(page)).toContainText("21 mei 2023");
  await expect(dialog(page).getByLabel("Datum")).toHaveValue("2023-05-21");
  await dialog(page).getByLabel("Datum").fill("2023-05-22");
  await dialog(page).getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(row(page, /Haksteen/)).toHaveText("22 mei 2023");
  await expect(reading(page)).toContainText("1 verbetering van u");

  // Back to what was found.
  await correct(page).click();
  await dialog(page).getByRole("button", { name: "Zoals gevonden" }).click();
  await expect(row(page, /Haksteen/)).toHaveText("21 mei 2023");
  await expect(reading(page)).not.toContainText("verbetering");
});

test("a month is kept as a month", async ({ page }) => {
  await reading(page).getByText("21 mei 2023", { exact: true }).click();
  await correct(page).click();
  await dialog(page).getByLabel("Nauwkeurig tot").selectOption("de maand");
  await dialog(page).getByRole("button", { name: "Gebruik deze datum" }).click();
  await expect(row(page, /Haksteen/)).toHaveText("mei 2023");
});

test("what is no time loses its mark, and comes back with undo", async ({ page }) => {
  await reading(page).getByText("21 mei 2023", { exact: true }).click();
  await correct(page).click();
  await dialog(page).getByRole("button", { name: "Dit is geen tijd" }).click();
  await expect(reading(page).locator("mark.time", { hasText: "21 mei 2023" })).toHaveCount(0);
  await expect(reading(page)).toContainText("Op 21 mei 2023 sloot");
  await page.getByRole("button", { name: "Maak de laatste ongedaan" }).click();
  await expect(reading(page).locator("mark.time", { hasText: "21 mei 2023" })).toHaveCount(1);
});

test("it works by keyboard, and the corrections stay when the article's date changes", async ({ page }) => {
  await page.keyboard.press("t");
  await page.keyboard.press("t");
  await expect(page.getByRole("complementary")).toContainText("1 mei 2023");
  await correct(page).focus();
  await page.keyboard.press("Enter");
  await dialog(page).getByLabel("Datum").fill("2023-04-30");
  await page.keyboard.press("Enter");
  await expect(row(page, /Rietveld/)).toHaveText("30 april 2023");
  await expect(correct(page)).toBeFocused();
  await reading(page).getByRole("button", { name: "Wijzig" }).click();
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-06-01");
  await page.keyboard.press("Enter");
  await expect(reading(page)).toContainText("1 juni 2023");
  await expect(row(page, /Rietveld/)).toHaveText("30 april 2023");
});
