// Promise: the page works in Firefox too: an article with both timelines, the page without a network, the one file.

import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test as base } from "@playwright/test";
import { standalone } from "../../xtask/standalone.mjs";
import { DATED } from "./articles.mjs";
import { Firefox, findFirefox } from "./firefox.mjs";
import { Site } from "./site.mjs";

const TITLE = "Drie besluiten over de dijk van Oudewaal";
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const test = base.extend({
  firefox: async ({}, use) => {
    const firefox = await Firefox.start();
    await use(firefox);
    await firefox.end();
  },
});
test.skip(!findFirefox(), "no Firefox on this machine; KRONIEK_FIREFOX names one");
test.setTimeout(60_000);

const choose = (text) => `(() => {
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(text)}], "artikel.txt"));
  const chooser = document.getElementById("file");
  chooser.files = files.files;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
})()`;

/** What of an article is on the screen. */
const SEEN = `({
  title: document.querySelector("h1")?.textContent,
  names: document.querySelectorAll("#article [data-e]").length > 3,
  events: document.querySelectorAll("#events .event-mark").length > 1,
  bars: document.querySelectorAll("#speakers [data-q]").length > 1,
  busy: document.querySelectorAll("progress").length,
  told: document.querySelector(".status [role=status]")?.textContent,
})`;
const WHOLE = { title: TITLE, names: true, events: true, bars: true, busy: 0, told: "" };

const expectWhole = (firefox) => expect.poll(() => firefox.evaluate(SEEN), { timeout: 15_000 }).toEqual(WHOLE);
const expectReady = (firefox) => expect.poll(() => firefox.evaluate('Boolean(document.getElementById("file"))')).toBe(true);

test("an article, and once more without a network", async ({ firefox }) => {
  const site = await Site.start();
  try {
    await firefox.goto(site.address);
    await expectReady(firefox);
    await firefox.evaluate(choose(DATED));
    await expectWhole(firefox);
    await firefox.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.postMessage("keep"))');
    const kept = `(async () => {
      let count = 0;
      for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) count += /[.](pack|names)/.test(url);
      return count;
    })()`;
    await expect.poll(() => firefox.evaluate(kept), { timeout: 20_000 }).toBe(3);
    await site.cut();
    await expect(fetch(site.address)).rejects.toThrow();
    await firefox.goto("about:blank");
    await firefox.goto(site.address);
    await expectReady(firefox);
    await firefox.evaluate(choose(DATED));
    await expectWhole(firefox);
  } finally {
    await site.end();
  }
});

test("the article in one file, from the disk", async ({ firefox, browser }) => {
  // The link is made by the page in Chromium.
  const site = await Site.start();
  const page = await browser.newPage({ baseURL: site.address, locale: "nl-NL" });
  await page.goto("./");
  await page.locator("#file").setInputFiles({ name: "artikel.txt", mimeType: "text/plain", buffer: Buffer.from(DATED) });
  await expect(page.locator("h1")).toHaveText(TITLE);
  await page.getByRole("button", { name: "Deel", exact: true }).click();
  const field = page.locator("#share-link");
  await expect(field).toHaveValue(/#d=1/);
  const link = await field.inputValue();
  const path = test.info().outputPath("made.html");
  writeFileSync(path, await standalone(DIST, link.split("#d=")[1]));
  // The same link opens as it is.
  await firefox.goto(link);
  await expectWhole(firefox);
  await site.end();
  await firefox.goto(pathToFileURL(path).href);
  await expectWhole(firefox);
});
