// Screenshots of the built page with the built-in example open, in three widths, light and dark.
//
//   node tests/e2e/shots.mjs OUTDIR [#HASH]     OUTDIR/1440-light.png, ...

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { BASE, serveFolder } from "./server.mjs";

const [folder, hash = ""] = process.argv.slice(2);
if (!folder) {
  console.error("node tests/e2e/shots.mjs OUTDIR [#HASH]");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const { server, origin } = await serveFolder();
const browser = await chromium.launch(launchOptions());
try {
  for (const [width, height] of [[1440, 900], [768, 1024], [390, 844]]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: "nl-NL", reducedMotion: "reduce" });
      page.on("console", (message) => message.type() === "error" && console.error(`${width} ${colorScheme}: ${message.text()}`));
      page.on("pageerror", (error) => console.error(`${width} ${colorScheme}: ${error}`));
      await page.goto(`${origin}${BASE}${hash}`);
      await page.getByTestId("example").first().click();
      // Until two looks at the page are the same: the last stage has been drawn.
      let before;
      for (let look = 0; look < 50; look++) {
        await page.waitForTimeout(150);
        const now = await page.evaluate(() => document.body.innerHTML.length);
        if (now === before) break;
        before = now;
      }
      // What is far from the screen may get its marks only when it comes near.
      const length = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let y = 0; y < length; y += height) {
        await page.evaluate((y) => window.scrollTo(0, y), y);
        await page.waitForTimeout(50);
      }
      await page.evaluate(() => window.scrollTo(0, 0));
      const path = join(folder, `${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      console.log(`${path}${wide > 0 ? `   (the page is ${wide} px wider than the window)` : ""}`);
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}
