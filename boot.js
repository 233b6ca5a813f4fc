// Starts the page. A file of its own, because the Content-Security-Policy allows no inline script; and no module,
// because a frame that its host page put in a sandbox has no origin, and modules come only to where they are allowed.
{
  const { js, wasm } = document.currentScript.dataset;
  const root = document.documentElement;
  const at = (file) => new URL(file, document.baseURI).href;
  const add = (name, attributes) =>
    new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes);
      element.onload = resolve;
      element.onerror = reject;
      document.head.append(element);
    });

  if (/[#&]embed(=(?!0)|&|#|$)/.test(location.hash)) {
    root.dataset.embed = /[#&]view=(article|events|speakers|who)\b/.exec(location.hash)?.[1] ?? "all";
    add("link", { rel: "stylesheet", href: at("embed.css"), id: "embed-style" });
    add("script", { src: at("frame.js") });
  }

  const makeWorker = () => {
    const worker = new Worker(at("worker.js"), { type: "module" });
    worker.postMessage([js]);
    return worker;
  };
  // The first starts while the program is on its way. One that fails before anybody listens is made again.
  let first;
  globalThis.kroniekWorker = () => {
    const worker = first ?? makeWorker();
    first = undefined;
    return worker;
  };

  // For files that hold marks.
  globalThis.kroniekImport = async (...given) => {
    if (!globalThis.kroniekRead) await add("script", { src: at("import.js") });
    return globalThis.kroniekRead(...given);
  };

  const start = async () => {
    if (origin === "null") {
      await add("script", { src: at("sandbox.js") });
      return globalThis.kroniekSandbox(at(""));
    }
    first = makeWorker();
    first.onerror = () => (first = undefined);
    const { default: init } = await import(at(js));
    return init({ module_or_path: at(wasm) });
  };
  start().catch((error) => {
    document.getElementById("boot-failed").hidden = false;
    throw error;
  });
}
// Not in a frame, and not where a sandbox has taken the page's origin.
if (isSecureContext && self === top && origin !== "null" && navigator.serviceWorker) import("./offline.js");
// After the page's own listener, which leaves the article for it.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-action='one-file']");
  if (button) (await import("./standalone.js")).save(button);
});
