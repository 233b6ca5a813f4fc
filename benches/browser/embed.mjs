// How soon an embedded article is there on a phone, as Lighthouse takes one: processor four times slower, 1.6 Mbit/s
// with 150 ms to the server. From the start of the host's page to the first height that the frame tells.
//
//   node benches/browser/embed.mjs [RUNS] [ARTICLE]

import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { launchOptions } from "../../tests/e2e/browser.mjs";
import { field, seal } from "../../tests/e2e/links.mjs";
import { BASE, serveFolder } from "../../tests/e2e/server.mjs";

const [runs = "9", file = new URL("../../examples/nl.txt", import.meta.url)] = process.argv.slice(2);
const link = `d=${seal(field("A", readFileSync(file)))}`;

// Two ports are two origins and one site, so that both pages share the slow process.
const headers = { "Cache-Control": "max-age=600" };
const explorer = await serveFolder(undefined, { headers });
const host = await serveFolder(undefined, { headers });
const address = `${explorer.origin}${BASE}`;
const page = (view) =>
  `${host.origin}/hosts/element?${new URLSearchParams({ explorer: address, src: `${address}#${link}`, attributes: `view="${view}"` })}`;

const browser = await chromium.launch(launchOptions());
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];
const range = (all) => `${Math.round(median(all))} ms (${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))})`;
try {
  console.log(`${new Date().toISOString()}  Chromium ${browser.version()}, median of ${runs} (fastest to slowest)`);
  for (const [name, throttled] of [["this machine", false], ["Lighthouse's phone", true]]) {
    for (const view of ["article", "events", "all"]) {
      const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true, locale: "nl-NL" });
      const times = { ready: [], paint: [], cold: [] };
      for (let run = 0; run <= Number(runs); run += 1) {
        const tab = await context.newPage();
        const devtools = await context.newCDPSession(tab);
        if (throttled) {
          await devtools.send("Network.enable");
          await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 });
          await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
        }
        await tab.goto(page(view));
        await tab.waitForFunction(() => messages.some(({ data }) => data?.kroniek), undefined, { timeout: 120_000, polling: 50 });
        const [ready, paint] = await tab.evaluate(() => [
          messages.find(({ data }) => data?.kroniek).at,
          performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
        ]);
        // The first fills the cache.
        if (run === 0) times.cold.push(ready);
        else {
          times.ready.push(ready);
          times.paint.push(paint);
        }
        await tab.close();
      }
      console.log(`${name}, ${view}: ready ${range(times.ready)}, the host's first paint ${range(times.paint)}; with an empty cache ready after ${Math.round(times.cold[0])} ms`);
      await context.close();
    }
  }
} finally {
  await browser.close();
  explorer.server.close();
  host.server.close();
}
