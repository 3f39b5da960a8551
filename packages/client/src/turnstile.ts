import { LONGEST_RETRY_AFTER, waitAfter } from "./pause.ts";
import type { Surroundings } from "./surroundings.ts";

/** Milliseconds that we wait in all while the server lets nothing through. */
const PATIENCE = 5 * 60_000;
/** Milliseconds in which nothing is sent once patience is over, so that what is left of a run ends with it. */
const REST = 60_000;

/**
 * What all requests of a connection pass. A server that turns one away with 429 means all of them, and asking again side
 * by side makes it last: so all wait together, as long as the server asks, or longer each time. To be turned away is no
 * failure. It is given up where the server asks for more than a minute, or has let nothing through in five minutes of
 * waiting: then nothing is sent for a minute, or as long as it asks.
 */
export interface Turnstile {
  /** Milliseconds until something may be sent. */
  readonly opensIn: () => number;
  /** Whether nobody is to wait for that. */
  readonly isGivenUp: () => boolean;
  /** How often it was closed, or for longer: what is sent is sent in this round. */
  readonly round: () => number;
  /** What was sent in a round was turned away; `retryAfter` is that of its `ApiError`. */
  readonly turnAway: (round: number, retryAfter: number | undefined) => void;
  /** Something got another answer. */
  readonly letThrough: () => void;
}

/** An open turnstile. */
export function createTurnstile({
  now,
  random,
  onHeldUp,
}: Pick<Surroundings, "now" | "random" | "onHeldUp">): Turnstile {
  let current = 0;
  let closedAt = 0;
  let opensAt = 0;
  /** Since something was let through, as what follows it. */
  let refusals = 0;
  /** Not by the clock, which people set. */
  let waited = 0;
  let isGivenUp = false;
  const startAnew = (): void => {
    refusals = 0;
    waited = 0;
  };
  return {
    // A clock that was set back must not hold anybody up.
    opensIn: () => (now() < closedAt ? 0 : Math.max(opensAt - now(), 0)),
    isGivenUp: () => isGivenUp,
    round: () => current,
    turnAway(round, retryAfter) {
      // What was under way when it closed says nothing new, unless the server asks for more.
      const isLate = round < current;
      if (isLate && retryAfter === undefined) return;
      if (!isLate) {
        // Someone comes back after it was given up.
        if (isGivenUp) startAnew();
        isGivenUp = false;
        refusals += 1;
      }
      closedAt = now();
      const left = isLate ? Math.max(opensAt - closedAt, 0) : 0;
      const wait = Math.max(left, waitAfter(refusals || 1, random, retryAfter));
      waited += wait - left;
      const isOver = waited > PATIENCE;
      if (isOver || (retryAfter ?? 0) > LONGEST_RETRY_AFTER) isGivenUp = true;
      opensAt = closedAt + (isOver ? Math.max(wait, REST) : wait);
      current += 1;
      if (!isGivenUp) onHeldUp?.(opensAt - closedAt, 429);
    },
    letThrough: startAnew,
  };
}
