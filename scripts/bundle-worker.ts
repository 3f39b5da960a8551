import { VERSION } from "../packages/cli/src/version.ts";
import { ROOT } from "./bundle.ts";
import { bundleScript, type Script } from "./bundle-script.ts";

/** The language server as one script for a web worker, with the rules' documentation, which it shows. */
export function bundleWorker(): Promise<Script> {
  return bundleScript({
    stdin: {
      contents: `import { serve } from "./browser.ts"; serve(${JSON.stringify(VERSION)});`,
      resolveDir: `${ROOT}/packages/lsp/src`,
    },
    format: "iife",
    platform: "browser",
    target: "es2022",
  });
}
