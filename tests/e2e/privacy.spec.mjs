// Promise: nothing of an article leaves the page.

import { choose, DATED, open, openExample, reading, settled, start, title, UNDATED } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const SECRET = "Zwartewaterlander";

/** Everything that the page asks of the network. */
function watch(page) {
  const asked = [];
  page.context().on("request", (request) => asked.push(request));
  page.on("websocket", (socket) => asked.push({ url: () => socket.url(), method: () => "WS", postData: () => "", headers: () => ({}) }));
  return asked;
}

test("reading an article asks nothing of anyone, and tells nobody a word of it", async ({ page, baseURL }) => {
  const asked = watch(page);
  await start(page);
  for (const text of [DATED, UNDATED]) {
    await choose(page, text.replace("De visserij", `Dominee ${SECRET}`).replace("Niemand", SECRET), `${SECRET}.txt`);
    await expect(title(page)).toHaveText(text.split("\n", 1)[0]);
    await settled(page);
    await reading(page).locator("mark").first().click();
    for (const key of ["2", "3", "4", "1", "]", "n", "Escape"]) await page.keyboard.press(key);
  }
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2022-03");
  await page.keyboard.press("Enter");
  await expect(reading(page).locator(".date-line")).toContainText("maart 2022");
  expect(asked.length).toBeGreaterThan(3);
  for (const request of asked) {
    const url = request.url();
    expect(url.startsWith(baseURL) || url.startsWith("data:"), url).toBe(true);
    expect(request.method()).toBe("GET");
    expect(request.postData() ?? "").toBe("");
    expect(new URL(url).hash + new URL(url).search, "no words in an address").toMatch(/^(\?v=[\w-]*)?$/);
    expect(JSON.stringify(request.headers())).not.toContain(SECRET);
  }
});

test("after the first article nothing at all is asked for a second in the same language", async ({ page }) => {
  await open(page, DATED);
  const asked = watch(page);
  await choose(page, UNDATED);
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
  await settled(page);
  expect(asked.map((request) => request.url())).toEqual([]);
});

test("without a network the page that is loaded still reads", async ({ page }) => {
  await open(page, DATED);
  await page.context().setOffline(true);
  await choose(page, UNDATED);
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
});

// What the service worker keeps is the business of offline.spec.mjs: here there is none.
test("only preferences are remembered", async ({ page }) => {
  await openExample(page);
  await choose(page, DATED);
  await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
  await page.getByRole("combobox", { name: "Kleuren" }).selectOption("Donker");
  await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    address: location.hash + location.search,
  }));
  expect(kept).toEqual({ local: { language: "en", theme: "dark" }, session: {}, cookies: "", databases: 0, caches: 0, address: "" });
});

test("the policy is strict, and the page needs nothing else", async ({ page, request }) => {
  const html = await (await request.get("./")).text();
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(html)[1];
  const rules = Object.fromEntries(policy.split(";").map((rule) => rule.trim().split(" ")).map(([name, ...values]) => [name, values]));
  expect(rules["default-src"]).toEqual(["'none'"]);
  expect(rules["script-src"]).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(rules["style-src"]).toEqual(["'self'"]);
  expect(rules["base-uri"]).toEqual(["'none'"]);
  expect(rules["form-action"]).toEqual(["'none'"]);
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/'unsafe-eval'|\*/);
  await start(page);
  expect(await page.locator("script:not([src]), style, [style], [onclick], [onload]").count()).toBe(0);
  expect(html).not.toMatch(/ style=| on\w+=|<style|<script(?![^>]*\bsrc=)/);
});

test("the page keeps its promise in words", async ({ page }) => {
  await start(page);
  await expect(page.getByText("De tekst blijft op uw apparaat. Er wordt niets verstuurd.")).toBeVisible();
});
