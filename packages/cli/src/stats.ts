import type { Linted } from "./linted-text.ts";

/** How long each step took, in milliseconds, in the order of the first time each was done. */
export interface Stopwatch {
  readonly time: <T>(step: string, work: () => T) => T;
  readonly times: () => ReadonlyMap<string, number>;
}

/** Makes a stopwatch that adds up; what a step waits for counts too. */
export function createStopwatch(): Stopwatch {
  const times = new Map<string, number>();
  return { time, times: () => times };

  function time<T>(step: string, work: () => T): T {
    const start = performance.now();
    const add = () => {
      times.set(step, (times.get(step) ?? 0) + performance.now() - start);
    };
    const result = work();
    if (result instanceof Promise) return result.finally(add) as T;
    add();
    return result;
  }
}

/** What was linted, and how long it took: numbers alone, nothing of what was read. */
export function statsOf(linted: readonly Linted[], times: ReadonlyMap<string, number>): string {
  const characters = linted.reduce((sum, { text }) => sum + text.length, 0);
  const restreams = linted.reduce((sum, it) => sum + it.restreams, 0);
  const rows: (readonly [string, string])[] = [
    ["files", String(linted.length)],
    ["characters", String(characters)],
    ["restreams", String(restreams)],
    ...Array.from(times, ([step, ms]) => [step, `${ms.toFixed(1)} ms`] as const),
    ["memory", `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(10)}  ${value.padStart(12)}\n`).join("");
}
