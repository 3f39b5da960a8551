import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { ROOT } from "../bundle.ts";
import { EXTENSION, extensionContents } from "./contents.ts";

// Packs the VS Code extension: `pnpm package`. Nothing is fetched, and nothing but what contents.ts lists is in it.

const FOLDER = join(ROOT, EXTENSION, "dist/vsix");
const VSIX = `${EXTENSION}/restream-lint.vsix`;
/** What vsce adds, and what it calls some files. */
const ADDED = ["[Content_Types].xml", "extension.vsixmanifest"];
const RENAMED = new Map([
  ["README.md", "readme.md"],
  ["CHANGELOG.md", "changelog.md"],
]);

const contents = await extensionContents();
rmSync(FOLDER, { recursive: true, force: true });
for (const [name, content] of contents) {
  mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
  writeFileSync(join(FOLDER, name), content);
}
// vsce wants to be told that there is nothing to leave out.
writeFileSync(join(FOLDER, ".vscodeignore"), "");
const vsce = join(ROOT, EXTENSION, "node_modules/.bin/vsce");
const { status } = spawnSync(
  vsce,
  ["package", "--no-dependencies", "--no-rewrite-relative-links", "--out", join(ROOT, VSIX)],
  { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] },
);
if (status !== 0) throw new Error(`vsce ended with ${status}`);

const packed = readFileSync(join(ROOT, VSIX));
const files = Object.entries(unzipSync(packed)).map(([name, { length }]) => ({ name, length }));
checkContents(files.map(({ name }) => name));
for (const { name, length } of files.toSorted((a, b) => b.length - a.length))
  console.log(`${String(length).padStart(9)}  ${name}`);
console.log(`${VSIX}: ${files.length} files, ${packed.length} bytes`);

/** That the package holds just what was meant to be in it. */
function checkContents(names: readonly string[]): void {
  const meant = [
    ...ADDED,
    ...Array.from(contents.keys(), (name) => `extension/${RENAMED.get(name) ?? name}`),
  ];
  const wrong = [
    ...meant.filter((it) => !names.includes(it)).map((it) => `${it} is missing`),
    ...names.filter((it) => !meant.includes(it)).map((it) => `${it} does not belong there`),
  ];
  if (wrong.length > 0) throw new Error(`${VSIX}: ${wrong.join(", ")}`);
}
