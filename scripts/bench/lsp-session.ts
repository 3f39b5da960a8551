import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { framed } from "./framed.ts";
import type { LanguageServer } from "./language-servers.ts";
import { createWire, type Said } from "./lsp-wire.ts";
import { mainThreadTime } from "./main-thread.ts";
import { ENVIRONMENT } from "./stopwatch.ts";

/** A started server with one document. All times are milliseconds. */
export interface Session {
  /** Opens the document, which has so many problems; undefined where that need not be checked. */
  open(text: string, problems: number | undefined): Promise<Look>;
  change(change: object, problems: number | undefined): Promise<Look>;
  /** An empty round trip. */
  echo(): Promise<number>;
  /** In megabytes: what the server holds now, and what it held at most. Linux only; NaN elsewhere. */
  memory(): { readonly now: number; readonly peak: number };
  end(): Promise<void>;
}

/** What a server took to look at a text. */
export interface Look {
  /** From the notification to the diagnostics. */
  readonly wait: number;
  /** How long its main thread ran until it slept again, which is a little after the diagnostics. Linux only; NaN elsewhere. */
  readonly running: number;
}

/** Starts a language server as an editor would. */
export async function startSession(server: LanguageServer): Promise<Session> {
  const [program, ...args] = server.command;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env: ENVIRONMENT });
  const wire = createWire(child.stdin, child.stdout, (asked) => resultFor(asked, server.settings));
  const uri = `file:///bench/restreams.${server.format}`;
  let version = 0;
  let lastId = 0;
  await initialize();

  return {
    open: (text, problems) => timed(problems, "didOpen", { languageId: server.format, text }),
    change: (change, problems) => timed(problems, "didChange", {}, [change]),
    // A server answers what it does not know at once, with an error.
    echo: () => request("$/echo"),
    memory: () => memoryOf(child),
    async end() {
      const ended = once(child, "exit");
      await request("shutdown");
      tell("exit");
      await ended;
    },
  };

  async function initialize(): Promise<void> {
    const textDocument = {
      publishDiagnostics: { versionSupport: true },
      ...(server.mode === "pull" && { diagnostic: {} }),
    };
    const capabilities = { textDocument, workspace: { configuration: true } };
    await request("initialize", { processId: null, rootUri: null, capabilities });
    tell("initialized", {});
    tell("workspace/didChangeConfiguration", { settings: server.settings });
  }

  async function timed(
    expected: number | undefined,
    event: string,
    more: object,
    contentChanges?: readonly object[],
  ): Promise<Look> {
    version += 1;
    const params = { textDocument: { uri, version, ...more }, contentChanges };
    const change = framed({ method: `textDocument/${event}`, params });
    const [bytes, read] = server.mode === "push" ? published(change) : pulled(change);
    const before = await mainThreadTime(child.pid);
    const { value: found, elapsed: wait } = await wire.exchange(bytes, read);
    const running = (await mainThreadTime(child.pid)) - before;
    if (expected !== undefined && found !== expected)
      throw new Error(`${server.name} found ${found} problems, not ${expected}`);
    return { wait, running };
  }

  /** Peers publish without a version, once for each text. */
  function published(change: string): Awaiting {
    const awaited = version;
    return [
      Buffer.from(change),
      ({ method, params }) =>
        method === "textDocument/publishDiagnostics" && (params?.version ?? awaited) === awaited
          ? params?.diagnostics?.length
          : undefined,
    ];
  }

  function pulled(change: string): Awaiting {
    lastId += 1;
    const asked = lastId;
    const params = { textDocument: { uri } };
    const question = framed({ id: asked, method: "textDocument/diagnostic", params });
    return [
      Buffer.from(change + question),
      ({ id, result }) => (id === asked ? result?.items?.length : undefined),
    ];
  }

  async function request(method: string, params?: object): Promise<number> {
    lastId += 1;
    const asked = lastId;
    const bytes = Buffer.from(framed({ id: asked, method, params }));
    const { elapsed } = await wire.exchange(bytes, ({ id }) => (id === asked ? true : undefined));
    return elapsed;
  }

  function tell(method: string, params?: object): void {
    wire.write(Buffer.from(framed({ method, params })));
  }
}

/** What is written, and what reads the number of problems from what comes back. */
type Awaiting = readonly [bytes: Buffer, read: (said: Said) => number | undefined];

function resultFor({ method, params }: Said, settings: LanguageServer["settings"]): unknown {
  if (method === "workspace/configuration")
    return params?.items?.map(({ section = "" }) => settings[section] ?? null);
  return method === "client/registerCapability" ? null : undefined;
}

function memoryOf({ pid }: ChildProcess): { now: number; peak: number } {
  const status = process.platform === "linux" ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  const sized = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1024;
  return { now: sized("VmRSS"), peak: sized("VmHWM") };
}
