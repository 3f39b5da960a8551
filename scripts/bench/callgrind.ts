import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { ENVIRONMENT } from "./stopwatch.ts";

/** Makes V8 do the same in each run: one thread, nothing by the clock, one seed. */
const FLAGS = ["--predictable", "--single-threaded", "--hash-seed=1", "--random-seed=1"];
const VALGRIND = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];

/** Without the compiler's and the collector's strides, counts grow as the work does. */
export const SMOOTH: readonly string[] = [
  "--no-opt",
  "--min-semi-space-size=64",
  "--max-semi-space-size=64",
];

/** Whether there is a valgrind to count with. */
export function canCount(): boolean {
  return spawnSync("valgrind", ["--version"]).status === 0;
}

/** What Node.js is started with. */
export interface Command {
  readonly args: readonly string[];
  /** A file of what it is told on standard input, until it ends by itself; nothing unless said. */
  readonly input?: string;
}

/** How many instructions Node.js takes with each of these; other work on the machine makes no difference. */
export async function instructionsOf(commands: readonly Command[]): Promise<number[]> {
  const counts: number[] = [];
  const waiting = [...commands.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, command] = next;
      counts[index] = await countOf(command);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return counts;
}

/** The same again and again but for 1 in 10 000. */
async function countOf({ args, input }: Command): Promise<number> {
  const valgrind = spawn("valgrind", [...VALGRIND, process.execPath, ...FLAGS, ...args], {
    env: ENVIRONMENT,
    // Pipes, as in CI: Node.js takes other ways to other places.
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A server ends when it is told to; where its input ends before, it leaves things undone.
  if (input === undefined) valgrind.stdin.end();
  else valgrind.stdin.write(readFileSync(input));
  valgrind.stdout.resume();
  const [said] = await Promise.all([text(valgrind.stderr), once(valgrind, "exit")]);
  const count = Number(/Collected : (\d+)/.exec(said)?.[1]);
  if (Number.isNaN(count)) throw new Error(`valgrind counted nothing:\n${said}`);
  return count;
}
