import type { Output } from "../src/io.ts";
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
}

/** Runs a command line in this process. */
export async function run(
  argv: readonly string[],
  { cwd = "/", env = {}, stdin = "", columns }: Surroundings = {},
): Promise<Outcome> {
  const stdout = output(columns);
  const stderr = output(undefined);
  const status = await main(argv, {
    cwd,
    env,
    stdout,
    stderr,
    readStdin: async () => (typeof stdin === "string" ? Buffer.from(stdin) : stdin),
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
