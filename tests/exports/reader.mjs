// import.js in Node: each line of standard input is a list of a JSON text and texts; each line of output is what
// `kroniekRead` gives for them, in hexadecimal digits.

import { readFileSync } from "node:fs";

(0, eval)(readFileSync(new URL("../../import.js", import.meta.url), "utf8"));

const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
console.log(lines.map((line) => {
  const [json, texts] = JSON.parse(line);
  return Buffer.from(globalThis.kroniekRead([["a.json", json]], texts, 0, true)).toString("hex");
}).join("\n"));
