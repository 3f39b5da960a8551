import type { Range } from "../range.ts";
import type { Entry, MappingNode, Node, ScalarNode, ScalarStyle, SequenceNode } from "./node.ts";
import { createScalar } from "./scalar.ts";

/**
 * Reads the YAML that restream documents are made of: block mappings and sequences of scalars on one line.
 * Anything else makes it decline (undefined), and the full parser reads the text instead.
 * What it returns is the very tree that the full parser would return.
 */
export function scanBlock(text: string, range: Range): Node | undefined {
  const scanner = new BlockScanner(text, range);
  try {
    return scanner.document();
  } catch (error) {
    if (error === DECLINED) return undefined;
    throw error;
  }
}

/** Thrown, and caught just above, wherever the scanner is not certain. No stack: it is control flow. */
const DECLINED = Symbol("declined");

/** Deeper texts are left to the parser, which measures them. */
const MAX_SCANNED_DEPTH = 20;

const KEY = /(?:[A-Za-z_$][\w$-]*)(?=:(?:[ \r\n]|$))/y;
/** A plain scalar that means itself: no indicator at its start, no `: `, no ` #`, no control character in it. */
const PLAIN = /(?:[^\s\0-\x1f\x7f-\x9f\u2028\u2029\ufeff-\uffff,[\]{}#&*!|>'"%@`?:-]|[?:-](?=[!-~]))(?:[!-9;-~\xa0-\u2027\u202a-\ufefe]|:(?=[!-~])| +(?=[!"$-9;-~\xa1-\u2027\u202a-\ufefe]|:(?=[!-~])))*/y;
const SINGLE = /'(?:[ -&(-~\xa0-\u2027\u202a-\ufefe]|'')*'/y;
const DOUBLE = /"[ !#-[\]-~\xa0-\u2027\u202a-\ufefe]*"/y;
const LINE_END = /(?: +#[^\r\n]*| *)(?:\r?\n|$)/y;
const BLANK_LINE = / *(?:#[^\r\n]*)?(?:\r?\n|$)/y;
/** Longer lines are left to the parser: a pattern's backtracking stack is not endless. */
const MAX_LINE = 16_384;

class BlockScanner {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #depth = 0;

  constructor(text: string, { start, end }: Range) {
    this.#text = end === text.length ? text : text.slice(0, end);
    this.#at = start;
    this.#end = end;
  }

  document(): Node | undefined {
    this.#skipBlankLines();
    if (this.#text.startsWith("---", this.#at) && this.#column() === 0) {
      this.#at += 3;
      this.#endLine();
      this.#skipBlankLines();
    }
    if (this.#at >= this.#end) return undefined;
    const node = this.#block(this.#column());
    if (this.#at < this.#end) throw DECLINED;
    return node;
  }

  /** A mapping or a sequence whose first character stands at the cursor. */
  #block(column: number): Node {
    this.#depth += 1;
    if (this.#depth > MAX_SCANNED_DEPTH) throw DECLINED;
    const node = this.#isDash() ? this.#sequence(column) : this.#mapping(column);
    this.#depth -= 1;
    return node;
  }

  #mapping(column: number): MappingNode {
    const start = this.#at;
    const entries: Entry[] = [];
    let end = start;
    do {
      const keyText = this.#match(KEY);
      if (keyText === undefined) throw DECLINED;
      const keyRange = { start: this.#at - keyText.length, end: this.#at };
      const key = plainScalar(this.#text, keyText, keyRange);
      this.#at += 1;
      const value = this.#valueAfterColon(column);
      entries.push({ key, value });
      end = value ? value.range.end : keyRange.end + 1;
    } while (this.#at < this.#end && this.#column() === column && !this.#isDash());
    if (this.#at < this.#end && this.#column() > column) throw DECLINED;
    return { kind: "mapping", range: { start, end }, entries, merged: [] };
  }

  #valueAfterColon(column: number): Node | undefined {
    const scalar = this.#scalar();
    this.#endLine();
    this.#skipBlankLines();
    const next = this.#at < this.#end ? this.#column() : -1;
    if (scalar) {
      if (next > column) throw DECLINED;
      return scalar;
    }
    const isBelow = next > column || (next === column && this.#isDash());
    return isBelow ? this.#block(next) : undefined;
  }

  #sequence(column: number): SequenceNode {
    const start = this.#at;
    const items: Node[] = [];
    do {
      this.#at += 1;
      items.push(this.#item(column));
    } while (this.#at < this.#end && this.#column() === column && this.#isDash());
    if (this.#at < this.#end && this.#column() > column) throw DECLINED;
    const end = items.at(-1)?.range.end ?? start;
    return { kind: "sequence", range: { start, end }, items };
  }

  #item(column: number): Node {
    while (this.#text.charAt(this.#at) === " ") this.#at += 1;
    const start = this.#at;
    KEY.lastIndex = start;
    if (KEY.test(this.#text)) return this.#block(this.#columnOf(start));
    if (this.#isDash()) throw DECLINED;
    const scalar = this.#scalar();
    if (!scalar) throw DECLINED;
    this.#endLine();
    this.#skipBlankLines();
    if (this.#at < this.#end && this.#column() > column) throw DECLINED;
    return scalar;
  }

  /** The scalar after the cursor and its blanks; undefined at the end of the line. */
  #scalar(): ScalarNode | undefined {
    const colon = this.#at;
    while (this.#text.charAt(this.#at) === " ") this.#at += 1;
    const start = this.#at;
    const first = this.#text.charAt(start);
    if (first === "" || first === "\n" || first === "\r" || (first === "#" && start > colon)) {
      this.#at = colon;
      return undefined;
    }
    if (this.#text.indexOf("\n", start) - start > MAX_LINE) throw DECLINED;
    const style: ScalarStyle = first === "'" ? "single" : first === '"' ? "double" : "plain";
    const written = this.#match(style === "single" ? SINGLE : style === "double" ? DOUBLE : PLAIN);
    if (written === undefined) throw DECLINED;
    const range = { start, end: this.#at };
    if (style === "plain") return plainScalar(this.#text, written, range);
    const value = written.slice(1, -1);
    return createScalar(this.#text, style === "single" ? value.replaceAll("''", "'") : value, range, style);
  }

  #isDash(): boolean {
    if (this.#text.charAt(this.#at) !== "-") return false;
    const next = this.#text.charAt(this.#at + 1);
    return next === " " || next === "\n" || next === "\r" || next === "";
  }

  /** Moves over the rest of a line that holds nothing more, and its line break. */
  #endLine(): void {
    if (this.#match(LINE_END) === undefined) throw DECLINED;
  }

  /** Moves to the first character of the next line that holds something, or to the end. */
  #skipBlankLines(): void {
    while (this.#at < this.#end && this.#match(BLANK_LINE) !== undefined);
    while (this.#text.charAt(this.#at) === " ") this.#at += 1;
    const first = this.#text.charAt(this.#at);
    if (first === "\t" || first === "\r") throw DECLINED;
  }

  #column(): number {
    return this.#columnOf(this.#at);
  }

  #columnOf(at: number): number {
    return at - (this.#text.lastIndexOf("\n", at - 1) + 1);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    if (match !== undefined) this.#at += match.length;
    return match;
  }
}

/** Words and numbers of YAML 1.2's core schema. Numbers in any but the plainest notation are left to the parser. */
function plainScalar(text: string, written: string, range: Range): ScalarNode {
  return createScalar(text, valueOfPlain(written), range, "plain");
}

function valueOfPlain(written: string): ScalarNode["value"] {
  if (/^(?:0|[1-9][0-9]{0,14})$/.test(written)) return Number(written);
  if (/^[-+.]?[0-9a-fx.eEo+-]+$/i.test(written) && /^[-+.]*[0-9]/.test(written)) throw DECLINED;
  if (/^[-+]?\.(?:inf|nan)$/i.test(written)) throw DECLINED;
  switch (written) {
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    default:
      return written;
  }
}
