import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What a process took: milliseconds, and megabytes at its peak; NaN where nothing can tell. */
export interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  /** Its exit status, below zero if a signal ended it, as it does after the limit. */
  readonly status: number;
}

/** Measures whole processes. */
export interface Stopwatch extends Disposable {
  /** What it prints goes to the file `output`; it is ended after `limit` milliseconds. */
  run(command: readonly string[], output: string, limit: number): Promise<Run>;
}

/**
 * The environment of all that is measured. Node.js would read the certificates that the first variable names before it
 * runs anything; the others change what programs print, and how they start.
 */
export const ENVIRONMENT: NodeJS.ProcessEnv = without(process.env, [
  "NODE_EXTRA_CA_CERTS",
  "NODE_OPTIONS",
  "GITHUB_ACTIONS",
  "FORCE_COLOR",
]);

function without(env: NodeJS.ProcessEnv, names: readonly string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

/** With Python 3, or else with walls alone. */
export function createStopwatch(): Stopwatch {
  const hasPython =
    spawnSync("python3", ["-c", "import os; os.waitstatus_to_exitcode"]).status === 0;
  if (hasPython) return pythonStopwatch();
  console.log("No python3 (3.9 or later): CPU times and memory are left out.");
  return { run: runHere, [Symbol.dispose]: () => undefined };
}

function pythonStopwatch(): Stopwatch {
  const python = spawn("python3", [join(import.meta.dirname, "stopwatch.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = createInterface(python.stdout)[Symbol.asyncIterator]();
  return {
    async run(command, output, limit) {
      python.stdin.write(`${JSON.stringify({ command, output, limit, env: ENVIRONMENT })}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`nothing measured ${command.join(" ")}`);
      return JSON.parse(value);
    },
    [Symbol.dispose]: () => python.stdin.end(),
  };
}

function runHere([command = "", ...args]: readonly string[], output: string, limit: number) {
  const file = openSync(output, "w");
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    env: ENVIRONMENT,
    stdio: ["ignore", file, file],
    timeout: limit,
    killSignal: "SIGKILL",
  });
  const wall = performance.now() - start;
  closeSync(file);
  return Promise.resolve({ wall, cpu: Number.NaN, memory: Number.NaN, status: status ?? -1 });
}
