// Promise: after the first visit the page works without a network; it is always of one build, and what the reader has
// open survives the next.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { choose, DATED, ENGLISH, reading, settled, start, title } from "./articles.mjs";
import { expect, expectAccessible, test as base } from "./fixtures.mjs";
import { Site } from "./site.mjs";

const TITLE = "Drie besluiten over de dijk van Oudewaal";

/** What the page or `kroniek export json` might have written, with a speaker that nobody would find. */
const MARKED = JSON.stringify({
  schema: "kroniek/1", language: "nl", date: null, text: "Kop\n\n“Ja”, zei Zus.\n", sentences: [], tokens: [],
  entities: [{ id: "e1", name: "Zus", type: "PER", mentions: [{ start: 15, end: 18, text: "Zus", confidence: 1 }] }],
  times: [], quotes: [{ start: 6, end: 8, text: "Ja", kind: "direct", speaker: "e1", speaker_name: "Zus", source: null, cue: null, confidence: 1, reason: "cue-after" }],
  events: [], notices: ["date-unknown"],
});

const test = base.extend({
  extra: [{}, { option: true }],
  site: async ({ extra }, use) => {
    const site = await Site.start(extra);
    await use(site);
    await site.end();
  },
  baseURL: ({ site }, use) => use(site.address),
});
test.use({ serviceWorkers: "allow" });

/** Addresses of what is kept, without their hashes; the name of each cache before them. */
const kept = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      found.push(`${name}: ${url.slice(url.indexOf("/", 8)).replace(/[?&]sha256=.*/, "")}`);
    }
  }
  return found;
});

/** A first visit, until all is kept: also what articles need, as happens when the reader goes to another tab. */
async function visit(page) {
  await start(page);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
    delete document.hidden;
  });
  await expect.poll(async () => (await kept(page)).filter((line) => /\.(pack|names)\b/.test(line)).length, { timeout: 15_000 }).toBe(3);
}

/** The network is gone: nobody answers, and a browser that was never here gets nothing. */
async function cut(site, browser) {
  await site.cut();
  await expect(fetch(site.address)).rejects.toThrow();
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await expect(page.goto(site.address)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await stranger.close();
}

const notice = (page) => page.locator(".update");
const reload = (page) => notice(page).getByRole("button", { name: "Laad opnieuw" });

/** Which build the style sheet and the script are of that the page has: `1 1`, `2 2`. */
const builds = (page) => page.evaluate(() => {
  const root = document.documentElement;
  return `${getComputedStyle(root).getPropertyValue("--build") || 1} ${root.dataset.build ?? 1}`;
});

/** Takes the new version, and waits until it is there. */
async function takeOver(page) {
  // With a debugger attached, as Playwright is, Chromium may keep the old service worker at work and the new one
  // waiting for ever; without one it ends the old one at once (measured: 8 of 8, and 4 of 10 failed with).
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await reload(page).click();
  await expect.poll(async () => {
    const seen = await builds(page).catch(() => "");
    const waits = await page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)).catch(() => false);
    if (seen === "1 1" && waits) await session.send("ServiceWorker.stopAllWorkers");
    return seen;
  }, { timeout: 15_000, intervals: [2_000, 1_000] }).toBe("2 2");
  await session.detach();
}

const styleOf = (site) => readdirSync(site.folder).find((name) => /^style-\w+\.css$/.test(name));

/** Build 2: another style sheet under the old address, and another script. */
function makeSecond(site) {
  site.change(styleOf(site), (text) => `${text}:root{--build:2}`);
  site.change("boot.js", (text) => `document.documentElement.dataset.build="2";${text}`);
}

async function publishSecond(site) {
  makeSecond(site);
  await site.publish();
}

