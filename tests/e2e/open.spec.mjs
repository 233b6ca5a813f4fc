// Promise: whatever way an article comes in, it is read as it was written.

import { article, choose, DATED, drop, file, openExample, reading, start, title, UNDATED } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const DATED_TITLE = "Drie besluiten over de dijk van Oudewaal";
const UNDATED_TITLE = "Brand verwoest molen in Veldhoven";

test("a file dropped anywhere on the page opens, also on an open article", async ({ page }) => {
  await start(page);
  await drop(page, "body", DATED);
  await expect(title(page)).toHaveText(DATED_TITLE);
  await drop(page, "article p", UNDATED);
  await expect(title(page)).toHaveText(UNDATED_TITLE);
  await drop(page, "header", DATED);
  await expect(title(page)).toHaveText(DATED_TITLE);
  await expect(title(page)).toHaveCount(1);
});

test("while a file is dragged over the page, the page says what letting go does", async ({ page }) => {
  await start(page);
  const overlay = page.locator(".drop-overlay");
  await expect(overlay).toHaveCSS("opacity", "0");
  await page.locator("body").dispatchEvent("dragenter");
  await expect(overlay).toHaveCSS("opacity", "1");
  await expect(overlay).toHaveText("Laat los om het artikel te openen");
  await page.locator("html").dispatchEvent("dragleave");
  await expect(overlay).toHaveCSS("opacity", "0");
});

test("text that is dragged from another window opens too", async ({ page }) => {
  await start(page);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", text);
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, DATED);
  await expect(title(page)).toHaveText(DATED_TITLE);
});

test("a chosen file opens, and another after it", async ({ page }) => {
  const pick = async (text) => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Kies een bestand" }).click();
    await (await chooser).setFiles(file(text));
  };
  await start(page);
  await pick(DATED);
  await expect(title(page)).toHaveText(DATED_TITLE);
  await pick(UNDATED);
  await expect(title(page)).toHaveText(UNDATED_TITLE);
  await expect(title(page)).toHaveCount(1);
});

test("text pasted in the dialog opens", async ({ page }) => {
  await start(page);
  await page.getByRole("button", { name: "Plak tekst" }).click();
  const dialog = page.getByRole("dialog", { name: "Plak een artikel" });
  await dialog.getByRole("textbox", { name: "Tekst van het artikel" }).fill(DATED);
  await dialog.getByRole("button", { name: "Lees dit artikel" }).click();
  await expect(dialog).toBeHidden();
  await expect(title(page)).toHaveText(DATED_TITLE);
});

test("text pasted on the page opens; in a field it is only typed", async ({ page }) => {
  await start(page);
  const paste = (selector, text) => page.locator(selector).first().evaluate((place, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    place.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  }, text);
  await paste("body", UNDATED);
  await expect(title(page)).toHaveText(UNDATED_TITLE);
  await paste("#date", DATED);
  await paste("article h1", DATED.replace("Drie", "Vier"));
  await expect(title(page)).toHaveText("Vier besluiten over de dijk van Oudewaal");
});

test("the example opens", async ({ page }) => {
  await openExample(page);
  await expect(title(page)).toHaveCount(1);
  await expect(reading(page).getByRole("heading", { level: 1 })).not.toBeEmpty();
  await expect(page.getByRole("region", { name: "Wat gebeurt er" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Wie zegt wat" })).toBeVisible();
});

const ACCENTS = "Café “De Één” sluit\n\nHet café “De Één” in Oudewaal sloot op 3 mei 2023. Dat kost € 12.\n";
const encodings = {
  "UTF-8": Buffer.from(ACCENTS),
  "UTF-8 with a byte order mark": Buffer.from(`\ufeff${ACCENTS}`),
  "UTF-16, little end first": Buffer.from(`\ufeff${ACCENTS}`, "utf16le"),
  "UTF-16, big end first": Buffer.from(`\ufeff${ACCENTS}`, "utf16le").swap16(),
  "windows-1252": Buffer.from(ACCENTS.replaceAll("“", "\x93").replaceAll("”", "\x94").replaceAll("€", "\x80"), "latin1"),
};
for (const [name, bytes] of Object.entries(encodings)) {
  test(`accents and quotation marks of ${name} are right`, async ({ page }) => {
    await start(page);
    await choose(page, bytes);
    await expect(title(page)).toHaveText("Café “De Één” sluit");
    await expect(reading(page)).toContainText("Het café “De Één” in Oudewaal sloot op 3 mei 2023. Dat kost € 12.");
  });
}

test("a text with the line ends of Windows and a date above its title reads as written", async ({ page }) => {
  await start(page);
  await choose(page, article("economy-crlf.txt"));
  await expect(title(page)).toHaveText("Rederij Noordveer verdubbelt winst en opent kantoor in Antwerpen");
});
