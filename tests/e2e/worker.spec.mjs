// Promise: long work shows, can be stopped, and when it fails nothing is lost.

import { article, choose, DATED, open, reading, repeated, settled, start, title, UNDATED } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

// Long enough for first results while later stages run.
const LONG = repeated(article("regional-bridge.txt"), 150_000);
// Long enough to tell how far it is, and short enough for all results at once.
const LONGER = repeated(article("regional-bridge.txt"), 40_000);
const VERY_LONG = repeated(article("regional-bridge.txt"), 2_000_000);
const LONG_TITLE = "Brug bij Oudewaal twee maanden eerder dicht";
const TITLE = "Drie besluiten over de dijk van Oudewaal";

/** The worker of the page, when it is ready. */
async function worker(page) {
  await expect.poll(() => page.workers().length).toBe(1);
  return page.workers()[0];
}

/** Makes the worker take its time after each message that it posts, as a slow computer would. */
async function slow(page, milliseconds) {
  await (await worker(page)).evaluate((milliseconds) => {
    const post = self.postMessage.bind(self);
    self.postMessage = (...message) => {
      post(...message);
      const until = Date.now() + milliseconds;
      while (Date.now() < until);
    };
  }, milliseconds);
}

const bar = (page) => page.getByRole("progressbar");
const stop = (page) => page.getByRole("button", { name: "Stop", exact: true });
const problem = (page, text) => page.getByRole("alert").getByText(text);

/** Writes down all that the status tells from now on: a look now and then could miss a short stage. */
async function listen(page) {
  await page.evaluate(() => {
    window.told = new Set();
    const status = () => document.querySelector("[role=status]")?.textContent;
    new MutationObserver(() => status() && window.told.add(status())).observe(document.body, { subtree: true, childList: true });
  });
  return () => page.evaluate(() => [...window.told].join(" "));
}

test("progress shows for a long text, stage by stage", async ({ page }) => {
  await open(page, DATED);
  await slow(page, 300);
  const told = await listen(page);
  await choose(page, LONG);
  await expect(title(page)).toHaveText(LONG_TITLE);
  await expect(page.locator("progress")).toHaveCount(0, { timeout: 20_000 });
  for (const stage of ["zinnen", "namen", "tijden", "citaten", "gebeurtenissen"]) expect(await told()).toContain(`Bezig: ${stage}`);
});

test("a text of two megabytes shows that it is being read, and opens", async ({ page }) => {
  await start(page);
  const told = await listen(page);
  await choose(page, VERY_LONG);
  await expect(title(page)).toHaveText(LONG_TITLE, { timeout: 20_000 });
  await expect(page.locator("progress")).toHaveCount(0, { timeout: 20_000 });
  expect(await told()).toContain("Bezig: namen");
});

test("the first results show while later stages run", async ({ page }) => {
  await start(page);
  await slow(page, 1500);
  await choose(page, LONG);
  await expect(title(page)).toHaveText(LONG_TITLE);
  await expect(bar(page)).toHaveCount(1);
  await settled(page);
  await expect(reading(page).locator("mark.name").first()).toBeVisible();
});

test("stopping before anything was found leaves what was open, and a next article opens", async ({ page }) => {
  await open(page, DATED);
  const before = await reading(page).innerText();
  const busy = await worker(page);
  await slow(page, 4000);
  await choose(page, LONGER);
  await stop(page).click();
  await expect(bar(page)).toHaveCount(0);
  await expect.poll(() => page.workers().length === 1 && page.workers()[0] !== busy).toBe(true);
  expect(await reading(page).innerText()).toBe(before);
  await choose(page, UNDATED);
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
});

test("stopping half-way brings back what was open", async ({ page }) => {
  await open(page, DATED);
  await slow(page, 2000);
  await choose(page, LONG);
  await expect(title(page)).toHaveText(LONG_TITLE);
  await stop(page).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(title(page)).toHaveText(TITLE);
  await expect(page.getByRole("region", { name: "Wie en wat" })).toContainText("Joris Haksteen");
});

test("after stopping half-way, stating a date counts for what is open", async ({ page }) => {
  await open(page, UNDATED);
  await slow(page, 1500);
  await choose(page, LONG);
  await expect(bar(page)).toBeVisible();
  await stop(page).click();
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2022-03-24");
  await page.keyboard.press("Enter");
  await expect(reading(page).locator(".date-line")).toContainText("24 maart 2022");
  await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
});

