// Promise: what cannot be read is refused kindly, and what was open stays open.

import { choose, DATED, drop, message, open, reading, start, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const refused = {
  "a picture": [PNG, "foto.png", /^Dit is geen tekstbestand\..*\.txt/, /^This is not a text file\..*\.txt/],
  "an empty file": [Buffer.alloc(0), "leeg.txt", /^Dit bestand is leeg\./, /^This file is empty\./],
  "a file with only spaces": [Buffer.from(" \r\n\t\n \u00a0\n"), "wit.txt", /^Dit bestand is leeg\./, /^This file is empty\./],
  "a web page without text": [Buffer.from("<!doctype html><html><body><script>1</script></body></html>"), "a.html", /^Dit bestand is leeg\./, /^This file is empty\./],
};

for (const [what, [bytes, name, dutch, english]] of Object.entries(refused)) {
  test(`${what} is refused and what was open stays`, async ({ page }) => {
    await open(page, DATED);
    const before = await reading(page).innerText();
    await choose(page, bytes, name);
    await expect(message(page)).toHaveText(dutch);
    await expect(message(page)).toBeVisible();
    expect(await reading(page).innerText()).toBe(before);

    await page.getByRole("combobox", { name: "Taal" }).selectOption("English");
    await expect(message(page)).toHaveText(english);
    await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
    await expect(message(page)).toHaveCount(0);
    await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
  });
}

test("a refused file on the empty page leaves the invitation", async ({ page }) => {
  await start(page);
  await drop(page, "main", PNG, "foto.png");
  await expect(message(page, "geen tekstbestand")).toBeVisible();
  await expect(page.getByRole("button", { name: "Probeer het met een artikel" })).toBeVisible();
});

test("the message goes when an article opens after it", async ({ page }) => {
  await start(page);
  await choose(page, PNG, "foto.png");
  await expect(message(page, "geen tekstbestand")).toBeVisible();
  await choose(page, DATED);
  await expect(title(page)).toHaveText("Drie besluiten over de dijk van Oudewaal");
  await expect(message(page)).toHaveCount(0);
});

test("pasting nothing keeps the dialog open", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Plak tekst" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("  \n ");
  await dialog.getByRole("button", { name: "Lees dit artikel" }).click();
  await expect(dialog.getByRole("textbox")).toBeFocused();
});