test.describe("without a network, after the first visit", () => {
  test("the page opens, and an article is read with its names", async ({ page, site, browser }) => {
    await visit(page);
    await cut(site, browser);
    await start(page);
    expect(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await choose(page, DATED);
    await expect(title(page)).toHaveText(TITLE);
    await settled(page);
    await expect(page.locator("#article [data-e]", { hasText: "Femke Rietveld" })).not.toHaveCount(0);
    // Without the model of names the page says so.
    await expect(page.locator(".status").getByRole("status")).toHaveText("");
    await expect(page.locator("#events .event-mark")).not.toHaveCount(0);
    await choose(page, ENGLISH);
    await expect(title(page)).toHaveText("Three decisions about the dyke of Halderby");
  });

  test("a link opens with its article, and the example is there", async ({ page, site, browser }) => {
    await visit(page);
    await cut(site, browser);
    await page.goto("./?src=examples/nl.txt");
    await expect(reading(page)).toBeVisible();
    await settled(page);
    expect(new URL(page.url()).hash).toBe("#src=examples/nl.txt");
  });

  test("a reader who saves data has what an article has asked for", async ({ page, site, browser }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await start(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await start(page);
    await choose(page, DATED);
    await expect(title(page)).toHaveText(TITLE);
    await settled(page);
    await expect.poll(async () => (await kept(page)).map((line) => /(\w+\.(?:pack|names))/.exec(line)?.[1]).filter(Boolean).sort()).toEqual(["nl.names", "nl.pack"]);
    await cut(site, browser);
    await start(page);
    await choose(page, DATED);
    await expect(title(page)).toHaveText(TITLE);
    await expect(page.locator(".status").getByRole("status")).toHaveText("");
  });
});

test.describe("a new version", () => {
  test("is told quietly, comes when the reader says so, and the article stays open", async ({ page, site, browser }) => {
    await visit(page);
    await start(page);
    await page.evaluate(() => caches.open("kroniek /ander/ 1"));
    const [before] = await kept(page);
    await publishSecond(site);
    await start(page);
    await expect(notice(page)).toContainText("Er is een nieuwe versie van Kroniek.");
    expect(await builds(page)).toBe("1 1");
    await choose(page, DATED);
    await expect(title(page)).toHaveText(TITLE);
    await settled(page);
    await page.getByRole("button", { name: "Wijzig" }).first().click();
    await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-06-02");
    await page.keyboard.press("Enter");
    await expect(reading(page).locator(".date-line")).toContainText("2 juni 2023");
    await settled(page);
    // It does not go away, and does nothing by itself.
    await expect(notice(page)).toBeVisible();
    expect(await builds(page)).toBe("1 1");
    await expectAccessible(page);
    await takeOver(page);
    await expect(title(page)).toHaveText(TITLE);
    await expect(reading(page).locator(".date-line")).toContainText("2 juni 2023");
    await expect(notice(page)).toHaveCount(0);
    // The earlier one is gone, what articles need came along, and nothing of another copy of the page was touched.
    const after = await kept(page);
    expect(after.filter((line) => line.startsWith(before.split(":")[0]))).toEqual([]);
    expect(after.filter((line) => /\.(pack|names)\b/.test(line)).length).toBe(3);
    expect(await page.evaluate(() => caches.has("kroniek /ander/ 1"))).toBe(true);
    await cut(site, browser);
    await start(page);
    expect(await builds(page)).toBe("2 2");
  });

  test("comes by itself once no page is open", async ({ page, context, site }) => {
    await visit(page);
    await start(page);
    await publishSecond(site);
    await start(page);
    await expect(notice(page)).toBeVisible();
    await page.goto("about:blank");
    const next = await context.newPage();
    await expect.poll(async () => {
      await next.goto(site.address);
      await expect(title(next)).toHaveCount(1);
      const seen = await builds(next);
      await next.goto("about:blank");
      return seen;
    }).toBe("2 2");
  });

  test("that is half published is not taken, and the page stays whole", async ({ page, site }) => {
    await visit(page);
    await start(page);
    // The service worker of build 2 is there already; the style sheet is not.
    const old = readFileSync(join(site.folder, styleOf(site)), "utf8");
    await publishSecond(site);
    site.change(styleOf(site), () => old);
    const failed = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise((resolve) => registration.addEventListener("updatefound", () => {
        registration.installing.addEventListener("statechange", ({ target }) => resolve(target.state), { once: true });
      }));
      await registration.update();
      return found;
    });
    expect(await failed).toBe("redundant");
    await start(page);
    expect(await builds(page)).toBe("1 1");
    await expect(notice(page)).toHaveCount(0);
    expect(new Set((await kept(page)).map((line) => line.split(":")[0])).size).toBe(1);
    // The rest arrives.
    site.change(styleOf(site), (text) => `${text}:root{--build:2}`);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await expect(notice(page)).toBeVisible();
    await takeOver(page);
  });

  test("waits for words that are being typed, speaks the reader's language, and can be put off", async ({ page, site }) => {
    await visit(page);
    await start(page);
    await publishSecond(site);
    await start(page);
    await expect(notice(page)).toBeVisible();
    await page.getByRole("button", { name: "Plak tekst" }).first().click();
    await page.locator("#paste textarea").fill("Half geschreven");
    await page.keyboard.press("Escape");
    await reload(page).click();
    await expect(notice(page)).toContainText("kan niet mee");
    expect(await builds(page)).toBe("1 1");
    await expect(page.locator("#paste textarea")).toHaveValue("Half geschreven");
    await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
    await expect(notice(page)).toContainText("cannot come along");
    await notice(page).getByRole("button", { name: "Close" }).click();
    await expect(notice(page)).toHaveCount(0);
    expect(await builds(page)).toBe("1 1");
  });

  test("in one tab is told in the other, which gets no words of another build", async ({ page, context, site }) => {
    await visit(page);
    await start(page);
    const other = await context.newPage();
    await start(other);
    await publishSecond(site);
    await start(page);
    await takeOver(page);
    await expect(notice(other)).toBeVisible();
    expect(await builds(other)).toBe("1 1");
    // Chromium asks the network while a service worker that was stopped, as `takeOver` does, ends; that a page takes
    // no such words even then is in worker.spec.mjs.
    const fetched = () => other.evaluate(() => fetch("nl.pack?v=0123456789abcdef").then(() => "answered", (error) => error.name));
    await expect.poll(fetched).toBe("TypeError");
    // Nothing waits any more.
    await reload(other).click();
    await expect.poll(() => builds(other).catch(() => "")).toBe("2 2");
  });
});

