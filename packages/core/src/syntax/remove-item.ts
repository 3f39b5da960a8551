import type { Edit } from "../edit.ts";
import { marginBefore, restOfLine } from "./line.ts";
import type { SequenceNode } from "./node.ts";

/**
 * Deletes the item at an index from a list: with its comma between brackets, else with its lines and the comment right
 * above it; of a list that holds nothing else, `[]` is left. Undefined where no way is safe.
 */
export function removeItem(
  text: string,
  { items, range, alias }: SequenceNode,
  index: number,
): Edit | undefined {
  const item = items[index];
  if (!item || alias || item.alias) return undefined;
  const { start, end } = item.range;
  const isFlow = text.charAt(range.start) === "[";
  if (isFlow && items.length > 1) {
    const next = items[index + 1]?.range.start;
    if (next !== undefined) return between(text, end, next) ? deletion(start, next) : undefined;
    const before = items[index - 1]?.range.end ?? end;
    return between(text, before, start) ? deletion(before, end) : undefined;
  }
  const margin = isFlow ? undefined : marginBefore(text, start);
  const indentation = /^( *)- +$/.exec(margin ?? "")?.[1];
  if (margin === undefined || indentation === undefined)
    return items.length === 1 ? { range, newText: "[]" } : undefined;
  const from = withComment(text, start - margin.length, indentation);
  // What begins a line at the margin would be no value of a key.
  if (items.length === 1)
    return { range: { start: from, end: range.end }, newText: `${indentation || " "}[]` };
  const rest = restOfLine(text, end);
  if (rest === undefined) return undefined;
  const lineEnd = end + rest.length;
  const lineBreak = /^(?:\r\n?|\n)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0] ?? "";
  return deletion(from, lineEnd + lineBreak.length);
}

/** Where the comment lines begin that stand right above a line at its indentation; without any, where the line does. */
function withComment(text: string, lineStart: number, indentation: string): number {
  let start = lineStart;
  while (start > 0) {
    let above = start - (text.endsWith("\r\n", start) ? 2 : 1);
    while (above > 0 && !/[\r\n]/.test(text.charAt(above - 1))) above -= 1;
    if (!text.startsWith(`${indentation}#`, above)) break;
    start = above;
  }
  return start;
}

function between(text: string, start: number, end: number): boolean {
  return /^\s*,\s*$/.test(text.slice(start, end));
}

function deletion(start: number, end: number): Edit {
  return { range: { start, end }, newText: "" };
}
