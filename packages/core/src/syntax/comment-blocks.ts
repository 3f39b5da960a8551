import { lineStartsOf } from "../lines.ts";
import type { Range } from "../range.ts";
import { jsonCommentsIn } from "./json.ts";
import { multilineValuesIn } from "./multiline.ts";
import type { Node } from "./node.ts";
import { sourceOf } from "./source.ts";
import type { Language } from "./syntax.ts";

/**
 * Comments that have their lines to themselves, those on neighbouring lines in one range: from the first mark to the last
 * character, in the order of the text. The roots are the text's own: they tell what is a value.
 */
export function commentBlocksIn(
  text: string,
  language: Language,
  roots: readonly Node[],
): readonly Range[] {
  if (language === "json") return [];
  const source = sourceOf(text).text;
  return language === "yaml" ? yamlBlocksIn(source, roots) : jsonBlocksIn(source);
}

function yamlBlocksIn(text: string, roots: readonly Node[]): Range[] {
  const values = multilineValuesIn(text, roots);
  const lineStarts = lineStartsOf(text);
  const blocks: Range[] = [];
  let open: Range | undefined;
  let next = 0;
  for (const [line, lineStart] of lineStarts.entries()) {
    const written = text.slice(lineStart, lineStarts[line + 1]);
    const content = written.trimStart();
    const start = lineStart + written.length - content.length;
    while ((values[next]?.end ?? Infinity) <= start) next += 1;
    const isComment = content.startsWith("#") && start < (values[next]?.start ?? Infinity);
    if (isComment) open = { start: open?.start ?? start, end: start + content.trimEnd().length };
    else if (open) {
      blocks.push(open);
      open = undefined;
    }
  }
  return open ? [...blocks, open] : blocks;
}

const NEXT_LINE = /^[ \t]*\r?\n[ \t]*$/;
const LINE_END = /[ \t]*(?=[\r\n]|$)/y;

function jsonBlocksIn(text: string): Range[] {
  const blocks: Range[] = [];
  for (const { start, end } of jsonCommentsIn(text)) {
    const last = blocks.at(-1);
    LINE_END.lastIndex = end;
    if (!beginsLine(text, start) || !LINE_END.test(text)) continue;
    if (last && NEXT_LINE.test(text.slice(last.end, start)))
      blocks.splice(-1, 1, { start: last.start, end });
    else blocks.push({ start, end });
  }
  return blocks;
}

function beginsLine(text: string, offset: number): boolean {
  let start = offset;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start === 0 || text.charAt(start - 1) === "\n";
}
