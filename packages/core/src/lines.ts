import type { Edit } from "./edit.ts";
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

/** The line starts of a text after an edit, from those before: what it takes to look at the lines around. */
export function editedLineStarts(
  starts: LineStarts,
  { range, newText }: Edit,
  /** After the edit. */
  text: string,
): LineStarts {
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  // A line break may come to be one with its neighbour.
  const from = Math.max(lineOf(range.start) - 1, 0);
  const to = lineOf(range.end) + 2;
  const shift = newText.length - (range.end - range.start);
  const start = starts[from] ?? 0;
  const end = (starts[to] ?? text.length - shift) + shift;
  const inner = lineStartsOf(text.slice(start, end)).map((it) => it + start);
  if (to < starts.length) inner.pop();
  return starts.slice(0, from).concat(
    inner,
    starts.slice(to).map((it) => it + shift),
  );
}

/** The position of an offset; offsets beyond the text count on in its last line. */
export function positionAt(lineStarts: LineStarts, offset: number): Position {
  const line = Math.max(firstWhere(lineStarts, (start) => start > offset) - 1, 0);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}
