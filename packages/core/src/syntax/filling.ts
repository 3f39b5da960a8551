import { firstWhere } from "../range-search.ts";
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

/** A scalar as the text says it, whatever was filled in. */
export function asWritten(node: ScalarNode): ScalarNode {
  return node.filling?.written ?? node;
}
