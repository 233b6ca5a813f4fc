// Promise: names are found by rules until the model of names is there, and the page says so; no line is too slow or too bad.

import { choose, DATED, open, start, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const MODEL = "**/nl.names*";
const TITLE = "Drie besluiten over de dijk van Oudewaal";
const names = (page) => page.locator("#article [data-e]");
const told = (page, text) => page.getByRole("status").getByText(text);

test("while the model of names is on its way the article is read by rules, then once more", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(MODEL, async (route) => {
    await held;
    await route.continue();
  });
  await start(page);
  await choose(page, DATED);
  await expect(told(page, "Namenmodel laden")).toBeVisible();
  await expect(page.getByRole("progressbar", { name: /Namenmodel/ })).toBeVisible();
  await expect(names(page).first()).toBeVisible();
  release();
  await expect(told(page, /./)).toHaveCount(0);
  await expect(title(page)).toHaveText(TITLE);
  await expect(names(page).first()).toBeVisible();
});

test("what is selected stays selected when the article is read once more", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(MODEL, async (route) => {
    await held;
    await route.continue();
  });
  await start(page);
  await choose(page, DATED);
  await expect(told(page, "Namenmodel laden")).toBeVisible();
  await page.locator("#article [data-e]", { hasText: "Femke Rietveld" }).first().click();
  const lit = page.locator("#article .lit", { hasText: "Rietveld" });
  await expect(lit.first()).toBeVisible();
  release();
  await expect(told(page, /./)).toHaveCount(0);
  await expect(lit.first()).toBeVisible();
});

test("the model is fetched once for all articles", async ({ page }) => {
  let fetched = 0;
  await page.route(MODEL, async (route) => {
    fetched += 1;
    await route.continue();
  });
  await open(page, DATED);
  await choose(page, DATED.replace("Drie", "Vier"));
  await expect(title(page)).toHaveText(TITLE.replace("Drie", "Vier"));
  expect(fetched).toBe(1);
});

test.describe("a model that cannot be used", () => {
  test.use({ allowed: [/404|names/i] });

  const broken = {
    "that is missing": (route) => route.fulfill({ status: 404, body: "" }),
    "that was cut short": async (route) => {
      const whole = await (await route.fetch()).body();
      await route.fulfill({ body: whole.subarray(0, whole.length / 2) });
    },
    "of another build": async (route) => {
      const other = Buffer.from(await (await route.fetch()).body());
      other[other.length - 100] ^= 1;
      await route.fulfill({ body: other });
    },
  };
  for (const [name, answer] of Object.entries(broken)) {
    test(`${name} is told, the article is there, and trying again helps`, async ({ page }) => {
      await page.route(MODEL, answer);
      await start(page);
      await choose(page, DATED);
      await expect(title(page)).toHaveText(TITLE);
      await expect(told(page, "Het namenmodel kon niet worden geladen")).toBeVisible();
      await expect(names(page).first()).toBeVisible();
      await page.unroute(MODEL);
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await expect(told(page, /./)).toHaveCount(0);
      await expect(names(page).first()).toBeVisible();
    });
  }
});
