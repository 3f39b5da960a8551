import type { Range } from "../range.ts";
import { type Cut, cutItems } from "./items.ts";
import { jsonCommentsIn } from "./json.ts";
import { MAX_LEXEMES } from "./node.ts";
import { sourceOf } from "./source.ts";
import type { Language } from "./syntax.ts";
import { yamlCommentsIn } from "./yaml-lexemes.ts";

/** A comment that begins with the word that was looked for. */
export interface Comment {
  /** With its marks, without blanks around it. */
  readonly range: Range;
  /** From its first word to its last. */
  readonly body: Range;
  /** Where the next line begins that holds more than blanks and comments. */
  readonly below: number | undefined;
}

/**
 * The comments that begin with a word, in the order of the text. What looks like one in a quoted text or a block scalar
 * is none, and plain JSON has none. What is broken in one item of a list hides no comment of another.
 */
export function commentsWith(word: string, text: string, language: Language): Comment[] {
  if (language === "json") return [];
  const source = sourceOf(text).text;
  const all = language === "yaml" ? yamlComments(word, source) : jsonCommentsIn(source);
  const found = all
    .map((range) => ({ range, body: bodyOf(source, range) }))
    .filter(({ body }) => source.startsWith(word, body.start));
  if (found.length === 0) return [];
  const below = linesBelow(language === "yaml" ? source : without(source, all), found);
  return found.map((it, index) => ({ ...it, below: below[index] }));
}

const MARKS = /#[ \t]*|\/\/[ \t]*|\/\*[\s*]*/y;

function bodyOf(text: string, { start, end }: Range): Range {
  MARKS.lastIndex = start;
  MARKS.test(text);
  const first = MARKS.lastIndex;
  const last = text.startsWith("/*", start) ? end - 2 : end;
  return { start: first, end: first + text.slice(first, last).trimEnd().length };
}

/** The lexer is only asked of what looks like such a comment, and reads no more than the items that these stand in. */
function yamlComments(word: string, text: string): Range[] {
  const candidates = candidatesIn(word, text);
  const cut = candidates.length > 0 ? cutItems(text) : undefined;
  const allowance = { lexemes: MAX_LEXEMES };
  const whole = { start: 0, end: text.length };
  const starts = new Set<number>();
  for (const { item, last } of pieces(candidates, cut ? itemsOf(cut, text) : [])) {
    const piece = cut && !item ? cut.head : text;
    for (const it of yamlCommentsIn(piece, item ?? whole, last, allowance)) starts.add(it);
  }
  return candidates.filter((it) => starts.has(it)).map((start) => commentAt(text, start));
}

/** What stands between the key and the first item goes with that. */
function itemsOf({ key, items }: Cut, text: string): readonly Range[] {
  const [first, ...others] = items;
  return key && first ? [{ ...first, start: lineAfter(text, key.end) }, ...others] : items;
}

function commentAt(text: string, start: number): Range {
  const feed = text.indexOf("\n", start);
  const line = text.slice(start, feed === -1 ? text.length : feed);
  return { start, end: start + line.trimEnd().length };
}

/** Each `#` that the word follows. */
function candidatesIn(word: string, text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    let mark = at - 1;
    while (text.charAt(mark) === " " || text.charAt(mark) === "\t") mark -= 1;
    if (text.charAt(mark) === "#" && /^\s?$/.test(text.charAt(mark - 1))) found.push(mark);
  }
  return found;
}

/** The items that candidates stand in, or the head (no item), each with its last candidate. */
function pieces(
  candidates: readonly number[],
  items: readonly Range[],
): Iterable<{ item: Range | undefined; last: number }> {
  const byItem = new Map<Range | undefined, { item: Range | undefined; last: number }>();
  let next = 0;
  for (const last of candidates) {
    while ((items[next]?.end ?? Infinity) <= last) next += 1;
    const nearest = items[next];
    const item = nearest && nearest.start <= last ? nearest : undefined;
    byItem.set(item, { item, last });
  }
  return byItem.values();
}

/** The text with blanks in the place of its comments. */
function without(text: string, comments: readonly Range[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    kept.push(text.slice(at, start), text.slice(start, end).replaceAll(/[^\n]/g, " "));
    at = end;
  }
  return kept.join("") + text.slice(at);
}

/** Where the first line below each comment begins that holds something. From the last to the first, so that no line is looked at twice. */
function linesBelow(
  text: string,
  comments: readonly Pick<Comment, "range">[],
): readonly (number | undefined)[] {
  const known = new Map<number, number | undefined>();
  let next = { start: text.length, line: text.length };
  const below = comments.toReversed().map(({ range }) => {
    // The rest of a line can be as long as the text.
    const feed = text.slice(range.end, next.start).indexOf("\n");
    const first = feed === -1 ? next.line : range.end + feed + 1;
    next = { start: range.end, line: first };
    let line = first;
    while (line < text.length && !known.has(line) && isBare(text, line))
      line = lineAfter(text, line);
    const found = known.has(line) ? known.get(line) : line < text.length ? line : undefined;
    known.set(first, found);
    return found;
  });
  return below.toReversed();
}

const BARE = /[ \t\r]*(?:#[^\n]*)?(?:\n|$)/y;

function isBare(text: string, line: number): boolean {
  BARE.lastIndex = line;
  return BARE.test(text);
}

function lineAfter(text: string, line: number): number {
  const feed = text.indexOf("\n", line);
  return feed === -1 ? text.length : feed + 1;
}
