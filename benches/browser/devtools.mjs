// A browser driven by its own protocol and nothing else, as Lighthouse does. Playwright puts a world of its own into
// every frame and parses its helpers there, which a slow processor takes some hundred milliseconds for.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchOptions } from "../../tests/e2e/browser.mjs";

/** Starts a browser: `{ send(method, parameters, session), close() }`. */
export async function start() {
  const { executablePath, args } = launchOptions();
  const folder = mkdtempSync(join(tmpdir(), "kroniek-"));
  // The browser's own window would load parts of itself with each tab.
  const own = ["--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "--disable-features=WebUIOmniboxPopup,PreloadTopChromeWebUI"];
  const child = spawn(executablePath, [...own, ...args, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , asks, answers] = child.stdio;
  const waiting = new Map();
  let last = 0;
  let rest = "";
  answers.setEncoding("utf8").on("data", (text) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const { id, error, result } of messages.map((message) => JSON.parse(message)).filter(({ id }) => id)) {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      asks.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const close = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await send("Browser.close").catch(() => {});
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { send, close };
}
