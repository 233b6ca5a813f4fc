// The worker: the page's own module once more. The page sends the module's script, which lies beside this one,
// and the compiled module itself, so that nothing is fetched or compiled twice.
onmessage = async ({ data: [script, module] }) => {
  onmessage = null;
  const { default: init } = await import(script);
  await init({ module_or_path: module });
};
