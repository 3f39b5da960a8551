import {
  chmodSync,
  existsSync,
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
/** In bytes. What it costs is every start: a hundred bytes more are a microsecond or two. */
const LARGEST_MAIN = 22_000;

const { files, weights } = await bundle();
const faults = process.argv.includes("--check") ? staleFiles() : [];
if (!process.argv.includes("--check")) write();

const size = Buffer.byteLength(files.get(MAIN) ?? "");
if (size > LARGEST_MAIN) {
  faults.push(`${MAIN} has ${size} bytes, and may have ${LARGEST_MAIN}. Its largest modules:`);
  for (const [module, bytes] of weights.slice(0, 12)) faults.push(`${column(bytes)}  ${module}`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

function write(): void {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  for (const [file, text] of files) {
    writeFileSync(join(DIST, file), text);
    console.log(`${column(Buffer.byteLength(text))}  dist/${file}`);
  }
  chmodSync(join(DIST, MAIN), 0o755);
}

function staleFiles(): string[] {
  const present = new Set(existsSync(DIST) ? readdirSync(DIST) : []);
  const stale = new Set(Array.from(present).filter((file) => !files.has(file)));
  for (const [file, text] of files)
    if (!present.has(file) || readFileSync(join(DIST, file), "utf8") !== text) stale.add(file);
  if (present.has(MAIN) && (statSync(join(DIST, MAIN)).mode & 0o111) === 0) stale.add(MAIN);
  return Array.from(stale, (file) => `dist/${file} is not what \`pnpm build\` writes`).toSorted();
}

function column(bytes: number): string {
  return String(bytes).padStart(8);
}