test("a second article while the first is at work wins", async ({ page }) => {
  await start(page);
  await slow(page, 1500);
  await choose(page, LONG);
  await expect(bar(page)).toBeVisible();
  await choose(page, DATED);
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  await expect(title(page)).toHaveText(TITLE);
});

test.describe("a worker that is killed half-way", () => {
  test.use({ allowed: [/killed by the test/] });

  /** Kills the worker while a request waits. */
  async function kill(page) {
    await (await worker(page)).evaluate(() => {
      setTimeout(() => {
        const until = Date.now() + 1000;
        while (Date.now() < until);
        throw new Error("killed by the test");
      });
    });
  }

  test("is told, and trying again opens the same text", async ({ page }) => {
    await open(page, DATED);
    await kill(page);
    await choose(page, UNDATED);
    await expect(problem(page, "Het rekenwerk is onverwacht gestopt. Uw tekst is er nog.")).toBeVisible();
    await expect(title(page)).toHaveText(TITLE);
    await page.getByRole("button", { name: "Probeer opnieuw" }).click();
    await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
    await expect(problem(page, /./)).toHaveCount(0);
  });

  test("can also be left alone: what was open stays, and another article opens", async ({ page }) => {
    await open(page, DATED);
    await kill(page);
    await choose(page, UNDATED);
    await expect(problem(page, "onverwacht gestopt")).toBeVisible();
    await page.getByRole("alert").getByRole("button", { name: "Sluit" }).click();
    await expect(problem(page, /./)).toHaveCount(0);
    await expect(title(page)).toHaveText(TITLE);
    await choose(page, UNDATED);
    await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
  });

  test("with nothing to do is replaced without a word", async ({ page }) => {
    await open(page, DATED);
    const first = await worker(page);
    await first.evaluate(() => { setTimeout(() => { throw new Error("killed by the test"); }); });
    await expect.poll(() => page.workers().length === 1 && page.workers()[0] !== first).toBe(true);
    await expect(problem(page, /./)).toHaveCount(0);
    await choose(page, UNDATED);
    await expect(title(page)).toHaveText("Brand verwoest molen in Veldhoven");
  });
});

test.describe("a worker that cannot work", () => {
  test.use({ allowed: [/worker|pack|wasm|404|broken by the test/i] });

  const broken = {
    "that is of another build": ["**/worker*.js*", "self.postMessage(new Uint8Array([0, 3, 97, 98, 99]).buffer);", "Er is een nieuwe versie van Kroniek."],
    "that fails at its start": ["**/worker*.js*", "throw new Error('broken by the test');", "Het rekenwerk kan niet starten."],
  };
  for (const [name, [files, body, text]] of Object.entries(broken)) {
    test(`${name} says so, and loading again helps`, async ({ page }) => {
      await page.route(files, (route) => route.fulfill({ contentType: "text/javascript", body }));
      await start(page);
      await choose(page, DATED);
      await expect(problem(page, text)).toBeVisible();
      await page.unroute(files);
      await page.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
      await expect(problem(page, text)).toHaveCount(0);
      await choose(page, DATED);
      await expect(title(page)).toHaveText(TITLE);
    });
  }

  test("that cannot load its code says so, and loading again helps", async ({ page }) => {
    const files = "**/worker*.js*";
    await page.route(files, async (route) => {
      const script = await (await route.fetch()).text();
      await route.fulfill({ contentType: "text/javascript", body: script.replace("import(", "import('./missing.js?'+") });
    });
    await start(page);
    await choose(page, DATED);
    await expect(problem(page, "Het rekenwerk kan niet starten.")).toBeVisible();
    await page.unroute(files);
    await page.getByRole("button", { name: "Laad de pagina opnieuw" }).click();
    await expect(problem(page, /./)).toHaveCount(0);
    await choose(page, DATED);
    await expect(title(page)).toHaveText(TITLE);
  });

  for (const [what, answer] of [
    ["that cannot be fetched", (route) => route.fulfill({ status: 404, body: "" })],
    // As where a host is between two builds.
    ["whose words are of another build", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n` });
    }],
  ]) {
    test(`a language ${what} is told, what is open stays, and trying again helps`, async ({ page }) => {
      await open(page, DATED);
      await page.route("**/en.pack*", answer);
      await choose(page, article("english-flood.txt"));
      await expect(problem(page, /\S/).first()).toBeVisible();
      await expect(title(page)).toHaveText(TITLE);
      await page.unroute("**/en.pack*");
      await page.getByRole("button", { name: "Probeer opnieuw" }).click();
      await expect(title(page)).toHaveText(/River town counts the cost as water falls/);
    });
  }
});
