import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { checkTarballs } from "./check-tarballs.ts";

// Everything but the tests: `pnpm check`. Runs to the end, then says what failed.

const CHECKS: readonly (readonly [
  name: string,
  check: string | (() => boolean | Promise<boolean>),
])[] = [
  ["format", "biome ci --colors=off ."],
  ["lint", "oxlint --type-aware"],
  ["types", "tsc -b"],
  ["generated files and dist/ are fresh", "pnpm generate --check"],
  ["the lockfile names no machine", checkLockfile],
  ["packed tarballs", () => checkTarballs(run)],
];

const failed: string[] = [];
for (const [name, check] of CHECKS) {
  console.log(`\n── ${name}`);
  if (!(typeof check === "string" ? run(check) : await check())) failed.push(name);
}
console.log(failed.length === 0 ? "\nEverything holds." : "\nFailed:");
for (const name of failed) console.log(`  ${name}`);
process.exitCode = failed.length > 0 ? 1 : 0;

function run(command: string, cwd = "."): boolean {
  return spawnSync(command, { cwd, shell: true, stdio: "inherit" }).status === 0;
}

function checkLockfile(): boolean {
  const lines = readFileSync("pnpm-lock.yaml", "utf8").split("\n");
  const bad = lines.filter((line) => /https?:|\bfile:[./]|[\s'"(]\//.test(line));
  for (const line of bad) console.error(line);
  return bad.length === 0;
}
