// Firefox as it is installed, driven by WebDriver BiDi: Playwright drives only a Firefox of its own (1.65 starts
// Debian's 153 and then asks it for a command that it does not know). As much of the protocol as the smoke test needs.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Node has a WebSocket of its own from 22 on.
const Socket = globalThis.WebSocket ?? createRequire(import.meta.url)("playwright-core/lib/utilsBundle").ws;

/** Firefox's program, or undefined. Where KRONIEK_FIREFOX names one, that one: if it is not there, its tests fail. */
export function findFirefox() {
  const named = process.env.KRONIEK_FIREFOX;
  if (named) return named;
  const usual = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"];
  return usual.find((path) => existsSync(path));
}

export class Firefox {
  #waiting = new Map();
  #last = 0;

  static async start() {
    const firefox = new Firefox();
    firefox.home = mkdtempSync(join(tmpdir(), "kroniek-firefox-"));
    const words = ["--headless", "--remote-debugging-port", "0", "--profile", firefox.home, "--no-remote"];
    firefox.child = spawn(findFirefox(), words, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: firefox.home } });
    const address = await new Promise((resolve, reject) => {
      let told = "";
      firefox.child.stderr.on("data", (part) => {
        told += part;
        const found = /BiDi listening on (ws:\S+)/.exec(told);
        if (found) resolve(found[1]);
      });
      firefox.child.once("error", reject);
      firefox.child.once("exit", () => reject(new Error(`Firefox ended: ${told}`)));
    });
    firefox.socket = new Socket(`${address}/session`);
    await new Promise((resolve, reject) => {
      firefox.socket.onopen = resolve;
      firefox.socket.onerror = reject;
    });
    firefox.socket.onmessage = ({ data }) => firefox.#receive(JSON.parse(data));
    const { capabilities } = await firefox.#send("session.new", { capabilities: {} });
    firefox.version = capabilities.browserVersion;
    const { contexts } = await firefox.#send("browsingContext.getTree", {});
    firefox.context = contexts[0].context;
    return firefox;
  }

  #receive({ id, result, error, message }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (error) reject?.(new Error(`${error}: ${message}`));
    else resolve?.(result);
  }

  #send(method, params) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  goto(url) {
    return this.#send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** What an expression gives in the page; only what JSON holds. */
  async evaluate(expression) {
    const wrapped = `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`;
    const { type, result, exceptionDetails } = await this.#send("script.evaluate", { expression: wrapped, target: { context: this.context }, awaitPromise: true });
    if (type !== "success") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  async end() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.#send("browser.close", {}).catch(() => {});
    const late = setTimeout(() => this.child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(late);
    rmSync(this.home, { recursive: true, force: true });
  }
}
