// Makes one HTML file of the built page and an article, with the script that the page uses for it.
//
//   node xtask/standalone.mjs DIST OUT.html LINK      LINK as `kroniek link` prints it; "-" reads it from standard input

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The file as text. */
export async function standalone(folder, link) {
  const { compose } = await import(pathToFileURL(join(folder, "standalone.js")).href);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const text = (pattern) => readFileSync(join(folder, pattern.exec(page)[1]), "utf8");
  return compose({
    script: text(/ data-js="\.\/([^"]+)"/),
    reader: readFileSync(join(folder, "import.js"), "utf8"),
    style: text(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/),
    icon: text(/<link rel="icon"[^>]* href="\.\/([^"]+)"/),
    program: readFileSync(join(folder, / data-wasm="\.\/([^"]+)"/.exec(page)[1])),
    bring: async (address) => readFileSync(join(folder, address.split("?")[0])),
    link,
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, out, given] = process.argv.slice(2);
  const link = given === "-" ? readFileSync(0, "utf8") : given;
  const html = await standalone(folder, link.trim().replace(/^#d=/, ""));
  writeFileSync(out, html);
  console.log(`${out}: ${html.length} bytes`);
}
