// Starts the worker. The page asks for worker_loader.js?v=BUILD, and that ending is handed on to both files
// of the worker, whose names trunk does not hash: a browser never mixes the files of two builds.
const { search } = self.location;
importScripts(`./worker.js${search}`);
wasm_bindgen({ module_or_path: `./worker_bg.wasm${search}` });
