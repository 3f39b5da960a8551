import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import type { LanguageServer } from "./language-servers.ts";
import { ENVIRONMENT } from "./stopwatch.ts";

/** A started server with one document. All times are milliseconds, from a notification to its diagnostics. */
export interface Session {
  /** Opens the document, which has so many problems; undefined where that need not be checked. */
  open(text: string, problems: number | undefined): Promise<number>;
  change(change: object, problems: number | undefined): Promise<number>;
  /** An empty round trip. */
  echo(): Promise<number>;
  /** In megabytes: what the server holds now, and what it held at most. Linux only; NaN elsewhere. */
  memory(): { readonly now: number; readonly peak: number };
  end(): Promise<void>;
}

/** Starts a language server as an editor would. */
export async function startSession(server: LanguageServer): Promise<Session> {
  const [program, ...args] = server.command;
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"], env: ENVIRONMENT });
  const client = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = `file:///bench/restreams.${server.format}`;
  const problemsFound = server.mode === "push" ? pushedTo(client) : pulledBy(client, uri);
  await initialize(client, server);

  let version = 0;
  return {
    open: (text, problems) => {
      const document = { languageId: server.format, text };
      return timed(problems, () => tell("didOpen", document));
    },
    change: (change, problems) => timed(problems, () => tell("didChange", {}, [change])),
    // A server answers what it does not know at once, with an error.
    echo: () => millisecondsOf(() => client.sendRequest("$/echo").catch(() => undefined)),
    memory: () => memoryOf(child),
    async end() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await client.sendRequest("shutdown");
      await client.sendNotification("exit");
      await ended;
      client.dispose();
    },
  };

  async function timed(expected: number | undefined, notify: () => Promise<void>): Promise<number> {
    let found = Number.NaN;
    const elapsed = await millisecondsOf(async () => {
      const finding = problemsFound(version + 1);
      await notify();
      found = await finding();
    });
    if (expected !== undefined && found !== expected)
      throw new Error(`${server.name} found ${found} problems, not ${expected}`);
    return elapsed;
  }

  function tell(event: string, more: object, contentChanges?: readonly object[]): Promise<void> {
    version += 1;
    const textDocument = { uri, version, ...more };
    return client.sendNotification(`textDocument/${event}`, { textDocument, contentChanges });
  }
}

async function initialize(client: ProtocolConnection, { mode, settings }: LanguageServer) {
  client.onRequest("workspace/configuration", ({ items }: ConfigurationParams) =>
    items.map(({ section = "" }) => settings[section] ?? null),
  );
  client.onRequest("client/registerCapability", () => null);
  client.listen();
  const textDocument = {
    publishDiagnostics: { versionSupport: true },
    ...(mode === "pull" && { diagnostic: {} }),
  };
  const workspace = { configuration: true };
  const capabilities = { textDocument, workspace };
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities });
  await client.sendNotification("initialized", {});
  await client.sendNotification("workspace/didChangeConfiguration", { settings });
}

interface ConfigurationParams {
  readonly items: readonly { readonly section?: string }[];
}

/** Called before a text is sent: what it answers, called after, waits for the number of its problems. */
type ProblemsFound = (version: number) => () => Promise<number>;

/** Peers publish without a version, once for each text. */
function pushedTo(client: ProtocolConnection): ProblemsFound {
  let arrived: (count: number) => void = () => undefined;
  let awaited = 0;
  client.onNotification("textDocument/publishDiagnostics", (it: Published) => {
    if ((it.version ?? awaited) === awaited) arrived(it.diagnostics.length);
  });
  return (version) => {
    awaited = version;
    const found = new Promise<number>((resolve) => (arrived = resolve));
    return () => found;
  };
}

interface Published {
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

function pulledBy(client: ProtocolConnection, uri: string): ProblemsFound {
  return () => async () => {
    const report: { readonly items: readonly unknown[] } = await client.sendRequest(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    return report.items.length;
  };
}

async function millisecondsOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function memoryOf({ pid }: ChildProcess): { now: number; peak: number } {
  const status = process.platform === "linux" ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  const sized = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1024;
  return { now: sized("VmRSS"), peak: sized("VmHWM") };
}
