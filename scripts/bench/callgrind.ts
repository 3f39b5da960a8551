import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
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

/** How many instructions Node.js takes with each of these; other work on the machine makes no difference. */
export async function instructionsOf(commands: readonly (readonly string[])[]): Promise<number[]> {
  const counts: number[] = [];
  const waiting = [...commands.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, args] = next;
      counts[index] = await countOf(args);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return counts;
}

/** The same again and again but for 1 in 10 000. */
async function countOf(args: readonly string[]): Promise<number> {
  const valgrind = spawn("valgrind", [...VALGRIND, process.execPath, ...FLAGS, ...args], {
    env: ENVIRONMENT,
    // A pipe, as in CI: Node.js takes other ways to other places.
    stdio: ["ignore", "pipe", "pipe"],
  });
  valgrind.stdout.resume();
  const [said] = await Promise.all([text(valgrind.stderr), once(valgrind, "exit")]);
  const count = Number(/Collected : (\d+)/.exec(said)?.[1]);
  if (Number.isNaN(count)) throw new Error(`valgrind counted nothing:\n${said}`);
  return count;
}
