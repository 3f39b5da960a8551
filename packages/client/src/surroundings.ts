/** What the client uses of the world around it; tests bring a clock, a chance and a network of their own. */
export interface Surroundings {
  readonly fetch: (uri: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, and not including, 1. */
  readonly random: () => number;
  /** Is told that the server turned a request away, and for how many milliseconds nothing is sent. */
  readonly onTurnedAway?: (ms: number) => void;
}
