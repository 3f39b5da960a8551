import { VERSION } from "../../packages/cli/src/version.ts";
import { FOR_NODE, ROOT } from "../bundle.ts";
import { bundleScript, type Options, type Script } from "../bundle-script.ts";
import { bundleWorker } from "../bundle-worker.ts";

const SOURCES = "packages/vscode-extension/src";

/** The scripts of the extension by the names that package.json and they themselves call them. */
export async function extensionScripts(): Promise<ReadonlyMap<string, Script>> {
  return new Map([
    ["extension.cjs", await bundleScript({ ...DESKTOP, entryPoints: [`${SOURCES}/node.ts`] })],
    ["server.cjs", await bundleScript({ ...DESKTOP, stdin: SERVER })],
    ["extension-web.js", await bundleScript({ ...WEB, entryPoints: [`${SOURCES}/browser.ts`] })],
    ["worker.js", await bundleWorker()],
  ]);
}

// VS Code 1.91 runs on Node 20.
const DESKTOP: Options = { ...FOR_NODE, external: ["vscode"] };

const WEB: Options = {
  format: "cjs",
  platform: "browser",
  target: "es2022",
  external: ["vscode"],
};

const SERVER = {
  contents: `import { serve } from "./node.ts"; serve("node-ipc", ${JSON.stringify(VERSION)});`,
  resolveDir: `${ROOT}/packages/lsp/src`,
};
