import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { type Inputs, STDIN } from "../inputs.ts";
import type { Io } from "../io.ts";
import { lintShare } from "./lint-share.ts";
import { LINT } from "../options.ts";
import type { Packed } from "./packed.ts";

/** How many threads `--jobs` asks for. Throws a UsageError for a number that is none. */
export function jobsOf(args: Arguments): number | "auto" {
  const given = args.value("jobs") ?? "1";
  if (given === "auto") return given;
  if (!/^[1-9][0-9]?$/.test(given) || Number(given) > MOST_JOBS)
    throw new UsageError(`--jobs needs a whole number from 1 to ${MOST_JOBS}, or auto`);
  return Number(given);
}

const MOST_JOBS = 64;

/** What takes more than files and their settings, or changes them, is for one thread. */
const ALONE: readonly string[] = ["fix", "diff", "env", "env-file", "watch", "staged"];

/**
 * Lints files ahead of their turn, in several threads: those that there is nothing to say of but findings. None where one
 * thread is to lint. Throws a UsageError where a thread breaks off.
 */
export async function lintAhead(
  jobs: number | "auto",
  args: Arguments,
  inputs: Inputs,
  { cwd }: Pick<Io, "cwd">,
  step: (total: number) => void,
): Promise<ReadonlyMap<string, Packed>> {
  const ahead = new Map<string, Packed>();
  const files = inputs.files.filter((it) => it !== STDIN);
  if (files.length < 2 || ALONE.some((it) => args.has(it))) return ahead;
  const { lintInThreads, threadsFor } = await import("./threads.ts");
  const threads = threadsFor(jobs, files.length);
  if (threads === 1) return ahead;
  const batch = Math.max(1, Math.min(LARGEST_BATCH, Math.floor(files.length / threads / 4)));
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const given = LINT.options.filter(({ name }) => args.has(name));
  const options = new Map(given.map(({ name }) => [name, args.values(name)]));
  await lintInThreads(threads, { files, batch, next, cwd, options }, lintShare, (share) => {
    for (const [index, it] of share.packed.entries()) {
      step(inputs.files.length);
      const file = files[share.start + index];
      if (file !== undefined && it) ahead.set(file, it);
    }
  });
  return ahead;
}

/** So that no thread is still busy for long when the others have nothing left. */
const LARGEST_BATCH = 20;
