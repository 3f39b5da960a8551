/** How many pieces, characters and line breaks something is, or stand before something. */
export interface Extent {
  readonly index: number;
  readonly start: number;
  readonly line: number;
}

/** What pieces and blocks of them have in common. */
export interface Sized {
  readonly size: Extent;
}

/** An extent that grows. */
export type Counter = { -readonly [Count in keyof Extent]: number };

/** What stands before the first of all. */
export function startOfAll(): Counter {
  return { index: 0, start: 0, line: 0 };
}

/** The last of some things, one at least, before which there is no more than this; counts what stands before it. */
export function lastBy<T extends Sized>(
  by: keyof Extent,
  most: number,
  things: readonly T[],
  before: Counter,
): T {
  let [found] = things;
  for (let at = 1; found && at < things.length && before[by] + found.size[by] <= most; at++) {
    add(before, found.size);
    found = things[at];
  }
  if (!found) throw new Error("a text has a piece at least");
  return found;
}

/** How much some things are together. */
export function sumOf(things: readonly Sized[]): Extent {
  const sum = startOfAll();
  for (const { size } of things) add(sum, size);
  return sum;
}

/** Counts one more thing. */
export function add(sum: Counter, { index, start, line }: Extent): void {
  sum.index += index;
  sum.start += start;
  sum.line += line;
}
