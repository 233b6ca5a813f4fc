// The worker: the page's own module once more. The page sends the module's script, which lies beside this one,
// and then with it the compiled module itself, so that nothing is fetched or compiled twice.
onmessage = async ({ data: [script, module] }) => {
  if (module) onmessage = null;
  try {
    const { default: init } = await import(script);
    if (!module) return;
    await init({ module_or_path: module });
  } catch (error) {
    // Thrown here it would be an unhandled rejection, which the page is not told of.
    setTimeout(() => {
      throw error;
    });
  }
};
