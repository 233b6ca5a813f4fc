// The fixtures notice what they are there to notice.

import { expect, test } from "./fixtures.mjs";

test.describe("a fault behind the scenes is a complaint:", () => {
  test.use({ allowed: [/./] });
  const faults = {
    "a request to another host": [() => fetch("https://example.org/").catch(() => {}), /request to https:\/\/example\.org/],
    "an image of another host": [() => { new Image().src = "http://example.org/x.png"; }, /CSP violation: img-src/],
    "an inline style": [() => document.body.setAttribute("style", "color: red"), /CSP violation: style-src/],
    "an inline script": [() => { document.body.append(Object.assign(document.createElement("script"), { text: "0" })); }, /CSP violation: script-src/],
    "an error on the console": [() => console.error("oh"), /console: oh/],
    "an uncaught error": [() => { setTimeout(() => { throw new Error("oops"); }); }, /uncaught: .*oops/],
  };
  for (const [name, [fault, complaint]] of Object.entries(faults)) {
    test(name, async ({ page, complaints }) => {
      await page.goto("./");
      await expect(page.locator("h1")).toHaveCount(1);
      expect(complaints).toEqual([]);
      await page.evaluate(fault);
      await expect.poll(() => complaints.join("\n")).toMatch(complaint);
    });
  }
});

test("the server answers nothing outside its folder", async ({ request }) => {
  for (const path of ["/", "/kroniek/../package.json", "/kroniek/%2e%2e/package.json", "/kroniek/..%2fpackage.json", "/kroniek/none.js"]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
