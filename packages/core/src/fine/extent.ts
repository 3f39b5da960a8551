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

/** The last of some things, one at least, before which there is no more than this; counts what stands before it. */
export function lastBy<T>(
  by: keyof Extent,
  most: number,
  things: readonly T[],
  sizeOf: (thing: T) => Extent,
  before: Counter,
): T {
  let [found] = things;
  for (let at = 1; found && at < things.length; at++) {
    const size = sizeOf(found);
    if (before[by] + size[by] > most) break;
    add(before, size);
    found = things[at];
  }
  if (!found) throw new Error("a text has a piece at least");
  return found;
}

/** How much some things are together. */
export function sumOf<T>(things: readonly T[], sizeOf: (thing: T) => Extent): Extent {
  const sum = startOfAll();
  for (const it of things) add(sum, sizeOf(it));
  return sum;
}

/** Counts one more thing. */
export function add(sum: Counter, { index, start, line }: Extent): void {
  sum.index += index;
  sum.start += start;
  sum.line += line;
}
