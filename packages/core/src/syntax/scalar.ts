import type { Range } from "../range.ts";
import { asWritten, isFilled, writtenRange } from "./filling.ts";
import type { ScalarNode, ScalarStyle } from "./node.ts";

/** Makes a scalar node, and finds where each character of a string value stands in the text. */
export function createScalar(
  text: string,
  value: ScalarNode["value"],
  range: Range,
  style: ScalarStyle,
): ScalarNode {
  const offsets = typeof value === "string" ? offsetsOf(text, value, range, style) : undefined;
  return { kind: "scalar", range, value, style, offsets };
}

/** Where a part of a scalar's value stands in the text; the whole scalar if that cannot be told. */
export function rangeIn({ offsets, range, filling }: ScalarNode, part: Range): Range {
  if (filling) return rangeIn(filling.written, writtenRange(filling, part));
  if (offsets === undefined) return range;
  if (typeof offsets === "number") return { start: offsets + part.start, end: offsets + part.end };
  return { start: offsets[part.start] ?? range.start, end: offsets[part.end] ?? range.end };
}

/** The same; undefined if that cannot be told, as of a value that goes on on another line. */
export function exactRangeIn(node: ScalarNode, part: Range): Range | undefined {
  return asWritten(node).offsets === undefined ? undefined : rangeIn(node, part);
}

/** Writes new text for a part of a scalar's value as its notation needs it; undefined where that cannot hold the result. */
export function encodeIn(
  { value, style, offsets, filling }: ScalarNode,
  part: Range,
  newText: string,
): string | undefined {
  // A placeholder is nobody's to overwrite.
  if (filling) {
    const written = writtenRange(filling, part);
    return isFilled(filling, written) ? undefined : encodeIn(filling.written, written, newText);
  }
  if (offsets === undefined || typeof value !== "string") return undefined;
  const result = value.slice(0, part.start) + newText + value.slice(part.end);
  switch (style) {
    case "double":
      return JSON.stringify(newText).slice(1, -1);
    case "single":
      return CONTROL.test(newText) ? undefined : newText.replaceAll("'", "''");
    case "flow":
      return isPlain(result) && !/[[\]{},]/.test(newText) ? newText : undefined;
    case "plain":
      // What is written in two pieces can only be quoted first.
      return typeof offsets === "number" && isPlain(result) ? newText : undefined;
    case "block":
      return undefined;
  }
}

const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;
/** What a plain scalar cannot hold, or not at this place. */
const NOT_PLAIN = /^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)|:(?:\s|$)|\s#|\s$/;
/** What looks like a number or a word of YAML 1.2's core schema, and some that do not quite. */
const NO_TEXT = /^(?:[-+.]?[0-9][0-9a-z.+_-]*|[-+]?\.(?:inf|nan)|~|null|true|false|)$/i;

/** Whether a text without quotes is read as itself. */
function isPlain(text: string): boolean {
  return !CONTROL.test(text) && !NOT_PLAIN.test(text) && !NO_TEXT.test(text);
}

function offsetsOf(
  text: string,
  value: string,
  { start, end }: Range,
  style: ScalarStyle,
): ScalarNode["offsets"] {
  if (style === "block") return undefined;
  const quote = style === "single" || style === "double" ? 1 : 0;
  if (end - start - 2 * quote === value.length && text.startsWith(value, start + quote)) {
    return start + quote;
  }
  return quote === 0 ? undefined : offsetsThroughEscapes(text, value, start + 1, end - 1, style);
}

const ESCAPE = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[^\r\n])|''|[^]/y;
const NAMED = new Map(
  Object.entries({
    n: "\n",
    t: "\t",
    r: "\r",
    b: "\b",
    f: "\f",
    "0": "\0",
    a: "\x07",
    v: "\v",
    e: "\x1b",
    N: "\x85",
    _: "\xa0",
    L: "\u2028",
    P: "\u2029",
  }),
);

/** Walks a quoted scalar escape by escape; gives up at the first difference, as where a line is folded. */
function offsetsThroughEscapes(
  text: string,
  value: string,
  start: number,
  end: number,
  style: ScalarStyle,
): readonly number[] | undefined {
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    ESCAPE.lastIndex = at;
    const written = ESCAPE.exec(text)?.[0] ?? "";
    const isEscape = written.length > 1 && written.startsWith("\\") === (style === "double");
    const step = isEscape ? written.length : 1;
    const meant = isEscape ? decode(written) : text.charAt(at);
    if (!value.startsWith(meant, offsets.length)) return undefined;
    for (let unit = 0; unit < meant.length; unit++) offsets.push(at);
    at += step;
  }
  if (offsets.length !== value.length) return undefined;
  offsets.push(end);
  return offsets;
}

function decode(escape: string): string {
  if (escape === "''") return "'";
  const letter = escape.charAt(1);
  if (escape.length > 2) {
    const code = Number.parseInt(escape.slice(2), 16);
    return code > 0x10ffff ? "" : String.fromCodePoint(code);
  }
  return NAMED.get(letter) ?? letter;
}
