import type { Range } from "../range.ts";
import type { Edit } from "../edit.ts";
import { marginBefore, restOfLine } from "./line.ts";
import type { Entry, MappingNode } from "./node.ts";
import { standsBeside } from "./set-value.ts";

/**
 * Deletes the entry at an index, a scalar, from a mapping that holds more: with its comma between braces, else with
 * its line. Undefined where no way is safe.
 */
export function removeEntry(text: string, mapping: MappingNode, index: number): Edit | undefined {
  const { entries, merged } = mapping;
  const entry = entries[index];
  const end = endOf(text, entry);
  if (!entry || end === undefined || entries.length + merged.length < 2) return undefined;
  if (entry.value?.kind !== "scalar") return undefined;

  const { start } = entry.key.range;
  const next = entries[index + 1]?.key.range.start;
  if (isBetween(text, /^\s*,\s*$/, end, next)) return deletion({ start, end: next });
  const before = endOf(text, entries[index - 1]);
  if (before !== undefined && isBetween(text, /^\s*,\s*$/, before, start)) {
    return deletion({ start: before, end });
  }
  const margin = marginBefore(text, start);
  if (margin === undefined) return undefined;
  const lineEnd = nextLineAfter(text, end);
  if (/^ *$/.test(margin) && lineEnd !== undefined) {
    return deletion({ start: start - margin.length, end: lineEnd });
  }
  const isItem = /^ *(?:- +)+$/.test(margin);
  return isItem && isBetween(text, /^\s*$/, end, next) ? deletion({ start, end: next }) : undefined;
}

function deletion(range: Range): Edit {
  return { range, newText: "" };
}

/** The end of an entry, if its value stands beside its key. */
function endOf(text: string, entry: Entry | undefined): number | undefined {
  return entry && standsBeside(entry, text) ? entry.value?.range.end : undefined;
}

function isBetween(
  text: string,
  pattern: RegExp,
  start: number,
  end: number | undefined,
): end is number {
  return end !== undefined && end >= start && pattern.test(text.slice(start, end));
}

/** Where the next line begins, if only a comment follows on this one. */
function nextLineAfter(text: string, offset: number): number | undefined {
  const rest = restOfLine(text, offset);
  if (rest === undefined) return undefined;
  const end = offset + rest.length;
  return end + (/^(?:\r\n?|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}
