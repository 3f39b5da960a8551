import { documentOf } from "./corpus.ts";
import { keystrokesIn } from "./keystrokes.ts";
import type { LanguageServer } from "./language-servers.ts";
import { type Look, startSession } from "./lsp-session.ts";

/** What one server took for one document; milliseconds and megabytes. */
export interface ServerTiming {
  readonly server: LanguageServer;
  readonly size: number;
  readonly isSound: boolean;
  readonly opening: Look;
  /** From each keystroke to its diagnostics. */
  readonly waits: readonly number[];
  /** How long the server's main thread ran for each keystroke; NaN but on Linux. */
  readonly runs: readonly number[];
  /** Empty round trips, one after each keystroke, so that both met the same machine. */
  readonly echoes: readonly number[];
  /** Resident with the text open, after a hundred keystrokes (NaN of fewer), after all, and at its peak. */
  readonly opened: number;
  readonly settled: number;
  readonly last: number;
  readonly peak: number;
}

/** After so many keystrokes the heap has its size; what comes on top later is what the server keeps. */
const SETTLED = 100;

/** How often to type at most, and for how many milliseconds. */
export interface Typing {
  readonly keystrokes: number;
  readonly budget: number;
}

/** Opens a document in a server and types into it. */
export async function timeServer(
  server: LanguageServer,
  size: number,
  isSound: boolean,
  { keystrokes, budget }: Typing,
): Promise<ServerTiming> {
  const document = documentOf(size, server.format, isSound);
  const session = await startSession(server);
  // Peers cap what they report of a document; none caps what a valid one has.
  const opening = await session.open(document.text, isSound ? 0 : undefined);
  const opened = session.memory().now;
  let settled = Number.NaN;
  const waits: number[] = [];
  const runs: number[] = [];
  const echoes: number[] = [];
  const deadline = performance.now() + budget;
  for (const { change, problems } of keystrokesIn(document, keystrokes)) {
    if (performance.now() > deadline) break;
    const { wait, running } = await session.change(change, isSound ? problems : undefined);
    waits.push(wait);
    runs.push(running);
    echoes.push(await session.echo());
    if (waits.length === SETTLED) settled = session.memory().now;
  }
  const { now: last, peak } = session.memory();
  await session.end();
  return { server, size, isSound, opening, waits, runs, echoes, opened, settled, last, peak };
}
