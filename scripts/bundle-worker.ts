import { build } from "esbuild";
import { VERSION } from "../packages/cli/src/version.ts";
import { ROOT, SHARED } from "./bundle.ts";

/** The language server as one script for a web worker, with the rules' documentation, which it shows. */
export async function bundleWorker(): Promise<string> {
  const { outputFiles, metafile, warnings } = await build({
    ...SHARED,
    stdin: {
      contents: `import { serve } from "./browser.ts"; serve(${JSON.stringify(VERSION)});`,
      resolveDir: `${ROOT}/packages/lsp/src`,
    },
    format: "iife",
    platform: "browser",
    target: "es2022",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const faults = [...imports.map(({ path }) => path), ...warnings.map(({ text }) => text)];
  if (faults.length > 0) throw new Error(`No browser can run: ${faults.join(", ")}`);
  const text = outputFiles.map((output) => output.text).join("");
  if (text.includes(ROOT)) throw new Error("The worker holds a path of this machine");
  return text;
}
