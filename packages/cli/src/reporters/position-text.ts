import { type LineStarts, positionAt, type Range } from "@restream-lint/core";

/** `3:5`: where a range begins, as people count, from 1. */
export function positionText({ start }: Range, lineStarts: LineStarts): string {
  const { line, character } = positionAt(lineStarts, start);
  return `${line + 1}:${character + 1}`;
}
