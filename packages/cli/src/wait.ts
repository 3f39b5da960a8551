import { setTimeout } from "node:timers/promises";

/** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
