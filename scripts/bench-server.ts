import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { editsOf, restreams } from "./corpus.ts";

// How long an editor waits for diagnostics after a keystroke, over the wire, and what the server's memory comes to.

const SERVER = ["dist/restream-lint.cjs", "lsp"];
const MODES = ["push", "pull"] as const;
/** Restreams in the text, and how often it is edited. */
const SERIES = [
  { size: 1000, edits: 1000, quickly: 200, isBarred: true },
  { size: 10_000, edits: 200, quickly: 20, isBarred: false },
];
/** After so many edits the heap has its size; what comes on top later is what the server keeps. */
const SETTLED = 100;
const LARGEST_GROWTH = 1.2;

/** Times edits in long documents, prints what they took, and returns how many bars were missed. Linux only. */
export async function benchServer(quick: boolean): Promise<number> {
  console.log(`\nfrom an edit to its diagnostics, over the wire\n`);
  console.log(row(["", "edits", "opening", "p50", "p99", "echo", "memory"]));
  let missed = 0;
  for (const { size, isBarred, ...times } of SERIES) {
    for (const mode of MODES) {
      const edits = quick ? times.quickly : times.edits;
      const { opening, waits, echoes, memory } = await measured(size, mode, edits);
      const columns = [opening, at(waits, 0.5), at(waits, 0.99), at(echoes, 0.5)];
      const { verdict, isMissed } = judged(memory, isBarred);
      if (isMissed) missed += 1;
      console.log(row([`${size} ${mode}`, edits, ...columns.map(milliseconds), verdict]));
    }
  }
  return missed;
}

/** Megabytes: with the text open, after the first edits, after all; fewer where there were too few edits. */
type Memory = readonly [opened: number, ...later: number[]];

/** In a long document, what the collector has not come round to yet is more than what is kept: there is no bar then. */
function judged(memory: Memory, isBarred: boolean): { verdict: string; isMissed: boolean } {
  const [, settled = Number.NaN, last = Number.NaN] = memory;
  const isMissed = isBarred && last > LARGEST_GROWTH * settled;
  const sizes = `${memory.map((it) => it.toFixed(0)).join(" → ")} MB`;
  if (Number.isNaN(last) || !isBarred) return { verdict: sizes, isMissed };
  const bar = `${isMissed ? "MISSED" : "holds"}: at most ${LARGEST_GROWTH} ×`;
  return { verdict: `${sizes}   ${bar}`, isMissed };
}

interface Measured {
  /** Milliseconds: from a text to its diagnostics, from each edit to its diagnostics, of each empty round trip. */
  readonly opening: number;
  readonly waits: readonly number[];
  readonly echoes: readonly number[];
  readonly memory: Memory;
}

async function measured(
  size: number,
  mode: (typeof MODES)[number],
  edits: number,
): Promise<Measured> {
  const server = spawn(process.execPath, SERVER, { stdio: ["pipe", "pipe", "inherit"] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const findingsIn = mode === "push" ? pushedTo(client) : pulledBy(client);
  client.listen();
  const publishDiagnostics = { versionSupport: true };
  const pulling = mode === "pull" && { diagnostic: {} };
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics, ...pulling } },
  });
  await client.sendNotification("initialized", {});

  const text = restreams(`${size}.yaml`);
  const opening = await timed(() => tell("didOpen", 1, { languageId: "yaml", text }));
  const opened = residentMegabytes(server);
  const later: number[] = [];
  const waits: number[] = [];
  for (const [index, { change, findings }] of editsOf(text, edits).entries()) {
    const version = index + 2;
    waits.push(await timed(() => tell("didChange", version, {}, [change]), findings));
    if (waits.length === SETTLED) later.push(residentMegabytes(server));
  }
  if (edits > SETTLED) later.push(residentMegabytes(server));
  const echoes: number[] = [];
  // A server answers what it does not know at once, with an error.
  const echo = () => client.sendRequest("$/echo").catch(() => undefined);
  for (let round = 0; round < SETTLED; round += 1) echoes.push(await millisecondsOf(echo));

  const ended = new Promise((resolve) => server.once("exit", resolve));
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  await ended;
  client.dispose();
  return { opening, waits, echoes, memory: [opened, ...later] };

  /** From a notification to the diagnostics of the version that it makes, which must be so many. */
  async function timed(notify: () => Promise<number>, expected = 0): Promise<number> {
    let found = Number.NaN;
    const elapsed = await millisecondsOf(async () => {
      found = await findingsIn(await notify());
    });
    if (found !== expected) throw new Error(`${found} findings, not ${expected}`);
    return elapsed;
  }

  async function tell(
    event: string,
    version: number,
    more: object,
    contentChanges?: readonly object[],
  ): Promise<number> {
    const textDocument = { uri: URI, version, ...more };
    await client.sendNotification(`textDocument/${event}`, { textDocument, contentChanges });
    return version;
  }
}

const URI = "file:///bench/restreams.yaml";

/** How many findings a version of the text has, as soon as the client knows. */
type FindingsIn = (version: number) => Promise<number>;

function pushedTo(client: ProtocolConnection): FindingsIn {
  const counts = new Map<number, number>();
  let wake: () => void = () => undefined;
  client.onNotification(
    "textDocument/publishDiagnostics",
    (it: { readonly version: number; readonly diagnostics: readonly unknown[] }) => {
      counts.set(it.version, it.diagnostics.length);
      wake();
    },
  );
  return async (version) => {
    for (;;) {
      const count = counts.get(version);
      if (count !== undefined) return count;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}

function pulledBy(client: ProtocolConnection): FindingsIn {
  return async () => {
    const textDocument = { uri: URI };
    const report: { readonly items: readonly unknown[] } = await client.sendRequest(
      "textDocument/diagnostic",
      { textDocument },
    );
    return report.items.length;
  };
}

async function millisecondsOf(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function residentMegabytes({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** The smallest value that this share of all is not above. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function row([name = "", ...columns]: readonly (string | number)[]): string {
  const [memory = "", ...others] = columns.toReversed();
  const cells = others.toReversed().map((it) => String(it).padStart(11));
  return `${String(name).padEnd(12)}${cells.join("")}   ${memory}`;
}
