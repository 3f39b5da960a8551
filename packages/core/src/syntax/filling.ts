import { type Placeholders, placeholdersIn } from "../placeholder/placeholder.ts";
import type { Range } from "../range.ts";
import type { Filling, ScalarNode } from "./node.ts";

/** Where a part of a filled-in value stands in the written one: what stands for a placeholder, in all of that. */
export function writtenRange({ pieces }: Filling, part: Range): Range {
  const start = startOf(pieces, part.start);
  const end = endOf(pieces, part.end);
  // Only an empty part can stand where something empty was filled in.
  return start <= end ? { start, end } : { start: end, end: start };
}

/** Whether a range of the written value touches a placeholder that was filled in. */
export function isFilled({ pieces }: Filling, { start, end }: Range): boolean {
  const next = pieces[firstWhere(pieces, ({ written }) => written.end > start)];
  return next !== undefined && next.written.start < end;
}

/** What a text scalar leaves to be filled in later. */
export function placeholdersOf({ value, filling }: ScalarNode): Placeholders {
  return filling?.left ?? placeholdersIn(String(value));
}

function startOf(pieces: Filling["pieces"], offset: number): number {
  const last = pieces[firstWhere(pieces, ({ range }) => range.start > offset) - 1];
  if (!last) return offset;
  return offset < last.range.end ? last.written.start : last.written.end + offset - last.range.end;
}

function endOf(pieces: Filling["pieces"], offset: number): number {
  const last = pieces[firstWhere(pieces, ({ range }) => range.start >= offset) - 1];
  if (!last) return offset;
  return offset <= last.range.end ? last.written.end : last.written.end + offset - last.range.end;
}

/** The index of the first piece of which something holds that holds of all later ones. */
function firstWhere(
  pieces: Filling["pieces"],
  holds: (piece: Filling["pieces"][number]) => boolean,
): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && holds(piece)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A scalar as the text says it, whatever was filled in. */
export function asWritten(node: ScalarNode): ScalarNode {
  return node.filling?.written ?? node;
}
