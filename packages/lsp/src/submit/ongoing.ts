/** Work that must not be torn off: once the server is to end, what is under way is finished, and nothing more is begun. */
export interface Ongoing {
  /** Works with a signal that is aborted when one of these is, or all is to end. */
  readonly during: <T>(
    signals: readonly AbortSignal[],
    work: (signal: AbortSignal) => Promise<T>,
  ) => Promise<T>;
  /** Resolves when all is over. What comes later begins aborted. */
  readonly end: () => Promise<void>;
}

/** Keeps account of what is under way. */
export function createOngoing(): Ongoing {
  const ending = new AbortController();
  const all = new Set<Promise<unknown>>();
  return {
    during: async (signals, work) => {
      const working = work(AbortSignal.any([ending.signal, ...signals]));
      all.add(working);
      try {
        return await working;
      } finally {
        all.delete(working);
      }
    },
    end: async () => {
      ending.abort();
      await Promise.allSettled(all);
    },
  };
}
