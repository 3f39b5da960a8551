import { execFile } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";

const EXTENSION = fileURLToPath(new URL("../memory-files", import.meta.url));
const VSCE = fileURLToPath(
  new URL("../../vscode-extension/node_modules/.bin/vsce", import.meta.url),
);
const FLAGS = ["--no-dependencies", "--allow-missing-repository", "--skip-license"];

/** Packs, in an empty folder, an extension that has these files at `memory:/`, by their paths, and on no disk. Gives the path of its VSIX. */
export async function packMemoryFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  await cp(EXTENSION, folder, { recursive: true });
  await writeFile(join(folder, "files.json"), JSON.stringify(files));
  await writeFile(join(folder, "README.md"), "Files for a test.\n");
  await promisify(execFile)(VSCE, ["package", ...FLAGS, "--out", "memory-files.vsix"], {
    cwd: folder,
  });
  return join(folder, "memory-files.vsix");
}
