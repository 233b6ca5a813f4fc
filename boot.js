// Starts the page. A file of its own, because the Content-Security-Policy allows no inline script; and no module,
// because a frame that its host page put in a sandbox has no origin, and modules come only to where they are allowed.
// Nothing waits here for what it does not need: the worker starts and the program is compiled while the page's own
// parts are on their way.
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
  const isApart = origin === "null";

  const compile = async () => {
    const response = await fetch(at(wasm));
    // A host that does not say what the file is gets it compiled too, once it is here.
    if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
    return WebAssembly.compile(await response.arrayBuffer());
  };
  const makeWorker = () => {
    const worker = new Worker(at("worker.js"), { type: "module", name: js + location.hash });
    program.then((module) => worker.postMessage(module), () => {});
    // Only this script asks whether it has begun: before any other listener.
    worker.begun = new Promise((resolve) => {
      worker.addEventListener("error", resolve);
      worker.addEventListener("message", (message) => {
        if (message.data !== "begun") return;
        message.stopImmediatePropagation();
        resolve();
      });
    });
    return worker;
  };
  const program = isApart ? undefined : compile();
  // The first worker starts at once. What it says before the page listens, the page is told when it does; one that
  // fails before that is made again.
  const startWorkers = (make) => {
    const said = [];
    let first = make();
    first.onmessage = (message) => said.push(message);
    first.onerror = () => (first = undefined);
    globalThis.kroniekWorker = () => {
      const worker = first ?? make();
      if (first) queueMicrotask(() => said.forEach((message) => worker.onmessage?.(message)));
      first = undefined;
      return worker;
    };
    return first;
  };
  const worker = isApart ? undefined : startWorkers(makeWorker);

  if (/[#&]embed(=(?!0)|&|#|$)/.test(location.hash)) {
    root.dataset.embed = /[#&]view=(article|events|speakers|who)\b/.exec(location.hash)?.[1] ?? "all";
    add("link", { rel: "stylesheet", href: at("embed.css"), id: "embed-style" });
    add("script", { src: at("frame.js") });
  }

  /** The document is there, and how it looks. */
  const isReady = async () => {
    const happens = (target, ...names) =>
      new Promise((resolve) => names.forEach((name) => target.addEventListener(name, resolve)));
    if (document.readyState === "loading") await happens(document, "DOMContentLoaded");
    const style = document.querySelector("link[rel=stylesheet]");
    if (!style.sheet) await happens(style, "load", "error");
  };
  // For files that hold marks.
  globalThis.kroniekImport = async (...given) => {
    if (!globalThis.kroniekRead) await add("script", { src: at("import.js") });
    return globalThis.kroniekRead(...given);
  };

  const start = async () => {
    if (isApart) {
      await add("script", { src: at("sandbox.js") });
      return globalThis.kroniekSandbox(at(""), isReady, startWorkers);
    }
    const { default: init } = await import(at(js));
    const module = await program;
    await isReady();
    // An embedded page has nothing to show before its article has been read, and no thread starts beside a busy page.
    if (root.dataset.embed) await worker.begun;
    return init({ module_or_path: module });
  };
  const started = start().catch(async (error) => {
    await isReady();
    document.getElementById("boot-failed").hidden = false;
    throw error;
  });
  // Not in a frame, and not where a sandbox has taken the page's origin. After the page, to which it hands files; also
  // after a page that failed, which a newer version may mend.
  if (isSecureContext && self === top && !isApart && navigator.serviceWorker) started.finally(() => import("./offline.js"));
}
// After the page's own listener, which leaves the article for it.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-action='one-file']");
  if (button) (await import("./standalone.js")).save(button);
});
