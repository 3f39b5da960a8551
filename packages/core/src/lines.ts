import { firstWhere } from "./range-search.ts";

/** A zero-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset of each line's first character, ascending. Lines end at `\n`, `\r\n` or `\r`. */
export type LineStarts = readonly number[];

/** Indexes a text once, so that many offsets can be turned into positions. */
export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.test(text)) starts.push(breaks.lastIndex);
  return starts;
}

/** The position of an offset; offsets beyond the text count on in its last line. */
export function positionAt(lineStarts: LineStarts, offset: number): Position {
  const line = Math.max(firstWhere(lineStarts, (start) => start > offset) - 1, 0);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}
