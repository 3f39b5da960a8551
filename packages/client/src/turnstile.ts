import { LONGEST_RETRY_AFTER, waitAfter } from "./repeat.ts";
import type { Surroundings } from "./surroundings.ts";

/** Milliseconds: as long as the server turns away all that comes in this time, we go on waiting. */
const PATIENCE = 5 * 60_000;
/** Milliseconds in which nothing is sent once patience is over, so that what is left of a run ends with it. */
const REST = 60_000;

/**
 * What all requests of a connection pass. A server that turns one away with 429 means all of them, and who asks again
 * side by side only makes it last: so all wait together, as long as the server asks, or longer each time. Turned away
 * is not failed. It is given up where the server asks for more than a minute, or lets nothing through for five minutes:
 * then what comes within the wait fails without being sent.
 */
export interface Turnstile {
  /** Milliseconds until something may be sent. */
  readonly opensIn: () => number;
  /** Whether nobody is to wait for that. */
  readonly isGivenUp: () => boolean;
  /** What was sent at a time was turned away; `retryAfter` as in `ApiError`. */
  readonly turnAway: (sentAt: number, retryAfter: number | undefined) => void;
  /** Something got an answer. */
  readonly letThrough: () => void;
}

/** An open turnstile. */
export function createTurnstile({
  now,
  random,
}: Pick<Surroundings, "now" | "random">): Turnstile {
  let opensAt = Number.NEGATIVE_INFINITY;
  let refusals = 0;
  let since = 0;
  let isGivenUp = false;
  const reset = (): void => {
    refusals = 0;
    isGivenUp = false;
  };

  return {
    opensIn: () => Math.max(opensAt - now(), 0),
    isGivenUp: () => isGivenUp,
    turnAway(sentAt, retryAfter) {
      const at = now();
      // What was under way when it closed says nothing new, unless the server asks for more.
      const isLate = sentAt < opensAt;
      if (!isLate) {
        if (isGivenUp) reset();
        if (refusals === 0) since = at;
        refusals += 1;
      }
      if (!isLate || retryAfter !== undefined) {
        const opening = at + waitAfter(Math.max(refusals, 1), random, retryAfter);
        opensAt = Math.max(opensAt, opening);
      }
      if ((retryAfter ?? 0) > LONGEST_RETRY_AFTER) isGivenUp = true;
      else if (opensAt - since > PATIENCE && !isGivenUp) {
        isGivenUp = true;
        opensAt = Math.max(opensAt, at + REST);
      }
    },
    letThrough: reset,
  };
}