test.describe("what the system hands over opens:", () => {
  const form = (fields) => `<!doctype html><form method="post" enctype="multipart/form-data" action="/kroniek/share">${fields}<button>Deel</button></form>`;
  test.use({
    extra: {
      "/file.html": { type: "text/html; charset=utf-8", body: form('<input type="file" name="file">') },
      "/text.html": { type: "text/html; charset=utf-8", body: form('<input name="title"><textarea name="text"></textarea><input name="url">') },
    },
  });

  test("a shared file, which no server gets to see", async ({ page, site, browser }) => {
    await visit(page);
    await page.goto(`${site.origin}/file.html`);
    await page.locator("input").setInputFiles({ name: "artikel.md", mimeType: "text/markdown", buffer: Buffer.from(DATED) });
    const asked = site.asked.length;
    await page.getByRole("button", { name: "Deel" }).click();
    await expect(title(page)).toHaveText(TITLE);
    expect(site.asked.slice(asked).filter((line) => !line.startsWith("GET") || /share/.test(line))).toEqual([]);
    expect(new URL(page.url()).hash).toBe("");
    await settled(page);
    // Handed over once, and not kept.
    expect((await kept(page)).join("\n")).not.toContain("shared");
    await cut(site, browser);
    await start(page);
    await expect(reading(page)).toBeHidden();
  });

  test("a shared text under its title", async ({ page, site }) => {
    await visit(page);
    await page.goto(`${site.origin}/text.html`);
    const [head, ...rest] = DATED.split("\n\n");
    await page.locator("[name=title]").fill(head);
    await page.locator("[name=text]").fill(rest.join("\n\n"));
    await page.getByRole("button").click();
    await expect(title(page)).toHaveText(TITLE);
  });

  test("the article at a shared address", async ({ page, context, site, allowed, complaints }) => {
    void allowed;
    await visit(page);
    await context.route("https://krant.example/**", (route) => route.fulfill({ body: DATED, contentType: "text/plain; charset=utf-8", headers: { "Access-Control-Allow-Origin": "*" } }));
    await page.goto(`${site.origin}/text.html`);
    await page.locator("[name=text]").fill("https://krant.example/a.txt");
    await page.getByRole("button").click();
    await expect(title(page)).toHaveText(TITLE);
    expect(complaints.filter((text) => /krant/.test(text)).length).toBeGreaterThan(0);
    complaints.length = 0;
  });

  test("a shared file with marks", async ({ page, site }) => {
    await visit(page);
    await page.goto(`${site.origin}/file.html`);
    await page.locator("input").setInputFiles({ name: "dijk.json", mimeType: "application/json", buffer: Buffer.from(MARKED) });
    await page.getByRole("button", { name: "Deel" }).click();
    await expect(title(page)).toHaveText("Kop");
    await expect(reading(page)).toContainText("Markeringen uit een bestand");
  });

  test("files with marks that the page is opened with, without a network", async ({ page, site, browser }) => {
    await visit(page);
    await cut(site, browser);
    await page.addInitScript((text) => {
      const handles = [{ getFile: async () => new File([text], "dijk.json") }];
      Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consumer) => consumer({ files: handles }) } });
    }, MARKED);
    await page.goto("./");
    await expect(title(page)).toHaveText("Kop");
    await expect(reading(page)).toContainText("Markeringen uit een bestand");
    await expect(page.locator("#speakers")).toContainText("Zus");
    // Reloading for a new version would lose the marks, so the page does not offer to keep them.
    await settled(page);
    expect(await page.evaluate(() => {
      const button = Object.assign(document.createElement("button"), { hidden: true });
      button.dataset.action = "keep-article";
      document.body.append(button);
      button.click();
      return document.documentElement.hasAttribute("data-kept");
    })).toBe(false);
  });

  test("files that the page is opened with, however late its program is", async ({ page, context }) => {
    await context.route("**/*.wasm", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue();
    });
    // Chromium under Playwright installs no page, so the system's side is played here.
    await page.addInitScript((text) => {
      const handles = ["artikel.txt", "tweede.txt"].map((name) => ({ getFile: async () => new File([text], name) }));
      Object.defineProperty(window, "launchQueue", { value: { setConsumer: (consumer) => consumer({ files: handles }) } });
    }, DATED);
    await page.goto("./");
    await expect(title(page)).toHaveText(TITLE);
    await expect(page.getByRole("tab")).toHaveText(["artikel", "tweede"]);
  });
});

