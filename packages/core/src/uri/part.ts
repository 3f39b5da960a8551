import type { Range } from "../range.ts";
import { HOLE, type Surface, textIn, trimmed, VOID } from "./surface.ts";

/** A piece of a URI and where it stands, counted from the URI's first character as written. */
export interface Part {
  /** As it is meant: repairs made, placeholders as written. */
  readonly text: string;
  readonly range: Range;
  /** Whether a placeholder stands in it: then its text proves nothing. */
  readonly isOpen: boolean;
}

/** The part of a surface between two offsets. */
export function partAt(surface: Surface, whole: Range): Part {
  const range = trimmed(surface, whole);
  const isOpen =
    surface.placeholders.length > 0 && surface.masked.slice(range.start, range.end).includes(HOLE);
  return { text: textIn(surface, range), range, isOpen };
}

/** Whether a part is there, and all of it written out. */
export function isWritten(part: Part | undefined): part is Part {
  return part !== undefined && !part.isOpen;
}

/** What is written of a part around its placeholders. */
export function writtenIn({ masked }: Surface, { range }: Part): string {
  return masked.slice(range.start, range.end).replaceAll(HOLE, "").replaceAll(VOID, "");
}
