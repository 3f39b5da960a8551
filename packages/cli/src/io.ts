/** All that the command line touches of its process, so that a test can stand in for it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Resolves once standard output has room for more; to false where nobody reads it any more. */
  readonly room: () => Promise<boolean>;
  /** Standard input, piece by piece as it comes; once. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Undefined where no person is there to be asked. */
  readonly ask: Ask | undefined;
  readonly fetch: (uri: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970, by the clock that `wait` waits for. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * Calls the listener at the first Ctrl-C, or when the terminal is closed, in the place of what ends the process; the second
   * Ctrl-C does end it, at once, with these words on stderr.
   */
  readonly onInterrupt: (listener: () => void, lastWords: () => string) => void;
}

/** Asks a person for one line, on the terminal; undefined where they, or the signal, interrupt. What is hidden is not echoed. */
export type Ask = (
  question: string,
  options: { readonly isHidden: boolean; readonly signal: AbortSignal },
) => Promise<string | undefined>;

/** Where text goes. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Of a terminal. */
  readonly columns: number | undefined;
}

/** The contract of `restream-lint`, written down in docs/cli.md. */
export const EXIT = {
  ok: 0,
  /** Errors found, or more warnings than `--max-warnings`; a restream that was refused, or failed. */
  found: 1,
  /** Wrong usage, a file that cannot be read, or no API token. */
  usage: 2,
  /** Nothing to lint. */
  nothing: 3,
  /** The API cannot be reached, or does not take the token. */
  unreachable: 4,
  /** There are changes, for `plan --detailed-exitcode`. */
  changes: 5,
  /** As shells have it for Ctrl-C. */
  interrupted: 130,
} as const;
