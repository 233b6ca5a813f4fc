// The articles that the specs open, and what a reader does with them. Each article is made for what a spec
// looks at and short enough to be known by heart.

import { readFileSync } from "node:fs";
import { expect } from "./fixtures.mjs";

/** A file of tests/articles. */
export const article = (name) => readFileSync(new URL(`../articles/${name}`, import.meta.url), "utf8");

/** Without a date: “gisteren” and “morgen” have a place on the timeline once the reader states one. */
export const UNDATED = `Brand verwoest molen in Veldhoven

In Veldhoven is gisteren een molen afgebrand. Niemand raakte gewond.

“We beginnen opnieuw”, zei molenaar Karin Oosterling. Volgens Oosterling was de molen verzekerd.

Morgen wordt de molen gesloopt.
`;

/** With two events whose dates are ten and thirty days before the article's. */
export const DATED = `Drie besluiten over de dijk van Oudewaal

Gepubliceerd: 31 mei 2023

Op 1 mei 2023 opende minister Femke Rietveld de sluis. Op 21 mei 2023 sloot burgemeester Joris Haksteen de brug. Op 31 mei 2023 werd de weg verlegd.

“De dijk is veilig en blijft dat de komende vijftig jaar ook”, zei Rietveld. Haksteen zei dat de brug te oud is. “Wij wachten af”, zei Haksteen.

De visserij verdween.
`;

/** The same in English. */
export const ENGLISH = `Three decisions about the dyke of Halderby

Published: 31 May 2023

On 1 May 2023 minister Priya Allerton opened the lock. On 21 May 2023 mayor Owen Thackeray closed the bridge.

“The dyke is safe and will stay so for the next fifty years,” said Allerton. Thackeray said that the bridge was too old.
`;

const firstLine = (text) => text.split("\n", 1)[0];

/** The one first-level heading. */
export const title = (page) => page.getByRole("heading", { level: 1 });

/** The article that is open. */
export const reading = (page) => page.getByRole("article");

/** The page, ready to open something. */
export async function start(page, hash = "") {
  await page.goto(`./${hash}`);
  await expect(title(page)).toHaveCount(1);
}

/** A file as Playwright's setInputFiles takes it. */
export const file = (content, name = "artikel.txt", mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});

/** Hands the page a file as its file chooser does. */
export async function choose(page, content, name) {
  await page.locator("#file").setInputFiles(file(content, name));
}

/** The message to the reader that holds `text`. */
export const message = (page, text = /\S/) => page.getByRole("alert").getByRole("paragraph").filter({ hasText: text });

/** Drops a file on what `selector` matches. */
export async function drop(page, selector, content, name = "artikel.txt") {
  const bytes = [...Buffer.from(content)];
  await page.locator(selector).first().evaluate((place, { bytes, name }) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ["dragenter", "dragover", "drop"]) {
      place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, { bytes, name });
}

/** Waits until the worker has nothing more to do. */
export async function settled(page) {
  await expect(page.getByRole("progressbar")).toHaveCount(0);
}

/** Opens a text as a file, and waits until everything in it has been found. */
export async function open(page, text, name, heading = firstLine(text)) {
  await start(page);
  await choose(page, text, name);
  await expect(title(page)).toHaveText(heading);
  await settled(page);
}

/** Opens the example with its button. */
export async function openExample(page) {
  await start(page);
  await page.getByRole("button", { name: /^(Probeer het met een artikel|Try it with an article)$/ }).click();
  await expect(reading(page)).toBeVisible();
  await settled(page);
}

/** A text of `bytes` bytes at least: an article again and again, its title once. */
export function repeated(text, bytes) {
  const [head, ...rest] = text.split("\n\n");
  const body = rest.join("\n\n").trim();
  return `${head}\n\n${Array(Math.ceil(bytes / Buffer.byteLength(body))).fill(body).join("\n\n")}\n`;
}
