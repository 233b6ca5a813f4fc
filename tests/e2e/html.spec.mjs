// Promise: of a saved web page the article is read, and nothing in a file is ever run or shown as markup.

import { choose, reading, settled, start, title } from "./articles.mjs";
import { expect, test } from "./fixtures.mjs";

const PAGE = `<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <title>Molen van Veldhoven gesloopt | De Bode</title>
  <meta property="article:published_time" content="2022-03-24T08:15:00+01:00">
  <style>.advert { color: red }</style>
  <script>window.ran = "head"; document.title = "taken over";</script>
</head>
<body>
  <nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a></nav>
  <article>
    <h1>Molen van Veldhoven gesloopt</h1>
    <p>De molen van Veldhoven is <b>gisteren</b> gesloopt &amp; afgevoerd.</p>
    <script>window.ran = "body";</script>
    <p onclick="window.ran = 'click'">&ldquo;Het is klaar&rdquo;, zei molenaar Karin Oosterling.</p>
    <img src="https://example.org/molen.jpg" onerror="window.ran = 'image'">
  </article>
  <footer>Abonneer u op De Bode</footer>
</body>
</html>`;

test("an HTML page shows its article with the date of its metadata, and nothing of it runs", async ({ page }) => {
  await start(page);
  await choose(page, PAGE, "molen.html");
  await expect(title(page)).toHaveText("Molen van Veldhoven gesloopt");
  await settled(page);
  await expect(reading(page)).toContainText("De molen van Veldhoven is gisteren gesloopt & afgevoerd.");
  await expect(reading(page)).toContainText("“Het is klaar”, zei molenaar Karin Oosterling.");
  await expect(reading(page).locator(".date-line")).toContainText("24 maart 2022");
  await expect(reading(page).locator(".date-line")).toContainText("uit de webpagina");
  for (const other of ["window.ran", "color: red", "Voorpagina", "Abonneer"]) {
    await expect(reading(page)).not.toContainText(other);
  }
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
  await expect(page).toHaveTitle(/Kroniek/);
});

test("an HTML page is recognised by what it holds too", async ({ page }) => {
  await start(page);
  await choose(page, PAGE, "molen.txt");
  await expect(title(page)).toHaveText("Molen van Veldhoven gesloopt");
  await expect(reading(page)).not.toContainText("<p>");
});

test("markup in a text stays text", async ({ page }) => {
  const name = "Jan <img src=x onerror=alert(1)> Jansen";
  await start(page);
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await choose(page, `${name} wint\n\nGepubliceerd: 3 mei 2023\n\n“Mooi”, zei ${name}. Volgens ${name} <b>viel</b> het <script>alert(2)</script> mee.\n`);
  await expect(title(page)).toHaveText(`${name} wint`);
  await settled(page);
  await expect(reading(page)).toContainText(`Volgens ${name} <b>viel</b> het <script>alert(2)</script> mee.`);
  await expect(page.locator("main img, main b, main script")).toHaveCount(0);
});

test("markup in a file's name stays text", async ({ page }) => {
  await start(page);
  await choose(page, "klein begin van een stuk zonder kop, dat met een kleine letter begint en maar doorgaat tot het een alinea is die niemand voor een kop aanziet, hoe lang men er ook naar kijkt op een regenachtige dag.\n", "<img src=x onerror=alert(1)>.txt");
  await expect(reading(page)).toContainText("klein begin van een stuk");
  await expect(page.locator("main img")).toHaveCount(0);
});
