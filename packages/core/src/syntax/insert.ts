import type { Document } from "../document.ts";
import type { Edit } from "../edit.ts";
import { lineBreakNear, marginBefore, restOfLine } from "./line.ts";
import type { Entry, MappingNode, ScalarStyle } from "./node.ts";
import { written } from "./written.ts";

/**
 * Adds an entry to a mapping, in the notation of the entry it comes after: `after`, or else the last one that
 * something can be written after. Undefined where the key is there already, and where no place is safe.
 */
export function insertEntry(
  { text, language }: Pick<Document, "text" | "language">,
  mapping: MappingNode,
  key: string,
  value: string | number,
  after?: Entry,
): Edit | undefined {
  if (mapping.entries.some((entry) => entry.key.value === key)) return undefined;
  if (/^\{\s*\}$/.test(text.slice(mapping.range.start, mapping.range.end))) {
    const style = language === "yaml" ? "flow" : "double";
    const newText = `${written(key, style)}: ${written(value, style)}`;
    return insertAt(mapping.range.start + 1, newText);
  }
  const insert = isFlow(text, mapping) ? insertInFlow : insertInBlock;
  const candidates = after ? [after] : mapping.entries.slice(-MAX_TRIED).toReversed();
  for (const entry of candidates) {
    const edit = insert(text, entry, key, value);
    if (edit) return edit;
  }
  return undefined;
}

/** Restreams have fewer entries; a mapping without end is not searched to its start. */
const MAX_TRIED = 20;

function isFlow(text: string, { range, entries }: MappingNode): boolean {
  const isInBraces = text.charAt(range.start) === "{" && text.charAt(range.end - 1) === "}";
  return isInBraces && entries.every((it) => it.key.style !== "plain");
}

/** On a line of its own if the entry before has one, else on the same line, where no comment can slip to another entry. */
function insertInFlow(
  text: string,
  entry: Entry,
  key: string,
  value: string | number,
): Edit | undefined {
  const { key: before, value: beside } = entry;
  // An alias is the node of its anchor: it stands elsewhere.
  if (!beside || beside.range.start < before.range.end) return undefined;
  const colon = text.slice(before.range.end, beside.range.start);
  if (!/^\s*:\s*$/.test(colon)) return undefined;

  const style = before.style === "double" ? "double" : "flow";
  const gap = colon.endsWith(":") && style === "double" ? "" : " ";
  const newText = `${written(key, style)}:${gap}${written(value, style)}`;
  const margin = marginBefore(text, before.range.start);
  const isLast = /[ \t]*,?[ \t]*(?=[\r\n]|$)/y;
  isLast.lastIndex = beside.range.end;
  const isOwnLine = margin !== undefined && /^[ \t]*$/.test(margin) && isLast.test(text);
  const separator = isOwnLine ? lineBreakNear(text, before.range.start) + margin : gap;
  return insertAt(beside.range.end, `,${separator}${newText}`);
}

/** On the next line; only after a value that ends on its line, and a key that only blanks and dashes stand before. */
function insertInBlock(
  text: string,
  entry: Entry,
  key: string,
  value: string | number,
): Edit | undefined {
  const { key: before, value: beside } = entry;
  if (beside && (beside.kind !== "scalar" || beside.style === "block")) return undefined;
  if (beside && beside.range.start < before.range.end) return undefined;
  const margin = marginBefore(text, before.range.start);
  if (margin === undefined || !/^ *(?:- +)*$/.test(margin)) return undefined;
  if (!beside && text.charAt(before.range.end) !== ":") return undefined;
  const end = beside ? beside.range.end : before.range.end + 1;
  const rest = restOfLine(text, end);
  if (rest === undefined) return undefined;

  const style: ScalarStyle = before.style === "double" ? "double" : "plain";
  const newText = `${written(key, style)}: ${written(value, style)}`;
  const indent = lineBreakNear(text, before.range.start) + " ".repeat(margin.length);
  return insertAt(end + rest.length, indent + newText);
}

function insertAt(offset: number, newText: string): Edit {
  return { range: { start: offset, end: offset }, newText };
}
