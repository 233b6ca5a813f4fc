// The page inside another page (`#embed=1`): the look that the host asks for, the height told to the host in the
// dialects that host pages listen for, and the card of what is pointed at beside it, not at a far edge.
{
  const root = document.documentElement;
  const { body } = document;
  // As src/share/address.rs reads them: of two with the same name the first counts.
  const parts = location.hash.slice(1).split(/[&#]/).map((part) => part.replace(/^\?/, "").split("="));
  const parameters = new Map(parts.reverse());

  // The size of letters, in pixels.
  const size = Number(parameters.get("size"));
  if (size >= 12 && size <= 28) root.style.fontSize = `${size}px`;

  // The accent, darker or lighter where it could not be read: 4.5:1 on the lit ground of either scheme.
  const luminance = (colour) =>
    colour
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (one, two) => {
    const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const readable = (colour, ground, goal) => {
    let now = colour;
    for (let step = 1; contrast(now, ground) < 4.5 && step <= 20; step += 1) {
      now = colour.map((part) => Math.round(part + ((goal - part) * step) / 20));
    }
    return `rgb(${now})`;
  };
  const accent = /^(?:[\da-f]{3}){1,2}$/i.exec(parameters.get("accent") ?? "")?.[0];
  if (accent) {
    const wide = accent.length === 3 ? accent.replace(/./g, "$&$&") : accent;
    const colour = wide.match(/../g).map((part) => parseInt(part, 16));
    const [light, dark] = [readable(colour, [255, 245, 214], 0), readable(colour, [58, 51, 27], 255)];
    root.style.setProperty("--accent", `light-dark(${light}, ${dark})`);
    root.style.setProperty("--accent-ink", "light-dark(#fff, #16171a)");
  }

  // The card of what is pointed at, or chosen.
  const POINTED = "[data-e],[data-q],[data-v],[data-t]";
  let anchor;
  const take = (event) => {
    anchor = event.target.closest?.(POINTED) ?? anchor;
  };
  addEventListener("mouseover", take, true);
  addEventListener("focusin", take, true);
  const place = () => {
    const card = document.querySelector(".inspector");
    const by = anchor?.isConnected ? anchor : document.querySelector(".article .current");
    if (!card || !by || card.style.top) return;
    // Of a mark over several lines, the line that is read first.
    const [mark] = by.getClientRects();
    if (!mark) return;
    const { width, height } = card.getBoundingClientRect();
    const below = mark.bottom + scrollY + 8;
    const fits = below + height < body.getBoundingClientRect().height;
    card.style.top = `${Math.max(4, fits ? below : mark.top + scrollY - height - 8)}px`;
    card.style.left = `${Math.max(8, Math.min(mark.left, root.clientWidth - width - 8))}px`;
  };

  // The height.
  const WAIT = 40;
  const LONGEST_WAIT = 8000;
  const isFramed = parent !== window;
  const childId = new URLSearchParams(location.search).get("childId");
  const secret = parameters.get("secret");
  let resizer;
  let told = 0;
  let timer;
  let isLate = false;

  const tell = (height, type) => {
    const width = root.clientWidth;
    const say = (message) => parent.postMessage(message, "*");
    const id = childId ?? "kroniek";
    const { href } = location;
    say({ kroniek: { height } });
    if (childId) say(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
    // The first answer is named otherwise, and some parents wait for the second.
    if (resizer && type === "init") say(`[iFrameSizer]${resizer}:${height}:${width}:init`);
    if (resizer) say(`[iFrameSizer]${resizer}:${height}:${width}:resizeObserver`);
    say({ type: "iframe-resized", width, height });
    say({ "datawrapper-height": { [id]: height } });
    say(JSON.stringify({ sender: "Flourish", method: "resize", context: "iframe.resize", src: href, height }));
    say({ sentinel: "amp", type: "embed-size", width, height });
    if (secret && !/[^a-z\d]/i.test(secret)) say({ secret, message: "height", value: height });
  };

  // A bar for scrolling takes width, which makes the text longer: there is none while the host follows.
  const follow = () => {
    root.style.overflowY = !told || innerHeight + 1 >= told || !isLate ? "hidden" : "auto";
  };

  const isStyled = () => document.getElementById("embed-style")?.sheet;
  const send = (type = "resizeObserver") => {
    timer = undefined;
    if (!("settled" in root.dataset) || !isStyled()) return;
    // The content's own box: nothing in it depends on the height of the frame.
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height < 1 || (Math.abs(height - told) < 2 && type !== "init")) return;
    told = height;
    tell(height, type);
    isLate = false;
    follow();
    setTimeout(() => {
      isLate = true;
      follow();
    }, 500);
  };
  // A timer, not the next frame: a browser draws no frames of what is far from the screen.
  const soon = () => {
    timer ??= setTimeout(send, told ? WAIT : 0);
  };

  if (isFramed) {
    follow();
    new ResizeObserver(soon).observe(body);
    addEventListener("resize", () => {
      follow();
      soon();
    });
    addEventListener("load", soon);
    document.addEventListener("visibilitychange", soon);
    document.fonts.ready.then(soon);
    document.getElementById("embed-style")?.addEventListener("load", soon);
    setTimeout(() => {
      root.dataset.settled ??= "late";
    }, LONGEST_WAIT);
    addEventListener("message", ({ source, data }) => {
      if (source !== parent) return;
      const theme = data?.kroniek?.theme;
      if (["light", "dark", "auto"].includes(theme)) root.dataset.theme = theme;
      const words = typeof data === "string" ? data.split(":") : [];
      // The parent of iframe-resizer begins; it knows only the name that it gives.
      if (words.length > 8 && words[0].startsWith("[iFrameSizer]")) {
        resizer = words[0].slice("[iFrameSizer]".length);
        send("init");
      } else if (data?.type === "iframe-child-init" || (childId && words[0]?.startsWith("pymxPYMx"))) {
        told = 0;
        soon();
      }
    });
    parent.postMessage("[iFrameResizerChild]Ready", "*");
    // WordPress opens no windows from its frames; it goes where they say.
    if (secret) {
      addEventListener("click", (event) => {
        const link = event.target.closest?.("a[target=_blank]");
        if (!link) return;
        event.preventDefault();
        parent.postMessage({ secret, message: "link", value: link.href }, "*");
      });
    }
  }

  const watched = { subtree: true, childList: true, attributeFilter: ["data-settled", "open", "hidden", "data-view"] };
  new MutationObserver(() => {
    place();
    if (!isFramed) return;
    // The first height without a timer, which would wait until the browser has painted.
    if (told) soon();
    else send();
  }).observe(root, watched);
}
