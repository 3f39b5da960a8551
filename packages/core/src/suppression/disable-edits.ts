import type { Diagnostic } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import { MAX_LENGTH } from "../max-length.ts";
import type { Edit } from "../edit.ts";
import { lineStartsOf, positionAt } from "../lines.ts";
import { rangeAt } from "../range-search.ts";
import { type Range, touches } from "../range.ts";
import { RULES_BY_ID } from "../rules-by-id.ts";
import { lineBreakNear } from "../syntax/line.ts";
import { multilineValuesIn } from "../syntax/multiline.ts";
import type { Directive, Suppression } from "./suppression.ts";
import { firstCertain, type SuppressingEdit } from "./suppressing-edit.ts";
import { suppressionsOf } from "./suppressions-of.ts";

/**
 * Silences a rule on the line that a finding, or the value that it is in, begins on: a comment above, or the rule's name in
 * one that is there. Above a restream it would be about all of that, so for a field beside the dash it stands at the line's
 * end. Undefined where it would not be a comment, would silence other lines too, or can silence nothing. Parses the text.
 */
export function disableLine(
  document: Document,
  { rule, range, path }: Pick<Diagnostic, "rule" | "range" | "path">,
): Edit | undefined {
  if (!isSilenceable(document, rule)) return undefined;
  const { text, syntax, restreams, streams } = document;
  const values = multilineValuesIn(text, syntax.roots);
  const startOf = (offset: number): number => rangeAt(values, offset)?.start ?? offset;
  const line = lineAround(text, startOf(range.start));
  const items = [...restreams, ...streams];
  const isOfPart =
    items.every((it) => it.path !== path) &&
    items.some(({ node }) => touches(line, node.range.start) && node.range.end > line.end);

  const comments = suppressionsOf(document);
  const above = [
    ...comments
      .filter((it) => it.directive === "disable-next-line" && it.below === line.start)
      .map((it) => joining(it, rule, line)),
    startOf(line.start) === line.start ? aboveLine(document, line, rule) : undefined,
  ];
  const joined = comments
    .filter((it) => it.directive === "disable-line" && touches(line, it.comment.start))
    .map((it) => joining(it, rule));
  const beside = startOf(line.end) === line.end ? besideLine(document, line, rule) : undefined;
  const edits = isOfPart ? [...joined, beside, ...above] : [...joined, ...above, beside];
  return firstCertain(document, rule, edits, (offset) => touches(line, startOf(offset)));
}

/**
 * Silences a rule in a whole text: a comment at its top, or the rule's name in one that is there. Undefined where no comment
 * can, and where one does so already. Parses the text.
 */
export function disableFile(document: Document, rule: string): Edit | undefined {
  if (!isSilenceable(document, rule)) return undefined;
  const { text } = document;
  const comments = suppressionsOf(document).filter((it) => it.directive === "disable-file");
  const isDisabled = ({ names }: Suppression): boolean =>
    names.length === 0 || names.some((it) => it.text === rule);
  if (comments.some(isDisabled)) return undefined;
  const top = topOf(text);
  const newText = written(document, "disable-file", rule) + lineBreakNear(text, top);
  const onTop = { ...insertion(top, newText), directive: "disable-file", comment: top } as const;
  const edits = [...comments.map((it) => joining(it, rule)), onTop];
  return firstCertain(document, rule, edits, () => true);
}

/** Whether any comment could silence a rule in a text: none does what is said of comments, nor anything in a text that has none or is not read. Takes no time. */
export function isSilenceable(
  { text, language }: Pick<Document, "text" | "language">,
  rule: string,
): boolean {
  if (language === "json" || text.length > MAX_LENGTH) return false;
  const group = RULES_BY_ID.get(rule)?.group;
  return group !== undefined && group !== "suppression";
}

function aboveLine(document: Document, { start }: Range, rule: string): SuppressingEdit {
  const { text } = document;
  let first = start;
  while (/[ \t]/.test(text.charAt(first))) first += 1;
  const comment = written(document, "disable-next-line", rule);
  const newText = text.slice(start, first) + comment + lineBreakNear(text, start);
  const edit = insertion(start, newText);
  return { ...edit, directive: "disable-next-line", comment: first, below: start + newText.length };
}

function besideLine(document: Document, { end }: Range, rule: string): SuppressingEdit {
  const edit = insertion(end, ` ${written(document, "disable-line", rule)}`);
  return { ...edit, directive: "disable-line", comment: end + 1 };
}

/** After the last name: what names no rule is about all of them, or meant for something else. */
function joining(
  { directive, names, comment }: Suppression,
  rule: string,
  below?: Range,
): SuppressingEdit | undefined {
  const last = names.findLast(({ isKnown }) => isKnown);
  if (!directive || !last) return undefined;
  const newText = `, ${rule}`;
  const edit = { ...insertion(last.range.end, newText), directive, comment: comment.start };
  return below ? { ...edit, below: below.start + newText.length } : edit;
}

function written({ language }: Document, directive: Directive, rule: string): string {
  return `${language === "yaml" ? "#" : "//"} restream-lint-${directive} ${rule}`;
}

function insertion(start: number, newText: string): Edit {
  return { range: { start, end: start }, newText };
}

/** A line that other programs look for at the top of a text: a shebang, or a modeline of an editor. */
const FIRST_LINE =
  /\ufeff?(?:(?:#!|#[ \t]*yaml-language-server:|(?:#|\/\/)[ \t]*-\*-)[^\r\n]*(?:\r\n?|\n))?/y;

function topOf(text: string): number {
  FIRST_LINE.lastIndex = 0;
  return FIRST_LINE.exec(text)?.[0].length ?? 0;
}

/** The line that an offset is on, without the byte order mark before it, and the blanks and the break at its end. */
function lineAround(text: string, offset: number): Range {
  const starts = lineStartsOf(text);
  const { line } = positionAt(starts, offset);
  const first = starts[line] ?? 0;
  const start = first === 0 && text.startsWith("\ufeff") ? 1 : first;
  let end = starts[line + 1] ?? text.length;
  while (end > start && /[ \t\r\n]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
