/** All that the command line touches of its process, so that a test can stand in for it. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readStdin(): Promise<Uint8Array>;
}

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
  /** Errors found, or more warnings than `--max-warnings`. */
  found: 1,
  /** Wrong usage, or a file that cannot be read. */
  usage: 2,
  /** Nothing to lint. */
  nothing: 3,
} as const;
