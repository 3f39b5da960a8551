import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a browser would load, and how much it is, in bytes. */
export interface BrowserBundle {
  readonly minified: number;
  readonly gzipped: number;
}

/**
 * Bundles some TypeScript as a web page would, and runs it where there is nothing but the language and the globals that
 * are given: no Node, no DOM. Throws where it fails.
 */
export async function bundleForBrowser(
  code: string,
  folder: string,
  globals: Readonly<Record<string, unknown>> = {},
): Promise<BrowserBundle> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "ts", resolveDir: folder },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    logLevel: "warning",
  });
  const text = outputFiles.map((it) => it.text).join("");
  runInContext(text, createContext({ ...globals }));
  const minified = Buffer.byteLength(text);
  return { minified, gzipped: gzipSync(text, { level: 9 }).length };
}
