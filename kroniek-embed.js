// For the pages of others: the element <kroniek-article>, and the height of every frame of Kroniek on the page.
// docs/embedding.md tells how to use it.
(() => {
  const base = new URL(".", document.currentScript?.src ?? location.href);
  const NAME = "kroniek-article";
  const HIGHEST = 20000;
  const LOOKS = ["view", "accent", "size"];

  /** The frames on this page that show our pages. */
  const frames = () => {
    const inside = [...document.querySelectorAll(NAME)].map((element) => element.frame);
    const plain = [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(base.href));
    return [...inside, ...plain].filter(Boolean);
  };

  const isFrom = (frame, origin) =>
    origin === base.origin ||
    // In a sandbox a page has no origin.
    (origin === "null" && frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin"));

  addEventListener("message", ({ source, origin, data }) => {
    const height = data?.kroniek?.height;
    if (!Number.isFinite(height) || height <= 0) return;
    const frame = frames().find((frame) => frame.contentWindow === source);
    if (!frame || !isFrom(frame, origin)) return;
    frame.style.height = `${Math.min(Math.ceil(height), HIGHEST)}px`;
    frame.shown?.();
  });

  /** The scheme of the host: light letters stand on a dark ground. */
  const schemeOf = (element) => {
    const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number);
    return red * 3 + green * 6 + blue > 1280 ? "dark" : "light";
  };

  class KroniekArticle extends HTMLElement {
    static observedAttributes = ["src", "theme", "lang", "title", "height", ...LOOKS];

    connectedCallback() {
      this.draw();
      this.query ??= matchMedia("(prefers-color-scheme: dark)");
      this.query.onchange = () => this.setTheme();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) return;
      if (name === "theme") this.setTheme();
      else this.draw();
    }

    get theme() {
      const theme = this.getAttribute("theme");
      return theme === "light" || theme === "dark" ? theme : schemeOf(this);
    }

    setTheme() {
      this.frame?.contentWindow?.postMessage({ kroniek: { theme: this.theme } }, base.origin);
    }

    /** What the page of Kroniek has to open, behind its `#`: a link that holds an article, or the address of one. */
    get address() {
      const source = this.getAttribute("src")?.trim();
      if (!source) return undefined;
      const [, hash = ""] = /#(.*)/s.exec(source) ?? [];
      const article = /(^|&)(d|src)=/.test(hash)
        ? hash
        : `src=${encodeURIComponent(new URL(source, document.baseURI).href)}`;
      const lang = this.getAttribute("lang") ?? this.closest("[lang]")?.getAttribute("lang") ?? "";
      const looks = LOOKS.map((name) => [name, this.getAttribute(name)?.replace("#", "")]);
      const pairs = [["embed", "1"], ["theme", this.theme], ["lang", lang.split("-")[0]], ...looks];
      const set = pairs.filter(([, value]) => value).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return `${base.href}#${set.join("&")}&${article}`;
    }

    draw() {
      const { address } = this;
      if (!address) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      // What stands in the element is there until the frame has told its height.
      const slot = document.createElement("slot");
      const frame = document.createElement("iframe");
      frame.title = this.title || this.textContent.trim() || "Kroniek";
      frame.loading = "lazy";
      frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
      frame.style.cssText = "display:block;width:100%;border:0";
      frame.style.height = `${Number(this.getAttribute("height")) || 480}px`;
      frame.shown = () => {
        slot.hidden = true;
        slot.style.display = "none";
      };
      frame.src = address;
      this.style.display ||= "block";
      root.replaceChildren(slot, frame);
      this.frame = frame;
    }
  }

  if (!customElements.get(NAME)) customElements.define(NAME, KroniekArticle);
})();
