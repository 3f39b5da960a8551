import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { validatorsSource } from "./validators.ts";

const ROOT = join(import.meta.dirname, "..");
const checkOnly = process.argv.includes("--check");

const files: Record<string, string> = {
  "packages/core/src/schema/generated/validators.ts": validatorsSource(),
};

let stale = 0;
for (const [name, content] of Object.entries(files)) {
  const path = join(ROOT, name);
  const current = read(path);
  if (current === content) continue;
  stale += 1;
  if (checkOnly) process.stderr.write(`${name} is stale: run pnpm generate\n`);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    process.stdout.write(`wrote ${name}\n`);
  }
}
if (checkOnly && stale > 0) process.exitCode = 1;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
