// Promise: everything works without a mouse, and the reader always sees where the focus is.

import { DATED, open, openExample, reading, start, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const drawing = (page) => page.locator("#events svg.timeline-drawing");
const ticks = (page) => drawing(page).locator(".tick text").allTextContents();

/** Presses Tab until `place` has the focus; fails where a stop on the way shows no focus. */
async function tabTo(page, place) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(focusShown), "the focus is visible").toBe("");
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`60 presses of Tab do not reach ${place}`);
}

/** In the page: "" when the focused element shows that it is, else what it is. */
function focusShown() {
  const element = document.activeElement;
  if (element === document.body) return "";
  const shown = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  if (shown(getComputedStyle(element))) return "";
  // A mark of a drawing gets its ring on the rectangle behind it.
  const hit = element.querySelector(":scope > .hit");
  if (hit && parseFloat(getComputedStyle(hit).strokeWidth) >= 2 && getComputedStyle(hit).stroke !== "none") return "";
  return element.outerHTML.slice(0, 120);
}

test("an article is opened and left with Tab and Enter", async ({ page }) => {
  await start(page);
  await tabTo(page, page.getByRole("button", { name: "Probeer het met een artikel" }));
  await page.keyboard.press("Enter");
  await expect(reading(page)).toBeVisible();
  await expect(title(page)).toHaveCount(1);
});

test("every stop of the open page shows its focus", async ({ page }) => {
  await open(page, DATED);
  await tabTo(page, page.getByRole("region", { name: "Wie en wat" }).getByRole("button").last());
});

test("the skip link is the first stop and leads to the article", async ({ page }) => {
  await openExample(page);
  const skip = page.getByRole("link", { name: "Naar het artikel" });
  await page.getByRole("banner").getByRole("button").first().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(reading(page)).toBeFocused();
});

test("] and [ walk the quotations", async ({ page }) => {
  await open(page, DATED);
  const lit = reading(page).locator(".quote.lit");
  const words = async () => (await lit.allTextContents()).join("");
  await page.keyboard.press("]");
  await expect.poll(words).toContain("De dijk is veilig");
  await page.keyboard.press("]");
  await expect.poll(words).toContain("de brug te oud is");
  await page.keyboard.press("]");
  await expect.poll(words).toContain("Wij wachten af");
  await page.keyboard.press("[");
  await expect.poll(words).toContain("de brug te oud is");
  await page.keyboard.press("Escape");
  await expect(lit).toHaveCount(0);
});

test("n and p walk the mentions of the chosen name", async ({ page }) => {
  await open(page, DATED);
  await page.getByRole("region", { name: "Wie en wat" }).getByRole("button", { name: /Joris Haksteen/ }).focus();
  await page.keyboard.press("Enter");
  const current = reading(page).locator("mark.current");
  await expect(current).toHaveText("Joris Haksteen");
  await page.keyboard.press("n");
  await expect(current).toHaveText("Haksteen");
  await page.keyboard.press("p");
  await expect(current).toHaveText("Joris Haksteen");
  await expect(current).toHaveCount(1);
});

test("? lists the keys and Escape closes the list", async ({ page }) => {
  await start(page);
  const keys = page.getByRole("dialog", { name: "Toetsen" });
  await page.keyboard.press("?");
  await expect(keys).toBeVisible();
  await expect(keys).toContainText("volgend en vorig citaat");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("o asks for a file; in a field the keys are letters", async ({ page }) => {
  await open(page, DATED);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("o");
  await chooser;
  await page.getByRole("button", { name: "Plak tekst" }).press("Enter");
  const field = page.getByRole("dialog").getByRole("textbox");
  await field.pressSequentially("no]1?");
  await expect(field).toHaveValue("no]1?");
  await expect(page.getByRole("dialog", { name: "Toetsen" })).toBeHidden();
});

test("arrows walk the events in order of time; Enter chooses one", async ({ page }) => {
  await open(page, DATED);
  const event = (name) => drawing(page).getByRole("button", { name });
  await tabTo(page, event(/opende/));
  await page.keyboard.press("ArrowRight");
  await expect(event(/sloot/)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(event(/verlegd/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(event(/sloot/)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(event(/opende/)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Toelichting" })).toContainText("1 mei 2023");
  await expect(reading(page).locator("mark.current")).toHaveText("opende");
});

test("arrows follow the order of time where the article does not", async ({ page }) => {
  const text = "Terugblik op Oudewaal\n\nGepubliceerd: 31 mei 2023\n\nOp 21 mei 2023 sloot Jan Haksteen de brug. Op 1 mei 2023 opende Femke Rietveld de sluis.\n";
  await open(page, text);
  const event = (name) => drawing(page).getByRole("button", { name });
  await event(/opende/).focus();
  await page.keyboard.press("ArrowRight");
  await expect(event(/sloot/)).toBeFocused();
});

test("+ zooms in, - out, 0 shows all, and the focus stays", async ({ page }) => {
  await open(page, DATED);
  const middle = drawing(page).getByRole("button", { name: /sloot/ });
  await middle.focus();
  const all = await ticks(page);
  await page.keyboard.press("+");
  await expect.poll(() => ticks(page)).not.toEqual(all);
  await expect(middle).toBeFocused();
  const near = await ticks(page);
  await page.keyboard.press("+");
  await expect.poll(() => ticks(page)).not.toEqual(near);
  await page.keyboard.press("-");
  await expect.poll(() => ticks(page)).toEqual(near);
  await page.keyboard.press("0");
  await expect.poll(() => ticks(page)).toEqual(all);
});

test("1 to 4 lead to the four parts", async ({ page }) => {
  await open(page, DATED);
  const parts = [reading(page), ...["Wat gebeurt er", "Wie zegt wat", "Wie en wat"].map((name) => page.getByRole("region", { name }))];
  for (const [at, part] of parts.entries()) {
    await page.keyboard.press(String(at + 1));
    await expect(part).toBeFocused();
  }
});

test("closing a dialog returns the focus to what opened it", async ({ page }) => {
  await start(page);
  const button = page.getByRole("button", { name: "Plak tekst" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});
