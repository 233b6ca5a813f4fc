import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { BASE } from "./server.mjs";

const PORT = Number(process.env.KRONIEK_E2E_PORT ?? 4567);
const ADDRESS = `http://127.0.0.1:${PORT}${BASE}`;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [["list"]],
  use: {
    baseURL: ADDRESS,
    launchOptions: launchOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    colorScheme: "light",
    // What a service worker answers, no route of a test sees; offline.spec.mjs lets it work.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  webServer: {
    command: `node "${fileURLToPath(new URL("./server.mjs", import.meta.url))}" ${PORT}`,
    url: ADDRESS,
    reuseExistingServer: false,
    timeout: 10_000,
  },
});
