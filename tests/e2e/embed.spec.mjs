// Promise: an article stands in other people's pages as a part of them, whatever those pages are and do. The hosts
// (hosts.mjs) have another origin than the explorer.

import { DATED, open, reading, title } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { field, seal } from "./links.mjs";

const ARTICLE = "Drie besluiten over de dijk van Oudewaal";
const LINK = `d=${seal(field("A", DATED))}`;

/** Goes to a host page that shows `article`; `set` are more of its settings. */
async function visit(page, baseURL, name, { article = LINK, ...set } = {}) {
  const host = new URL(`/hosts/${name}`, baseURL.replace("127.0.0.1", "localhost"));
  const settings = { explorer: baseURL, src: `${baseURL}#${article}`, ...set };
  for (const [key, value] of Object.entries(settings)) host.searchParams.set(key, value);
  await page.goto(host.href);
}

/** The explorers on a host page, in order. */
const inside = (page, at = 0) => page.frameLocator("iframe").nth(at);

/** Every height that the frame has told in our own words, with when. */
const told = (page) => page.evaluate(() => messages.filter(({ data }) => data?.kroniek).map(({ at, data }) => [at, data.kroniek.height]));

/** How tall the frame is, once it has the height that was told. */
async function fitted(page, at = 0) {
  const frame = page.locator("iframe").nth(at);
  await expect.poll(async () => {
    const box = await frame.boundingBox();
    const content = await (await frame.elementHandle()).contentFrame().then((content) => content.evaluate(() => document.body.getBoundingClientRect().height));
    return (await told(page)).length > 0 && Math.abs(box.height - content) < 2;
  }).toBe(true);
  return (await frame.boundingBox()).height;
}

/** The shifts of the host's layout after the frame was first given a height. */
const shiftsAfter = (page) => page.evaluate(() => {
  const first = messages.find(({ data }) => data?.kroniek)?.at;
  // The frame that applies the height counts to it.
  return shifts.filter(([at]) => at > first + 250);
});

