import type { Surroundings } from "../src/surroundings.ts";

/** Surroundings whose clock jumps to the next that somebody waits for, as soon as nothing else is left to do. */
export interface TimedWorld extends Surroundings {
  /** Milliseconds since it began. */
  readonly elapsed: () => number;
}

interface Timer {
  readonly at: number;
  readonly resolve: () => void;
}

const START = Date.UTC(2038, 0, 1);
/** Milliseconds that an answer takes. */
const LATENCY = 50;

/** Makes such surroundings with a server; `answer` is told the milliseconds at which a request has come. */
export function createTimedWorld(answer: (at: number, init: RequestInit) => Response): TimedWorld {
  const timers = new Set<Timer>();
  let elapsed = 0;
  let isTicking = false;
  const tick = (): void => {
    isTicking = timers.size > 0;
    if (!isTicking) return;
    elapsed = Math.max(elapsed, Math.min(...[...timers].map(({ at }) => at)));
    for (const timer of [...timers].filter(({ at }) => at <= elapsed)) {
      timers.delete(timer);
      timer.resolve();
    }
    setImmediate(tick);
  };
  const wait: Surroundings["wait"] = async (ms, signal) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        timers.delete(timer);
        reject(new Error("aborted"));
      };
      const timer: Timer = {
        at: elapsed + ms,
        resolve() {
          signal.removeEventListener("abort", end);
          resolve();
        },
      };
      if (signal.aborted) return end();
      timers.add(timer);
      signal.addEventListener("abort", end, { once: true });
      if (!isTicking) setImmediate(tick);
      isTicking = true;
    });
  return {
    elapsed: () => elapsed,
    now: () => START + elapsed,
    random: () => 0,
    wait,
    async fetch(_, init) {
      const response = answer(elapsed, init);
      await wait(LATENCY, new AbortController().signal);
      return response;
    },
  };
}
