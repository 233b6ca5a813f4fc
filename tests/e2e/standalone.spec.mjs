// Promise: an article saved as one HTML file opens from a disk with everything that was found in it, asks nothing of any
// network, and its words are never more than words.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { standalone } from "../../xtask/standalone.mjs";
import { DATED, ENGLISH, open, reading, settled, title } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";

const TITLE = "Drie besluiten over de dijk van Oudewaal";
const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

const line = (page) => page.locator("#export .one-file");

/** Saves what is open with the button of the dialog; the file's name and its path. */
async function save(page) {
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  const waiting = page.waitForEvent("download");
  await line(page).getByRole("button", { name: "Bewaar als één HTML-bestand" }).click();
  const download = await waiting;
  await expect(line(page).getByRole("status")).toHaveText("Bewaard.");
  const path = test.info().outputPath("saved.html");
  await download.saveAs(path);
  return { name: download.suggestedFilename(), path };
}

/** Opens a file from the disk in a browser without a network; `asked` is everything that the page requests. */
async function openFile(browser, path, options = {}) {
  const context = await browser.newContext({ offline: true, locale: "nl-NL", viewport: { width: 1440, height: 900 }, ...options });
  const [asked, wrong] = [[], []];
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  page.on("pageerror", (error) => wrong.push(`uncaught: ${error.stack ?? error}`));
  page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  await page.goto(pathToFileURL(path).href);
  return { page, asked, wrong, close: () => context.close() };
}

