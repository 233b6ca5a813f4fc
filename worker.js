// The worker: the page's own module once more. Its script, which lies beside this one, stands in the worker's name
// before the `#` of the page's address; the page sends the compiled module itself, so that nothing is fetched or
// compiled twice. What it asks before the program listens waits here.
const asked = [];
const script = import(name.split("#")[0]);
script.catch(() => {});
onmessage = async ({ data }) => {
  if (data instanceof ArrayBuffer) {
    asked.push(data);
    return;
  }
  // From here on nothing waits for the page.
  postMessage("begun");
  try {
    const { default: init } = await script;
    await init({ module_or_path: data });
    for (const data of asked) dispatchEvent(new MessageEvent("message", { data }));
  } catch (error) {
    // Thrown here it would be an unhandled rejection, which the page is not told of.
    setTimeout(() => {
      throw error;
    });
  }
};
