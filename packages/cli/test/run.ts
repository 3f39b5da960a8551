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
  readonly stdin?: string | Uint8Array;
  /** Of standard output; without it, it is a pipe. */
  readonly columns?: number;
  /** A person on a terminal; without it, nobody is there. */
  readonly ask?: Ask;
  /** Without it, there is no network. */
  readonly fetch?: (uri: string, init: RequestInit) => Promise<Response>;
  /** Is given what Ctrl-C does. */
  readonly onInterrupt?: (listener: () => void) => void;
}

/** Longer than any wait between two tries, and as long as an answer is waited for. */
const TIMEOUT = 30_000;

/** Runs a command line in this process, with a clock that goes on by itself, but where an answer is waited for. */
export async function run(
  argv: readonly string[],
  { cwd = "/", env = {}, stdin = "", columns, ask, fetch, onInterrupt }: Surroundings = {},
): Promise<Outcome> {
  const stdout = output(columns);
  const stderr = output(undefined);
  const status = await main(argv, {
    cwd,
    env,
    stdout,
    stderr,
    readStdin: async () => (typeof stdin === "string" ? Buffer.from(stdin) : stdin),
    ask,
    fetch: fetch ?? (async () => Promise.reject(new TypeError("no network"))),
    wait: async (ms) => (ms === TIMEOUT ? new Promise(() => {}) : undefined),
    onInterrupt: onInterrupt ?? (() => {}),
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
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
