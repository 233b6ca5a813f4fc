// Finishes what trunk has built: minifies the scripts and style sheets, prints the size of each file and
// fails when the page has outgrown its budget.
//
//   node xtask/dist.mjs DIST [--only-sizes]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { files, writeServiceWorker } from "./offline.mjs";

/**
 * All that the page loads before a language pack, in bytes after brotli. The first page, with small stages, took 200 KB;
 * since then came the rules of times (up to 60), the tagger, trained events, sharing and saving (33), the embed (4), what
 * works without a network (3), several articles (14), 6 for which names and events are read a fifth
 * faster, 4 for marks of a file, 13 for labels of events that can be read without the article, and 3 for times of
 * chronicles and logs and events found somewhat faster.
 */
const BUDGET = 376_000;

/**
 * What is loaded later: a language's words with the first article, an example or the script that makes one file or reads marks
 * when it is asked for, icons by the system that installs the page; once the page stands, the service worker. And what only a
 * page inside another page loads, and that other page.
 */
const LATER = /\.(pack|names)$|^examples\/|^icon-\w+\.png$|^(sw|standalone|import)\.js$|^sandbox\/|^(sandbox|frame|kroniek-embed)\.js$|^embed\.css$/;

/** What the script for other sites' pages may weigh, in bytes after brotli. */
const EMBED_BUDGET = 4_096;

/** The size of each file: raw, gzip (level 9) and brotli (level 11), in bytes. */
export function sizes(folder) {
  return files(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
}

/** The sizes as lines of text, the sum last. */
export function table(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const all = [...rows, { name: "in all", raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") }];
  const width = Math.max(...all.map((row) => row.name.length));
  const line = (name, ...columns) => name.padEnd(width) + columns.map((text) => String(text).padStart(10)).join("");
  return [line("bytes", "raw", "gzip", "brotli"), ...all.map((row) => line(row.name, row.raw, row.gzip, row.brotli))].join("\n");
}

/**
 * Takes out what Leptos brings for streams of a server's functions: classes that are exported, so that no
 * linker takes them for dead, and that nothing here can use. 1.5 KB of brotli.
 */
function withoutStreams(folder) {
  const [script] = files(folder).filter((name) => /^app-\w+\.js$/.test(name));
  const [program] = files(folder).filter((name) => /^app-\w+_bg\.wasm$/.test(name));
  const path = join(folder, script);
  const source = readFileSync(path, "utf8").replace(
    /^export class IntoUnderlying\w+ \{[\s\S]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm,
    "",
  );
  writeFileSync(path, source);
  const wasm = join(folder, program);
  const names = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name);
  // What the script does not name, nobody calls; the rest is reached from outside.
  const reached = names.filter((name) => source.includes(name));
  const graph = [
    { name: "outside", root: true, reaches: reached.map((name) => `export ${name}`) },
    ...names.map((name) => ({ name: `export ${name}`, export: name })),
  ];
  const temporary = mkdtempSync(join(tmpdir(), "kroniek-"));
  try {
    writeFileSync(join(temporary, "graph.json"), JSON.stringify(graph));
    // Functions with one caller stay apart, here and in index.html: in one piece with all stages a browser compiles
    // what it never runs, and its second compiler took half a second for the whole. 1.4 KB of brotli less, too.
    const tool = (name, words) => execFileSync(process.execPath, [join("node_modules/binaryen/bin", name), ...words], { stdio: ["ignore", "ignore", "inherit"] });
    tool("wasm-metadce", [wasm, "--graph-file", join(temporary, "graph.json"), "-o", wasm]);
    tool("wasm-opt", ["-Oz", "--converge", "-ocimfs", "400", "--strip-producers", "--strip-target-features", wasm, "-o", wasm]);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

/** One style sheet for the page: the files of style/ one after the other. A request and 1 KB of brotli less. */
function joinStyles(folder) {
  const page = join(folder, "index.html");
  let html = readFileSync(page, "utf8");
  const links = [...html.matchAll(/\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g)];
  const sheets = links.map(([, name]) => readFileSync(join(folder, name), "utf8"));
  const hash = createHash("sha256").update(sheets.join("\n")).digest("hex").slice(0, 16);
  writeFileSync(join(folder, `style-${hash}.css`), sheets.join("\n"));
  for (const [index, [link, name]] of links.entries()) {
    html = html.replace(link, index === 0 ? link.replace(name, `style-${hash}.css`) : "");
    rmSync(join(folder, name));
  }
  writeFileSync(page, html);
}

/**
 * The page's parts once more, as scripts: what a frame without an origin may load (sandbox.js). Text as text,
 * anything else as base64 in a list of one.
 */
async function forSandbox(folder) {
  const { transformSync } = await import("esbuild");
  mkdirSync(join(folder, "sandbox"));
  for (const name of files(folder).filter((name) => /^app-|\.(pack|names)$/.test(name))) {
    const content = readFileSync(join(folder, name));
    const script = name.endsWith(".js")
      ? transformSync(content.toString(), { format: "iife", globalName: "kroniekApp", minify: true, target: "es2022", logLevel: "error" }).code
      : `self.kroniekFile=${JSON.stringify(name.endsWith(".pack") ? content.toString() : [content.toString("base64")])}`;
    writeFileSync(join(folder, "sandbox", `${name}.js`), script);
  }
}

async function minify(folder) {
  const { transformSync } = await import("esbuild");
  for (const name of files(folder)) {
    const loader = name.endsWith(".js") ? "js" : name.endsWith(".css") ? "css" : undefined;
    if (loader) {
      const path = join(folder, name);
      const source = readFileSync(path, "utf8");
      writeFileSync(path, transformSync(source, { loader, minify: true, target: "es2022", legalComments: "none" }).code);
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, flag] = process.argv.slice(2);
  if (flag !== "--only-sizes") {
    withoutStreams(folder);
    joinStyles(folder);
    await minify(folder);
    await forSandbox(folder);
    await writeServiceWorker(folder);
  }
  const rows = sizes(folder);
  console.log(table(rows));
  const total = rows.filter((row) => !LATER.test(row.name)).reduce((sum, row) => sum + row.brotli, 0);
  console.log(`before a language pack: ${total} bytes of brotli of at most ${BUDGET}`);
  if (total > BUDGET) {
    console.error(`error: the page without its language packs is ${total} bytes after brotli; its budget is ${BUDGET}`);
    process.exit(1);
  }
  const embed = rows.find((row) => row.name === "kroniek-embed.js").brotli;
  if (embed > EMBED_BUDGET) {
    console.error(`error: kroniek-embed.js is ${embed} bytes after brotli; its budget is ${EMBED_BUDGET}`);
    process.exit(1);
  }
}
