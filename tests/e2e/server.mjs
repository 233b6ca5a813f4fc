// Serves dist/ under a sub-path, as GitHub Pages does, and pages that embed it under /hosts/ (hosts.mjs).
// `serveFolder` for scripts; on the command line:
//
//   node tests/e2e/server.mjs [PORT]

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { host } from "./hosts.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The sub-path: a page that only works at the root of a host fails here. */
export const BASE = "/kroniek/";

const MIME = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The file that an address names, or undefined when there is none in `folder`. */
function locate(folder, pathname) {
  if (!pathname.startsWith(BASE)) return undefined;
  const path = normalize(join(folder, pathname.slice(BASE.length) || "index.html"));
  if (!path.startsWith(normalize(folder + sep)) || path.includes("\0")) return undefined;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : undefined;
}

/** A server of `folder` at BASE, and of `extra` pages `{ "/name": { type, body } }`; `port` 0 takes a free one. */
export function serveFolder(folder = DIST, { port = 0, extra = {}, headers: more = {} } = {}) {
  const server = createServer((request, response) => {
    let pathname = "";
    let page;
    try {
      const url = new URL(request.url, "http://localhost");
      pathname = decodeURIComponent(url.pathname);
      const { port } = server.address();
      if (pathname.startsWith("/hosts/")) page = host(url, `http://127.0.0.1:${port}`);
    } catch {
      // An address that cannot be read is not found.
    }
    const headers = { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", ...more };
    page ??= extra[pathname];
    if (page) {
      response.writeHead(200, { ...headers, "Content-Type": page.type }).end(page.body);
      return;
    }
    const path = locate(folder, pathname);
    if (!path || !["GET", "HEAD"].includes(request.method)) {
      response.writeHead(404, { ...headers, "Content-Type": MIME[".txt"] }).end("not found\n");
      return;
    }
    response.writeHead(200, { ...headers, "Content-Type": MIME[extname(path)] ?? "application/octet-stream" });
    if (request.method === "HEAD") response.end();
    else createReadStream(path).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve({ server, origin: `http://127.0.0.1:${server.address().port}` }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { origin } = await serveFolder(DIST, { port: Number(process.argv[2] ?? 0) });
  console.log(`${origin}${BASE}`);
}
