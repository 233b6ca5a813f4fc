// chrono-node's Dutch parser behind the command line that the scorers of dates and times expect:
//   node benches/chrono/analyze.mjs FILE --lang nl --date YYYY-MM-DD[THH:MM:SS]
// It prints { "times": [...] } with the parts that the words state; what chrono only implies is left out, so
// that "maart 2022" is a month. chrono-node is no dependency of the project: NODE_CHRONO names the folder that
// holds it (`npm install chrono-node` anywhere).
//
// The table of src/times/README.md: shared/eval/ntx.py --cmd 'node benches/chrono/analyze.mjs' SPEC.json, and
// the same with 'kroniek analyze'.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [file, ...rest] = process.argv.slice(2);
const option = (name) => rest[rest.indexOf(name) + 1];
const from = process.env.NODE_CHRONO ?? process.cwd();
const chrono = createRequire(`${from}/index.js`)("chrono-node");

const two = (number) => String(number).padStart(2, "0");

/** A moment as precise as its words: ISO 8601. */
function value(parts) {
  const given = (name) => parts.isCertain(name);
  const get = (name) => parts.get(name);
  const day = given("day") || given("weekday") || given("hour") || given("minute");
  let text = String(get("year")).padStart(4, "0");
  if (given("month") || day) text += `-${two(get("month"))}`;
  if (day) text += `-${two(get("day"))}`;
  if (given("hour")) text += `T${two(get("hour"))}:${two(get("minute") ?? 0)}`;
  if (given("second") && get("second") > 0) text += `:${two(get("second"))}`;
  return text;
}

const text = readFileSync(file, "utf8");
const [date, clock = "00:00:00"] = (option("--date") ?? "2022-03-24").split("T");
const [year, month = 1, day = 1] = date.split("-").map(Number);
const [hour, minute, second = 0] = clock.split(":").map(Number);
const found = chrono[option("--lang") ?? "nl"].parse(text, new Date(year, month - 1, day, hour, minute, second));
const points = (end) => [...text.slice(0, end)].length;
const times = found.map(({ index, text: words, start, end }) => ({
  start: points(index),
  end: points(index + words.length),
  text: words,
  type: start.isCertain("hour") ? "TIME" : "DATE",
  value: value(start),
  ...(end ? { begin: value(start), until: value(end) } : {}),
}));
console.log(JSON.stringify({ times, entities: [], quotes: [], events: [], sentences: [], tokens: [] }));
