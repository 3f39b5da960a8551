/** How many pieces, characters and line breaks something is, or stand before something. */
export interface Extent {
  readonly index: number;
  readonly start: number;
  readonly line: number;
}

/** An extent that grows. */
export type Counter = { -readonly [Count in keyof Extent]: number };

/** What stands before the first of all. */
export function startOfAll(): Counter {
  return { index: 0, start: 0, line: 0 };
}

/** Counts something more. */
export function add(sum: Counter, { index, start, line }: Extent): void {
  sum.index += index;
  sum.start += start;
  sum.line += line;
}
