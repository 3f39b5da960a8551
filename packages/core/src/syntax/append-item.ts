import type { Edit } from "../edit.ts";
import { lineBreakNear, marginBefore, restOfLine } from "./line.ts";
import type { MappingNode, SequenceNode } from "./node.ts";
import { standsBeside } from "./set-value.ts";
import { written } from "./written.ts";

/**
 * Adds a mapping of one entry to a list of mappings, after the last of them and in its notation. Undefined where no
 * place is safe, and where there is no item yet to show the notation.
 */
export function appendItem(
  text: string,
  list: SequenceNode,
  key: string,
  value: string | number,
): Edit | undefined {
  const last = list.items.at(-1);
  if (last?.kind !== "mapping" || last.alias || last.tag !== undefined || list.alias) {
    return undefined;
  }
  const isFlow = text.charAt(list.range.start) === "[" && text.charAt(list.range.end - 1) === "]";
  const newItem = inBraces(text, last, key, value);
  if (isFlow) return newItem === undefined ? undefined : appendInFlow(text, last, newItem);
  return newItem === undefined
    ? appendInBlock(text, last, key, value)
    : onNextLine(text, last.range.start, last.range.end, newItem);
}

/** The new item like one in braces; undefined for one without. */
function inBraces(
  text: string,
  { range, entries }: MappingNode,
  key: string,
  value: string | number,
): string | undefined {
  const [first] = entries;
  if (text.charAt(range.start) !== "{" || !first?.value || !standsBeside(first, text)) {
    return undefined;
  }
  const style = first.key.style === "double" ? "double" : "flow";
  const isTight = style === "double" && first.key.range.end + 1 === first.value.range.start;
  const padding = /\s/.test(text.charAt(range.start + 1)) ? " " : "";
  return `{${padding}${written(key, style)}:${isTight ? "" : " "}${written(value, style)}${padding}}`;
}

/** On a line of its own if the last item ends one, else on the same line, where no comment can slip to another item. */
function appendInFlow(text: string, { range }: MappingNode, newItem: string): Edit {
  const margin = marginBefore(text, range.start);
  const isLast = /[ \t]*,?[ \t]*(?=[\r\n]|$)/y;
  isLast.lastIndex = range.end;
  const isOwnLine = margin !== undefined && isLast.test(text);
  const gap = newItem.includes(" ") ? " " : "";
  const separator = isOwnLine ? lineBreakNear(text, range.start) + margin : gap;
  return insertAt(range.end, `,${separator}${newItem}`);
}

/** Only after a value that ends on its line: an alias stands elsewhere, and a block scalar may go on. */
function appendInBlock(
  text: string,
  { range, entries, merged }: MappingNode,
  key: string,
  value: string | number,
): Edit | undefined {
  const last = entries.at(-1);
  if (last?.value?.kind !== "scalar" || last.value.style === "block" || merged.length > 0) {
    return undefined;
  }
  if (!standsBeside(last, text)) return undefined;
  const style = last.key.style === "double" ? "double" : "plain";
  const newItem = `${written(key, style)}: ${written(value, style)}`;
  return onNextLine(text, range.start, last.value.range.end, newItem);
}

function onNextLine(text: string, start: number, end: number, newItem: string): Edit | undefined {
  const margin = marginBefore(text, start);
  const rest = restOfLine(text, end);
  if (rest === undefined || margin === undefined || !/^ *- +$/.test(margin)) return undefined;
  const offset = end + rest.length;
  // A comment that stands further in than the dash is about the last item.
  const comment = /(?:\r\n?|\n)([ \t]*)#/y;
  comment.lastIndex = offset;
  if ((comment.exec(text)?.[1]?.length ?? 0) > margin.indexOf("-")) return undefined;
  return insertAt(offset, lineBreakNear(text, start) + margin + newItem);
}

function insertAt(offset: number, newText: string): Edit {
  return { range: { start: offset, end: offset }, newText };
}
