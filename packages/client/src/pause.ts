import type { Ends } from "./ends.ts";
import type { Surroundings } from "./surroundings.ts";

/** Milliseconds; the numbers are those of Gcore's own clients. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/** Milliseconds that we wait for a server because it asks for it. Where it asks for more, its error says so. */
export const LONGEST_RETRY_AFTER = 60_000;

/**
 * Milliseconds to wait after so many failures: half a second after the first, twice as long after each further one, or
 * as long as the server asks; spread, so that many requests do not come at once again.
 */
export function waitAfter(
  failures: number,
  random: Surroundings["random"],
  retryAfter: number = 0,
): number {
  const longest = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
  const spread = longest * 0.25 * random();
  return retryAfter > longest ? retryAfter + spread : longest - spread;
}

/** Milliseconds that are waited even in a hurry, to find out what became of something. */
const SHORT_WAIT = 2000;

/**
 * Waits so many milliseconds; false where that was ended: by `stop`, or, where it is long together with what was
 * `waited` before, by `hurry`.
 */
export async function pause(
  ms: number,
  { wait }: Pick<Surroundings, "wait">,
  { stop, hurry }: Pick<Ends, "stop" | "hurry">,
  waited: number = 0,
): Promise<boolean> {
  // One of its own: many wait at the same time, and Node.js warns of more than ten listeners on one signal.
  const end = AbortSignal.any(waited + ms > SHORT_WAIT ? [stop, hurry] : [stop]);
  try {
    await wait(ms, end);
  } catch (error) {
    if (!end.aborted) throw error;
  }
  return !end.aborted;
}
