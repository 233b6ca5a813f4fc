// The page in a sandbox that leaves it no origin (`sandbox="allow-scripts"`, as WordPress does with pages that it
// does not know). Most hosts let it fetch nothing then, and no worker starts from an address; scripts it may load.
// So everything that the page fetches elsewhere comes in scripts here, which xtask/dist.mjs makes in every build.
globalThis.kroniekSandbox = async (base, isReady, startWorkers) => {
  const { js, wasm } = document.querySelector("script[data-js]").dataset;
  const load = (file) =>
    new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: `${base}sandbox/${file}.js` });
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  const bytes = (text) =>
    Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  /** The worker's own code: its text is all that goes there. */
  const worker = (base, script, bytes) => {
    const read = (address) => {
      const [file, version] = address.replace("./", "").split("?");
      importScripts(`${base}sandbox/${file}.js?${version}`);
      const { kroniekFile } = self;
      self.kroniekFile = undefined;
      return typeof kroniekFile === "string" ? kroniekFile : bytes(kroniekFile[0]);
    };
    self.fetch = async (address) => new Response(read(address));
    self.XMLHttpRequest = class {
      open(_, address) {
        this.address = address;
      }
      send() {
        setTimeout(() => {
          try {
            this.response = read(this.address).buffer;
            this.status = 200;
          } catch {
            this.status = 0;
          }
          this.onloadend({ target: this });
        });
      }
    };
    const asked = [];
    importScripts(`${base}sandbox/${script}.js`);
    onmessage = async ({ data }) => {
      if (data instanceof ArrayBuffer) {
        asked.push(data);
        return;
      }
      try {
        await kroniekApp.default({ module_or_path: data });
        for (const data of asked) dispatchEvent(new MessageEvent("message", { data }));
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    };
  };

  const script = js.replace("./", "");
  const source = `(${worker})(${JSON.stringify(base)}, ${JSON.stringify(script)}, ${bytes})`;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const makeWorker = () => {
    const worker = new Worker(address, { name: location.hash });
    program.then((module) => worker.postMessage(module), () => {});
    return worker;
  };
  const loaded = Promise.all([load(script), load(wasm.replace("./", ""))]);
  const program = loaded.then(() => {
    const file = bytes(globalThis.kroniekFile[0]);
    globalThis.kroniekFile = undefined;
    return WebAssembly.compile(file);
  });
  startWorkers(makeWorker);

  const module = await program;
  await isReady();
  return globalThis.kroniekApp.default({ module_or_path: module });
};
