import type { Range } from "../range.ts";
import type { Edit } from "../edit.ts";

/** Deletes a comment: with its lines where nothing else stands on them, else with the blanks that set it off. */
export function removeComment(text: string, { start, end }: Range): Edit {
  let after = end;
  while (isBlank(text, after)) after += 1;
  let before = start;
  while (isBlank(text, before - 1)) before -= 1;
  const lineBreak = /^(?:\r\n?|\n)?/.exec(text.slice(after, after + 2))?.[0].length ?? 0;
  const isFirst = before === 0 || /[\r\n\ufeff]/.test(text.charAt(before - 1));
  const isLast = lineBreak > 0 || after === text.length;
  if (isFirst && isLast) return deletion(before, after + lineBreak);
  return isFirst ? deletion(start, after) : deletion(before, isLast ? after : end);
}

function isBlank(text: string, offset: number): boolean {
  return text.charAt(offset) === " " || text.charAt(offset) === "\t";
}

function deletion(start: number, end: number): Edit {
  return { range: { start, end }, newText: "" };
}
