// Loaded by boot.js once the page stands, on pages of their own only: keeps the page for when there is no network,
// tells of a new version, and opens what the system hands over.

const WORDS = {
  nl: ["Er is een nieuwe versie van Kroniek.", "Laad opnieuw", "Sluit", "Wat u open hebt, kan niet mee. Bewaar het eerst en laad de pagina dan zelf opnieuw."],
  en: ["There is a new version of Kroniek.", "Reload", "Close", "What you have open cannot come along. Save it first, then reload the page yourself."],
};

const root = document.documentElement;
const { serviceWorker } = navigator;

/** The notice; its region is there before its words, so that they are read out. */
const region = document.createElement("div");
region.setAttribute("role", "status");
document.body.append(region);
let shown = false;
let refused = false;

function draw() {
  const [news, reload, close, sorry] = WORDS[root.lang] ?? WORDS.en;
  region.replaceChildren();
  if (!shown) return;
  const card = document.createElement("div");
  card.className = "working update";
  const text = document.createElement("span");
  text.textContent = refused ? sorry : news;
  card.append(text);
  const button = (label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    card.append(made);
    // After the page's own listener.
    made.addEventListener("click", () => setTimeout(action));
    return made;
  };
  // The page puts the open article into its address.
  button(reload, takeOver).dataset.action = "keep-article";
  button(close, () => { shown = refused = false; draw(); }).className = "quiet";
  region.append(card);
}

function tell() {
  shown = true;
  draw();
}

let asked = false;
async function takeOver() {
  const typing = [...document.querySelectorAll("textarea")].some((area) => area.value.trim());
  if (typing || !root.hasAttribute("data-kept")) {
    refused = true;
    return draw();
  }
  asked = true;
  const waiting = (await serviceWorker.getRegistration())?.waiting;
  // Another tab may have asked before.
  if (waiting) waiting.postMessage("take over");
  else location.reload();
}

/** Hands files to the page as its file chooser does. */
function open(...files) {
  const chooser = document.getElementById("file");
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  chooser.files = chosen.files;
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What was shared with the page: the service worker has it. */
async function openShared() {
  const id = /[#&]shared=(\d+)/.exec(location.hash)?.[1];
  if (!id) return;
  history.replaceState(null, "", location.pathname);
  const response = await fetch(`shared?${id}`);
  const name = decodeURIComponent(response.headers.get("X-Name") ?? "");
  const file = new File([await response.blob()], name || "gedeeld.txt");
  const text = name ? "" : (await file.text()).trim();
  // Some programs share no more than where the article stands.
  if (/^https:\/\/\S+$/.test(text)) location.hash = `src=${encodeURIComponent(text)}`;
  else open(file);
}

function watch(registration) {
  const look = () => registration.waiting && serviceWorker.controller && tell();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  look();
  const keep = async () => {
    // Who pays for every byte keeps what articles have asked for.
    if (!navigator.connection?.saveData) (await serviceWorker.ready).active.postMessage("keep");
  };
  // Not in the way of the first article, and before the reader is gone.
  setTimeout(keep, 20_000);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep();
    else registration.update().catch(() => {});
  });
}

new MutationObserver(draw).observe(root, { attributes: true, attributeFilter: ["lang"] });
const controlled = Boolean(serviceWorker.controller);
serviceWorker.addEventListener("controllerchange", () => {
  if (asked) location.reload();
  else if (controlled) tell();
});
// What cannot be had is told as an empty file.
openShared().catch(() => open(new File([], "")));
self.launchQueue?.setConsumer(async ({ files: handles = [] }) => {
  if (handles.length) open(...(await Promise.all(handles.map((handle) => handle.getFile()))));
});
try {
  const registration = await serviceWorker.register("sw.js", { updateViaCache: "none" });
  if (registration) watch(registration);
} catch {
  // Private windows and some hosts have none; the page works as well.
}
