// Promise: a link holds the article with all that the reader made of it, opens for whoever gets it, and never
// opens something else in its place.

import { DATED, ENGLISH, UNDATED, message, open, reading, settled, start, title } from "./articles.mjs";
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { field, seal } from "./links.mjs";

const DATED_TITLE = "Drie besluiten over de dijk van Oudewaal";
const UNDATED_TITLE = "Brand verwoest molen in Veldhoven";

const dialog = (page) => page.getByRole("dialog", { name: "Deel dit artikel" });
const link = (page) => dialog(page).getByRole("textbox", { name: "Link", exact: true });

/** Opens the dialog and gives the link, once it is there. */
async function share(page) {
  await page.getByRole("button", { name: "Deel", exact: true }).click();
  await expect(link(page)).toHaveValue(/#d=1/);
  return link(page).inputValue();
}

/** Goes to a link as a reader does who pastes it while the page is open. */
const follow = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, hash);

test.describe("a link", () => {
  test("brings the article back with its date, its corrections, its view and what is chosen", async ({ page, context }) => {
    await open(page, UNDATED);
    await page.getByRole("textbox", { name: "Datum van het artikel" }).fill("2022-03-24");
    await page.keyboard.press("Enter");
    await expect(reading(page)).toContainText("24 maart 2022");
    await reading(page).getByText("gisteren", { exact: true }).click();
    await page.getByRole("button", { name: "Verbeter" }).click();
    const correct = page.getByRole("dialog", { name: "Wanneer is dit?" });
    await correct.getByLabel("Datum").fill("2022-03-20");
    await correct.getByRole("button", { name: "Gebruik deze datum" }).click();
    await expect(reading(page)).toContainText("1 verbetering van u");
    const address = await share(page);

    const other = await context.newPage();
    await other.goto(address);
    await expect(title(other)).toHaveText(UNDATED_TITLE);
    await settled(other);
    await expect(reading(other)).toContainText("24 maart 2022");
    await expect(reading(other)).toContainText("1 verbetering van u");
    await expect(other.getByRole("complementary")).toContainText("20 maart 2022");
    expect((await reading(other).innerText()).trim()).toBe((await reading(page).innerText()).trim());
    // What was corrected can be taken back.
    await other.getByRole("button", { name: "Maak de laatste ongedaan" }).click();
    await expect(reading(other)).not.toContainText("verbetering");
    await other.close();
  });

  test("leaves out what is chosen when the reader says so", async ({ page }) => {
    await open(page, DATED);
    await reading(page).getByText("21 mei 2023", { exact: true }).click();
    const full = await share(page);
    await dialog(page).getByLabel("Met wat nu gekozen is").uncheck();
    await expect(link(page)).not.toHaveValue(full);
    await expect(link(page)).toHaveValue(/#d=1/);
    const bare = await link(page).inputValue();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    // What the pointer is on goes before what is chosen.
    await page.mouse.move(0, 0);
    await follow(page, new URL(bare).hash);
    await settled(page);
    await expect(page.locator(".inspector.chosen")).toHaveCount(0);
    await follow(page, new URL(full).hash);
    await expect(page.locator(".inspector.chosen")).toContainText("21 mei 2023");
  });

  test("opens the view that was open, on a narrow screen", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page, DATED);
    await page.getByRole("navigation").getByRole("button", { name: "Sprekers" }).click();
    const address = await share(page);
    await page.goto("about:blank");
    await page.goto(address);
    await expect(page.locator(".desk")).toHaveAttribute("data-view", "speakers");
    await expect(page.getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
  });

  test("opens while another article is open, and the address follows what is open", async ({ page }) => {
    await open(page, DATED);
    const first = new URL(await share(page)).hash;
    await page.keyboard.press("Escape");
    await open(page, UNDATED);
    await follow(page, first);
    await expect(title(page)).toHaveText(DATED_TITLE);
    expect(new URL(page.url()).hash).toBe(first);
    await page.locator("#file").setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from(UNDATED) });
    await expect(title(page)).toHaveText(UNDATED_TITLE);
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });

  test("keeps the language of its article and opens with what a host page adds to it", async ({ page }) => {
    const hash = `#d=${seal(field("l", "en"), field("A", ENGLISH))}#?secret=abcDEF123`;
    await start(page, hash);
    await expect(title(page)).toHaveText("Three decisions about the dyke of Halderby");
    await expect(reading(page).locator("[lang=en]").or(page.locator("article [lang=en]")).first()).toBeVisible();
  });

  test("shows a title that its text lacks, and corrections still meet their words", async ({ page }) => {
    const text = "Gepubliceerd: 31 mei 2023\n\nOp 21 mei 2023 sloot burgemeester Joris Haksteen de brug.\n";
    const begin = Buffer.byteLength(text.slice(0, text.indexOf("21 mei")));
    const hash = `#d=${seal(field("t", "De brug gaat dicht"), field("C", `t${begin}-${begin + 11}=2023-05-22`), field("A", text))}`;
    await start(page, hash);
    await expect(title(page)).toHaveText("De brug gaat dicht");
    await reading(page).getByText("21 mei 2023", { exact: true }).click();
    await expect(page.getByRole("complementary")).toContainText("22 mei 2023");
  });

  test("with markup in it is text", async ({ page }) => {
    const text = "Kop <img src=x onerror=alert(1)>\n\n<script>alert(2)</script> zei “Jansen” & zoon.\n";
    await start(page, `#d=${seal(field("A", text))}`);
    await expect(reading(page)).toContainText("<script>alert(2)</script>");
    await expect(page.locator("article img, article script")).toHaveCount(0);
  });
});

