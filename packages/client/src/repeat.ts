import { type ApiError, isApiError } from "./api-error.ts";
import type { Ends } from "./ends.ts";
import { afterUncertain } from "./failure.ts";
import { LONGEST_RETRY_AFTER, pause, waitAfter } from "./pause.ts";
import type { Surroundings } from "./surroundings.ts";

/** How often a request is sent again; the number is that of Gcore's own clients. */
const REPEATS = 2;

/**
 * Tries something up to three times, as long as its errors may be repeated. ky would do this with a clock of its own,
 * without what breaks inside of a body, and would come back too early where a server asks for a long wait.
 *
 * Each attempt is told what ends it. What may have acted is no longer stopped, as long as the next
 * try is near: that tells what became of it. A long wait is stopped all the same, and nobody knows then.
 */
export async function repeat<T>(
  attempt: (ends: Ends, failures: readonly ApiError[]) => Promise<T>,
  mayRepeat: (error: ApiError) => boolean,
  surroundings: Surroundings,
  ends: Ends,
): Promise<T> {
  const failures: ApiError[] = [];
  let current = ends;
  for (;;) {
    try {
      return await attempt(current, failures);
    } catch (error) {
      if (!isApiError(error)) throw error;
      const isLast = failures.length === REPEATS || (error.retryAfter ?? 0) > LONGEST_RETRY_AFTER;
      const final = failures.some((it) => it.mayHaveActed) ? afterUncertain(error) : error;
      if (isLast || !mayRepeat(error)) throw final;
      failures.push(error);
      if (error.mayHaveActed) current = { ...ends, stop: ends.abort };
      const ms = waitAfter(failures.length, surroundings.random, error.retryAfter);
      if (error.status !== undefined && !current.hurry.aborted) {
        surroundings.onHeldUp?.(ms, error.status);
      }
      const isOver = await pause(ms, surroundings, current);
      // Where it is stopped, the next attempt says so itself.
      if (!isOver && !current.stop.aborted) throw final;
    }
  }
}

/** Whether what can be done twice may be tried again: the failure may pass. An answer that is none is as good as lost. */
export function mayPass({ kind, status = 0 }: ApiError): boolean {
  return (
    ["unreachable", "timedOut", "conflict", "broken"].includes(kind) ||
    (kind === "nonsense" && status >= 200 && status < 300)
  );
}

/** Whether even a create may be tried again: it was never sent. */
export function wasNotSent({ kind, mayHaveActed }: ApiError): boolean {
  return !mayHaveActed && kind === "unreachable";
}
