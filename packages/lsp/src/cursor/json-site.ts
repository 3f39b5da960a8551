import type { Site } from "./site.ts";

/** A text, a comment, a mark, a word; a text that is not closed ends with its line. */
const TOKEN =
  /"(?:[^"\\\r\n]|\\[^\r\n])*"?|\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|[{}[\],:]|[^\s{}[\],:"/]+|\//g;

/** A text, a number or a name. */
const WORD = /^["\w-]/;

interface Token {
  readonly start: number;
  readonly text: string;
}

/** Reads what is typed at an offset of a JSON text, with or without comments, complete or not. */
export function jsonSiteAt(text: string, offset: number): Site | undefined {
  const brackets: string[] = [];
  let before = "";
  TOKEN.lastIndex = 0;
  let token = nextToken(text);
  for (; token && token.start + token.text.length < offset; token = nextToken(text)) {
    if (isComment(token)) continue;
    if (/^[{[]$/.test(token.text)) brackets.push(token.text);
    else if (/^[}\]]$/.test(token.text)) brackets.pop();
    before = token.text;
  }
  // A mark ends where the next thing may begin.
  for (; token && token.start < offset && /^[{}[\],:]$/.test(token.text); token = nextToken(text)) {
    if (/^[{[]$/.test(token.text)) brackets.push(token.text);
    else if (/^[}\]]$/.test(token.text)) brackets.pop();
    before = token.text;
  }
  // Right before a word it is that word.
  const isIn = token && (token.start < offset || (token.start === offset && WORD.test(token.text)));
  const here = isIn ? token : undefined;
  if (here && isComment(here)) return commentSite(here, offset);
  const isText = here?.text.startsWith('"') === true;
  const isClosed =
    isText && here.text.length > 1 && here.text.endsWith('"') && !isEscapedEnd(here.text);
  if (here && isClosed && here.start + here.text.length === offset) return undefined;
  if (here?.text === "/") return undefined;
  const range = {
    start: here?.start ?? offset,
    end: here ? here.start + here.text.length : offset,
  };
  const bracket = brackets.at(-1);
  const isInBraces = bracket === "{";
  if (isInBraces && !["{", ",", ":"].includes(before)) return undefined;
  if (bracket === "[" && !["[", ","].includes(before)) return undefined;
  const after = followingMark(text, range.end);
  const hasColon = after === ":";
  return {
    range,
    quote: isText ? '"' : "",
    isClosed,
    notation: "json",
    gap: "",
    role: !isInBraces ? "item" : before === ":" ? "value" : "member",
    hasColon,
    separator: hasColon || /^[,}\]]?$/.test(after) ? "" : ",",
  };
}

function nextToken(text: string): Token | undefined {
  const match = TOKEN.exec(text);
  return match ? { start: match.index, text: match[0] } : undefined;
}

function isComment({ text }: Token): boolean {
  return text.startsWith("//") || text.startsWith("/*");
}

/** `"a\"` is a text without an end. */
function isEscapedEnd(text: string): boolean {
  return (/\\*(?="$)/.exec(text.slice(-65))?.[0].length ?? 0) % 2 === 1;
}

/** A block comment ends before its end mark; a line comment goes on at its end. */
function commentSite({ start, text }: Token, offset: number): Site | undefined {
  const end = start + text.length;
  if (text.startsWith("/*") && text.endsWith("*/") && offset > end - 2) return undefined;
  return {
    range: { start: offset, end: offset },
    quote: "",
    isClosed: false,
    notation: "json",
    gap: "",
    role: "value",
    hasColon: false,
    separator: "",
    comment: start,
  };
}

/** The first character after an offset that is neither blank nor in a comment; empty at the end of the text. */
function followingMark(text: string, offset: number): string {
  TOKEN.lastIndex = offset;
  for (let token = nextToken(text); token; token = nextToken(text)) {
    if (!isComment(token)) return token.text.charAt(0);
  }
  return "";
}
