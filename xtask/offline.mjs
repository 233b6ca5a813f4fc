// Writes the service worker of a built folder: `offline/sw.js` with the addresses and hashes of the folder's files.
// Run again after any change of a file, or readers keep what they have.
//
//   node xtask/offline.mjs DIST

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const TEMPLATE = new URL("../offline/sw.js", import.meta.url);

/** Fetched for articles, not to open the page. */
const LATER = /\.(pack|names)$/;
/** Of no use without a network: icons that the system keeps, the service worker itself, what other sites' pages load. */
const NEVER = /^(sw\.js|icon-\w+\.png|kroniek-embed\.js|sandbox\.js)$|^sandbox\//;

/** The files of a folder, however deep, as addresses relative to it. */
export function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** FNV-1a of 64 bits over words of eight bytes, in hexadecimal digits, as `build.rs` gives it to the program. */
function fnv(bytes) {
  const filled = Buffer.alloc(Math.ceil(bytes.length / 8) * 8);
  bytes.copy(filled);
  // In halves of 32 bits.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < filled.length; at += 8) {
    low = (low ^ filled.readUInt32LE(at)) >>> 0;
    high = (high ^ filled.readUInt32LE(at + 4)) >>> 0;
    // Times 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** The address at which the page asks for a file. */
function address(name, bytes) {
  if (name === "index.html") return "";
  return LATER.test(name) ? `${name}?v=${fnv(bytes)}` : name;
}

/** Tells the script that makes one file of the page at which addresses the files for articles are. */
function tellStandalone(folder) {
  const path = join(folder, "standalone.js");
  const told = readFileSync(path, "utf8").replace(/(\w+\.(?:pack|names))\?v=[0-9a-f]*/g, (_, name) => address(name, readFileSync(join(folder, name))));
  writeFileSync(path, told);
}

/** Writes DIST/sw.js; gives the build's version. */
export async function writeServiceWorker(folder) {
  const { transformSync } = await import("esbuild");
  tellStandalone(folder);
  const lists = { FIRST: {}, LATER: {} };
  for (const name of files(folder).filter((name) => !NEVER.test(name))) {
    const bytes = readFileSync(join(folder, name));
    const hash = createHash("sha256").update(bytes).digest("base64");
    lists[LATER.test(name) ? "LATER" : "FIRST"][address(name, bytes)] = hash;
  }
  let script = readFileSync(TEMPLATE, "utf8");
  const version = createHash("sha256").update(script + JSON.stringify(lists)).digest("hex").slice(0, 16);
  for (const [name, list] of Object.entries(lists)) {
    script = script.replace(`const ${name} = { __proto__: null };`, `const ${name} = { __proto__: null, ...${JSON.stringify(list)} };`);
  }
  script = script.replace('const VERSION = "*";', `const VERSION = "${version}";`);
  writeFileSync(join(folder, "sw.js"), transformSync(script, { loader: "js", minify: true, target: "es2022" }).code);
  return version;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(`sw.js of version ${await writeServiceWorker(process.argv[2])}`);
}