test.describe("no service worker is registered", () => {
  const frame = (sandbox) => ({ type: "text/html", body: `<!doctype html><iframe ${sandbox} src="/kroniek/" width="900" height="700"></iframe>` });
  test.use({
    extra: { "/framed.html": frame(""), "/sandboxed.html": frame('sandbox="allow-scripts"') },
    // A sandboxed page may not look into this browser's memory.
    allowed: [/localStorage|sandbox|CORS policy|ERR_FAILED|blocked/i],
  });
  for (const name of ["framed", "sandboxed"]) {
    test(`on a ${name} page`, async ({ page, site }) => {
      await page.goto(`${site.origin}/${name}.html`);
      if (name === "framed") await expect(page.frameLocator("iframe").locator("h1")).toHaveCount(1);
      await page.waitForLoadState("networkidle");
      expect(site.asked.filter((line) => /offline\.js|sw\.js/.test(line))).toEqual([]);
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    });
  }
  test("but it is on a page of its own", async ({ page }) => {
    await start(page);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(1);
  });
});

test("only the page's own files are kept, and no word of an article", async ({ page, baseURL }) => {
  await visit(page);
  await start(page);
  await choose(page, DATED.replace("De visserij", "Dominee Zwartewaterlander"), "zwartewaterlander.txt");
  await expect(title(page)).toHaveText(TITLE);
  await settled(page);
  const { urls, found } = await page.evaluate(async () => {
    const urls = [];
    let found = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        urls.push(request.url);
        if (/Zwartewaterlander/i.test(await (await cache.match(request)).text())) found += 1;
      }
    }
    return { urls, found };
  });
  expect(urls.length).toBeGreaterThan(10);
  expect(urls.filter((url) => !url.startsWith(baseURL))).toEqual([]);
  expect(found).toBe(0);
});

test("the browser finds nothing against installing the page", async ({ page, context, site }) => {
  await start(page);
  const session = await context.newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  for (const { src, sizes } of manifest.icons) {
    const png = readFileSync(join(site.folder, src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's pages are those of a private window, where nothing is installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
