// The browser bench, run by `cargo xtask bench`: the built page in Chromium, beside wink-nlp and compromise on
// the same texts in the same run. Prints Markdown tables.
//
// What the page must offer: a button data-testid="example" that opens the built-in example, highlights that
// match HIGHLIGHT, and, only when its address ends in #bench,
// `window.kroniekBench(text, runs)`: a promise of the milliseconds of each stage of each analysis, by the
// worker's own clock. The first run of every program is not counted.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/browser.mjs";
import { BASE, serveFolder } from "../../tests/e2e/server.mjs";
import { sizes } from "../../xtask/dist.mjs";
import { bundleRivals } from "./rivals.mjs";

const HIGHLIGHT = ".article mark";
const COLD_STARTS = 7;
const WARM_RUNS = 50;
const LONG_BYTES = 500_000;
const LONG_RUNS = 3;
const STAGES = ["text", "names", "times", "quotes", "events"];
// A page that is isolated from others gets a clock of 5 µs instead of 100 µs.
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const bytes = (text) => Buffer.byteLength(text);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const round = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));

/** The texts: `[{ name, text, runs }]`. */
function readTexts() {
  const folder = path("../../tests/articles/");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")).sort() : [];
  if (names.length === 0) throw new Error("tests/articles/ has no .txt file: there is nothing to measure");
  const joined = names.map((name) => readFileSync(folder + name, "utf8")).join("\n\n");
  const texts = [{ name: `the ${names.length} test articles, joined`, text: joined, runs: WARM_RUNS }];
  const seed = path("../../../shared/gold/seed.txt");
  if (existsSync(seed)) texts.push({ name: "the reference article", text: readFileSync(seed, "utf8"), runs: WARM_RUNS });
  else console.log("The reference article (../shared/gold/seed.txt) is absent: its row is missing.\n");
  const long = `${joined}\n\n`.repeat(Math.ceil(LONG_BYTES / bytes(joined)));
  return [...texts, { name: "the test articles, repeated", text: long, runs: LONG_RUNS }];
}

/** Milliseconds from the start of the navigation to the frame after the first highlight, in a new browser. */
async function coldStart(origin) {
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.addInitScript((highlight) => {
      let clicked = false;
      const look = () => {
        const button = document.querySelector('[data-testid="example"]');
        if (button && !clicked) {
          clicked = true;
          window.exampleClicked = performance.now();
          button.click();
        }
        if (document.querySelector(highlight)) {
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => (window.firstHighlight = performance.now())));
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
    }, HIGHLIGHT);
    await page.goto(origin + BASE);
    await page.waitForFunction(() => window.firstHighlight, undefined, { timeout: 10_000 }).catch(() => {
      throw new Error(`no highlight (${HIGHLIGHT}) within 10 s of opening the example`);
    });
    return await page.evaluate(() => ({ usable: window.exampleClicked, highlight: window.firstHighlight }));
  } finally {
    await browser.close();
  }
}

/** The milliseconds of each stage of each run, for each text, by the page's own measure. */
async function measureKroniek(browser, origin, texts) {
  const page = await browser.newPage();
  await page.goto(`${origin}${BASE}#bench`);
  await page.waitForFunction(() => window.kroniekBench, undefined, { timeout: 5_000 }).catch(() => {
    throw new Error("the page offers no window.kroniekBench at #bench");
  });
  const all = [];
  for (const { text, runs } of texts) {
    all.push((await page.evaluate(([text, runs]) => window.kroniekBench(text, runs), [text, runs + 1])).slice(1));
  }
  await page.close();
  return all;
}

async function measureRival(browser, origin, name, texts) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(`${origin}/rival/${name}`);
  await page.waitForFunction(() => window.rivalBench);
  const all = [];
  for (const { text, runs } of texts) {
    const ms = await page.evaluate(([text, runs]) => window.rivalBench(text, runs), [text, runs + 1]);
    all.push(ms.slice(1));
  }
  await page.close();
  return all;
}

const rows = (head, lines) => [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const texts = readTexts();
const rivals = await bundleRivals();
const extra = Object.fromEntries(rivals.flatMap(({ name, script }) => [
  [`/rival/${name}`, { type: "text/html; charset=utf-8", body: `<!doctype html><title>${name}</title><script src="/rival/${name}.js"></script>` }],
  [`/rival/${name}.js`, { type: "text/javascript; charset=utf-8", body: script }],
]));
const { server, origin } = await serveFolder(undefined, { extra, headers: ISOLATED });
const browser = await chromium.launch(launchOptions());
try {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cores[0].model.trim()}, ${cores.length} cores, ${memory} GiB, ${type()}; Chromium ${browser.version()}; ${new Date().toISOString().slice(0, 10)}\n`);

  const starts = [];
  for (let run = 0; run < COLD_STARTS; run++) starts.push(await coldStart(origin));
  const of = (key) => `${round(median(starts.map((start) => start[key])))} ms`;
  console.log(`Cold start, median of ${COLD_STARTS} new browsers: usable after ${of("usable")}, first highlight in the example after ${of("highlight")}.\n`);

  const stages = await measureKroniek(browser, origin, texts);
  const measured = [["kroniek", stages.map((runs) => runs.map((run) => run.reduce((sum, ms) => sum + ms, 0)))]];
  for (const { name } of rivals) measured.push([name, await measureRival(browser, origin, name, texts)]);
  const lines = texts.flatMap(({ name, text, runs }, index) =>
    measured.map(([who, all]) => {
      const ms = median(all[index]);
      return [name, bytes(text), who, `${round(ms)} ms`, `${round(Math.min(...all[index]))} ms`, round(bytes(text) / ms / 1000), runs];
    }),
  );
  console.log(`${rows(["text", "bytes", "program", "median", "fastest", "MB/s", "runs"], lines)}\n`);

  const byStage = texts.flatMap(({ name, text }, index) => STAGES.map((stage, at) => {
    const ms = median(stages[index].map((run) => run[at]));
    return [name, stage, `${round(ms)} ms`, round(bytes(text) / ms / 1000)];
  }));
  console.log(`${rows(["text", "stage of kroniek", "median", "MB/s"], byStage)}\n`);

  const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);
  const own = sizes(path("../../dist"));
  const weights = [
    ...own.map(({ name, raw, gzip, brotli }) => [name, raw, gzip, brotli]),
    ["**kroniek, in all**", sum(own, "raw"), sum(own, "gzip"), sum(own, "brotli")],
    ...rivals.map(({ name, script }) => [
      name, bytes(script), gzipSync(script, { level: 9 }).length, brotliCompressSync(script).length,
    ]),
  ];
  console.log(rows(["file, bytes", "raw", "gzip", "brotli"], weights));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
