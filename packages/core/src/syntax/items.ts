import type { Range } from "../range.ts";

/**
 * A text cut into a head and the items of its list of restreams. Each item is parsed by itself,
 * so that what is broken in one hides no other, and an edit costs one item.
 */
export interface Cut {
  /** The text with its items blanked out, as long as the text. */
  readonly head: string;
  /** Where the key `restreams` stands; undefined where the list is the root. */
  readonly key: Range | undefined;
  /** All lines of the list. */
  readonly list: Range;
  /** How many blanks stand before the `-` of the first item. */
  readonly indent: number;
  /** From each item's `-` (with the blanks before it) to the next, in the order of the text. */
  readonly items: readonly Range[];
}

/**
 * Anchors, aliases, tags, directives and further documents reach across items, a `?` or `:` at the start of a line ends
 * what stands before it, and a tab at the start of a block scalar is read by what is around it: such a text is parsed
 * whole. Comments are free to hold `*` and `!`; few texts make it worth while to look for one.
 */
const REACHES_ACROSS =
  /(?:^|\n)(?:%|\.\.\.|[ \t-]*[?:](?:\s|$))|[|>][-+1-9]*[ \t]*(?:#[^\n]*)?\r?\n[ \t\r\n]*\t/;
const MAY_REACH_ACROSS = /(?:^|[\s[{,])[&*!]\S/;
const REACHES_ACROSS_OUTSIDE_COMMENTS = /(?:^|\n)(?![ \t]*#)(?:[^\n]*[\s[{,])?[&*!]\S/;

/** Whether a text, or lines of it, hold what reaches across items. */
export function reachesAcross(text: string): boolean {
  if (REACHES_ACROSS.test(text)) return true;
  return MAY_REACH_ACROSS.test(text) && REACHES_ACROSS_OUTSIDE_COMMENTS.test(text);
}

/** What is needed of a cut to parse it. */
export type Pieces = Pick<Cut, "head" | "key" | "list" | "items">;

/** Cuts a YAML text at the items of `restreams:`, or of a list at its root; undefined where that is not safe. */
export function cutItems(text: string): Cut | undefined {
  const list = listIn(text);
  if (!list || reachesAcross(text)) return undefined;

  const starts: number[] = [];
  let indent: number | undefined;
  let line = list.start;
  for (; line < text.length; line = nextLine(text, line)) {
    const kind = lineKindAt(text, line, indent);
    if (kind === "item") starts.push(line);
    else if (kind === "unsafe") return undefined;
    else if (kind === "end") break;
    if (kind === "item") indent ??= firstAfter(text, line, false) - line;
  }
  if (indent === undefined) return undefined;
  const end = line;
  return {
    get head() {
      return headOf(text, { start: list.start, end });
    },
    key: list.key,
    list: { start: list.start, end },
    indent,
    items: starts.map((it, index) => ({ start: it, end: starts[index + 1] ?? end })),
  };
}

/** A text with the lines of its list blanked out. */
export function headOf(text: string, { start, end }: Range): string {
  return text.slice(0, start) + blank(text, start, end) + text.slice(end);
}

/** Whether a line begins an item of a list whose dashes stand at an indent, goes on with one, ends the list, or may be anything. */
export function lineKindAt(
  text: string,
  line: number,
  indent: number | undefined,
): "item" | "more" | "end" | "unsafe" {
  const blanksEnd = firstAfter(text, line, false);
  const first = firstAfter(text, blanksEnd, true);
  const unit = text.charCodeAt(first);
  if (isNeutral(unit)) return "more";
  const depth = blanksEnd - line;
  const isDash = unit === DASH && isGap(text.charCodeAt(first + 1));
  const isIndentedByTab = first > blanksEnd;
  if (indent === undefined) return isDash && !isIndentedByTab ? "item" : "unsafe";
  if (isDash && (depth === indent || (isIndentedByTab && depth < indent))) return "item";
  if (depth > 0 || isIndentedByTab) return "more";
  if (text.startsWith("---", line)) return "unsafe";
  return !isDash && isKey(text, line) ? "end" : "more";
}

const KEY = /(?:^|\n)(restreams)[ \t]*:(?:[ \t]+#[^\n]*|[ \t]*)(?:\r?\n)/;

/** Where the lines of the list begin: after `restreams:` at the left margin, else at a list that the text begins with. */
export function listIn(text: string): { key: Range | undefined; start: number } | undefined {
  const found = KEY.exec(text);
  if (found) {
    const start = text.indexOf("restreams", found.index);
    return { key: { start, end: start + 9 }, start: found.index + found[0].length };
  }
  let start = 0;
  while (
    start < text.length &&
    /^(?:[ \t]*(?:#.*)?|---[ \t]*)\r?\n$/.test(text.slice(start, nextLine(text, start)))
  ) {
    start = nextLine(text, start);
  }
  return text.startsWith("- ", start) ? { key: undefined, start } : undefined;
}

/** Where the line after an offset's begins. */
export function nextLine(text: string, line: number): number {
  const feed = text.indexOf("\n", line);
  return feed === -1 ? text.length : feed + 1;
}

/** The offset of the first character from an offset on that is no blank. */
function firstAfter(text: string, start: number, withTabs: boolean): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE && !(withTabs && unit === TAB)) return at;
    at += 1;
  }
}

const TAB = 0x09;
const FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;

/** Empty lines and comments say nothing of the structure; not a number is what stands behind the end of a text. */
function isNeutral(first: number): boolean {
  return first === FEED || first === RETURN || first === HASH || Number.isNaN(first);
}

function isGap(unit: number): boolean {
  return unit === SPACE || unit === TAB || unit === FEED || unit === RETURN || Number.isNaN(unit);
}

/** Whether a line at the left margin begins another field of the root; a half-typed one is a fault of the item it interrupts. */
function isKey(text: string, line: number): boolean {
  return /:(?:[ \t\r\n]|$)/.test(text.slice(line, nextLine(text, line)));
}

/** Blanks as long as a range, ending in a line break if the range does. */
function blank(text: string, start: number, end: number): string {
  const last = text.charAt(end - 1) === "\n" ? "\n" : " ";
  return " ".repeat(end - start - 1) + last;
}
