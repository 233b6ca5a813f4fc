// Promise: an article without a date is asked for one, and what the reader states counts at once.

import { choose, DATED, message, open, reading, title, UNDATED } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const field = (page) => page.getByRole("textbox", { name: "Datum van het artikel" });
const apply = (page) => page.getByRole("button", { name: "Gebruik deze datum" }).click();
const line = (page) => reading(page).locator(".date-line");
const axis = (page) => page.locator("#events svg").getByRole("button");

test("an article with a date is not asked for one", async ({ page }) => {
  await open(page, DATED);
  await expect(line(page)).toContainText("31 mei 2023");
  await expect(line(page)).toContainText("uit de tekst");
  await expect(field(page)).toHaveCount(0);
});

test("what is no date is pointed out, and stays as typed", async ({ page }) => {
  await open(page, UNDATED);
  await expect(line(page)).toContainText("Wanneer verscheen dit artikel?");
  for (const wrong of ["2022-13", "2022-02-30", "gisteren"]) {
    await field(page).fill(wrong);
    await apply(page);
    await expect(page.getByRole("alert").filter({ hasText: "Schrijf de datum als 2022-03-24" })).toBeVisible();
    await expect(field(page)).toHaveValue(wrong);
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  }
});

test("a month puts the events on the timeline, without inventing a day", async ({ page }) => {
  await open(page, UNDATED);
  const list = page.getByRole("button", { name: "Als lijst" });
  await expect(axis(page)).toHaveCount(0);
  await field(page).fill("2022-03");
  await field(page).press("Enter");
  await expect(line(page)).toContainText("maart 2022");
  await expect(line(page)).toContainText("door u ingevuld");
  await expect(line(page)).not.toContainText(/\d+ maart/);
  await expect(line(page).locator("time")).toHaveAttribute("datetime", "2022-03");
  await expect(axis(page).filter({ hasText: "afgebrand" })).toHaveCount(1);
  await list.click();
  const when = page.getByRole("row", { name: /afgebrand/ }).getByRole("cell").first();
  await expect(when).toContainText("2022");
  await expect(when).not.toContainText(/\d+ maart/);
});

test("a day gives “gisteren” and “morgen” their own days; it can be changed afterwards", async ({ page }) => {
  await open(page, UNDATED);
  const when = (what) => page.getByRole("row", { name: what }).getByRole("cell").first();
  await page.getByRole("button", { name: "Als lijst" }).click();
  await expect(when(/afgebrand/)).toHaveText("zonder datum");
  await field(page).fill("2022-03-24");
  await apply(page);
  await expect(line(page)).toContainText("24 maart 2022");
  await expect(when(/afgebrand/)).toHaveText("23 maart 2022");
  await expect(when(/gesloopt/)).toHaveText("25 maart 2022");

  await line(page).getByRole("button", { name: "Wijzig" }).click();
  await field(page).fill("2023-01-01");
  await apply(page);
  await expect(line(page)).toContainText("1 januari 2023");
  await expect(when(/afgebrand/)).toHaveText("31 december 2022");
  await expect(field(page)).toHaveCount(0);
});

test("a date from the text can be changed, and the change called off", async ({ page }) => {
  await open(page, DATED);
  await line(page).getByRole("button", { name: "Wijzig" }).click();
  await expect(field(page)).toBeVisible();
  await line(page).getByRole("button", { name: "Sluit" }).click();
  await expect(line(page)).toContainText("31 mei 2023");
  await line(page).getByRole("button", { name: "Wijzig" }).click();
  await field(page).fill("2023-06-02");
  await apply(page);
  await expect(line(page)).toContainText("2 juni 2023");
  await expect(line(page)).toContainText("door u ingevuld");
});

test("a date in the file's name counts", async ({ page }) => {
  await open(page, UNDATED, "2024-02-18 molen.txt");
  await expect(line(page)).toContainText("18 februari 2024");
  await expect(line(page)).toContainText("uit de bestandsnaam");
});

test("after a page without an article, a date is for the article that is open", async ({ page }) => {
  await open(page, UNDATED);
  const name = await title(page).textContent();
  await choose(page, "<!doctype html><script>1</script>", "leeg.html");
  await expect(message(page, /leeg/)).toBeVisible();
  await field(page).fill("2022-03-24");
  await apply(page);
  await expect(line(page)).toContainText("24 maart 2022");
  await expect(title(page)).toHaveText(name);
});
