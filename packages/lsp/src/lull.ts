/** When to begin what takes long: what has arrived meanwhile may make it needless. */
export interface Lull {
  /** Says that a text has changed. */
  readonly stir: () => void;
  /** Resolves once no text changes any more: then all that a client has sent so far is read. */
  readonly settled: () => Promise<void>;
}

/** Makes the lull of a connection. */
export function createLull(): Lull {
  let stirs = 0;
  return {
    stir: () => {
      stirs += 1;
    },
    settled: async () => {
      let known = stirs;
      for (let left = TURNS; left > 0; left -= 1) {
        await turn();
        if (known !== stirs) [known, left] = [stirs, TURNS];
      }
    },
  };
}

/** A connection hands out one message a turn; between two changes there may be a request, and that it is cancelled. */
const TURNS = 5;

/** Lets what has arrived be read. A browser has no `setImmediate`. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
