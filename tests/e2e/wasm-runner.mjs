// Runs wasm-bindgen tests in a real browser without a WebDriver: .cargo/config.toml makes this cargo's
// runner for wasm32. wasm-bindgen-test-runner serves the test page (NO_HEADLESS), Playwright opens it, and
// the verdict on the page becomes ours.
//
//   node tests/e2e/wasm-runner.mjs TEST.wasm [ARGUMENTS OF THE TEST RUNNER]

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

const TIMEOUT = Number(process.env.WASM_BINDGEN_TEST_TIMEOUT ?? 300) * 1000;

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts the server of the test page; resolves when it answers, rejects when it ends before. */
async function startServer(address) {
  const tools = join(process.env.KRONIEK_TOOLS ?? fileURLToPath(new URL("../../.tools", import.meta.url)), "bin");
  const child = spawn("wasm-bindgen-test-runner", process.argv.slice(2), {
    env: { ...process.env, PATH: tools + delimiter + process.env.PATH, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: address },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  const ended = new Promise((_, reject) => {
    child.once("error", (error) => reject(new Error(`wasm-bindgen-test-runner: ${error.message}; run \`cargo xtask setup\``)));
    child.once("exit", (code) => reject(Object.assign(new Error(`the test server ended early (${code})`), { code, said })));
  });
  ended.catch(() => {});
  const answers = async () => {
    for (;;) {
      try {
        if ((await fetch(`http://${address}/`)).ok) return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  try {
    await Promise.race([answers(), ended]);
  } catch (error) {
    // No browser test in the file: the runner has said so and ended well.
    if (error.code === 0) {
      process.stdout.write(error.said);
      process.exit(0);
    }
    throw error;
  }
  return child;
}

/** Waits for the verdict, showing what the page prints as it comes. */
async function watch(page) {
  let shown = 0;
  const deadline = Date.now() + TIMEOUT;
  for (;;) {
    const text = await page.evaluate(() => document.getElementById("output")?.textContent ?? "");
    const lines = text.replace(/^Loading scripts\.\.\.$/, "");
    process.stdout.write(lines.slice(shown));
    shown = Math.max(shown, lines.length);
    const verdict = /^test result: (\w+)/m.exec(text);
    if (verdict) {
      process.stdout.write("\n");
      return verdict[1] === "ok";
    }
    if (Date.now() > deadline) throw new Error(`no verdict within ${TIMEOUT / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

let server;
let browser;
let passed = false;
try {
  const address = `127.0.0.1:${await freePort()}`;
  server = await startServer(address);
  browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`uncaught: ${error}`));
  // The page has no icon, and its server says so on the console.
  const real = (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico");
  page.on("console", (message) => real(message) && console.error(message.text()));
  await page.goto(`http://${address}/`);
  passed = await watch(page);
} catch (error) {
  console.error(`error: ${error.message}`);
} finally {
  await browser?.close();
  server?.removeAllListeners("exit").kill();
}
process.exit(passed ? 0 : 1);
