// `test` and `expect` for the specs. The `page` of every test fails it on any request to another origin,
// any violation of the Content-Security-Policy, any error on the console and any uncaught error. A test that
// means to provoke one says so: `test.use({ allowed: [/worker was killed/] })`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const test = base.extend({
  /** Patterns of complaints that the test expects. */
  allowed: [[], { option: true }],

  /** What has gone wrong so far, as lines of text. */
  complaints: async ({}, use) => use([]),

  page: async ({ page, context, baseURL, allowed, complaints }, use) => {
    const { origin } = new URL(baseURL);
    // A host page of another origin, of the same server.
    const host = origin.replace("127.0.0.1", "localhost");
    const own = (url) => url.startsWith(`${origin}/`) || url.startsWith(`${host}/hosts/`) || url.startsWith("data:") || url.startsWith(`blob:${origin}/`);
    context.on("request", (request) => own(request.url()) || complaints.push(`request to ${request.url()}`));
    await context.route((url) => !own(url.href), (route) => route.abort());
    await context.exposeFunction("__cspViolation", (text) => complaints.push(`CSP violation: ${text}`));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        window.__cspViolation(`${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
      });
    });
    page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
    page.on("console", (message) => message.type() === "error" && complaints.push(`console: ${message.text()}`));
    page.on("crash", () => complaints.push("the page crashed"));
    await use(page);
    const unexpected = complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)));
    expect(unexpected, "nothing went wrong behind the scenes").toEqual([]);
  },
});

/** Fails on any accessibility rule of WCAG 2.2 A and AA (and axe's best practices) that the page breaks. */
export async function expectAccessible(page) {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const result = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    const where = (node) => `${node.target.join(" ")}: ${node.failureSummary}`;
    return result.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 5).map(where) }));
  });
  expect(violations, "axe-core finds no violation").toEqual([]);
}

export { expect };
