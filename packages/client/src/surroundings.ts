/** What the client uses of the world around it; tests bring a clock, a chance and a network of their own. */
export interface Surroundings {
  readonly fetch: (uri: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects as soon as the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to, and not including, 1. */
  readonly random: () => number;
  /**
   * Is told that the server holds us up, and with which status of HTTP: for how many milliseconds a request is not sent
   * again, or, after 429, nothing is sent at all.
   */
  readonly onHeldUp?: (ms: number, status: number) => void;
}
