// How soon an embedded article is there on a phone, as Lighthouse takes one: processor four times slower, 1.6 Mbit/s
// with 150 ms to the server. From the start of the host's page to the first height that the frame tells.
//
//   node benches/browser/embed.mjs [RUNS] [VIEWS] [DIST...]
//
// Several built pages are measured in turns, so that all of them meet the same machine. The cache is that of a reader
// who comes back: three visits before, long enough for the browser to keep what it has compiled.

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { field, seal } from "../../tests/e2e/links.mjs";
import { BASE, serveFolder } from "../../tests/e2e/server.mjs";
import { start } from "./devtools.mjs";

const [runs = "9", views = "article,events,all", ...folders] = process.argv.slice(2);
const link = `d=${seal(field("A", readFileSync(new URL("../../examples/nl.txt", import.meta.url))))}`;
const FIRST_VISITS = [10_000, 6_000, 6_000];
const VISIT = 3_000;

// Two ports are two origins and one site, so that both pages share the slow process.
const headers = { "Cache-Control": "max-age=600" };
const host = await serveFolder(undefined, { headers });
const browser = await start();

/** One visit to the host's page: when the frame told its first height, and when the host painted first. */
async function visit({ address, view, browserContextId }, throttled, milliseconds) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, parameters) => browser.send(method, parameters, sessionId);
  await send("Emulation.setDeviceMetricsOverride", { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true });
  if (throttled) {
    await send("Network.enable");
    await send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 });
    await send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  // What a new tab takes is not the page's.
  await sleep(800);
  const settings = new URLSearchParams({ explorer: address, src: `${address}#${link}`, attributes: `view="${view}"` });
  await send("Page.navigate", { url: `${host.origin}/hosts/element?${settings}` });
  await sleep(milliseconds);
  const expression = `[messages.find(({ data }) => data?.kroniek)?.at, performance.getEntriesByName("first-contentful-paint")[0]?.startTime]`;
  const { result } = await send("Runtime.evaluate", { expression, returnByValue: true });
  await browser.send("Target.closeTarget", { targetId });
  if (!result.value[0]) throw new Error(`${view}: no height within ${milliseconds} ms`);
  return result.value;
}

const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const range = (all) => `${Math.round(median(all))} ms (${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))})`;
const { product } = await browser.send("Browser.getVersion");
console.log(`${new Date().toISOString()}  ${product}, median of ${runs} (fastest to slowest)`);
for (const [name, throttled] of [["this machine", false], ["Lighthouse's phone", true]]) {
  const setups = [];
  for (const folder of folders.length ? folders : [undefined]) {
    const { origin } = await serveFolder(folder, { headers });
    for (const view of views.split(",")) {
      const { browserContextId } = await browser.send("Target.createBrowserContext");
      setups.push({ folder, view, browserContextId, address: `${origin}${BASE}`, cold: 0, seen: [] });
    }
  }
  for (const setup of setups) {
    for (const milliseconds of FIRST_VISITS) {
      const [ready] = await visit(setup, throttled, milliseconds);
      setup.cold ||= ready;
    }
  }
  for (let run = 0; run < Number(runs); run += 1) {
    for (const setup of setups) setup.seen.push(await visit(setup, throttled, VISIT));
  }
  for (const { folder, view, seen, cold } of setups) {
    const [ready, paint] = [0, 1].map((at) => seen.map((times) => times[at]));
    const after = ready.map((time, run) => time - paint[run]);
    console.log(`${name}, ${folder ? `${folder}, ` : ""}${view}: ready ${range(ready)}, ${range(after)} of it after the host's first paint; with an empty cache ready after ${Math.round(cold)} ms`);
  }
}
await browser.close();
process.exit(0);
