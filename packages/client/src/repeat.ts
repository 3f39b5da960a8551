import { type ApiError, isApiError } from "./api-error.ts";
import { afterUncertain } from "./failure.ts";
import type { Surroundings } from "./surroundings.ts";

/** How often a request is sent again; the numbers are those of Gcore's own clients. */
const REPEATS = 2;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
/** Milliseconds that we wait for a server because it asks for it. Where it asks for more, its error says so. */
const LONGEST_RETRY_AFTER = 60_000;

/**
 * Tries something up to three times, as long as its errors may be repeated. ky would do this with a clock of its own,
 * without what breaks inside of a body, and would come back too early where a server asks for a long wait.
 */
export async function repeat<T>(
  attempt: (failures: readonly ApiError[]) => Promise<T>,
  mayRepeat: (error: ApiError) => boolean,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<T> {
  const failures: ApiError[] = [];
  for (;;) {
    try {
      return await attempt(failures);
    } catch (error) {
      if (!isApiError(error)) throw error;
      const isLast = failures.length === REPEATS || (error.retryAfter ?? 0) > LONGEST_RETRY_AFTER;
      if (isLast || !mayRepeat(error)) {
        throw failures.some((it) => it.mayHaveActed) ? afterUncertain(error) : error;
      }
      failures.push(error);
      await pause(failures.length, surroundings, signal, error.retryAfter);
    }
  }
}

/**
 * Waits half a second after the first failure, twice as long after each further one, or as long as the server asks;
 * spread, so that many requests do not come at once again. It ends early, without an error, when aborted.
 */
export async function pause(
  failures: number,
  { wait, random }: Surroundings,
  signal: AbortSignal,
  retryAfter = 0,
): Promise<void> {
  const longest = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
  const spread = longest * 0.25 * random();
  const ms = retryAfter > longest ? retryAfter + spread : longest - spread;
  try {
    await wait(ms, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Whether what can be done twice may be tried again: the failure may pass. An answer that is none is as good as lost. */
export function mayPass({ kind, status = 0 }: ApiError): boolean {
  return (
    ["unreachable", "timedOut", "conflict", "tooMany", "broken"].includes(kind) ||
    (kind === "nonsense" && status >= 200 && status < 300)
  );
}

/** Whether even a create may be tried again: it was turned away, or never sent. */
export function wasTurnedAway({ kind, mayHaveActed }: ApiError): boolean {
  return !mayHaveActed && (kind === "tooMany" || kind === "unreachable");
}
