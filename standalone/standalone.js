// Makes one HTML file of the page and an article, which opens from a disk or a mail and asks nothing of any network.
// The page loads this when a reader wants such a file; `cargo xtask standalone` runs it in Node.
//
// The article goes in as the value of a link (`src/share`), packed like all other files: as data, never as markup
// or script. The policy of the file allows the script and the style sheet in it by their hashes, a worker made of the
// same script, and no request at all.

const WORDS = {
  nl: ["Dit bestand heeft een nieuwere browser nodig, met JavaScript.", "Het bestand wordt gemaakt …", "Bewaard.", "Het bestand kon niet worden gemaakt. Laad de pagina opnieuw en probeer het nog eens."],
  en: ["This file needs a newer browser, with JavaScript.", "Making the file …", "Saved.", "The file could not be made. Load the page again and try once more."],
};

/** Where the page's files for articles are; `xtask/offline.mjs` puts in what stands behind `?v=`. */
const NL = ["nl.pack?v=", "nl.names?v="];
const EN = ["en.pack?v="];

/** What runs in the file: the page's script stands before it, and gives `init`. Once more in its worker. */
async function start(init) {
  const nameOf = (address) => address.replace(/^.*\/|\?.*$/g, "");
  if (!self.document) {
    // First come the files, then what the page sends to its worker.
    onmessage = ({ data: held }) => {
      self.fetch = async (address) => {
        const file = held[nameOf(address)];
        return new Response(file, { status: file ? 200 : 404 });
      };
      self.XMLHttpRequest = class {
        open(method, address) {
          this.file = held[nameOf(address)];
        }
        async send() {
          this.status = this.file ? 200 : 404;
          this.response = await this.file?.arrayBuffer();
          this.onloadend({ target: this });
        }
      };
      const asked = [];
      onmessage = async ({ data }) => {
        if (data instanceof ArrayBuffer) return asked.push(data);
        try {
          await init({ module_or_path: data });
          for (const data of asked) dispatchEvent(new MessageEvent("message", { data }));
        } catch (error) {
          setTimeout(() => { throw error; });
        }
      };
    };
    return;
  }
  const byId = (id) => document.getElementById(id);
  try {
    const data = byId("data");
    const packed = Uint8Array.from(atob(data.textContent), (letter) => letter.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const all = await new Response(unpacked).blob();
    const held = {};
    let from = 0;
    for (const [name, length] of JSON.parse(data.dataset.files)) held[name] = all.slice(from, (from += length));
    const address = URL.createObjectURL(new Blob([byId("program").textContent], { type: "text/javascript" }));
    const program = await WebAssembly.compile(await held.program.arrayBuffer());
    self.kroniekWorker = () => {
      const worker = new Worker(address, { name: location.hash });
      worker.postMessage(held);
      worker.postMessage(program);
      return worker;
    };
    self.kroniekImport = async (...given) => self.kroniekRead(...given);
    if (!/[#&](d|src)=/.test(location.hash)) {
      history.replaceState(null, "", `#d=${await held.article.text()}&${location.hash.slice(1)}`);
    }
    byId("plain").remove();
    data.remove();
    await init({ module_or_path: program });
  } catch (error) {
    byId("boot-failed").hidden = false;
    throw error;
  }
}

/** The article in a link: its language, and its text with the title above it. */
async function read(link) {
  const [, data] = /^1\d+\.([\w-]+)\.\w{7}$/.exec(link);
  const packed = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const bytes = new Uint8Array(await through(packed, new DecompressionStream("deflate-raw")));
  const found = {};
  for (let at = 0; at < bytes.length; ) {
    const letter = String.fromCharCode(bytes[at++]);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      length |= (bytes[at] & 127) << shift;
      if (bytes[at++] < 128) break;
    }
    found[letter] = new TextDecoder().decode(bytes.subarray(at, (at += length)));
  }
  const { A: text, t: title = "", l: language } = found;
  return { language: language ?? "nl", text: title && !text.trimStart().startsWith(title) ? `${title}\n\n${text}` : text };
}

const through = (bytes, stream) => new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

const hashOf = async (text) => `'sha256-${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))))}'`;

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/**
 * The page's module as a script of its own, with `start` behind it. Not as a module: Chromium 156 starts no
 * worker from a blob of an opened file that is one.
 */
function classic(script) {
  const [exports, name] = /export\s*\{[^}]*?([\w$]+) as default[^}]*\};?\s*$/.exec(script);
  const alone = script.replace(exports, "").replaceAll("import.meta.url", "location.href");
  if (/\bimport\b/.test(alone)) throw new Error("the script has parts elsewhere");
  return `(()=>{${alone}\n(${start})(${name})})();\n`;
}

