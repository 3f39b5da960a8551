import { firstAfter } from "../range-search.ts";
import { type Document, writtenOf } from "../document.ts";
import { isHarmlessKey, KNOWN_NAMES } from "../shape/field-name.ts";
import { hasPlaceholder, placeholdersIn } from "../placeholder/placeholder.ts";
import type { Range } from "../range.ts";
import { type FieldSchema, RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";
import { marginBefore } from "../syntax/line.ts";
import { contentOf, type Node, type ScalarNode } from "../syntax/node.ts";
import { rangeIn } from "../syntax/scalar.ts";
import { harmlessInComments } from "./harmless-comments.ts";
import { secretsIn } from "../uri/redact.ts";
import { parseUri } from "../uri/uri.ts";

/** What else a text may show than a restream document. */
export interface Vocabulary {
  /** Keys and values. */
  readonly words: ReadonlySet<string>;
  /** Fields that hold numbers. */
  readonly numbers: ReadonlySet<string>;
}

const NOTHING_ELSE: Vocabulary = { words: new Set(), numbers: new Set() };

/**
 * Makes the function that every output takes source text from: a range of the document, as long as written,
 * with `*` for all that may be a secret. Shown is only what is known to be harmless.
 */
export function createMask(
  document: Document,
  vocabulary: Vocabulary = NOTHING_ELSE,
): (range: Range) => string {
  return createTextMask(writtenOf(document).text, shownIn(document, vocabulary));
}

/** What of a document is known to be harmless, in the order of its text: all that a mask takes, besides the text. */
export function shownIn(document: Document, vocabulary: Vocabulary = NOTHING_ELSE): Range[] {
  const { text, syntax, language } = writtenOf(document);
  return [
    ...harmlessIn(text, syntax.roots, vocabulary),
    ...harmlessInComments(text, language),
  ].toSorted((a, b) => a.start - b.start);
}

/** Makes the mask of a document's text from what `shownIn` found in it, where the document itself is not at hand. */
export function createTextMask(text: string, shown: readonly Range[]): (range: Range) => string {
  return (range) => {
    let result = "";
    let at = range.start;
    for (let index = firstAfter(shown, range.start); at < range.end; index++) {
      const next = shown[index];
      const start = Math.min(Math.max(next?.start ?? range.end, at), range.end);
      result += masked(text, at, start);
      at = Math.min(Math.max(next?.end ?? range.end, start), range.end);
      result += text.slice(start, at);
    }
    return result;
  };
}

const FIELDS: Readonly<Record<string, FieldSchema>> = { ...RESTREAM_FIELDS, ...STREAM_FIELDS };
/** Fields that hold numbers and words of enumerations. */
const TYPED = new Set(Object.keys(FIELDS).filter((field) => field !== "name" && field !== "uri"));
const WORDS = new Set(Object.values(FIELDS).flatMap((field) => field.enum ?? []));

/** Short enough not to be a secret. */
const NUMBER = /^-?[0-9]{1,9}(?:\.[0-9]{1,3})?$/;

/** What no parser read, or what is a secret: only punctuation stays, and the names of fields that begin a line. */
function masked(text: string, start: number, end: number): string {
  let result = "";
  let at = start;
  for (const { index, 0: name } of text.slice(start, end).matchAll(/[A-Za-z_]+(?=:(?:\s|$))/g)) {
    const from = start + index;
    if (!KNOWN_NAMES.has(name) || marginBefore(text, from) === undefined) continue;
    result += stars(text.slice(at, from)) + name;
    at = from + name.length;
  }
  return result + stars(text.slice(at, end));
}

function stars(text: string): string {
  return text.replaceAll(/[^\s\-:,[\]{}"'#?|<>=/]/g, "*");
}

/** Where everything stands that may be shown. A node that several aliases lead to stands in one place. */
function* harmlessIn(
  text: string,
  roots: readonly Node[],
  { words, numbers }: Vocabulary,
): Iterable<Range> {
  const seen = new Set<object>();
  const stack: { node: Node; field: string; isLine?: boolean }[] = roots.map((node) => ({
    node,
    field: "",
  }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, field, isLine } = top;
    if (seen.has(contentOf(node))) continue;
    seen.add(contentOf(node));
    if (node.kind === "scalar") {
      const written = String(node.value);
      if (words.has(written) || (numbers.has(field) && NUMBER.test(written))) yield node.range;
      else yield* harmlessInScalar(node, field);
    } else if (node.kind === "sequence")
      for (const item of node.items) stack.push({ node: item, field });
    else {
      for (const merged of node.merged) stack.push({ node: merged, field: "" });
      for (const entry of node.entries) {
        const { key, value } = entry;
        const name = String(key.value);
        if (!isLine && (words.has(name) || isHarmlessKey(entry))) yield key.range;
        if (value) stack.push({ node: value, field: name, isLine: isOnLineOf(key, value, text) });
      }
    }
  }
}

/** `name: a: b`, which is no YAML: what begins the value may be a part of it. */
function isOnLineOf(key: ScalarNode, value: Node, text: string): boolean {
  const { start } = value.range;
  return (
    value.kind === "mapping" &&
    text.charAt(start) !== "{" &&
    start > key.range.end &&
    !text.slice(key.range.end, start).includes("\n")
  );
}

function* harmlessInScalar(node: ScalarNode, field: string): Iterable<Range> {
  const { value, range } = node;
  if (typeof value === "boolean" || value === null) yield range;
  else if (field === "uri" && typeof value === "string") yield* harmlessInUri(node, value);
  else if (typeof value === "string" && hasPlaceholder(value)) {
    for (const { shown } of placeholdersIn(value).found) yield* partOf(node, shown);
  } else if (TYPED.has(field) && (WORDS.has(String(value)) || NUMBER.test(String(value)))) {
    yield range;
  }
}

function* harmlessInUri(node: ScalarNode, value: string): Iterable<Range> {
  let at = 0;
  for (const { start, end } of secretsIn(parseUri(value))) {
    if (start > at) yield* partOf(node, { start: at, end: start });
    at = end;
  }
  if (value.length > at) yield* partOf(node, { start: at, end: value.length });
}

/** Nothing where the notation does not tell which character of the text is which of the value. */
function* partOf(node: ScalarNode, part: Range): Iterable<Range> {
  if (node.offsets !== undefined) yield rangeIn(node, part);
}
