// Which browser the tests, the screenshots and the bench use, and with which switches. One place for all.
//
//   node tests/e2e/browser.mjs             prints the program's path, or fails
//   node tests/e2e/browser.mjs --install   lets Playwright download one where none is found

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";

const { env, platform } = process;

/** Where Chromium, Chrome and Edge are usually installed. */
function usualPlaces() {
  if (platform === "darwin") {
    return ["Chromium", "Google Chrome", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(Boolean);
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
    return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`));
  }
  return ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].map((name) => `/usr/bin/${name}`);
}

/** The browser's program, or undefined. KRONIEK_CHROMIUM goes before all. */
export function findBrowser() {
  if (env.KRONIEK_CHROMIUM) {
    if (!existsSync(env.KRONIEK_CHROMIUM)) throw new Error(`KRONIEK_CHROMIUM names no file: ${env.KRONIEK_CHROMIUM}`);
    return env.KRONIEK_CHROMIUM;
  }
  return [...usualPlaces(), chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Options for Playwright's `chromium.launch`. */
export function launchOptions() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("no Chromium, Chrome or Edge was found: run `cargo xtask setup`");
  const args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  // Chromium refuses to sandbox itself for root, as in most containers.
  if (platform === "linux" && process.getuid?.() === 0) args.unshift("--no-sandbox");
  return { executablePath, args };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!findBrowser() && process.argv.includes("--install")) {
    console.log("no Chromium, Chrome or Edge was found: installing Playwright's Chromium; this takes a minute, once");
    const playwright = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
    spawnSync(process.execPath, [playwright, "install", "chromium"], { stdio: "inherit" });
  }
  const found = findBrowser();
  if (!found) {
    console.error("error: no browser. Install Chromium, Chrome or Edge, or name one in KRONIEK_CHROMIUM.");
    process.exit(1);
  }
  console.log(`browser: ${found}`);
}
