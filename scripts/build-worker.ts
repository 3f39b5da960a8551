import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "./bundle.ts";
import { bundleWorker } from "./bundle-worker.ts";

// Bundles the language server for a web worker: `pnpm build:worker`.

const FOLDER = "packages/lsp/dist";
// The compiler writes a browser.js of its own there.
const FILE = `${FOLDER}/worker.js`;

const { text } = await bundleWorker();
mkdirSync(join(ROOT, FOLDER), { recursive: true });
writeFileSync(join(ROOT, FILE), text);
console.log(`${FILE}: ${Buffer.byteLength(text)} bytes, ${gzipSync(text).length} with gzip`);