test.describe("the element", () => {
  test("shows the article at its own height, and the page around it comes to rest", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element");
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    const height = await fitted(page);
    expect(height).toBeGreaterThan(250);
    await page.mouse.move(400, 400);
    await page.waitForTimeout(2_500);
    expect(await shiftsAfter(page)).toEqual([]);
    expect((await told(page)).length).toBeLessThanOrEqual(2);
    expect((await page.locator("iframe").boundingBox()).height).toBe(height);
  });

  test("has a name, loads late, and shows its link until it is there", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element", { attributes: 'title="De dijk, uitgezocht"' });
    const frame = page.locator("iframe");
    await expect(frame).toHaveAttribute("title", "De dijk, uitgezocht");
    await expect(frame).toHaveAttribute("loading", "lazy");
    await fitted(page);
    await expect(page.getByRole("link", { name: "De dijk in Kroniek" })).toBeHidden();
  });

  test("without its script is its link", async ({ page, baseURL }) => {
    await page.context().route("**/kroniek-embed.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
    await visit(page, baseURL, "element");
    await expect(page.getByRole("link", { name: "De dijk in Kroniek" })).toHaveAttribute("href", `${baseURL}#${LINK}`);
  });

  for (const [view, names] of Object.entries({ events: ["Wat gebeurt er"], speakers: ["Wie zegt wat"], article: [] })) {
    test(`view ${view} shows that part alone, without a head and without ways to open anything`, async ({ page, baseURL }) => {
      await visit(page, baseURL, "element", { attributes: `view="${view}"` });
      await fitted(page);
      const frame = inside(page);
      const regions = await frame.getByRole("region").evaluateAll((all) => all.map((region) => document.getElementById(region.getAttribute("aria-labelledby"))?.textContent).filter(Boolean));
      expect(regions).toEqual(names);
      await expect(frame.getByRole("banner")).toHaveCount(0);
      await expect(frame.getByRole("navigation")).toHaveCount(0);
      await expect(frame.getByRole("button", { name: /Kies een bestand|Plak tekst|Deel|Bewaar|Verbeter/ })).toHaveCount(0);
      if (view === "article") await expect(frame.getByRole("article").getByText("De visserij")).toBeVisible();
    });
  }

  test("view all has tabs where it is narrow", async ({ page, baseURL }) => {
    await visit(page, baseURL, "narrow");
    const before = await fitted(page);
    await inside(page).getByRole("button", { name: "Sprekers" }).click();
    await expect(inside(page).getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
    await expect.poll(async () => (await page.locator("iframe").boundingBox()).height).toBeLessThan(before);
    await fitted(page);
    const wide = await inside(page).locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  test("an article of another address is its source", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element", { src: `${baseURL}examples/nl.txt`, attributes: 'view="article"' });
    await expect(inside(page).getByRole("heading", { level: 1 })).toContainText("Zierdijk");
  });

  test("takes the light of a dark page, and follows it when the page changes", async ({ page, baseURL }) => {
    await visit(page, baseURL, "dark");
    await fitted(page);
    const ground = () => inside(page).locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
    expect(await ground()).toBe("rgb(22, 23, 26)");
    await page.locator("kroniek-article").evaluate((element) => element.setAttribute("theme", "light"));
    await expect.poll(ground).toBe("rgb(251, 250, 246)");
    // The accent was made as light as it must be.
    await page.locator("kroniek-article").evaluate((element) => element.setAttribute("theme", "dark"));
    await expect.poll(ground).toBe("rgb(22, 23, 26)");
    const [red, green, blue] = await inside(page).getByRole("contentinfo").getByRole("link").evaluate((link) => getComputedStyle(link).color.match(/\d+/g).map(Number));
    expect(blue).toBeGreaterThan(red);
    expect(red + green + blue).toBeGreaterThan(330);
  });

  test("takes a size of letters", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element", { attributes: 'size="20" view="article"' });
    await fitted(page);
    expect(await inside(page).locator("html").evaluate((root) => getComputedStyle(root).fontSize)).toBe("20px");
  });

  test("two of them are sized each for itself", async ({ page, baseURL }) => {
    await visit(page, baseURL, "two");
    const heights = [await fitted(page, 0), await fitted(page, 1)];
    expect(heights[0]).not.toBe(heights[1]);
    await expect(inside(page, 0).getByRole("region", { name: "Wat gebeurt er" })).toBeVisible();
    await expect(inside(page, 1).getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
    await expect(page.locator("iframe").nth(1)).toHaveAttribute("title", "Wie zegt wat");
  });

  test("far below the screen has its height before anyone comes there", async ({ page, baseURL }) => {
    await visit(page, baseURL, "far");
    const height = await fitted(page);
    await page.locator("#after").scrollIntoViewIfNeeded();
    await page.waitForTimeout(1_500);
    expect(await fitted(page)).toBe(height);
    expect(await shiftsAfter(page)).toEqual([]);
  });

  test("stands in a page that is written from right to left", async ({ page, baseURL }) => {
    await visit(page, baseURL, "rtl");
    await fitted(page);
    expect(await inside(page).locator("html").evaluate((root) => [getComputedStyle(root).direction, root.scrollWidth <= root.clientWidth])).toEqual(["ltr", true]);
  });

  test("needs of a strict host what the manual says, and nothing else", async ({ page, baseURL, complaints }) => {
    await visit(page, baseURL, "strict");
    await fitted(page);
    expect(complaints).toEqual([]);
  });

  test("believes no height of another window, no other sender, and no nonsense", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element");
    const height = await fitted(page);
    await page.evaluate(() => {
      postMessage({ kroniek: { height: 50 } }, "*");
      const frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentWindow.eval("parent.postMessage({ kroniek: { height: 60 } }, '*')");
    });
    const frame = await (await page.locator("kroniek-article iframe").elementHandle()).contentFrame();
    await frame.evaluate(() => {
      for (const height of [-5, 0, NaN, Infinity, "900", null, {}]) parent.postMessage({ kroniek: { height } }, "*");
    });
    await page.waitForTimeout(200);
    expect((await page.locator("kroniek-article iframe").boundingBox()).height).toBe(height);
    await frame.evaluate(() => parent.postMessage({ kroniek: { height: 1e9 } }, "*"));
    await expect.poll(async () => (await page.locator("kroniek-article iframe").boundingBox()).height).toBe(20_000);
  });

  test("does not keep the host from painting", async ({ page, baseURL }) => {
    // Both scripts and the page of the explorer come after three seconds.
    await page.context().route("**/kroniek/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await route.continue().catch(() => {});
    });
    const start = Date.now();
    visit(page, baseURL, "element").catch(() => {});
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0, undefined, { timeout: 10_000 });
    expect(Date.now() - start).toBeLessThan(2_500);
    await expect(page.getByRole("link", { name: "De dijk in Kroniek" })).toBeVisible();
    await page.context().unrouteAll({ behavior: "ignoreErrors" });
  });
});

