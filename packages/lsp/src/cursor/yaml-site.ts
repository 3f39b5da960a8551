import { type Document, lineStartBefore, nodesAt } from "@restream-lint/core";
import type { Quote, Role, Site } from "./site.ts";

/**
 * Reads what is typed at an offset of a YAML text from its line alone, complete or not; the tree only tells in what the
 * line begins. Undefined where nothing can be: in a block scalar, between two values, after a closing quote.
 */
export function yamlSiteAt({ text, syntax }: Document, offset: number): Site | undefined {
  const line = lineStartBefore(text, offset);
  const outer = nodesAt(syntax.roots, line).map(({ node }) => node);
  const inner = nodesAt(syntax.roots, offset).at(-1)?.node;
  if (inner?.kind === "scalar" && inner.range.start < line && isClosedText(text, inner)) {
    return undefined;
  }
  let depth = outer.filter(
    ({ kind, alias, range }) =>
      kind !== "scalar" && !alias && range.start < line && isOpenBefore(text, range, line),
  ).length;
  let role: Role = depth > 0 ? "member" : "line";
  // A byte order mark is no character of the line.
  const first = text.startsWith("\ufeff", line) ? line + 1 : line;
  let at = first;

  for (;;) {
    const start = after(BLANKS, text, at);
    const isApart = start > at || start === first;
    const mark = text.charAt(start);
    // Right before a word it is that word.
    if (start > offset || (start === offset && !/[^\s{}[\],:#&!*|>-]/.test(mark)))
      return siteAt(offset, offset, "", false, isApart);
    if (mark === "#" && isApart)
      return { ...siteAt(offset, offset, "", false, true), comment: start };
    if (mark === '"' || mark === "'") {
      const end = after(mark === '"' ? DOUBLE : SINGLE, text, start);
      const isClosed =
        end > start + 1 && text.charAt(end - 1) === mark && !isEscaped(text, end - 1);
      if (offset < end || !isClosed)
        return siteAt(start, isClosed ? end : offset, mark, isClosed, true);
      at = end;
      if (at === offset) return undefined;
      if (!isColon(text, at, true)) {
        if (depth === 0) return undefined;
        role = "member";
      }
    } else if (isColon(text, start, depth > 0)) {
      role = "value";
      at = start + 1;
    } else if (depth === 0 && role !== "value" && mark === "-" && isGap(text, start + 1)) {
      role = "item";
      at = start + 1;
    } else if (mark === "{" || mark === "[") {
      if (text.startsWith("{{", start)) return undefined;
      depth += 1;
      role = "member";
      at = start + 1;
    } else if (depth > 0 && /[}\],]/.test(mark)) {
      if (mark !== ",") depth -= 1;
      role = mark === "," ? "member" : role;
      at = start + 1;
      if (mark !== "," && at === offset) return undefined;
    } else if (/[&!]/.test(mark)) {
      at = after(WORD, text, start);
      if (offset <= at) return undefined;
    } else if (/[*|>]/.test(mark)) return undefined;
    else {
      const plain = after(depth > 0 ? FLOW : BLOCK, text, start);
      // After a value no `:` makes a key of it: it is a scheme that is being typed.
      const end = role === "value" && text.charAt(plain) === ":" ? plain + 1 : plain;
      if (offset <= end) return siteAt(start, end, "", false, true);
      at = Math.max(end, start + 1);
      // Blanks after a value that is not in brackets are the end of it.
      if (depth === 0 && !isColon(text, after(BLANKS, text, at), false)) {
        const comment = after(BLANKS, text, at);
        if (text.charAt(comment) !== "#" || comment >= offset) return undefined;
      }
    }
  }

  function siteAt(
    start: number,
    end: number,
    quote: Quote,
    isClosed: boolean,
    isApart: boolean,
  ): Site {
    const hasColon = role !== "value" && isColon(text, after(BLANKS, text, end), quote !== "");
    return {
      range: { start, end },
      quote,
      isClosed,
      notation: depth > 0 ? "flow" : "block",
      gap: isApart || (role !== "value" && role !== "item") ? "" : " ",
      role,
      hasColon,
      separator: "",
    };
  }
}

const BLANKS = /[ \t]*/y;
const WORD = /[^\s,[\]{}]*/y;
const DOUBLE = /"(?:[^"\\\r\n]|\\[^\r\n])*"?/y;
const SINGLE = /'(?:[^'\r\n]|'')*'?/y;
/** A plain value, up to the `: ` or ` #` that ends it. */
const BLOCK = /(?:[^\s:]|:(?!\s|$)|[ \t]+(?![\s#]|$)(?!:(?:\s|$)))*/y;
/** The same between brackets. */
const FLOW = /(?:[^\s:,[\]{}]|:(?![\s,[\]{}]|$)|[ \t]+(?![\s#,[\]{}]|$)(?!:(?:\s|$)))*/y;

/** Where a pattern that may be empty ends. */
function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function isColon(text: string, offset: number, isAnywhere: boolean): boolean {
  return text.charAt(offset) === ":" && (isAnywhere || isGap(text, offset + 1));
}

function isGap(text: string, offset: number): boolean {
  return offset >= text.length || /\s/.test(text.charAt(offset));
}

/** Whether a backslash takes the meaning of what stands at an offset. */
function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text.charAt(start - 1) === "\\") start -= 1;
  return text.charAt(offset) === '"' && (offset - start) % 2 === 1;
}

interface Written {
  readonly range: { readonly start: number; readonly end: number };
}

/** Whether a value that began on a line before has an end, or is a block scalar: else it swallowed what follows. */
function isClosedText(
  text: string,
  { range, style }: Written & { readonly style: string },
): boolean {
  const last = text.charAt(range.end - 1);
  if (style === "block") return true;
  return range.end - range.start > 1 && last === text.charAt(range.start) && /["']/.test(last);
}

/** Whether a collection is in brackets that are open where a line begins. */
function isOpenBefore(text: string, { start, end }: Written["range"], line: number): boolean {
  const opening = text.charAt(start);
  if (opening !== "{" && opening !== "[") return false;
  return end > line || text.charAt(end - 1) !== (opening === "{" ? "}" : "]");
}
