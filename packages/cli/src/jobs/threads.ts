import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { UsageError } from "../errors.ts";
import type { lintShare, Share, Work } from "./lint-share.ts";

/** The bundle puts it beside this. */
const WORKER = join(dirname(import.meta.url), "jobs-worker.cjs");

/** How many threads are to lint so many files; `auto` leaves out those that would not pay. */
export function threadsFor(
  jobs: number | "auto",
  files: number,
  cores: number = availableParallelism(),
): number {
  if (jobs !== "auto") return Math.min(jobs, files);
  return Math.max(1, Math.min(Math.floor(cores / 2), Math.floor(files / 1000), MOST));
}

/** Of those that nobody asked for: each takes memory. */
const MOST = 8;

/**
 * Lints files in so many threads, of which this is one, and tells of each share as soon as it is here. Throws a UsageError
 * where a thread ends before its work is done: what it had taken would be missing.
 */
export async function lintInThreads(
  threads: number,
  work: Work,
  lintHere: typeof lintShare,
  take: (share: Share) => void,
): Promise<void> {
  const workers: Worker[] = [];
  try {
    const ended: Promise<void>[] = [];
    for (let count = 1; count < threads; count += 1) {
      const worker = new Worker(WORKER, { workerData: work, resourceLimits: LIMITS });
      workers.push(worker);
      ended.push(endOf(worker, take));
    }
    const here = lintHere(work, async (share) => {
      take(share);
      // What came from others meanwhile.
      await setImmediate();
    });
    await Promise.all([here, ...ended]);
  } finally {
    Atomics.store(work.next, 0, work.files.length);
    await Promise.all(workers.map(async (it) => it.terminate()));
  }
}

/** For what is needed for one file alone, a thread has less room than a process, and would take half as long again. */
const LIMITS = { maxYoungGenerationSizeMb: 64 };

/** Resolves when a thread has done all its work. */
async function endOf(worker: Worker, take: (share: Share) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let isDone = false;
    worker
      .on("message", (message: string | null) => {
        if (message === null) isDone = true;
        else take(JSON.parse(message) as Share);
      })
      .on("error", (error: NodeJS.ErrnoException) => {
        reject(broken(error.code ?? error.name));
      })
      .on("exit", (code) => {
        if (isDone) resolve();
        else reject(broken(`exit status ${code}`));
      });
  });
}

/** What the error says may repeat what was linted. */
function broken(reason: string): UsageError {
  return new UsageError(
    `a thread of --jobs broke off (${reason}), so not all was linted: lint with fewer, or with --jobs 1`,
  );
}
