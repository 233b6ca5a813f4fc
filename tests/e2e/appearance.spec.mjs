// Promise: quiet in light and dark, on a desk, a tablet and a phone, on paper, and in two languages.

import { article, choose, DATED, open, reading, start, title, UNDATED } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

/** Whether the page is dark: how bright its background is. */
const isDark = (page) => page.evaluate(() => {
  const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
  return red + green + blue < 3 * 128;
});
const colours = (page) => page.getByRole("combobox", { name: "Kleuren" });

test("the colours follow the system until the reader chooses, and the choice is remembered", async ({ page }) => {
  await start(page);
  expect(await isDark(page)).toBe(false);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await isDark(page)).toBe(true);
  await colours(page).selectOption("Licht");
  expect(await isDark(page)).toBe(false);
  await page.reload();
  await expect(title(page)).toHaveCount(1);
  expect(await isDark(page)).toBe(false);
  await expect(colours(page).locator("option:checked")).toHaveText("Licht");
  await page.emulateMedia({ colorScheme: "light" });
  await colours(page).selectOption("Donker");
  expect(await isDark(page)).toBe(true);
  await page.reload();
  await expect(title(page)).toHaveCount(1);
  expect(await isDark(page)).toBe(true);
  await colours(page).selectOption("Als het systeem");
  expect(await isDark(page)).toBe(false);
});

const WIDE_WORDS = `Een titel met hottentottententententoonstellingsbezoekersvergunningsaanvraagformulieren\n\nGepubliceerd: 3 mei 2023\n\nZie https://example.org/${"pad/".repeat(60)} en ${"ha".repeat(200)}. “Ja”, zei Femke ${"Van-der-".repeat(20)}Rietveld op 1 mei 2023.\n`;

for (const width of [1440, 768, 390, 320]) {
  test(`nothing is wider than the window, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await start(page);
    expect(await tooWide(), "the invitation").toBeLessThanOrEqual(0);
    for (const text of [UNDATED, article("regional-bridge.txt"), WIDE_WORDS]) {
      await choose(page, text);
      await expect(title(page)).toHaveText(text.split("\n", 1)[0]);
      for (const key of ["1", "2", "3", "4"]) {
        await page.keyboard.press(key);
        await expect.poll(tooWide, `part ${key} of ${text.slice(0, 20)}`).toBeLessThanOrEqual(0);
      }
      await page.keyboard.press("1");
      const size = await reading(page).locator(".paragraph").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
      expect(size).toBeGreaterThanOrEqual(16);
    }
  });
}

test("on a narrow screen tabs choose the part; on a wide one all parts show", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, DATED);
  const tabs = page.getByRole("navigation", { name: "Weergave" });
  const parts = { Artikel: reading(page).locator(".paragraph").first(), Wanneer: page.locator("#events"), Sprekers: page.locator("#speakers"), "Wie en wat": page.locator("#who") };
  for (const name of ["Wanneer", "Sprekers", "Wie en wat", "Artikel"]) {
    const tab = tabs.getByRole("button", { name, exact: true });
    await tab.click();
    await expect(tab).toHaveAttribute("aria-current", "true");
    await expect(tabs.locator("[aria-current]")).toHaveCount(1);
    for (const [other, part] of Object.entries(parts)) {
      await expect(part, `${other} at ${name}`).toBeVisible({ visible: other === name });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const part of Object.values(parts)) await expect(part).toBeVisible();
  await expect(tabs).toBeHidden();
});

test("on a phone, an event of the timeline leads to the article", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, DATED);
  await page.getByRole("navigation").getByRole("button", { name: "Wanneer" }).click();
  await page.locator("#events svg").getByRole("button", { name: /sloot/ }).locator("text").click();
  await expect(reading(page).locator("mark.current")).toHaveText("sloot");
  await expect(reading(page).locator("mark.current")).toBeInViewport();
});

for (const reducedMotion of ["reduce", "no-preference"]) {
  test(`motion: ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      const scroll = Element.prototype.scrollIntoView;
      window.scrolls = [];
      Element.prototype.scrollIntoView = function (options) {
        window.scrolls.push(options?.behavior ?? "auto");
        return scroll.call(this, options);
      };
    });
    await open(page, DATED);
    await page.keyboard.press("]");
    const calm = reducedMotion === "reduce";
    await expect.poll(() => page.evaluate(() => window.scrolls)).toEqual([calm ? "auto" : "smooth"]);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length);
    expect(moving > 0).toBe(!calm);
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`on paper stand the article and its timelines, without controls; system ${colorScheme}`, async ({ page }) => {
    for (const text of [DATED, UNDATED]) {
      await open(page, text);
      await page.keyboard.press("]");
      await page.setViewportSize({ width: 718, height: 1000 });
      await page.keyboard.press("3");
      await page.emulateMedia({ media: "print", colorScheme });
      await expect(reading(page).locator(".paragraph").last()).toBeVisible();
      expect((await reading(page).boundingBox()).width).toBeGreaterThan(500);
      for (const part of ["#events", "#speakers", "#who"]) await expect(page.locator(part)).toBeVisible();
      expect(await isDark(page)).toBe(false);
      const ink = await reading(page).evaluate((element) => getComputedStyle(element).color);
      expect(ink).toBe("rgb(0, 0, 0)");
      const controls = page.locator("button:not([data-e], [data-q], [data-v]), select, input, textarea, nav, [role=progressbar], aside").filter({ visible: true });
      await expect(controls).toHaveCount(0);
      await page.emulateMedia({ media: "screen", colorScheme: "light" });
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}
