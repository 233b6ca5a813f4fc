// The service worker: keeps the page for when there is no network. `xtask/offline.mjs` puts in the files of this
// build with their SHA-256, so that this script changes with every build.
//
// Files are kept under address and hash, one cache a build: a page is answered from one build or not at all. No
// page is taken over while it is open, unless the reader asks for that.

const VERSION = "*";
/** What the page needs to open, and what it fetches for articles: addresses and hashes. */
const FIRST = { __proto__: null };
const LATER = { __proto__: null };

const SCOPE = registration.scope;
// Other copies of the page on this host share its caches, not its folder.
const OURS = `kroniek ${new URL(SCOPE).pathname} `;
const CACHE = OURS + VERSION;
const SHARED = `shared with ${OURS}`;

const key = (path) => `${SCOPE}${path}${path.includes("?") ? "&" : "?"}sha256=${FIRST[path] ?? LATER[path]}`;

/** A file of this build: kept by an earlier build that had the same, or fetched and compared with its hash. */
async function bring(path) {
  const kept = await caches.match(key(path), { ignoreVary: true });
  if (kept) return kept;
  const integrity = `sha256-${FIRST[path] ?? LATER[path]}`;
  // Asked again of the host where a browser's memory may be older; unchanged files cost a line each.
  const response = await fetch(SCOPE + path, { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

async function keep(path) {
  const response = await bring(path);
  await (await caches.open(CACHE)).put(key(path), response.clone());
  return response;
}

/** All files or none: nothing is kept before the last one is here. */
async function install() {
  const paths = Object.keys(FIRST);
  const found = await Promise.all(paths.map(bring));
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, index) => cache.put(key(path), found[index])));
  for (const path of Object.keys(LATER)) {
    const kept = await caches.match(key(path), { ignoreVary: true });
    if (kept) await cache.put(key(path), kept);
  }
}

async function removeOld() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
  }
}

/** What the page needs next time without a network. One that fails does not keep the others from coming. */
async function keepLater() {
  const cache = await caches.open(CACHE);
  for (const path of Object.keys(LATER)) {
    if (!(await cache.match(key(path)))) await keep(path).catch(() => {});
  }
}

async function answer(event, path) {
  const kept = await (await caches.open(CACHE)).match(key(path), { ignoreVary: true });
  if (kept) return kept;
  if (path.includes(".names")) {
    // Large, and compared by the page itself: what has come of it is shown meanwhile.
    const response = await fetch(event.request);
    event.waitUntil(keep(path).catch(() => {}));
    return response;
  }
  return path in LATER ? keep(path) : fetch(event.request);
}

/** What another program shares waits here until the page that opens fetches it: no server gets to see it. */
async function receive(request) {
  const id = String(Date.now());
  try {
    const form = await request.formData();
    const [title, text, url] = ["title", "text", "url"].map((name) => String(form.get(name) ?? "").trim());
    let file = form.get("file");
    if (!file?.size) {
      const words = text && title && !text.startsWith(title) ? `${title}\n\n${text}` : text || url || title;
      file = new File([words], "");
    }
    const headers = { "Content-Type": "application/octet-stream", "X-Name": encodeURIComponent(file.name) };
    await (await caches.open(SHARED)).put(`${SCOPE}shared?${id}`, new Response(file, { headers }));
  } catch {
    // The page opens, and finds nothing.
  }
  return Response.redirect(`${SCOPE}#shared=${id}`, 303);
}

async function handOver(url) {
  const response = await (await caches.open(SHARED)).match(url);
  if (!response) return Response.error();
  const { headers } = response;
  // Read before it is removed.
  const body = await response.blob();
  await caches.delete(SHARED);
  return new Response(body, { headers });
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(removeOld()));

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "keep") event.waitUntil(keepLater());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split("#", 1)[0];
  if (!url.startsWith(SCOPE)) return;
  let path = url.slice(SCOPE.length);
  const name = path.split("?", 1)[0];
  if (request.method === "POST" && name === "share") return event.respondWith(receive(request));
  if (request.method !== "GET") return;
  if (name === "shared") return event.respondWith(handOver(url));
  if (name === "" || name === "index.html") path = "";
  if (path in FIRST || path in LATER) event.respondWith(answer(event, path));
  // The words of another build: the page that asks is of that build, and none is better than ours.
  else if (Object.keys(LATER).some((known) => known.split("?", 1)[0] === name)) event.respondWith(Response.error());
});
