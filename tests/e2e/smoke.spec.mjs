import { expect, expectAccessible, test } from "./fixtures.mjs";

test("the page opens with one first-level heading", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page).toHaveTitle(/Kroniek/);
  await expect(page.locator("#boot-failed")).toBeHidden();
});

test("the page loads nothing but its own files", async ({ page, baseURL }) => {
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto("./");
  await expect(page.locator("h1")).toHaveCount(1);
  expect(loaded.filter((url) => !url.startsWith(baseURL))).toEqual([]);
  expect(loaded.some((url) => url.endsWith(".wasm"))).toBe(true);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the first page breaks no accessibility rule, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("./");
    await expect(page.locator("h1")).toHaveCount(1);
    await expectAccessible(page);
  });
}