/** Text for between the tags of a script or a style sheet, where nothing can be escaped. */
function inner(text) {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error("a script or a style sheet would end too early");
  return text;
}

/**
 * The file. `script`, `reader` (import.js), `style` and `icon` are text, `program` bytes; `bring` gives the bytes of an
 * address. All of it is the page's own; only `link` is of an article.
 */
export async function compose({ script, reader, style, icon, program, bring, link }) {
  const { language, text } = await read(link);
  const source = inner(`${reader}\n${classic(script)}`);
  const sheet = inner(`${style}\n[data-action="share"],.one-file{display:none!important}`);
  // A reader who opens another article in it has its words too; the model of Dutch names is left out where it would
  // be most of the file and of no use.
  const later = [...(language === "nl" ? NL : NL.slice(0, 1)), ...EN];
  const held = [["program", program], ["article", new TextEncoder().encode(link)]];
  for (const address of later) held.push([address.split("?")[0], await bring(address)]);
  const packed = await through(await new Blob(held.map(([, bytes]) => bytes)).arrayBuffer(), new CompressionStream("gzip"));
  const lengths = held.map(([name, bytes]) => [name, bytes.byteLength]);
  const policy = [
    "default-src 'none'",
    `script-src ${await hashOf(source)} 'wasm-unsafe-eval'`,
    `style-src ${await hashOf(sheet)}`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const [title, ...paragraphs] = text.split(/\s*\n\s*/).filter((line) => line.trim());
  const shown = paragraphs.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  return `<!doctype html>
<html lang="${language === "en" ? "en" : "nl"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title ?? "Kroniek")}</title>
<link rel="icon" href="data:image/svg+xml;base64,${base64(new TextEncoder().encode(icon))}">
<style>${sheet}</style>
</head>
<body>
<p id="boot-failed" hidden>${WORDS.nl[0]} / ${WORDS.en[0]}</p>
<noscript>${WORDS.nl[0]} / ${WORDS.en[0]}</noscript>
<article id="plain" class="welcome"><h1>${escaped(title ?? "")}</h1>
${shown}
</article>
<script type="text/plain" id="data" data-files="${escaped(JSON.stringify(lengths))}">${base64(new Uint8Array(packed))}</script>
<script id="program" data-js="program">${source}</script>
</body>
</html>
`;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Saves the open article as one file. What happens stands beside the button; the page has left the link there. */
export async function save(button) {
  const dialog = button.closest("dialog");
  const place = button.closest("li").querySelector("[role=status]");
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  place.textContent = words[1];
  button.disabled = true;
  try {
    const { link } = dialog.dataset;
    delete dialog.dataset.link;
    const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
    const addressOf = (relation) => document.querySelector(`link[rel=${relation}]`).href;
    const [script, reader, style, icon] = await Promise.all([js, "import.js", addressOf("stylesheet"), addressOf("icon")].map(async (address) => (await fetched(address)).text()));
    const bring = async (address) => new Uint8Array(await (await fetched(address)).arrayBuffer());
    const html = await compose({ script, reader, style, icon, program: await bring(wasm), bring, link });
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(new Blob([html], { type: "text/html" }));
    anchor.download = `${nameOf(document.querySelector("#article h1")?.textContent ?? "")}.html`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000);
    place.textContent = words[2];
  } catch (error) {
    place.textContent = words[3];
    throw error;
  } finally {
    button.disabled = false;
  }
}

/** The title in letters, digits and hyphens, as the page names its other files. */
function nameOf(title) {
  let name = "";
  for (const word of title.split(/[^\p{L}\p{N}]+/u).filter(Boolean)) {
    if (new TextEncoder().encode(name + word).length > 60) break;
    name += (name && "-") + word;
  }
  return name || "kroniek";
}
