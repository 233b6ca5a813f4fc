// Promise: the events stand on a true axis of time, none hides another, and what has no date says so.

import { article, DATED, open, openExample, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const panel = (page) => page.getByRole("region", { name: "Wat gebeurt er" });
const drawing = (page) => panel(page).locator("svg.timeline-drawing");
const press = (page, name) => panel(page).getByRole("button", { name, exact: true }).click();
const ticks = (page) => drawing(page).locator(".tick text").allTextContents();

/** Where the mark of an event begins, in pixels from the left. */
const x = async (page, name) => (await drawing(page).getByRole("button", { name }).locator(".shape").boundingBox()).x;

test("events stand in order of time, at distances in proportion", async ({ page }) => {
  await open(page, DATED);
  const [first, second, third] = [await x(page, /opende/), await x(page, /sloot/), await x(page, /verlegd/)];
  expect(first).toBeLessThan(second);
  expect(second).toBeLessThan(third);
  expect((second - first) / (third - first)).toBeCloseTo(20 / 30, 2);
});

/** The labels of a drawing that overlap in their row, or run out of the drawing. */
function collisions(svg) {
  const frame = svg.getBoundingClientRect();
  const labels = [...svg.querySelectorAll(".event-mark text, .cluster text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const found = labels.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1).map(({ text }) => `cut off: ${text}`);
  for (const [at, one] of labels.entries()) {
    for (const other of labels.slice(at + 1)) {
      const sameRow = one.box.top < other.box.bottom - 2 && other.box.top < one.box.bottom - 2;
      if (sameRow && one.box.left < other.box.right && other.box.left < one.box.right) found.push(`${one.text} / ${other.text}`);
    }
  }
  return found;
}

for (const width of [1440, 768, 390]) {
  test(`labels neither overlap nor are cut off, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["", "regional-bridge.txt", "science-wrapped.txt", "politics-low-quotes.txt"]) {
      if (name) {
        await open(page, article(name), name, /\S/);
      } else {
        await openExample(page);
      }
      await page.keyboard.press("2");
      await expect(drawing(page)).toBeVisible();
      expect(await drawing(page).locator(".event-mark").count(), name).toBeGreaterThan(1);
      await expect.poll(() => drawing(page).evaluate(collisions), name || "the example").toEqual([]);
    }
  });
}

test("the axis is labelled, and its labels do not overlap", async ({ page }) => {
  await open(page, DATED);
  expect((await ticks(page)).join(" ")).toMatch(/\d+ mei/);
  const boxes = await drawing(page).locator(".tick text").evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON()));
  expect(boxes.length).toBeGreaterThan(2);
  for (const [at, box] of boxes.slice(1).entries()) expect(box.left).toBeGreaterThan(boxes[at].right);
  await expect(drawing(page).locator(".document-date")).toHaveText("artikel");
});

test("buttons zoom, move and show all again", async ({ page }) => {
  await open(page, DATED);
  const middle = () => x(page, /sloot/);
  const [all, start] = [await ticks(page), await middle()];
  await press(page, "Zoom in");
  await expect.poll(() => ticks(page)).not.toEqual(all);
  await press(page, "Zoom uit");
  await expect.poll(middle).toBeCloseTo(start, 0);
  await press(page, "Later");
  await expect.poll(middle).toBeLessThan(start - 100);
  await press(page, "Eerder");
  await expect.poll(middle).toBeCloseTo(start, 0);
  await press(page, "Eerder");
  await expect.poll(middle).toBeGreaterThan(start + 100);
  await press(page, "Toon alles");
  await expect.poll(middle).toBeCloseTo(start, 0);
  expect(await ticks(page)).toEqual(all);
});

test("the wheel with Ctrl zooms where the pointer is; alone it leaves the drawing as it is", async ({ page }) => {
  await open(page, DATED);
  const all = await ticks(page);
  const shape = drawing(page).getByRole("button", { name: /sloot/ }).locator(".shape");
  const before = await shape.boundingBox();
  await page.mouse.move(before.x, before.y + before.height / 2);
  await page.mouse.wheel(0, 120);
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 8; turn++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(() => ticks(page)).not.toEqual(all);
  expect(Math.abs((await shape.boundingBox()).x - before.x)).toBeLessThan(12);
});

test("the list is a table with a caption, in order of time, what has no date last", async ({ page }) => {
  const text = DATED.replace("Op 1 mei 2023 opende", "Op 1 juli 2023 heropent burgemeester Jan Aalders de haven. Op 1 mei 2023 opende");
  await open(page, text);
  await press(page, "Als lijst");
  const table = panel(page).getByRole("table", { name: "Wat gebeurt er" });
  await expect(table.getByRole("columnheader")).toHaveText(["Wanneer", "Wat", "Status"]);
  const when = await table.getByRole("row").getByRole("cell").evaluateAll((cells) => cells.filter((cell) => cell.cellIndex === 0).map((cell) => cell.textContent));
  expect(when).toEqual(["1 mei 2023", "21 mei 2023", "31 mei 2023", "1 juli 2023", ...Array(when.length - 4).fill("zonder datum")]);
  await expect(table.getByRole("row", { name: /verdween/ })).toContainText("zonder datum");
  await expect(table.getByRole("row", { name: /heropent/ })).toContainText("nog te gebeuren");
  await expect(drawing(page)).toHaveCount(0);
  await press(page, "Als tijdlijn");
  await expect(drawing(page)).toBeVisible();
  await expect(table).toHaveCount(0);
});

test("an event without a date stands on the shelf and not on the axis", async ({ page }) => {
  await open(page, DATED);
  await expect(panel(page).getByRole("heading", { name: "Zonder datum" })).toBeVisible();
  await expect(panel(page).getByRole("listitem").filter({ hasText: "verdween" })).toBeVisible();
  await expect(drawing(page).getByRole("button", { name: /verdween/ })).toHaveCount(0);
});

test("times are told in words, not in the notation of machines", async ({ page }) => {
  await open(page, `Plannen voor Oudewaal\n\nGepubliceerd: 31 mei 2023\n\nIn het voorjaar van 2025 opent minister Femke Rietveld de brug. In 1998 sloot de werf. Vorige week sloot burgemeester Joris Haksteen de haven. In de jaren negentig verdween de visserij.\n`);
  await press(page, "Als lijst");
  await expect(panel(page).getByRole("row", { name: /opent/ }).getByRole("cell").first()).toHaveText(/voorjaar (van )?2025/);
  const when = await panel(page).getByRole("row").locator(".when").allTextContents();
  expect(when.filter((text) => /\d-[A-Z]|-W\d|^P\d|X|\d{3}$(?<!\d{4})/.test(text))).toEqual([]);
});

test("an article without events says so", async ({ page }) => {
  await open(page, "Alleen een kop\n\nEen mooie dag.\n");
  await expect(title(page)).toHaveText("Alleen een kop");
  await expect(panel(page)).toContainText("Er zijn geen gebeurtenissen gevonden");
});

test("events are shown of one participant, or of one status", async ({ page }) => {
  await open(page, DATED);
  const who = panel(page).getByRole("combobox", { name: "Met wie of waar" });
  await who.selectOption({ label: "Femke Rietveld" });
  await expect(drawing(page).getByRole("button", { name: /opende/ })).toHaveCount(1);
  await expect(drawing(page).getByRole("button", { name: /sloot/ })).toHaveCount(0);
  await expect(panel(page).getByRole("status")).toHaveText(/^1\/\d$/);
  await press(page, "Als lijst");
  await expect(panel(page).getByRole("row")).toHaveCount(2);
  await press(page, "Als tijdlijn");
  await who.selectOption("");
  await panel(page).getByRole("combobox", { name: "Status" }).selectOption("gebeurd");
  await expect(drawing(page).getByRole("button", { name: /sloot/ })).toHaveCount(1);
});

test("the timeline is dragged, and a click after it chooses nothing", async ({ page }) => {
  await open(page, DATED);
  const mark = drawing(page).getByRole("button", { name: /sloot/ }).locator(".shape");
  const before = await mark.boundingBox();
  await page.mouse.move(before.x + 4, before.y + 4);
  await page.mouse.down();
  await page.mouse.move(before.x + 44, before.y + 4, { steps: 4 });
  await page.mouse.up();
  const after = await mark.boundingBox();
  expect(after.x - before.x).toBeGreaterThan(30);
  await page.mouse.move(5, 5);
  await expect(page.locator(".inspector.chosen")).toHaveCount(0);
});

test("the strip shows which part is drawn, and leads to another one", async ({ page }) => {
  await open(page, DATED);
  const strip = panel(page).locator(".overview svg");
  await expect(strip.locator(".shown")).toHaveCount(0);
  for (let time = 0; time < 3; time++) await press(page, "Zoom in");
  const first = await strip.locator(".shown").boundingBox();
  const whole = await strip.boundingBox();
  await page.mouse.click(whole.x + whole.width - 20, whole.y + 10);
  expect((await strip.locator(".shown").boundingBox()).x).toBeGreaterThan(first.x + 20);
  await expect(drawing(page).getByRole("button", { name: /verlegd/ })).toHaveCount(1);
});

test("it can lie below the article over the whole width, so that both are seen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, DATED);
  const narrow = (await drawing(page).boundingBox()).width;
  await press(page, "Over de hele breedte");
  await expect.poll(async () => (await drawing(page).boundingBox()).width).toBeGreaterThan(narrow * 1.8);
  await expect(title(page)).toBeInViewport();
  await press(page, "Over de hele breedte");
  await expect.poll(async () => (await drawing(page).boundingBox()).width).toBeCloseTo(narrow, -1);
});