test.describe("the frame is sized by", () => {
  const parents = {
    script: "our own script",
    pym: "pym.js",
    resizer: "open-iframe-resizer",
    legacy: "open-iframe-resizer in the words of iframe-resizer",
    datawrapper: "a listener for Datawrapper",
    medium: "a listener for Medium and Flourish",
    amp: "a listener for AMP",
  };
  for (const [name, what] of Object.entries(parents)) {
    test(what, async ({ page, baseURL }) => {
      await visit(page, baseURL, name, { looks: "embed=1&view=events" });
      const height = await fitted(page);
      await page.waitForTimeout(1_500);
      expect(await fitted(page)).toBe(height);
      // On a busy machine it takes more steps to stand; once it does, none comes by itself.
      const steps = (await told(page)).length;
      expect(steps).toBeLessThanOrEqual(6);
      await page.waitForTimeout(1_500);
      expect((await told(page)).length).toBe(steps);
      expect(await shiftsAfter(page)).toEqual([]);
      // Narrower, so taller.
      await page.setViewportSize({ width: 420, height: 900 });
      await fitted(page);
    });
  }

  test("the parent of iframe-resizer, after its greeting", async ({ page, baseURL }) => {
    await visit(page, baseURL, "bare", { looks: "embed=1&view=events" });
    await expect.poll(() => page.evaluate(() => messages.some(({ data }) => data === "[iFrameResizerChild]Ready"))).toBe(true);
    await page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage("[iFrameSizer]frame7:8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::false", "*"));
    const answers = () => page.evaluate(() => messages.map(({ data }) => data).filter((data) => typeof data === "string" && data.startsWith("[iFrameSizer]")));
    await expect.poll(async () => (await answers()).length).toBeGreaterThan(0);
    expect((await answers())[0]).toMatch(/^\[iFrameSizer\]frame7:\d+:\d+:(init|resizeObserver)$/);
  });

  test.describe("WordPress", () => {
    test.use({ allowed: [/CORS policy|net::ERR_FAILED/] });
    test("between its bounds, in a sandbox without an origin", async ({ page, baseURL }) => {
      const long = `${DATED}${"\n\nDe dijk hield het, zei Rietveld. Het water zakte langzaam en de weg bleef dicht.".repeat(40)}\n`;
      await visit(page, baseURL, "wordpress", { looks: "embed=1&view=article", article: `d=${seal(field("A", long))}` });
      await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
      await expect.poll(() => page.locator("iframe").getAttribute("height")).toBe("1000");
      // What is longer than that scrolls inside.
      await page.waitForTimeout(700);
      const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
      expect(await frame.evaluate(() => [getComputedStyle(document.documentElement).overflowY, document.documentElement.scrollHeight > innerHeight])).toEqual(["auto", true]);
      await inside(page).getByRole("link", { name: "open in de hele verkenner" }).click();
      expect(await page.evaluate(() => window.linked)).toMatch(new RegExp(`^${baseURL}#view=article&d=`));
    });
  });
});

