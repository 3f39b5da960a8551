import type { Document, Target } from "./document.ts";
import { firstWhere } from "./range-search.ts";
import type { Range } from "./range.ts";
import type { Restream } from "./restream.ts";

/**
 * The restreams whose URI is written in a range or touches it, in the order of the text; those without a URI by where they
 * are themselves. Several are written in one place where aliases stand for it.
 */
export function restreamsWithin({ text, restreams }: Document, range: Range): readonly Restream[] {
  return within(text, restreams, (it) => it.uri?.node.range ?? it.node.range, range);
}

/** The same for targets. */
export function targetsWithin({ text, targets }: Document, range: Range): readonly Target[] {
  return within(text, targets, ({ field }) => field.node.range, range);
}

function within<T>(
  text: string,
  items: readonly T[],
  rangeOf: (item: T) => Range,
  { start, end }: Range,
): readonly T[] {
  // Only what an alias stands for is written elsewhere than its turn is.
  if (text.includes("*")) {
    return items
      .filter((it) => rangeOf(it).end >= start && rangeOf(it).start <= end)
      .toSorted((a, b) => rangeOf(a).start - rangeOf(b).start);
  }
  const from = firstWhere(items, (it) => rangeOf(it).end >= start);
  const to = firstWhere(items, (it) => rangeOf(it).start > end);
  return items.slice(from, to);
}
