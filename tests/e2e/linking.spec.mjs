// Promise: what the reader points at anywhere lights up everywhere.

import { DATED, open, reading } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const speakers = (page) => page.getByRole("region", { name: "Wie zegt wat" });
const who = (page) => page.getByRole("region", { name: "Wie en wat" });
const lit = (page) => reading(page).locator("mark.lit, .quote.lit");

/** The texts of some elements. */
const texts = (places) => places.evaluateAll((found) => found.map((element) => element.textContent));

test("a name in the list lights its mentions and its quotations, and no others", async ({ page }) => {
  await open(page, DATED);
  await who(page).getByRole("button", { name: /Joris Haksteen/ }).hover();
  await expect(lit(page)).toHaveText(["Joris Haksteen", "Haksteen", "Haksteen"]);
  const bars = speakers(page).locator("svg .bar");
  await expect(bars).toHaveCount(3);
  await expect(speakers(page).locator("svg .bar.related")).toHaveCount(2);
  await expect(speakers(page).locator(".lane", { hasText: "Femke Rietveld" }).locator(".related, .lit")).toHaveCount(0);
  await page.getByRole("banner").hover();
  await expect(page.locator("main .lit, main .related")).toHaveCount(0);
});

test("a lit mark looks different from the others", async ({ page }) => {
  await open(page, DATED);
  const name = reading(page).locator("mark", { hasText: "Haksteen" }).first();
  const before = await name.evaluate((mark) => getComputedStyle(mark).backgroundColor);
  await who(page).getByRole("button", { name: /Joris Haksteen/ }).hover();
  await expect.poll(() => name.evaluate((mark) => getComputedStyle(mark).backgroundColor)).not.toBe(before);
});

test("a bar of the speakers timeline lights its quotation", async ({ page }) => {
  await open(page, DATED);
  await speakers(page).locator(".lane", { hasText: "Femke Rietveld" }).locator("svg .bar").hover();
  await expect(lit(page).first()).toBeVisible();
  expect((await texts(lit(page))).join("")).toContain("De dijk is veilig en blijft dat de komende vijftig jaar ook");
  expect((await texts(lit(page))).join("")).not.toContain("Wij wachten af");
  const related = reading(page).locator("mark.related");
  await expect(related).toHaveText(["Femke Rietveld", "Rietveld"]);
});

test("an event that has the focus lights its trigger", async ({ page }) => {
  await open(page, DATED);
  const event = page.locator("#events svg").getByRole("button", { name: /opende/ });
  await event.focus();
  await expect(lit(page)).toHaveText(["opende"]);
  await expect(event).toHaveClass(/\blit\b/);
});

test("a name in the article lights its line in the list and its events", async ({ page }) => {
  await open(page, DATED);
  await reading(page).locator("mark", { hasText: "Femke Rietveld" }).hover();
  await expect(who(page).getByRole("button", { name: /Femke Rietveld/ })).toHaveClass(/\blit\b/);
  await expect(page.locator("#events svg").getByRole("button", { name: /opende/ })).toHaveClass(/\brelated\b/);
});

test("a time in the article lights the event of its sentence", async ({ page }) => {
  await open(page, DATED);
  await reading(page).locator("mark", { hasText: "21 mei 2023" }).first().hover();
  await expect(page.locator("#events svg").getByRole("button", { name: /sloot/ })).toHaveClass(/\brelated\b/);
});

test("an event in the timeline brings its place in the article into view", async ({ page }) => {
  const filler = Array(40).fill("De dijk is oud en het water staat hoog, en dat blijft voorlopig zo.").join("\n\n");
  await open(page, `${DATED}\n${filler}\n\nOp 11 mei 2023 verliet minister Femke Rietveld de stad.\n`);
  const trigger = reading(page).locator("mark.event", { hasText: "verliet" });
  await expect(page.getByText("verliet minister").first()).not.toBeInViewport();
  await page.locator("#events svg").getByRole("button", { name: /verliet/ }).locator("text").click();
  await expect(trigger).toBeInViewport();
  await expect(trigger).toHaveClass(/\bcurrent\b/);
  await expect(page.locator("#events svg.timeline-drawing")).toBeInViewport();
});

test("a mark in the article opens the details with the reason, and they close", async ({ page }) => {
  await open(page, DATED);
  const details = page.getByRole("complementary", { name: "Toelichting" });
  await reading(page).locator("mark", { hasText: "opende" }).click();
  await expect(details).toContainText("gebeurtenis, gebeurd");
  await expect(details).toContainText("1 mei 2023");
  await expect(details).toContainText(/Waarom\? .*tijd staat in dezelfde/);

  await reading(page).locator(".quote", { hasText: "Wij wachten af" }).click();
  await expect(details).toContainText("Joris Haksteen");
  await expect(details).toContainText(/Waarom\? de spreker staat na het citaat/);

  await reading(page).locator("mark", { hasText: "Femke Rietveld" }).click();
  await expect(details).toContainText("persoon");
  await expect(details).toContainText("2 vermeldingen");
  await details.getByRole("button", { name: "Volgende" }).click();
  await expect(reading(page).locator(".current")).toHaveText(/Rietveld/);
  await details.getByRole("button", { name: "Sluit" }).click();
  await page.getByRole("banner").hover();
  await expect(details).toHaveCount(0);
  await expect(page.locator("main .lit")).toHaveCount(0);
});

test("a chosen name stays lit while the pointer is elsewhere", async ({ page }) => {
  await open(page, DATED);
  await who(page).getByRole("button", { name: /Joris Haksteen/ }).click();
  await page.getByRole("banner").hover();
  await expect(lit(page)).toHaveText(["Joris Haksteen", "Haksteen", "Haksteen"]);
});
