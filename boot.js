// Starts the page. A file of its own, because the Content-Security-Policy allows no inline script.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
try {
  const { default: init } = await import(new URL(js, document.baseURI));
  await init({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  document.getElementById("boot-failed").hidden = false;
  throw error;
}
