import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundle, MAIN, ROOT } from "./bundle.ts";

// Bundles the command line into dist/. With --check, says whether dist/ is what it would write.

const DIST = join(ROOT, "dist");
const LARGEST_MAIN = 60_000;

const files = await bundle();
const size = Buffer.byteLength(files.get(MAIN) ?? "");
if (size > LARGEST_MAIN) throw new Error(`${MAIN} has ${size} bytes, and may have ${LARGEST_MAIN}`);

if (process.argv.includes("--check")) {
  const stale = staleFiles();
  for (const file of stale) console.error(`dist/${file} is not what \`pnpm build\` writes`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  for (const [file, text] of files) {
    writeFileSync(join(DIST, file), text);
    console.log(`${String(Buffer.byteLength(text)).padStart(8)}  dist/${file}`);
  }
  chmodSync(join(DIST, MAIN), 0o755);
}

function staleFiles(): string[] {
  const present = new Set(readdirSync(DIST));
  const stale = new Set(Array.from(present).filter((file) => !files.has(file)));
  for (const [file, text] of files)
    if (!present.has(file) || readFileSync(join(DIST, file), "utf8") !== text) stale.add(file);
  if (present.has(MAIN) && (statSync(join(DIST, MAIN)).mode & 0o111) === 0) stale.add(MAIN);
  return Array.from(stale).toSorted();
}
