import {
  commentBlocksIn,
  type Entry,
  entryExtentOf,
  extentOf,
  itemStartsIn,
  nodesAt,
  parseUri,
  type Range,
  rangeIn,
  type ScalarNode,
  type Step,
  touches,
  uriPartsOf,
  yamlDocumentsIn,
} from "@restream-lint/core";
import type { SelectionRange } from "vscode-languageserver-types";
import type { View } from "../view.ts";

/** What a growing selection takes in at each offset: a word, a part of a URI, its value, its field, its item, and so on to all of the text. */
export function selectionRanges(
  { document, converter }: View,
  offsets: readonly number[],
): SelectionRange[] {
  const { text, language, syntax } = document;
  const around = [
    { start: 0, end: text.length },
    ...(language === "yaml" ? yamlDocumentsIn(text) : []),
  ];
  const comments = commentBlocksIn(text, language, syntax.roots);
  return offsets.map((offset) => selectionAt(Math.min(Math.max(offset, 0), text.length)));

  function selectionAt(offset: number): SelectionRange {
    const steps = nodesAt(syntax.roots, offset);
    const ranges = [
      ...around,
      ...steps.flatMap((step, index) => rangesOf(step, steps[index - 1], text)),
      ...innermostIn(steps.at(-1), offset),
      wordAt(text, offset),
    ];
    return selectionOf(nested(ranges, offset));
  }

  function innermostIn(step: Step | undefined, offset: number): readonly Range[] {
    if (step && !step.node.alias && step.node.kind === "scalar")
      return partsOf(step.node, step.isKey ? undefined : step.entry, offset);
    return [...comments, lineAt(text, offset)];
  }

  function selectionOf(ranges: readonly Range[]): SelectionRange {
    let selection: SelectionRange | undefined;
    for (const it of ranges) {
      const range = converter.rangeOf(it);
      selection = { range, ...(selection && { parent: selection }) };
    }
    return selection ?? { range: converter.rangeOf({ start: 0, end: text.length }) };
  }
}

/** What a step leads into, the outermost first: a field or an item, and its value. */
function rangesOf({ node, entry }: Step, parent: Step | undefined, text: string): readonly Range[] {
  const extent = extentOf(node);
  if (entry) return [entryExtentOf(entry), extent];
  if (parent?.node.kind !== "sequence") return [extent];
  const list = parent.node;
  const start = itemStartsIn(text, list)[list.items.indexOf(node)];
  return start === undefined ? [extent] : [{ start, end: extent.end }, extent];
}

/** A text without its quotes, and around an offset the parts of the URI that it is and its placeholders. */
function partsOf(node: ScalarNode, entry: Entry | undefined, offset: number): readonly Range[] {
  const { value } = node;
  if (typeof value !== "string" || node.offsets === undefined) return [];
  const uri = parseUri(value);
  const parts: Range[] = uri.surface.placeholders.map((it) => it.range);
  if (entry?.key.value === "uri") {
    if (uri.authority) parts.push(uri.authority.hostAndPort);
    for (const part of [uri.path, uri.query]) if (part) parts.push(part.range);
    for (const { part, pair } of uriPartsOf(uri))
      parts.push(part.range, ...(pair ? [pair.whole.range] : []));
  }
  const inText = parts.map((it) => rangeIn(node, it)).filter((it) => touches(it, offset));
  const bySize = inText.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  return [rangeIn(node, { start: 0, end: value.length }), ...bySize];
}

/** The line around an offset without the blanks at its ends. */
function lineAt(text: string, offset: number): Range {
  let { start, end } = grown(text, offset, /[^\r\n]/);
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The letters and digits around an offset; half a character counts as one. */
function wordAt(text: string, offset: number): Range {
  return grown(text, offset, /[\p{L}\p{M}\p{N}_\ud800-\udfff]/u);
}

function grown(text: string, offset: number, character: RegExp): Range {
  let [start, end] = [offset, offset];
  while (start > 0 && character.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && character.test(text.charAt(end))) end += 1;
  return { start, end };
}

/** Of ranges from the outermost to the innermost those that hold an offset and lie, smaller, in the one before. */
function nested(ranges: readonly Range[], offset: number): readonly Range[] {
  const kept: Range[] = [];
  for (const it of ranges) {
    const outer = kept.at(-1);
    const isSmaller = !outer || it.end - it.start < outer.end - outer.start;
    const isInside = !outer || (outer.start <= it.start && it.end <= outer.end);
    const isEmpty = outer !== undefined && it.start === it.end;
    if (touches(it, offset) && isSmaller && isInside && !isEmpty) kept.push(it);
  }
  return kept;
}
