import {
  commentBlocksIn,
  extentOf,
  itemStartsIn,
  type Node,
  positionAt,
  yamlDocumentsIn,
} from "@restream-lint/core";
import type { FoldingRange } from "vscode-languageserver-types";
import { FoldingRangeKind } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";

/** Something that may stand on several lines. */
interface Block {
  readonly start: number;
  readonly end: number;
  /** What is between brackets: the offsets of both. */
  readonly brackets?: { readonly opening: number; readonly closing: number } | undefined;
  readonly kind?: FoldingRangeKind;
}

/** What of a text can be folded: YAML documents, fields and items of several lines, comments; one a line, the outermost. */
export function foldingRanges(
  { document, converter }: View,
  { foldsWholeLines }: Pick<Client, "foldsWholeLines">,
): FoldingRange[] {
  const { text, language, syntax } = document;
  const folds = new Map<number, FoldingRange>();
  const firsts = new Map<number, number>();
  for (const block of blocks()) {
    const fold = foldOf(block);
    const before = fold && folds.get(fold.startLine);
    if (fold && (!before || before.endLine < fold.endLine)) folds.set(fold.startLine, fold);
  }
  return [...folds.values()].toSorted((a, b) => a.startLine - b.startLine);

  function blocks(): readonly Block[] {
    const documents = language === "yaml" ? yamlDocumentsIn(text) : [];
    const comments = commentBlocksIn(text, language, syntax.roots);
    const found: Block[] = [
      ...documents,
      ...comments.map((it) => ({ ...it, kind: FoldingRangeKind.Comment })),
    ];
    for (const root of syntax.roots) addBlocksIn(root, text, found);
    return found;
  }

  function foldOf({ start, end, brackets, kind }: Block): FoldingRange | undefined {
    const last = lastIn(text, { start, end });
    const startLine = lineAt(start);
    const lastLine = lineAt(last);
    if (lastLine <= startLine) return undefined;
    if (!foldsWholeLines && brackets) {
      const { opening, closing } = brackets;
      const from =
        lineAt(opening) === startLine ? { startCharacter: characterAt(opening + 1) } : {};
      return { startLine, ...from, endLine: lastLine, endCharacter: characterAt(closing) };
    }
    // A line on which something else begins stays, and so does one that begins with the closing bracket.
    const isOwn = endsLine(text, last) && !(brackets && beginsLine(brackets.closing));
    const endLine = isOwn ? lastLine : lastLine - 1;
    return endLine > startLine ? { startLine, endLine, ...(kind && { kind }) } : undefined;
  }

  /** Whether nothing but closing brackets stands before an offset on its line. */
  function beginsLine(offset: number): boolean {
    const line = lineAt(offset);
    // As many may end on one line as a text can nest.
    const first = firsts.get(line) ?? firstOther(text, converter.lineStarts[line] ?? 0);
    firsts.set(line, first);
    return first >= offset;
  }

  function lineAt(offset: number): number {
    return positionAt(converter.lineStarts, offset).line;
  }

  function characterAt(offset: number): number {
    return converter.positionAt(offset).character;
  }
}

/** Adds fields, items and what is between brackets. What an alias stands for is written elsewhere. */
function addBlocksIn(node: Node, text: string, found: Block[]): void {
  if (node.alias) return;
  const { start, end } = extentOf(node);
  const brackets = bracketsOf(node);
  if (brackets) found.push({ start, end, brackets });
  if (node.kind === "sequence") {
    const starts = itemStartsIn(text, node);
    for (const [index, item] of node.items.entries()) add(starts[index] ?? item.range.start, item);
  } else if (node.kind === "mapping") {
    // A half-typed key may be taken for the start of the next one.
    for (const { key, value } of node.entries) if (value) add(key.range.end, value);
    for (const merged of node.merged) addBlocksIn(merged, text, found);
  }

  function add(from: number, child: Node): void {
    if (child.alias) return;
    found.push({ start: from, end: extentOf(child).end, brackets: bracketsOf(child) });
    addBlocksIn(child, text, found);
  }

  function bracketsOf({ kind, range }: Node): Block["brackets"] {
    if (kind === "scalar") return undefined;
    const [opening, closing] = [range.start, range.end - 1];
    const pair = text.charAt(opening) + text.charAt(closing);
    return pair === "[]" || pair === "{}" ? { opening, closing } : undefined;
  }
}

/** Where a range ends without the blank lines at its end. */
function lastIn(text: string, { start, end }: { start: number; end: number }): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

const NOTHING_BEGINS = /[ \t,\]}]*(?:[\r\n#]|\/[/*]|$)/y;

/** Whether nothing but closing brackets and a comment follows on the line. */
function endsLine(text: string, offset: number): boolean {
  NOTHING_BEGINS.lastIndex = offset;
  return NOTHING_BEGINS.test(text);
}

const CLOSING = /[ \t,\]}]*/y;

/** The first character from an offset on that neither closes anything nor is a blank. */
function firstOther(text: string, offset: number): number {
  CLOSING.lastIndex = offset;
  CLOSING.test(text);
  return CLOSING.lastIndex;
}
