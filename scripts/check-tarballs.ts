import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Packs what is published, and uses it as a stranger would: in an empty project, under plain Node. */
export function checkTarballs(run: (command: string, cwd?: string) => boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), "restream-lint-"));
  try {
    const packed = ["core", "cli"].map((name) =>
      run(`pnpm --silent pack --pack-destination ${folder}/${name}`, `packages/${name}`),
    );
    if (packed.includes(false)) return false;
    const core = tarballIn(join(folder, "core"));
    const cli = tarballIn(join(folder, "cli"));
    const dependencies = { "@restream-lint/core": `file:${core}`, "restream-lint": `file:${cli}` };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
    const results = [
      run(`publint run ${core} --strict`),
      run(`publint run ${cli} --strict`),
      run(`attw ${core} --profile esm-only --no-definitely-typed --format ascii`),
      run("pnpm --silent install --prefer-offline", folder),
      run(`node --input-type=module --eval '${IMPORT}'`, folder),
      run("./node_modules/.bin/restream-lint --version", folder),
    ];
    return !results.includes(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const IMPORT = 'const core = await import("@restream-lint/core"); console.log(Object.keys(core));';

function tarballIn(folder: string): string {
  return join(folder, readdirSync(folder).find((it) => it.endsWith(".tgz")) ?? "");
}
