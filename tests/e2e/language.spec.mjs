// Promise: the whole interface speaks Dutch or English, the reader's own language first.

import { choose, DATED, ENGLISH, open, openExample, start, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

// Words of the Dutch interface that no English text holds.
const DUTCH = /\b(aan|alles|artikel|bestand|citaten?|de|dit|donker|door|een|eerder|gebeurd|gebeurt|gebeurtenis(sen)?|gebruik|geciteerde|het|kies|kleuren|letterlijk|licht|lijst|markeringen|nog|organisaties|personen|plaatsen|plak|probeer|sleep|sluit|soort|spreker|sprekers|taal|tekst|tijden|tijdlijn|toetsen|toelichting|toon|van|vermelding(en)?|volgende|vorige|waarom|wanneer|wat|weergegeven|weergave|wie|wijzig|zegt|zeker|zonder|januari|februari|maart|mei|juni|juli|augustus|oktober|mrt|okt)\b/i;

/** Every word of the interface, shown or spoken, that holds Dutch; the names of languages apart. */
async function dutchLeft(page) {
  const said = await page.evaluate(() => {
    const found = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { currentNode: node } = walk;
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement.closest("noscript, script, style, #boot-failed, #language")) found.push(node.data);
      } else {
        for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
      }
    }
    return found;
  });
  return said.map((text) => text.trim()).filter((text) => DUTCH.test(text));
}

const choice = (page, name) => page.getByRole("combobox", { name });

test("the switch changes every word, and the page's language", async ({ page }) => {
  await open(page, ENGLISH);
  expect((await dutchLeft(page)).length).toBeGreaterThan(20);
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await choice(page, "Taal").selectOption("English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await dutchLeft(page)).toEqual([]);
  await page.getByRole("button", { name: "As a list" }).click();
  expect(await dutchLeft(page)).toEqual([]);
  await page.getByRole("article").locator(".quote").last().click();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  expect(await dutchLeft(page)).toEqual([]);
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("textbox", { name: "Date of the article" }).fill("?");
  await page.getByRole("button", { name: "Use this date" }).click();
  expect(await dutchLeft(page)).toEqual([]);
  await choose(page, "");
  await expect(page.getByText("This file is empty.")).toBeVisible();
  expect(await dutchLeft(page)).toEqual([]);
  await choice(page, "Language").selectOption("Nederlands");
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.getByText("Dit bestand is leeg.")).toBeVisible();
});

test("the focus stays on the switch, so that a second press of a key switches back", async ({ page }) => {
  await start(page);
  await choice(page, "Taal").focus();
  await choice(page, "Taal").selectOption("English");
  await expect(choice(page, "Language")).toBeFocused();
});

test("the invitation speaks English too, and the choice is remembered", async ({ page }) => {
  await start(page);
  await choice(page, "Taal").selectOption("English");
  expect(await dutchLeft(page)).toEqual([]);
  await page.reload();
  await expect(title(page)).toHaveText("Who says what, and when did it happen?");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await openExample(page);
  await expect(page.getByRole("article").locator(".body")).toHaveAttribute("lang", "en");
});

test("an article keeps its own language", async ({ page }) => {
  await open(page, ENGLISH);
  await expect(page.getByRole("article").locator(".body")).toHaveAttribute("lang", "en");
  await open(page, DATED);
  await expect(page.getByRole("article").locator(".body")).toHaveAttribute("lang", "nl");
});

test("an article's own language reaches its headings and not the page's date line", async ({ page }) => {
  await open(page, ENGLISH);
  const language = (place) => place.evaluate((element) => element.closest("[lang]").lang);
  expect(await language(title(page))).toBe("en");
  expect(await language(page.locator(".date-line"))).toBe("nl");
});

for (const [locale, language] of [["en-GB", "en"], ["nl-BE", "nl"], ["de-DE", "en"]]) {
  test.describe(`a browser in ${locale}`, () => {
    test.use({ locale });
    test(`starts in ${language}`, async ({ page }) => {
      await start(page);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect((await dutchLeft(page)).length > 0).toBe(language === "nl");
    });
  });
}
