import type { Range } from "./range.ts";

/** The index of the first item of which something holds that holds of all later ones too; their number where it holds of none. */
export function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first range that ends after an offset. They come in the order of the text; they may touch, but not overlap. */
export function firstAfter(ranges: readonly Range[], offset: number): number {
  return firstWhere(ranges, ({ end }) => end > offset);
}

/** The range that an offset is in, of ranges in the order of the text that do not overlap. */
export function rangeAt<T extends Range>(ranges: readonly T[], offset: number): T | undefined {
  const range = ranges[firstAfter(ranges, offset)];
  return range && range.start <= offset ? range : undefined;
}
