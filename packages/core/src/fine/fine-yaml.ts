import type { ListName } from "./fine-fields.ts";
import { FineItems, type Reader } from "./fine-items.ts";
import { endOfMatch, type Visit } from "./fine-lists.ts";
import type { Notation } from "./template.ts";

const COMMENT = String.raw`#[\x20-\x7e\xa1-\u1fff]*`;
const SILENT_LINE = String.raw` *(?:${COMMENT})?\r?\n`;
/** The rest of a line behind a value. */
const REST = String.raw`(?: +# ${COMMENT.slice(1)})?\r?\n`;

/** As many as people write; there is a limit to what a pattern can hold on to. */
const SILENCE = `(?:${SILENT_LINE}){0,20}`;

/** The parser refuses texts of not many more. */
export const MAX_LINES = 2_000_000;

/** The key of a list, at the left margin. */
const HEAD = new RegExp(`(streams|restreams):${REST}`, "y");
const SILENT = new RegExp(SILENT_LINE, "y");
const FIELD = /( *)(- )?([a-z_]+): ([^\r\n]{0,1000})(\r?\n)/y;
const INDENT = / */y;

/**
 * Visits the items of block YAML whose lists stand at the left margin, in their order. Answers whether that is all that
 * the text holds, with nothing wrong in any item by itself.
 */
export function visitYaml(text: string, visit: Visit): boolean {
  const lists = new Set<ListName>();
  let items: FineItems | undefined;
  let list: ListName = "restreams";
  let isEmpty = false;
  let lines = 0;
  for (let at = 0; at < text.length; ) {
    const item = items?.at(text, at);
    if (item) {
      lines += item.template.lines ?? linesIn(text, at, item.end);
      if (!visit(list, item)) return false;
      isEmpty = false;
      at = item.end;
      continue;
    }
    const head = headAt(text, at);
    if (head) {
      // A list without items is no list to YAML.
      if (lists.has(head) || isEmpty) return false;
      lists.add(head);
      list = head;
      isEmpty = true;
      at = endOfSilence(text, HEAD.lastIndex);
      lines += linesIn(text, HEAD.lastIndex, at);
      items = yamlItems(list, indentAt(text, at));
      continue;
    }
    const end = endOfSilence(text, at);
    if (end === at) return false;
    lines += linesIn(text, at, end);
    at = end;
  }
  return !isEmpty && lines <= MAX_LINES;
}

function linesIn(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at = text.indexOf("\n", at) + 1) lines += 1;
  return lines;
}

function headAt(text: string, at: number): ListName | undefined {
  HEAD.lastIndex = at;
  return HEAD.exec(text)?.[1] as ListName | undefined;
}

/** Deeper ones nobody writes. */
const MAX_INDENT = 16;
/** By list and indent. It outlives the texts: no template may say anything of one text alone. */
const KNOWN = new Map<string, FineItems>();

/** The items of a list that stand so far from the left margin, in a text that was not looked at before. */
export function yamlItems(list: ListName, indent: number): FineItems {
  const key = `${list} ${indent}`;
  const items = KNOWN.get(key) ?? new FineItems(list, createReader(" ".repeat(indent)));
  if (indent <= MAX_INDENT) KNOWN.set(key, items);
  return items.anew();
}

/** How many blanks a line begins with. */
export function indentAt(text: string, line: number): number {
  return (endOfMatch(INDENT, text, line) ?? line) - line;
}

function createReader(indent: string): Reader {
  const plain = new Map(["\n", "\r\n"].map((it) => [it, notationAt(indent, "", it)]));
  const commented = notationAt(indent, SILENCE, REST);
  return (text, start) => {
    const values = new Map<string, string>();
    let at = start;
    let isPlain = true;
    /** How its lines end, of which each is plain. */
    let feed = "";
    for (;;) {
      const isFirst = at === start;
      FIELD.lastIndex = at;
      const [, blanks = "", dash, key = "", written = "", end = ""] = FIELD.exec(text) ?? [];
      if (key === "" || (dash !== undefined) !== isFirst) break;
      if (blanks !== (isFirst ? indent : `${indent}  `)) break;
      if (values.has(key)) return undefined;
      const value = withoutComment(written);
      values.set(key, value);
      at = endOfSilence(text, FIELD.lastIndex);
      isPlain &&= value === written && at === FIELD.lastIndex && (isFirst || end === feed);
      feed = end;
    }
    if (at === start) return undefined;
    return { values, notation: (isPlain && plain.get(feed)) || commented };
  };
}

function withoutComment(written: string): string {
  const hash = written.indexOf(" #");
  return hash === -1 ? written : written.slice(0, hash).trimEnd();
}

/** The end of the lines from here on that say nothing. */
export function endOfSilence(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = endOfMatch(SILENT, text, at);
    if (end === undefined) return at;
    at = end;
  }
}

/** How items are written whose lines end so, and between whose lines these may stand. */
function notationAt(indent: string, silence: string, rest: string): Notation {
  return {
    isByLine: silence === "",
    open: `${indent}- `,
    fieldOf: (field, value) => `${field}: ${value}${rest}`,
    between: `${silence}${indent}  `,
    // Nothing more belongs to the item, which shows at once where the next one follows.
    close: `(?:(?=${indent}- )|(?!${SILENCE}${indent} +[^ #\r\n]))`,
  };
}
