import type { Document } from "./document.ts";
import { hasPlaceholder, placeholdersIn } from "./placeholder.ts";
import type { Range } from "./range.ts";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "./schema/schema.ts";
import type { Entry, Node, ScalarNode } from "./syntax/node.ts";
import { rangeIn } from "./syntax/scalar.ts";
import { secretsIn } from "./uri/redact.ts";
import { parseUri } from "./uri/uri.ts";

/**
 * Makes the function that every output takes source text from: a range of the document, as long as written,
 * with `*` for all that may be a secret. Shown is only what is known to be harmless.
 */
export function createMask({ text, syntax }: Document): (range: Range) => string {
  const shown = shownIn(syntax.roots).toSorted((a, b) => a.start - b.start);
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

/** The index of the first range that ends after an offset; the ranges may touch, but not overlap. */
function firstAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const FIELDS = { ...RESTREAM_FIELDS, ...STREAM_FIELDS };
const FIELD_NAMES = new Set([...Object.keys(FIELDS), "restreams", "restream", "streams"]);
/** A known field at the start of a line that could not be parsed. */
const KEY = /^([ \t]*(?:- +)*)([A-Za-z_]+)(?=:(?:\s|$))/gm;

/** What no parser read, or what is a secret: only punctuation and the names of known fields stay. */
function masked(text: string, start: number, end: number): string {
  if (start === end) return "";
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const names = Array.from(text.slice(lineStart, end).matchAll(KEY), (match) => ({
    start: lineStart + match.index + (match[1] ?? "").length,
    name: match[2] ?? "",
  })).filter(({ start: at, name }) => at >= start && FIELD_NAMES.has(name));
  let result = "";
  let at = start;
  for (const { start: nameStart, name } of names) {
    result += stars(text.slice(at, nameStart)) + name;
    at = nameStart + name.length;
  }
  return result + stars(text.slice(at, end));
}

function stars(text: string): string {
  return text.replaceAll(/[^\s\-:,[\]{}"'#?|<>=/]/g, "*");
}

function shownIn(roots: readonly Node[]): Range[] {
  const shown: Range[] = [];
  const seen = new Set<Node>();
  const stack: { node: Node; field: string }[] = roots.map((node) => ({ node, field: "" }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, field } = top;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === "scalar") shown.push(...shownInScalar(node, field));
    else if (node.kind === "sequence") for (const item of node.items) stack.push({ node: item, field });
    else {
      for (const merged of node.merged) stack.push({ node: merged, field: "" });
      for (const entry of node.entries) {
        if (isShownKey(entry)) shown.push(entry.key.range);
        if (entry.value) stack.push({ node: entry.value, field: String(entry.key.value) });
      }
    }
  }
  return shown;
}

/** A name without a value in a flow mapping may be the rest of a value that a comma cut. */
function isShownKey({ key, value }: Entry): boolean {
  return /^[\w$.-]{1,40}$/.test(String(key.value)) && (value !== undefined || key.style !== "flow");
}

function shownInScalar(node: ScalarNode, field: string): Range[] {
  if (field === "uri" && typeof node.value === "string") return shownInUri(node, node.value);
  const { value } = node;
  if (value === null || typeof value === "boolean") return [node.range];
  const known = FIELDS[field];
  const isWord = known !== undefined && field !== "name" && field !== "uri" && /^[a-z0-9_.-]{1,12}$/i.test(String(value));
  if (isWord) return [node.range];
  return typeof value === "string" && hasPlaceholder(value)
    ? placeholdersIn(value).found.map(({ shown }) => rangeIn(node, shown))
    : [];
}

function shownInUri(node: ScalarNode, value: string): Range[] {
  if (node.offsets === undefined) return [];
  const shown: Range[] = [];
  let at = 0;
  for (const { start, end } of secretsIn(parseUri(value))) {
    if (start > at) shown.push(rangeIn(node, { start: at, end: start }));
    at = end;
  }
  if (value.length > at) shown.push(rangeIn(node, { start: at, end: value.length }));
  return shown;
}
