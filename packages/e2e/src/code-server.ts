import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";
import { type Installation, installCodeServer } from "./install-code-server.ts";
import { SETTINGS, type UserSettings } from "./settings.ts";
import { START } from "./timeouts.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How a VS Code is started. */
export interface ServerOptions {
  /** The extension's file, unless it is to run in the browser. */
  readonly vsix?: string;
  /** The files of more extensions. */
  readonly others?: readonly string[];
  /** Laid over `SETTINGS`. */
  readonly settings?: UserSettings;
  /** Settings of the machine that it runs on, which holds what no user's settings may say from far away. */
  readonly machineSettings?: UserSettings;
  /** Whether folders open in Restricted Mode until the user trusts them; otherwise all are trusted. */
  readonly trust?: boolean;
}

/** A running VS Code. */
export interface CodeServer {
  readonly url: string;
  readonly pid: number;
  /** The folder of settings (`User/settings.json`, `Machine/settings.json`) and logs (`logs/`). */
  readonly userData: string;
  /** What it has printed so far. */
  readonly log: () => string;
  /** Ends it with all its children and removes its folders. */
  readonly stop: () => Promise<void>;
}

/** A VS Code with this extension, for browsers on this machine, with folders of its own. */
export async function startCodeServer(options: ServerOptions): Promise<CodeServer> {
  const extensions = [options.vsix ?? [], options.others ?? []].flat();
  const missing = extensions.find((it) => !existsSync(it));
  if (missing !== undefined) throw new Error(`${missing} is missing: run pnpm package first.`);
  const installation = await installCodeServer();
  const home = await mkdtemp(join(tmpdir(), "restream-lint-vscode-"));
  const userData = join(home, "data");
  await writeSettings(join(userData, "User"), { ...SETTINGS, ...options.settings });
  await writeSettings(join(userData, "Machine"), options.machineSettings ?? {});
  await writeFile(join(home, "config.yaml"), "");
  const flags = [
    installation.entry,
    `--config=${join(home, "config.yaml")}`,
    `--user-data-dir=${userData}`,
    `--extensions-dir=${join(home, "extensions")}`,
  ];
  const env = envIn(home, installation);
  try {
    const install = [...flags, ...extensions.flatMap((it) => ["--install-extension", it])];
    if (extensions.length > 0)
      await promisify(execFile)(installation.node, install, { env, cwd: home, timeout: START });
    return await serve(installation, flags, env, { home, userData, trust: options.trust === true });
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function writeSettings(folder: string, settings: UserSettings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "settings.json"), JSON.stringify(settings, undefined, 2));
}

/** Nothing of the user's: neither their home, nor their proxies, nor their editor's variables. There is no shop. */
function envIn(home: string, { node }: Installation): Record<string, string> {
  const path = [dirname(node), process.env["PATH"] ?? "/usr/bin:/bin"].join(delimiter);
  return {
    HOME: home,
    PATH: path,
    LANG: "C.UTF-8",
    TMPDIR: tmpdir(),
    SHELL: "/bin/sh",
    EXTENSIONS_GALLERY: "{}",
  };
}

async function serve(
  { node }: Installation,
  flags: readonly string[],
  env: Record<string, string>,
  { home, userData, trust }: { home: string; userData: string; trust: boolean },
): Promise<CodeServer> {
  const port = await freePort();
  const args = [
    ...flags,
    `--bind-addr=127.0.0.1:${port}`,
    "--auth=none",
    "--ignore-last-opened",
    "--disable-telemetry",
    "--disable-update-check",
    "--disable-getting-started-override",
    ...(trust ? [] : ["--disable-workspace-trust"]),
  ];
  // A group of its own, so that the extension host and the language servers end with it.
  const child = spawn(node, args, {
    env,
    cwd: home,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  }
  const log = (): string => chunks.join("");
  // A test run that is broken off leaves nothing running either.
  const abandon = (): void => {
    killGroup(child);
    rmSync(home, { recursive: true, force: true });
  };
  const abort = (): never => {
    abandon();
    process.exit(1);
  };
  process.once("exit", abandon);
  for (const signal of SIGNALS) process.once(signal, abort);
  const stop = async (): Promise<void> => {
    process.off("exit", abandon);
    for (const signal of SIGNALS) process.off(signal, abort);
    const exited =
      child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
    killGroup(child);
    await exited;
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await answering(port, child);
  } catch (error) {
    await stop();
    throw new Error(`code-server did not start:\n${log()}`, { cause: error });
  }
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, userData, log, stop };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

/** Until the port takes a connection. */
async function answering(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START;
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`It ended with status ${child.exitCode}.`);
    if (Date.now() > deadline) throw new Error(`Nothing answers on port ${port}.`);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => setTimeout(resolve, 50, false));
    socket.once("connect", () => socket.destroy());
  });
}
