import { Lexer } from "yaml";
import type { Range } from "../range.ts";
import type { Allowance } from "./yaml.ts";

/** Where the comments in a range of a text begin, up to the offset `last`. */
export function yamlCommentsIn(
  text: string,
  range: Range,
  last: number,
  allowance: Allowance,
): readonly number[] {
  const starts: number[] = [];
  for (const { start, source } of lexemesIn(text, range, allowance)) {
    if (start > last) break;
    if (source.startsWith("#")) starts.push(start);
  }
  return starts;
}

/** An anchor or an alias, with the range of its name, which may be empty; or where a YAML document may begin. */
export interface NameToken {
  readonly kind: "anchor" | "alias" | "document";
  readonly range: Range;
}

/** The anchors and aliases of a text in their order; none where it is too large to find them all. */
export function yamlNamesIn(text: string, allowance: Allowance): readonly NameToken[] {
  const tokens: NameToken[] = [];
  for (const { start, source } of lexemesIn(text, { start: 0, end: text.length }, allowance)) {
    const kind = source === "---" ? "document" : NAME_KINDS.get(source.charAt(0));
    if (kind) tokens.push({ kind, range: { start: start + 1, end: start + source.length } });
  }
  return allowance.lexemes > 0 ? tokens : [];
}

const NAME_KINDS = new Map<string, NameToken["kind"]>([
  ["&", "anchor"],
  ["*", "alias"],
  ["\u0002", "document"],
]);

/** A piece of a text as the lexer cuts it. */
interface Lexeme {
  readonly start: number;
  readonly source: string;
}

/** What stands in a range of a text besides plain and block scalars, and the lexer's marks; it ends early with the allowance. */
function* lexemesIn(text: string, range: Range, allowance: Allowance): Iterable<Lexeme> {
  let start = range.start;
  let isContent = false;
  for (const source of new Lexer().lex(text.slice(range.start, range.end))) {
    allowance.lexemes -= 1;
    if (allowance.lexemes <= 0) return;
    if (!isContent) yield { start, source };
    const isMark = !isContent && MARK.test(source);
    isContent = !isContent && source === "\u001f";
    if (!isMark) start += source.length;
  }
}

/** What the lexer says between the pieces of the text: that a document begins, that a bracket is missing, that a scalar follows. */
const MARK = /^[\u0002\u0018\u001f]$/;
