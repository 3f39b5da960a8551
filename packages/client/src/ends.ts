/** What ends a request. What is ended while its answer is due may have been done all the same. */
export interface Ends {
  /** Ends it before it is sent, and between two tries. */
  readonly stop: AbortSignal;
  /** Ends it where the next try is not near, also what may have been done: then nobody knows. */
  readonly hurry: AbortSignal;
  /** Ends it while its answer is due, too. */
  readonly abort: AbortSignal;
}

const NEVER: AbortSignal = new AbortController().signal;

/** Of what only reads: at once. */
export function atOnce(signal: AbortSignal): Ends {
  return { stop: signal, hurry: signal, abort: signal };
}

/** Of what changes something: before it is sent, and never after it, which would leave nobody knowing what was done. */
export function beforeIt(stop: AbortSignal): Ends {
  return { stop, hurry: stop, abort: NEVER };
}

/** Of what finds out what was done: only where that takes long waits. */
export function beforeLongWaits(hurry: AbortSignal): Ends {
  return { stop: NEVER, hurry, abort: NEVER };
}

/** Of what is to be finished whatever comes. */
export const TO_ITS_END: Ends = beforeIt(NEVER);
