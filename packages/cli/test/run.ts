import type { Ask, Output } from "../src/io.ts";
import { main } from "../src/main.ts";

/** What a command line came to. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Of standard output; without it, there always is. */
  readonly room?: () => Promise<boolean>;
  /** Of standard output; without it, it is a pipe. */
  readonly columns?: number;
  /** A person on a terminal; without it, nobody is there. */
  readonly ask?: Ask;
  /** Without it, there is no network. */
  readonly fetch?: (uri: string, init: RequestInit) => Promise<Response>;
  /** Resolves when an answer has been waited for long enough; without it, that never is. */
  readonly expire?: (signal: AbortSignal) => Promise<void>;
  /** Is given what Ctrl-C does, and what the second one says. */
  readonly onInterrupt?: (listener: () => void, lastWords: () => string) => void;
}

/** Longer than any wait between two tries, and as long as an answer is waited for. */
const TIMEOUT = 30_000;

/** Shortly before `FAULTS.throttledUntil` says that it is over. */
const START = Date.UTC(2038, 0, 1);

/** Runs a command line in this process, with a clock that goes on by itself, but where an answer is waited for. */
export async function run(
  argv: readonly string[],
  {
    cwd = "/",
    env = {},
    stdin = "",
    room,
    columns,
    ask,
    fetch,
    expire,
    onInterrupt,
  }: Surroundings = {},
): Promise<Outcome> {
  let now = START;
  const stdout = output(columns);
  const stderr = output(undefined);
  const status = await main(argv, {
    cwd,
    env,
    stdout,
    stderr,
    room: room ?? (async () => true),
    stdin: typeof stdin === "function" ? stdin : () => once(Buffer.from(stdin)),
    ask,
    fetch: fetch ?? (async () => Promise.reject(new TypeError("no network"))),
    now: () => now,
    async wait(ms, signal) {
      if (ms !== TIMEOUT) now += ms;
      else if (expire) await expire(signal);
      else await new Promise(() => {});
    },
    onInterrupt: onInterrupt ?? (() => {}),
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function output(columns: number | undefined): Output & { text(): string } {
  const written: string[] = [];
  return {
    isTTY: columns !== undefined,
    columns,
    write: (text) => void written.push(text),
    text: () => written.join(""),
  };
}
