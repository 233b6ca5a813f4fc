// A site that embeds Kroniek, for embed.spec.mjs and to look at: each page is a kind of newsroom. The server gives
// them under /hosts/, and the tests see them at another origin than the explorer: localhost for 127.0.0.1.

import { readFileSync } from "node:fs";
const LIBRARIES = {
  "pym.js": "pym.js/dist/pym.v1.js",
  "resizer.js": "@open-iframe-resizer/core/dist/index.umd.cjs",
};

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

const LOREM = "Het water steeg in de nacht en de dijkwacht telde de uren. Niemand sliep in het dorp.";

/** A page: two paragraphs, `body`, a paragraph. Shifts of its layout are counted from the start. */
const page = ({ body, head = "", attributes = 'lang="nl"', css = "" }) => `<!doctype html>
<html ${attributes}><head><meta charset="utf-8"><title>De Dijkbode</title>${head}
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/hosts/host.css"><script src="/hosts/host.js"></script>${css && `<style>${css}</style>`}</head>
<body><main><h1>Het water komt</h1><p>${LOREM}</p><p>${LOREM}</p>
${body}
<p id="after">${LOREM}</p></main></body></html>`;

const CSS = "body{margin:0;font:18px/1.6 Georgia,serif;color:#222;background:#fff}main{max-width:42rem;margin:0 auto;padding:1rem}";

/** What the tests ask the host: shifts, every message, and when it painted first. */
const JS = `
window.shifts = []; window.messages = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push([entry.startTime, entry.value]); }).observe({ type: "layout-shift", buffered: true });
addEventListener("message", ({ data, origin, source }) => messages.push({ at: performance.now(), data, origin, frame: [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === source) }));
`;

/** A frame of the explorer with what a test asks for. */
const frame = (src, { height = 500, sandbox, extra = "" } = {}) =>
  `<iframe src="${escaped(src)}" title="Kroniek" width="100%" height="${height}" style="border:0"${sandbox === undefined ? "" : ` sandbox="${sandbox}"`} ${extra}></iframe>`;

const element = (src, attributes = "") =>
  `<kroniek-article src="${escaped(src)}" ${attributes}><a href="${escaped(src)}">De dijk in Kroniek</a></kroniek-article>`;

/** The explorer's address with `looks` between its `#` and the article. */
const embedded = (src, looks = "embed=1") => src.replace("#", `#${looks}&`);

/**
 * The pages by name. `src` is a link with an article, `explorer` the folder of the explorer, `looks` what stands
 * before the article in a frame's address.
 */