/** What every such file keeps to. */
async function expectAlone({ page, asked, wrong }, path) {
  expect(asked.filter((url) => !/^(data:|blob:null\/)/.test(url))).toEqual([pathToFileURL(path).href]);
  // The worker: something was watched.
  expect(asked.some((url) => url.startsWith("blob:null/"))).toBe(true);
  expect(wrong).toEqual([]);
  const html = readFileSync(path, "utf8");
  expect(html.match(/https?:\/\/(?!www\.w3\.org\/)[^\s"'`<]+/g) ?? []).toEqual([]);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]{43}=' 'wasm-unsafe-eval'; style-src 'sha256-[\w+/]{43}='; worker-src blob:; img-src data: blob:; base-uri 'none'; form-action 'none'$/);
  const refused = await page.evaluate(() => fetch("data:text/plain,x").then(() => "answered", () => "refused"));
  expect(refused, "not even its own data is fetched").toBe("refused");
}

test("an article with its corrections opens from the disk, whole and alone", async ({ page, browser }) => {
  await open(page, DATED);
  await page.getByRole("button", { name: "Wijzig" }).first().click();
  await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2023-06-02");
  await page.keyboard.press("Enter");
  await expect(reading(page).locator(".date-line")).toContainText("2 juni 2023");
  await settled(page);
  const counts = async (page) => ({
    names: await page.locator("#article [data-e]").count(),
    quotations: await page.locator("#article [data-q]").count(),
    events: await page.locator("#events .event-mark").count(),
    bars: await page.locator("#speakers [data-q]").count(),
  });
  const here = await counts(page);
  expect(Math.min(...Object.values(here))).toBeGreaterThan(0);
  const saved = await save(page);
  expect(saved.name).toBe("Drie-besluiten-over-de-dijk-van-Oudewaal.html");

  const { length } = readFileSync(saved.path);
  expect(length).toBeGreaterThan(1_500_000);
  expect(length).toBeLessThan(3_000_000);

  const opened = await openFile(browser, saved.path);
  const file = opened.page;
  await expect(title(file)).toHaveText(TITLE);
  await expect(file).toHaveTitle(/Kroniek/);
  await expect(reading(file).locator(".date-line")).toContainText("2 juni 2023");
  await settled(file);
  expect(await counts(file)).toEqual(here);
  // With the model of names: without it the page says so.
  await expect(file.locator(".status").getByRole("status")).toHaveText("");
  await file.locator("#article [data-e]", { hasText: "Femke Rietveld" }).first().click();
  await expect(file.locator("#article .lit", { hasText: "Rietveld" }).first()).toBeVisible();
  await expect(file.locator("#speakers .lit").first()).toBeVisible();
  // Its address is of no use to others, and it holds no second copy of itself.
  await expect(file.getByRole("button", { name: "Deel", exact: true })).toHaveCount(0);
  await file.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(line(file)).toBeHidden();
  const waiting = file.waitForEvent("download");
  await file.getByRole("button", { name: "JSON: .json" }).click();
  const json = readFileSync(await (await waiting).path());
  expect(JSON.parse(json.toString()).date.value).toBe("2023-06-02");
  await file.keyboard.press("Escape");
  // What it saves, it opens.
  await file.locator("#file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: json });
  await expect(reading(file)).toContainText("Markeringen uit een bestand");
  await settled(file);
  expect(await counts(file)).toEqual(here);
  await expectAlone(opened, saved.path);
  await opened.close();
});

const HOSTILE = [
  'Kop </script><script>window.pwned = 1</script></title><img src=x onerror="window.pwned = 2">',
  `</style><style>*{display:none}</style> <!-- <script> --> ]]> ${"\u2028"} \`\${window.pwned = 3}\` $& $1 $\``,
  "“Weg ermee </article></body></html><svg onload=alert(1)>”, zei Femke <b>Rietveld</b> op 1 mei 2023. Zij opende de sluis &lt;hier&amp;daar.",
].join("\n\n");

test("hostile words are shown, and do nothing", async ({ page, browser }) => {
  await open(page, HOSTILE, "artikel.txt", /.*/);
  await settled(page);
  const { path } = await save(page);
  const opened = await openFile(browser, path);
  await expect(title(opened.page)).toHaveText(HOSTILE.split("\n")[0]);
  await settled(opened.page);
  for (const words of ["</style><style>*{display:none}</style> <!-- <script> --> ]]>", "</article></body></html><svg onload=alert(1)>", "&lt;hier&amp;daar"]) {
    await expect(reading(opened.page)).toContainText(words);
  }
  expect(await opened.page.evaluate(() => ({ pwned: window.pwned, scripts: document.scripts.length, images: document.images.length, styles: document.querySelectorAll("style").length })))
    .toEqual({ pwned: undefined, scripts: 1, images: 0, styles: 1 });
  await expectAlone(opened, path);
  await opened.close();

  // A mail program that runs no script shows the words.
  const plain = await openFile(browser, path, { javaScriptEnabled: false });
  await expect(plain.page.getByRole("article")).toContainText("</article></body></html><svg onload=alert(1)>");
  await expect(title(plain.page)).toHaveText(HOSTILE.split("\n")[0]);
  await expect(plain.page.locator("img, svg, article script, article style, article b")).toHaveCount(0);
  await plain.close();
});

test("in English the model of Dutch names stays behind", async ({ page, browser }) => {
  await open(page, ENGLISH);
  const { path } = await save(page);
  expect(readFileSync(path).length).toBeLessThan(1_000_000);
  const opened = await openFile(browser, path);
  await expect(title(opened.page)).toHaveText("Three decisions about the dyke of Halderby");
  await settled(opened.page);
  await expect(opened.page.locator("#events .event-mark")).not.toHaveCount(0);
  await expectAlone(opened, path);
  await opened.close();
});

test("the file that the command line makes opens too, is accessible, and another article opens in it", async ({ page, browser }) => {
  await open(page, DATED);
  await page.getByRole("button", { name: "Deel", exact: true }).click();
  const link = page.getByRole("dialog").getByRole("textbox", { name: "Link", exact: true });
  await expect(link).toHaveValue(/#d=1/);
  const path = test.info().outputPath("made.html");
  writeFileSync(path, await standalone(DIST, (await link.inputValue()).split("#d=")[1]));
  const opened = await openFile(browser, path);
  await expect(title(opened.page)).toHaveText(TITLE);
  await settled(opened.page);
  await expect(opened.page.locator("#events .event-mark")).not.toHaveCount(0);
  await expectAlone(opened, path);
  await opened.page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(ENGLISH) });
  await expect(title(opened.page)).toHaveText("Three decisions about the dyke of Halderby");
  await opened.close();
  // axe comes in as a script that the policy of the file does not know.
  const bypassed = await openFile(browser, path, { bypassCSP: true });
  await expect(title(bypassed.page)).toHaveText(TITLE);
  await settled(bypassed.page);
  await expectAccessible(bypassed.page);
  await bypassed.close();
});

test.describe("what cannot be had", () => {
  test.use({ allowed: [/404/] });
  test("is told, and the article stays open", async ({ page }) => {
    await open(page, DATED);
    await page.route("**/nl.names*", (route) => route.fulfill({ status: 404, body: "" }));
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await line(page).getByRole("button").click();
    await expect(line(page).getByRole("status")).toContainText("kon niet worden gemaakt");
    await expect(line(page).getByRole("button")).toBeEnabled();
    await expect(title(page)).toHaveText(TITLE);
  });
});
