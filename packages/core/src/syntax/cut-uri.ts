import { RESTREAM_FIELDS } from "../schema/schema.ts";
import type { Range } from "../range.ts";

/**
 * Where a URI really ends that YAML, between braces, ends at a `,` or `{` inside it; undefined where nothing was cut off,
 * or where that is not certain. The range is the value as YAML reads it.
 */
export function endOfCutUri(text: string, { start, end }: Range): number | undefined {
  let at = runEnd(text, end);
  const hasAccessControl = text.slice(start, at).includes("#!::");
  for (
    let next = pieceAt(text, at, hasAccessControl);
    next;
    next = pieceAt(text, at, hasAccessControl)
  ) {
    at = next;
  }
  return at > end && matchEnd(NEXT, text, at) !== undefined ? at : undefined;
}

/** Where the text ends that a comma cut off: what stands right behind it, or is by its signs no field. */
function pieceAt(text: string, comma: number, hasAccessControl: boolean): number | undefined {
  const start = matchEnd(COMMA, text, comma);
  if (start === undefined) return undefined;
  const end = runEnd(text, start);
  const piece = text.slice(start, end);
  if (NO_PIECE.test(piece) || text.charAt(end) === ":") return undefined;
  // A field that lacks its colon, or the blank after it.
  const field = /^[A-Za-z_]+(?=[=:]|$)/.exec(piece)?.[0];
  if (field !== undefined && (piece.charAt(field.length) === ":" || isField(field)))
    return undefined;
  if (start === comma + 1) return end;
  return piece.includes("&") || (hasAccessControl && piece.includes("=")) ? end : undefined;
}

function isField(name: string): boolean {
  return Object.hasOwn(RESTREAM_FIELDS, name);
}

const COMMA = /,[ \t]*/y;
/** Nothing at all, a quoted key, a comment. */
const NO_PIECE = /^(?:["'#]|$)/;
/** What YAML takes for a plain value between braces. */
const PLAIN = /(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$))+/y;
/** `${VAR}` and `${VAR:-default}`, `{{ … }}`, `{WORD}`: their first brace and enough to know them. */
const BRACES = /\{\{|(?<=\$)\{ *(?:env:)?[\w.]+ *[}:?+-]|\{[\w.-]+\}/y;
/** What must follow a value between braces: their end, another field, or a comment. */
const NEXT = /\s*(?:\}|,\s*(?:\}|#|"|'|[^\s,[\]{}"':]+[ \t]*:(?:[\s,[\]{}"']|$)))|[ \t]+#/y;

/** The end of what is written without blanks and commas, placeholders included. */
function runEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const end = matchEnd(PLAIN, text, at) ?? bracesEnd(text, at);
    if (end === undefined) return at;
    at = end;
  }
}

/** No placeholder is longer; a text may begin many that never end. */
const MAX_BRACES = 1000;

function bracesEnd(text: string, start: number): number | undefined {
  if (matchEnd(BRACES, text, start) === undefined) return undefined;
  let depth = 0;
  for (let at = start; at < start + MAX_BRACES; at++) {
    const character = text.charAt(at);
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (/^[\r\n]?$/.test(character)) return undefined;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