test.describe("where nobody sizes it", () => {
  test("the frame scrolls, and never grows", async ({ page, baseURL }) => {
    await visit(page, baseURL, "bare", { looks: "embed=1&view=article" });
    await page.locator("iframe").evaluate((frame) => { frame.height = 200; });
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    await page.waitForTimeout(1_500);
    const heights = (await told(page)).map(([, height]) => height);
    await page.waitForTimeout(1_500);
    expect((await told(page)).length).toBe(heights.length);
    expect(heights.length).toBeLessThanOrEqual(3);
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    expect(await frame.evaluate(() => { scrollTo(0, 150); return scrollY; })).toBeGreaterThan(50);
  });

  test("a host that gives more than it is asked for starts no race", async ({ page, baseURL }) => {
    await visit(page, baseURL, "bare", { looks: "embed=1&view=all" });
    await page.evaluate(() => addEventListener("message", ({ data }) => {
      if (data?.kroniek) document.querySelector("iframe").style.height = `${data.kroniek.height + 20}px`;
    }));
    await page.waitForTimeout(4_000);
    expect((await told(page)).length).toBeLessThanOrEqual(3);
  });

  test("the wheel scrolls the page around it, also over the timeline", async ({ page, baseURL }) => {
    await visit(page, baseURL, "script", { looks: "embed=1&view=events" });
    await fitted(page);
    await page.setViewportSize({ width: 900, height: 420 });
    await inside(page).locator(".timeline").hover();
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
  });

  test("takes neither the focus nor the place of the page around it", async ({ page, baseURL }) => {
    const selected = `d=${seal(field("s", `q${Buffer.byteLength(DATED.slice(0, DATED.indexOf("De dijk is veilig")))}`), field("A", DATED))}`;
    await visit(page, baseURL, "far", { article: selected });
    await fitted(page);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => [document.activeElement.localName, scrollY])).toEqual(["body", 0]);
  });

  test("shows what is chosen beside it, within the frame", async ({ page, baseURL }) => {
    await visit(page, baseURL, "script", { looks: "embed=1&view=article" });
    await fitted(page);
    const mark = inside(page).getByRole("article").locator("mark", { hasText: "Haksteen" }).last();
    await mark.click();
    const card = inside(page).getByRole("complementary");
    await expect(card).toContainText("Joris Haksteen");
    const [one, two] = [await mark.boundingBox(), await card.boundingBox()];
    const gap = two.y > one.y ? two.y - one.y - one.height : one.y - two.y - two.height;
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(40);
    await fitted(page);
  });

  test("leads to the whole explorer with the same article in a new tab", async ({ page, context, baseURL }) => {
    await visit(page, baseURL, "script", { looks: "embed=1&view=events&theme=dark&accent=336699" });
    await fitted(page);
    const [tab] = await Promise.all([context.waitForEvent("page"), inside(page).getByRole("link", { name: "open in de hele verkenner" }).click()]);
    await expect(title(tab)).toHaveText(ARTICLE);
    await expect(tab.getByRole("banner")).toBeVisible();
    expect(new URL(tab.url()).hash).toBe(`#view=events&${LINK}`);
    expect(await tab.evaluate(() => opener)).toBeNull();
  });

  test("a broken link says so in the frame", async ({ page, baseURL }) => {
    await visit(page, baseURL, "element", { article: `${LINK.slice(0, -40)}` });
    await expect(inside(page).getByRole("alert")).toContainText("Er ontbreekt een stuk");
    expect(await fitted(page)).toBeLessThan(400);
  });
});

test.describe("in a sandbox with scripts alone", () => {
  test.use({ allowed: [/CORS policy|net::ERR_FAILED/] });
  test("it reads the article, with the model of names", async ({ page, baseURL }) => {
    await visit(page, baseURL, "sandbox", { looks: "embed=1&view=all" });
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    const height = await fitted(page);
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    expect(await frame.evaluate(() => origin)).toBe("null");
    await expect(inside(page).getByText("laadt", { exact: false })).toHaveCount(0);
    // The same as with an origin.
    const words = await inside(page).getByRole("article").innerText();
    await visit(page, baseURL, "bare", { looks: "embed=1&view=all" });
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    await expect.poll(async () => (await told(page)).at(-1)?.[1]).toBe(height);
    expect(await inside(page).getByRole("article").innerText()).toBe(words);
  });

  test("it reads a file with marks that a host lets it have", async ({ page, context, baseURL }) => {
    const body = '{"schema":"kroniek/1","text":"Kop\\n\\nDe brug is dicht.\\n","entities":[],"times":[],"quotes":[],"events":[]}';
    await context.route("**/kroniek/marks.json", (route) => route.fulfill({ body, headers: { "Access-Control-Allow-Origin": "*" } }));
    await visit(page, baseURL, "sandbox", { looks: "embed=1&view=all", article: "src=marks.json" });
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText("Kop");
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    expect(await frame.evaluate(() => origin)).toBe("null");
  });

  test("also in English, and cuts off what is long without harm", async ({ page, baseURL }) => {
    const english = `Three decisions\n\nPublished: 31 May 2023\n\nOn 1 May 2023 minister Priya Allerton opened the lock. “The dyke is safe,” said Allerton.\n`;
    await visit(page, baseURL, "sandbox", { looks: "embed=1&view=speakers&lang=en", article: `d=${seal(field("l", "en"), field("A", english))}` });
    await expect(inside(page).getByRole("button", { name: /Priya Allerton/ })).toBeVisible();
  });
});

