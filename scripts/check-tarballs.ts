import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleForBrowser } from "./browser-bundle.ts";
import { ROOT } from "./bundle.ts";
import { createStranger } from "./strangers.ts";

/** Packs what is published, and uses it as a stranger would: in an empty project, under plain Node, in TypeScript and in a browser. */
export async function checkTarballs(
  run: (command: string, cwd?: string) => boolean,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "restream-lint-"));
  try {
    const packed = ["core", "cli"].map((name) =>
      run(`pnpm --silent pack --pack-destination ${folder}/${name}`, `packages/${name}`),
    );
    if (packed.includes(false)) return false;
    const core = tarballIn(join(folder, "core"));
    const cli = tarballIn(join(folder, "cli"));
    const dependencies = { "@restream-lint/core": `file:${core}`, "restream-lint": `file:${cli}` };
    const stranger = createStranger(ROOT);
    write(folder, "package.json", JSON.stringify({ private: true, type: "module", dependencies }));
    for (const [name, text] of Object.entries(stranger.files)) write(folder, name, text);
    const checks = [
      run(`publint run ${core} --strict`),
      run(`publint run ${cli} --strict`),
      run(`attw ${core} --profile esm-only --no-definitely-typed --format ascii`),
      run("pnpm --silent install --prefer-offline", folder),
    ];
    if (checks.includes(false)) return false;
    const uses = stranger.commands.map((command) => {
      const isFine = run(command, folder);
      if (!isFine) console.error(`failed in an empty project: ${command}`);
      return isFine;
    });
    await printSizes(folder);
    return !uses.includes(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function printSizes(folder: string): Promise<void> {
  for (const [what, code] of Object.entries(PAGES)) {
    const { minified, gzipped } = await bundleForBrowser(code, folder);
    console.log(`in a browser, ${what}: ${kilobytes(minified)}, with gzip ${kilobytes(gzipped)}`);
  }
}

/** What web pages take of core: each fails unless it works there. */
const PAGES: Readonly<Record<string, string>> = {
  "core as a whole": `\
import * as core from "@restream-lint/core";
const text = "restreams:\\n- stream_id: 1\\n  uri: &u srt://h.acme.net:9000?mode=listener\\n";
const found = core.lint(core.parseDocument(text, { language: "yaml" }));
if (!found.some(({ rule }) => rule === "srt-not-caller")) throw new Error("not found");
globalThis.core = core;`,
  "validateRestream alone": `\
import { validateRestream } from "@restream-lint/core";
const found = validateRestream({ stream_id: 1, uri: "srt://h.acme.net:9000?mode=listener" });
if (!found.some(({ rule }) => rule === "srt-not-caller")) throw new Error("not found");`,
  "parseUri and redactUri alone": `\
import { parseUri, redactUri } from "@restream-lint/core";
const uri = "rtmp://a.rtmp.youtube.com/live2/abcd";
if (redactUri(uri) + parseUri(uri).scheme?.text !== "rtmp://a.rtmp.youtube.com/live2/***rtmp")
  throw new Error(redactUri(uri));`,
};

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function write(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function tarballIn(folder: string): string {
  return join(folder, readdirSync(folder).find((it) => it.endsWith(".tgz")) ?? "");
}
