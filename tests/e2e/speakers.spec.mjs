// Promise: who says what, how much, and where in the article.

import { DATED, ENGLISH, open, openExample, reading } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const panel = (page) => page.getByRole("region", { name: "Wie zegt wat" });
const lanes = (page) => panel(page).getByRole("listitem");
const lane = (page, name) => lanes(page).filter({ hasText: name });

/** The shares of the quoted words, from top to bottom. */
async function shares(page) {
  const names = await lanes(page).getByRole("button").allTextContents();
  return names.map((name) => Number(/(\d+) %/.exec(name)[1]));
}

test("each speaker has one lane, and who says most comes first", async ({ page }) => {
  await open(page, DATED);
  await expect(lanes(page)).toHaveCount(2);
  await expect(lanes(page).nth(0)).toContainText("Femke Rietveld");
  await expect(lanes(page).nth(1)).toContainText("Joris Haksteen");
  const found = await shares(page);
  expect(found[0]).toBeGreaterThan(found[1]);
  await expect(lane(page, "Joris Haksteen").locator(".bar")).toHaveCount(2);
  await expect(lane(page, "Femke Rietveld").locator(".bar")).toHaveCount(1);
});

test("the shares of the example add up and fall", async ({ page }) => {
  await openExample(page);
  const found = await shares(page);
  expect(found.length).toBeGreaterThan(2);
  expect(found).toEqual([...found].sort((a, b) => b - a));
  expect(Math.abs(found.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(found.length / 2);
});

test("a share says of what it is one", async ({ page }) => {
  await open(page, DATED);
  await expect(lanes(page).first().getByRole("button")).toHaveAccessibleName(/Femke Rietveld.* \d+ % van de geciteerde woorden/);
});

test("verbatim and reported differ in shape, and the key shows both", async ({ page }) => {
  await open(page, DATED);
  const shape = (kind) => lane(page, "Joris Haksteen").locator(`.bar.${kind} .shape`).evaluate((bar) => getComputedStyle(bar).strokeDasharray);
  expect(await shape("direct")).toBe("none");
  expect(await shape("indirect")).not.toBe("none");
  await expect(panel(page).locator(".key")).toHaveText(/letterlijk.*weergegeven/);
});

test("bars stand where their quotations stand in the article", async ({ page }) => {
  await open(page, DATED);
  const bars = await panel(page).locator(".bar").evaluateAll((all) => all.map((bar) => ({ at: bar.querySelector(".shape").getBoundingClientRect().left, text: bar.querySelector("title").textContent })));
  bars.sort((a, b) => a.at - b.at);
  const text = await reading(page).innerText();
  const order = bars.map((bar) => text.indexOf(bar.text.slice(0, 15)));
  expect(order.every((place) => place >= 0)).toBe(true);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("every bar lies within its track", async ({ page }) => {
  await openExample(page);
  const outside = await panel(page).locator(".track").evaluateAll((tracks) => tracks.flatMap((track) => {
    const frame = track.getBoundingClientRect();
    return [...track.querySelectorAll(".shape")].map((bar) => bar.getBoundingClientRect()).filter((bar) => bar.left < frame.left - 1 || bar.right > frame.right + 1);
  }));
  expect(outside).toEqual([]);
});

test("the speaker's name stands in the margin of the article, once a turn", async ({ page }) => {
  await open(page, DATED);
  await expect(reading(page).locator(".speaker")).toHaveText(["Femke Rietveld", "Joris Haksteen"]);
});

test("English quotations find their speakers", async ({ page }) => {
  await open(page, ENGLISH);
  await expect(lane(page, "Priya Allerton").locator(".bar.direct")).toHaveCount(1);
  await expect(lane(page, "Owen Thackeray").locator(".bar.indirect")).toHaveCount(1);
});

test("an article without quotations says so", async ({ page }) => {
  await open(page, "De brug is dicht\n\nDe brug van Oudewaal ging op 3 mei 2023 dicht.\n");
  await expect(panel(page)).toContainText("Er zijn geen citaten gevonden.");
});

test("speakers stand by share, by who speaks first, or by name", async ({ page }) => {
  await open(page, DATED.replace("“De dijk is veilig", "“Nee”, zei voorzitter Anna Zwart.\n\n“De dijk is veilig"));
  const names = () => lanes(page).locator(".lane-name > span:first-child").allTextContents();
  const order = panel(page).getByRole("combobox", { name: "Volgorde van de sprekers" });
  expect(await names()).toEqual(["Femke Rietveld", "Joris Haksteen", "Anna Zwart"]);
  await order.selectOption("volgorde van het artikel");
  expect(await names()).toEqual(["Anna Zwart", "Femke Rietveld", "Joris Haksteen"]);
  await order.selectOption("op naam");
  expect(await names()).toEqual(["Anna Zwart", "Femke Rietveld", "Joris Haksteen"]);
});
