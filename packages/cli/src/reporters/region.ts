import { type LineStarts, positionAt, type Range } from "@restream-lint/core";

/** A range as other programs count it: lines and columns from 1, in UTF-16 units; it ends before its last column. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a range is, for other programs. */
export function regionOf({ start, end }: Range, lineStarts: LineStarts): Region {
  const from = positionAt(lineStarts, start);
  const to = positionAt(lineStarts, end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
