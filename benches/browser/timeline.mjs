// How long the events timeline takes: the script, style and layout of its first drawing, and of a step of zooming,
// for 200, 1,000 and 5,000 events. Frames themselves come at the screen's pace; what counts is the work in one.
//
//   node benches/browser/timeline.mjs [STEPS]

import { cpus } from "node:os";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/browser.mjs";
import { BASE, serveFolder } from "../../tests/e2e/server.mjs";

const [steps = "40"] = process.argv.slice(2);
const VERBS = ["opende", "sloot", "kocht", "verkocht", "bouwde", "sloopte", "ontving", "weigerde", "verloor", "won"];
const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/** An article of so many sentences with a day and an event each, over some sixty years. */
function article(count) {
  const sentence = (at) =>
    `Op ${(at % 27) + 1} ${MONTHS[(at * 7) % 12]} ${1955 + ((at * 13) % 65)} ${VERBS[at % 10]} de gemeente pand ${at + 1} aan de haven.`;
  const blocks = Array.from({ length: Math.ceil(count / 10) }, (_, block) =>
    Array.from({ length: 10 }, (_, at) => sentence(block * 10 + at)).join(" "));
  return `Datum: 24 maart 2022\n\nDe panden van de haven\n\n${blocks.join("\n\n")}\n`;
}

const DRAWING = "svg.timeline-drawing";

/** In the page: keys change what the timeline shows, and asking for a box makes the browser lay it out at once. */
async function measure([selector, steps]) {
  const drawing = () => document.querySelector(selector);
  const press = async (key) => {
    const before = drawing();
    const start = performance.now();
    before.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    // The drawing follows in a microtask.
    while (drawing() === before && performance.now() - start < 100) await Promise.resolve();
    drawing()?.getBBox();
    document.body.getBoundingClientRect();
    const time = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    return [time, drawing() !== before];
  };
  const [fit, zoom] = [[], []];
  let changed = 0;
  const single = document.querySelectorAll(`${selector} .event-mark`).length;
  const clusters = [...document.querySelectorAll(`${selector} .cluster`)].map((cluster) => Number(cluster.querySelector("text").textContent.replace(/\D/g, "")));
  for (let step = 0; step < steps; step += 1) {
    const [time, isNew] = await press(step % 8 < 4 ? "+" : "-");
    zoom.push(time);
    changed += isNew;
  }
  for (let step = 0; step < 10; step += 1) {
    await press("+");
    fit.push((await press("0"))[0]);
  }
  return { fit, zoom, changed, events: single + clusters.reduce((sum, count) => sum + count, 0) };
}

const server = await serveFolder();
const browser = await chromium.launch(launchOptions());
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const worst = (all) => Math.max(...all);
const show = (all) => `${median(all).toFixed(1)} (slowest ${worst(all).toFixed(1)})`;
try {
  console.log(`${cpus()[0].model}, ${cpus().length} cores; Chromium ${browser.version()}; window 1440 by 900; milliseconds`);
  console.log("| sentences | dated events | all of them drawn | a step of zooming |\n|---|---|---|---|");
  for (const count of [200, 1000, 5000]) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
    await page.goto(`${server.origin}${BASE}#lang=nl`);
    await page.locator("#file").setInputFiles({ name: "artikel.txt", mimeType: "text/plain", buffer: Buffer.from(article(count)) });
    await page.locator(DRAWING).waitFor({ timeout: 120_000 });
    await page.locator(".working").waitFor({ state: "detached", timeout: 120_000 });
    await page.waitForTimeout(2000);
    const found = await page.evaluate(measure, [DRAWING, Number(steps)]);
    if (found.changed < Number(steps) / 2) throw new Error(`of ${steps} keys ${found.changed} changed the drawing`);
    console.log(`| ${count} | ${found.events} | ${show(found.fit)} | ${show(found.zoom)} |`);
    await page.close();
  }
} finally {
  await browser.close();
  server.close?.();
}
process.exit(0);
