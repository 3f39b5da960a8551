import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join, resolve } from "node:path";

/** What we compare with: absolute paths of programs, where they are installed. */
export type Peers = Readonly<Partial<Record<PeerName, string>>>;

/** The programs, by the names that tables show. */
export type PeerName = keyof typeof PROGRAMS;

const FOLDER = resolve("node_modules/.cache/bench-peers");
const WANTED = join(import.meta.dirname, "peers");
const FILES = ["package.json", ".npmrc", "package-lock.json"] as const;

// The native program by itself: its npm command starts Node.js to start it.
const NATIVE_ARCH = arch() === "x64" ? "x86_64" : arch();
const NATIVE = `@sourcemeta/jsonschema/build/github-releases/jsonschema-${platform()}-${NATIVE_ARCH}`;
const PROGRAMS = {
  "ajv-cli": "ajv-cli/dist/index.js",
  "jsonschema (native)": NATIVE,
  spectral: "@stoplight/spectral-cli/dist/index.js",
  "yaml-language-server": "yaml-language-server/bin/yaml-language-server",
  "vscode-json-language-server": "vscode-langservers-extracted/bin/vscode-json-language-server",
} as const;

/** Installs what is pinned in peers/, unless it is there, and says what cannot be had. */
export function installPeers(): Peers {
  if (!isInstalled()) install();
  const found = Object.entries(PROGRAMS).flatMap(([name, program]) => {
    const path = join(FOLDER, "node_modules", program);
    if (existsSync(path)) return [[name, path] as const];
    console.log(`${name} cannot be installed here: it is left out.`);
    return [];
  });
  return Object.fromEntries(found);
}

/** The versions that are pinned, by package. */
export function peerVersions(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(WANTED, "package.json"), "utf8")).dependencies;
}

function isInstalled(): boolean {
  const [, , lock] = FILES;
  const isDone = existsSync(join(FOLDER, "node_modules/.package-lock.json"));
  return isDone && read(FOLDER, lock) === read(WANTED, lock);
}

function read(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function install(): void {
  console.log("installing what to compare with");
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(join(WANTED, file), join(FOLDER, file));
  spawnSync("npm", ["ci", "--silent"], { cwd: FOLDER, stdio: "inherit" });
}
