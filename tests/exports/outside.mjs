// Our exports in the readers of others: TimelineJS3's own configuration class, and ical.js.
//
// Needs packages that the project itself does not use, in some folder:
//   npm install @knight-lab/timelinejs ical.js esbuild jsdom
//   node tests/exports/outside.mjs KRONIEK FOLDER ARTICLE...
// KRONIEK is the built command line, FOLDER the one with node_modules. What is not there is said and skipped.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [program, folder, ...articles] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), "package.json"));
const write = (format, article) => execFileSync(program, ["export", format, article], { encoding: "utf8" });
let failed = 0;

function found(...names) {
  try {
    return names.map((name) => require.resolve(name));
  } catch {
    console.log(`SKIPPED: ${names.join(", ")} not in ${folder}`);
    return null;
  }
}

function verdict(name, article, right, told) {
  failed += right ? 0 : 1;
  console.log(`${right ? "right" : "WRONG"}  ${name}  ${article}  ${told}`);
}

async function timelines() {
  if (!found("esbuild", "jsdom", "@knight-lab/timelinejs/package.json")) return;
  const { JSDOM } = require("jsdom");
  const { window } = new JSDOM("");
  // Its class needs what any page has, and no more than these.
  const { document, getComputedStyle, DOMParser } = window;
  Object.assign(globalThis, { window, document, getComputedStyle, DOMParser });
  const root = join(require.resolve("@knight-lab/timelinejs/package.json"), "..");
  const outfile = join(mkdtempSync(join(tmpdir(), "kroniek-")), "config.mjs");
  await require("esbuild").build({
    stdin: { contents: `export * from "${root}/src/js/core/TimelineConfig.js"`, resolveDir: root },
    bundle: true, format: "esm", outfile, logLevel: "error",
  });
  const { TimelineConfig } = await import(pathToFileURL(outfile));
  for (const article of articles) {
    const data = JSON.parse(write("timelinejs", article));
    const events = data.events.length;
    const config = new TimelineConfig(structuredClone(data));
    config.validate();
    const right = config.isValid() && config.events.length === events;
    verdict("TimelineConfig", article, right, `${config.events.length} of ${events} events ${config.getErrors("; ")}`);
  }
}

async function calendars() {
  const paths = found("ical.js");
  if (!paths) return;
  const { default: ICAL } = await import(pathToFileURL(paths[0]));
  for (const article of articles) {
    const calendar = new ICAL.Component(ICAL.parse(write("ics", article)));
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    const right = events.every((event) => event.uid && event.summary && event.startDate.isDate &&
      event.endDate.compare(event.startDate) > 0);
    verdict("ical.js", article, right, `${events.length} events`);
  }
}

await timelines();
await calendars();
process.exit(failed ? 1 : 0);