const PAGES = {
  element: ({ src, script, attributes }) => page({ body: `${element(src, attributes)}${script}` }),
  two: ({ src, script }) => page({ body: `${element(src, 'view="events"')}<p>${LOREM}</p>${element(src, 'view="speakers" title="Wie zegt wat"')}${script}` }),
  far: ({ src, script }) => page({ body: `<div style="height:1900px"></div>${element(src, 'view="events"')}${script}` }),
  narrow: ({ src, script }) => page({ body: `<div style="width:280px">${element(src)}</div>${script}` }),
  dark: ({ src, script }) => page({ body: `${element(src, 'view="all" accent="#336699"')}${script}`, css: "body{background:#111;color:#eee}" }),
  rtl: ({ src, script }) => page({ body: `${element(src)}${script}`, attributes: 'lang="ar" dir="rtl"' }),
  // Only what docs/embedding.md says: no inline style, no other script.
  strict: ({ src, script, explorer }) => page({
    body: `${element(src, 'view="events"')}${script}`,
    head: `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' ${new URL(explorer).origin}; frame-src ${new URL(explorer).origin}; style-src 'self'">`,
  }),
  // What an editor does with the code of the dialog.
  pasted: ({ code }) => page({ body: `<p>${code}</p>` }),
  script: ({ src, script, looks }) => page({ body: `${frame(embedded(src, looks), { sandbox: "allow-scripts allow-same-origin allow-popups", height: 600 })}${script}` }),
  bare: ({ src, looks }) => page({ body: frame(embedded(src, looks)) }),
  sandbox: ({ src, looks, script }) => page({ body: `${frame(embedded(src, looks), { sandbox: "allow-scripts" })}${script}` }),
  pym: ({ src, looks }) => page({
    body: `<div id="pym"></div><script src="/hosts/pym.js"></script><script>new pym.Parent("pym", ${JSON.stringify(embedded(src, looks))}, { title: "Kroniek" });</script>`,
  }),
  resizer: ({ src, looks }) => page({
    body: `${frame(embedded(src, looks), { extra: 'id="resized"' })}<script src="/hosts/resizer.js"></script><script>iframeResizer.initialize({}, "#resized");</script>`,
  }),
  legacy: ({ src, looks }) => page({
    body: `${frame(embedded(src, looks), { extra: 'id="resized"' })}<script src="/hosts/resizer.js"></script><script>iframeResizer.initialize({ enableLegacyLibSupport: true }, "#resized");</script>`,
  }),
  // What a page with a chart of Datawrapper has: https://developer.datawrapper.de, "responsive iframe".
  datawrapper: ({ src, looks }) => page({
    body: `${frame(embedded(src, looks))}<script>addEventListener("message", function (a) { if (a.data["datawrapper-height"] !== undefined) { var e = document.querySelectorAll("iframe"); for (var t in a.data["datawrapper-height"]) for (var r, i = 0; (r = e[i]); i++) if (r.contentWindow === a.source) { var d = a.data["datawrapper-height"][t] + "px"; r.style.height = d; } } });</script>`,
  }),
  // The rules of wp-embed.js: a secret behind the address, a height between 200 and 1000.
  wordpress: ({ src, looks }) => page({
    body: `${frame(`${embedded(src, looks)}#?secret=s3cr3tAB`, { sandbox: "allow-scripts", extra: 'data-secret="s3cr3tAB" security="restricted" class="wp-embedded-content"' })}
<script>addEventListener("message", function (e) { var d = e.data; if (!d || !(d.secret || d.message || d.value) || /[^a-zA-Z0-9]/.test(d.secret)) return;
document.querySelectorAll('iframe[data-secret="' + d.secret + '"]').forEach(function (f) { if (e.source !== f.contentWindow) return; if (d.message === "height") { var h = parseInt(d.value, 10); f.height = h > 1000 ? 1000 : ~~h < 200 ? 200 : h; } if (d.message === "link") window.linked = d.value; }); });</script>`,
  }),
  // Medium and those like it: a string of JSON.
  medium: ({ src, looks }) => page({
    body: `${frame(embedded(src, looks))}<script>addEventListener("message", function (e) { try { var d = JSON.parse(e.data); if (d.context === "iframe.resize") document.querySelectorAll("iframe").forEach(function (f) { if (f.src === d.src) f.style.height = d.height + "px"; }); } catch (_) {} });</script>`,
  }),
  amp: ({ src, looks }) => page({
    body: `${frame(embedded(src, looks))}<script>addEventListener("message", function (e) { if (e.data && e.data.sentinel === "amp" && e.data.type === "embed-size") document.querySelector("iframe").height = e.data.height; });</script>`,
  }),
};

/** Answers an address under /hosts/: `{ type, body }`, or undefined. */
export function host(url, origin) {
  const name = url.pathname.slice("/hosts/".length);
  if (name === "host.css") return { type: "text/css; charset=utf-8", body: CSS };
  if (name === "host.js") return { type: "text/javascript; charset=utf-8", body: JS };
  if (LIBRARIES[name]) return { type: "text/javascript; charset=utf-8", body: readFileSync(new URL(`../../node_modules/${LIBRARIES[name]}`, import.meta.url)) };
  if (!PAGES[name]) return undefined;
  const explorer = url.searchParams.get("explorer") ?? `${origin}/kroniek/`;
  const src = url.searchParams.get("src") ?? `${explorer}#src=examples/nl.txt`;
  const looks = url.searchParams.get("looks") ?? "embed=1";
  const attributes = url.searchParams.get("attributes") ?? "";
  const code = url.searchParams.get("code") ?? "";
  const script = `<script async src="${explorer}kroniek-embed.js"></script>`;
  return { type: "text/html; charset=utf-8", body: PAGES[name]({ src, explorer, looks, attributes, code, script }) };
}
