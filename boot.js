// Starts the page. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  document.getElementById("boot-failed").hidden = false;
  throw error;
}
// Not in a frame, and not where a sandbox has taken the page's origin.
if (isSecureContext && self === top && origin !== "null" && navigator.serviceWorker) import("./offline.js");
// After the page's own listener, which leaves the article for it.
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-action='one-file']");
  if (button) (await import("./standalone.js")).save(button);
});