test.describe("a link that does not open says why, and what was open stays", () => {
  const good = seal(field("A", DATED));
  const links = {
    "was cut": [good.slice(0, good.length - 40), "Er ontbreekt een stuk aan het eind"],
    "was changed": [good.replace(/(?<=^.{60})./, (letter) => (letter === "A" ? "B" : "A")), "onderweg veranderd"],
    "is none": ["hallo", "geen link van Kroniek"],
    "is empty": ["", "geen link van Kroniek"],
    "holds no text": [seal(field("A", " \n")), "geen link van Kroniek"],
    "is of a later version": [`2${good.slice(1)}`, "nieuwere versie"],
    "has corrections of a later version": [seal(field("C", "n3-5=PER"), field("A", DATED)), "nieuwere versie"],
    "has broken corrections": [seal(field("C", "t9-5"), field("A", DATED)), "geen link van Kroniek"],
    "unfolds to far too much": [seal(field("A", Buffer.alloc(50_000_000, 97))), "meer dan in een artikel past"],
  };
  for (const [what, [value, text]] of Object.entries(links)) {
    test(what, async ({ page }) => {
      await open(page, UNDATED);
      const before = await reading(page).innerText();
      await follow(page, `#d=${value}`);
      await expect(message(page, text)).toBeVisible();
      expect(await reading(page).innerText()).toBe(before);
      await expect(title(page)).toHaveText(UNDATED_TITLE);
    });
  }

  test("also on the empty page, in English", async ({ page }) => {
    await start(page, "#lang=en&d=1200.abc");
    await expect(message(page, "The end of this link is missing")).toBeVisible();
    await expect(page.getByRole("button", { name: "Try it with an article" })).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("the address of a file", () => {
  test("on the same host opens, and gives a short link", async ({ page }) => {
    await start(page, "#src=examples/nl.txt");
    await expect(reading(page)).toBeVisible();
    await settled(page);
    const heading = await title(page).innerText();
    await share(page);
    const short = dialog(page).getByRole("textbox", { name: /^Korte link/ });
    await expect(short).toHaveValue(/\/kroniek\/#src=examples\/nl\.txt$/);
    const address = await short.inputValue();
    await page.goto("about:blank");
    await page.goto(address);
    await expect(title(page)).toHaveText(heading);
  });

  test("behind a question mark by mistake moves behind the #, and the rest of the query stays", async ({ page }) => {
    await page.goto("./?src=examples/nl.txt&childId=x#view=events");
    await expect(reading(page)).toHaveCount(1);
    await settled(page);
    const address = new URL(page.url());
    expect([address.search, address.hash]).toEqual(["?childId=x", "#src=examples/nl.txt&view=events"]);
    await expect(page.locator(".desk")).toHaveAttribute("data-view", "events");
  });

  test("an article read from a file that was fetched has no short link when a reader opened it", async ({ page }) => {
    await open(page, DATED);
    await share(page);
    await expect(dialog(page).getByRole("textbox", { name: /^Korte link/ })).toBeHidden();
  });

  test.describe("that is not there", () => {
    test.use({ allowed: [/status of 404/] });
    test("says so, and what was open stays", async ({ page }) => {
      await open(page, DATED);
      await follow(page, "#src=examples/none.txt");
      await expect(message(page, "staat geen artikel (meer)")).toBeVisible();
      await expect(title(page)).toHaveText(DATED_TITLE);
    });
  });

  test("that holds no text says so", async ({ page }) => {
    await open(page, DATED);
    await page.route("**/foto.txt", (route) => route.fulfill({ body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }));
    await follow(page, "#src=foto.txt");
    await expect(message(page, "geen tekstbestand")).toBeVisible();
    await expect(title(page)).toHaveText(DATED_TITLE);
  });

  test("that holds more than 20 MB says so", async ({ page }) => {
    await open(page, DATED);
    await page.route("**/lang.txt", (route) => route.fulfill({ body: Buffer.alloc(21_000_000, 97) }));
    await follow(page, "#src=lang.txt");
    await expect(message(page, "groter dan 20 MB")).toBeVisible();
  });

  test("of a web page opens its article", async ({ page }) => {
    const html = `<!doctype html><html lang="nl"><head><title>x</title></head><body><nav>Menu</nav><article><h1>${UNDATED_TITLE}</h1><p>In Veldhoven is gisteren een molen afgebrand. Niemand raakte gewond.</p></article></body></html>`;
    await page.route("**/stuk", (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
    await start(page, "#src=stuk");
    await expect(title(page)).toHaveText(UNDATED_TITLE);
    await expect(reading(page)).not.toContainText("Menu");
  });

  for (const address of ["http://example.org/a.txt", "javascript:alert(1)", "data:text/plain,Hallo", "file:///etc/passwd", "//"]) {
    test(`${address} is not fetched`, async ({ page }) => {
      await open(page, DATED);
      await follow(page, `#src=${address}`);
      await expect(message(page, "wordt niet geopend")).toBeVisible();
      await expect(title(page)).toHaveText(DATED_TITLE);
    });
  }

  test.describe("of another host", () => {
    test.use({ allowed: [/krant\.example|net::ERR/] });
    const serve = (page, headers) => page.context().route("https://krant.example/**", (route) =>
      route.fulfill({ body: DATED, contentType: "text/plain; charset=utf-8", headers }));

    test("that allows it opens", async ({ page }) => {
      await serve(page, { "Access-Control-Allow-Origin": "*" });
      await start(page, "#src=https://krant.example/artikel.txt");
      await expect(title(page)).toHaveText(DATED_TITLE);
    });

    test("that does not allow it says what to do", async ({ page }) => {
      await serve(page, { "Access-Control-Allow-Origin": "https://other.example" });
      await start(page, "#src=https://krant.example/artikel.txt");
      await expect(message(page, "plak de tekst hier")).toBeVisible();
    });
  });
});

test.describe("the dialog", () => {
  test("tells how long the link is, and warns where that is risky", async ({ page }) => {
    await open(page, DATED);
    const short = await share(page);
    expect(short.length).toBeLessThan(2_000);
    await expect(dialog(page)).toContainText(`Deze link is ${short.length.toLocaleString("nl-NL", { useGrouping: "always" })} tekens lang.`);
    await expect(dialog(page)).not.toContainText("kappen");
    await page.keyboard.press("Escape");

    // Words that deflate makes little of.
    const words = (count) => Array.from({ length: count }, (_, at) => ((at + 7) * 2654435761 % 4294967296).toString(36)).join(" ");
    await open(page, `Kop\n\n${words(400)}.\n`);
    expect((await share(page)).length).toBeGreaterThan(2_000);
    await expect(dialog(page)).toContainText("Sommige chatprogramma’s kappen");
    await page.keyboard.press("Escape");
    await open(page, `Kop\n\n${words(2_000)}.\n`);
    expect((await share(page)).length).toBeGreaterThan(4_000);
    await expect(dialog(page)).toContainText("Veel chatprogramma’s kappen");
  });

  test("copies the link and the code", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, DATED.replace("Drie", "Drie \"scherpe\" & <grote>"), undefined, 'Drie "scherpe" & <grote> besluiten over de dijk van Oudewaal');
    const address = await share(page);
    await dialog(page).getByRole("button", { name: "Kopieer de link" }).click();
    await expect(dialog(page).getByRole("status")).toHaveText("Gekopieerd.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await dialog(page).getByRole("button", { name: "Kopieer de code" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("<iframe");
    const code = await page.evaluate(() => navigator.clipboard.readText());
    // On a page without a policy, which would complain about the style.
    const blank = await context.newPage();
    const frame = await blank.evaluate((code) => {
      const frame = new DOMParser().parseFromString(code, "text/html").body.firstChild;
      return { name: frame.localName, src: frame.src, title: frame.title, loading: frame.getAttribute("loading"), script: frame.nextSibling.src };
    }, code);
    expect(frame).toEqual({
      name: "iframe",
      src: address.replace("#", "#embed=1&view=all&lang=nl&"),
      title: 'Kroniek: Drie "scherpe" & <grote> besluiten over de dijk van Oudewaal',
      loading: "lazy",
      script: new URL("kroniek-embed.js", address).href,
    });
  });

  test("selects the link where the clipboard is closed", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined });
    });
    await open(page, DATED);
    const address = await share(page);
    await dialog(page).getByRole("button", { name: "Kopieer de link" }).click();
    await expect(dialog(page).getByRole("status")).toContainText("Ctrl+C");
    expect(await link(page).evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe(address);
    await expect(link(page)).toBeFocused();
  });

  test("hands the link to the system where it can", async ({ page }) => {
    await page.addInitScript(() => {
      Navigator.prototype.share = async (what) => { window.sent = what; };
    });
    await open(page, DATED);
    const address = await share(page);
    await dialog(page).getByRole("button", { name: "Deel met een app" }).click();
    await expect.poll(() => page.evaluate(() => window.sent)).toEqual({ title: DATED_TITLE, url: address });
  });

  test("without a deflate of the browser's own the link is longer, and opens", async ({ page }) => {
    await page.addInitScript(() => { delete window.CompressionStream; delete window.DecompressionStream; });
    await open(page, DATED);
    const address = await share(page);
    expect(address.length).toBeGreaterThan(DATED.length);
    await page.goto("about:blank");
    await page.goto(address);
    await expect(title(page)).toHaveText(DATED_TITLE);
  });

  test("is accessible, closes on Escape and gives the focus back", async ({ page }) => {
    await open(page, DATED);
    const button = page.getByRole("button", { name: "Deel", exact: true });
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(link(page)).toHaveValue(/#d=1/);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  test("speaks English", async ({ page }) => {
    await open(page, DATED);
    await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const english = page.getByRole("dialog", { name: "Share this article" });
    await expect(english).toContainText(/This link is [\d,]+ characters long\./);
    await expect(english.getByRole("link", { name: "See it in a new tab" })).toHaveAttribute("href", /#d=1/);
  });

  test("is not there while nothing is open", async ({ page }) => {
    await start(page);
    await expect(page.getByRole("button", { name: "Deel", exact: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Bewaar", exact: true })).toHaveCount(0);
  });
});