test("without storage it works the same", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    if (location.pathname.startsWith("/hosts/")) return;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  await visit(page, baseURL, "element", { attributes: 'view="speakers"' });
  await fitted(page);
  await expect(inside(page).getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
});

for (const theme of ["light", "dark"]) {
  for (const view of ["all", "article", "events", "speakers"]) {
    test(`breaks no rule of accessibility: ${view}, ${theme}`, async ({ page, baseURL }) => {
      await page.goto(`${baseURL}#embed=1&view=${view}&theme=${theme}&accent=ffcc00&${LINK}`);
      await expect(page.locator("html[data-settled]")).toHaveCount(1);
      await expect(page.getByRole("contentinfo").getByRole("link")).toBeVisible();
      await expectAccessible(page);
      if (view !== "speakers") return;
      await page.setViewportSize({ width: 360, height: 700 });
      await expectAccessible(page);
    });
  }
}

test.describe("the dialog", () => {
  const dialog = (page) => page.getByRole("dialog", { name: "Deel dit artikel" });

  test("gives both codes in one line, with the part and the colours that were chosen", async ({ page }) => {
    await open(page, DATED);
    await page.getByRole("button", { name: "Deel", exact: true }).click();
    const frame = dialog(page).getByRole("textbox", { name: /^Code met een iframe/ });
    const element = dialog(page).getByRole("textbox", { name: /^Code met een element/ });
    await expect(frame).toHaveValue(/^<iframe src="[^"]*#embed=1&amp;view=all&amp;lang=nl&amp;d=1/);
    await dialog(page).getByRole("combobox", { name: "Weergave" }).selectOption("Sprekers");
    await dialog(page).getByRole("combobox", { name: "Kleuren" }).selectOption("Donker");
    await expect(frame).toHaveValue(/view=speakers&amp;theme=dark/);
    await expect(element).toHaveValue(/^<kroniek-article src="[^"]*#d=1[^"]*" title="Kroniek: Drie besluiten[^"]*" view="speakers" theme="dark" lang="nl"><a href=/);
    for (const code of [await frame.inputValue(), await element.inputValue()]) expect(code).not.toMatch(/[\r\n]/);
  });

  test("shows what it will look like", async ({ page }) => {
    await open(page, DATED);
    await page.getByRole("button", { name: "Deel", exact: true }).click();
    await expect(dialog(page).getByRole("textbox", { name: /^Code met een iframe/ })).toHaveValue(/iframe/);
    const button = dialog(page).getByRole("button", { name: "Bekijk hoe het wordt" });
    await button.click();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(inside(page).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    await dialog(page).getByRole("combobox", { name: "Weergave" }).selectOption("Sprekers");
    await expect(inside(page).getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
    await expectAccessible(page);
    await button.click();
    await expect(page.locator("iframe[src]")).toHaveCount(0);
  });

  for (const form of ["iframe", "element"]) {
    test(`the code with the ${form} works when it is pasted into a page`, async ({ page, context, baseURL }) => {
      await open(page, DATED);
      await page.getByRole("button", { name: "Deel", exact: true }).click();
      const box = dialog(page).getByRole("textbox", { name: new RegExp(`^Code met een ${form}`) });
      await expect(box).toHaveValue(/d=1/);
      const code = await box.inputValue();
      const host = await context.newPage();
      await visit(host, baseURL, "pasted", { code });
      await fitted(host);
      await expect(inside(host).getByRole("heading", { level: 1 })).toHaveText(ARTICLE);
    });
  }
});

test("the page that nobody embeds loads nothing of this", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, DATED);
  await expect(reading(page)).toBeVisible();
  expect(asked.filter((url) => /frame\.js|embed|sandbox/.test(url))).toEqual([]);
});
