import type { Edit } from "../edit.ts";
import { marginBefore, restOfLine } from "./line.ts";
import type { SequenceNode } from "./node.ts";

/**
 * Deletes the item at an index from a list: with its comma between brackets, else with its lines; of a list that holds
 * nothing else, `[]` is left. Undefined where no way is safe.
 */
export function removeItem(
  text: string,
  { items, range, alias }: SequenceNode,
  index: number,
): Edit | undefined {
  const item = items[index];
  if (!item || alias || item.alias) return undefined;
  if (items.length === 1) return { range, newText: "[]" };
  const { start, end } = item.range;
  if (text.charAt(range.start) === "[") {
    const next = items[index + 1]?.range.start;
    if (next !== undefined) return between(text, end, next) ? deletion(start, next) : undefined;
    const before = items[index - 1]?.range.end ?? end;
    return between(text, before, start) ? deletion(before, end) : undefined;
  }
  const margin = marginBefore(text, start);
  const rest = restOfLine(text, end);
  if (margin === undefined || !/^ *- +$/.test(margin) || rest === undefined) return undefined;
  const lineEnd = end + rest.length;
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0] ?? "";
  return deletion(start - margin.length, lineEnd + lineBreak.length);
}

function between(text: string, start: number, end: number): boolean {
  return /^\s*,\s*$/.test(text.slice(start, end));
}

function deletion(start: number, end: number): Edit {
  return { range: { start, end }, newText: "" };
}
