// wink-nlp and compromise as a page would load them: one minified script each, made here by esbuild. Both
// are made to do what comes nearest to Kroniek's work: sentences, tokens, names, dates and quotations. Each
// script sets window.rivalBench(text, runs) => milliseconds of each run.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const loop = (work) => `
  globalThis.rivalBench = (text, runs) => Array.from({ length: runs }, () => {
    const start = performance.now();
    ${work}
    return performance.now() - start;
  });`;

const SOURCES = {
  "wink-nlp": `
    import winkNLP from "wink-nlp";
    import model from "wink-eng-lite-web-model";
    const nlp = winkNLP(model);
    ${loop(`
      const doc = nlp.readDoc(text);
      doc.sentences().length();
      doc.entities().out(nlp.its.detail);`)}`,
  compromise: `
    import nlp from "compromise";
    ${loop(`
      const doc = nlp(text);
      doc.length;
      doc.people().out("array");
      doc.places().out("array");
      doc.organizations().out("array");
      doc.quotations().out("array");`)}`,
};

/** The scripts: `[{ name, script }]`. */
export function bundleRivals() {
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  return Promise.all(Object.entries(SOURCES).map(async ([name, contents]) => {
    const stdin = { contents, resolveDir, loader: "js" };
    const options = { bundle: true, minify: true, format: "iife", platform: "browser", target: "es2022", write: false };
    const result = await build({ stdin, ...options, logLevel: "error" });
    return { name, script: result.outputFiles[0].text };
  }));
}
