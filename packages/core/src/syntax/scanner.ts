import type { Range } from "../range.ts";
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from "./node.ts";
import { plainValue } from "./plain-value.ts";
import { createScalar } from "./scalar.ts";

/**
 * Reads the YAML that restream documents are made of: block mappings and sequences of scalars on one line.
 * Anything else makes it decline (undefined), and the full parser reads the text instead.
 * What it returns is the very tree that the full parser would return. The range is of whole lines.
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

const KEY = /[A-Za-z_$][\w$-]{0,99}(?=:(?:[ \r\n]|$))/y;
/** A plain scalar that means itself: no indicator at its start, no `: `, no ` #`, no control character in it. */
const PLAIN =
  /(?:[^\s\0-\x1f\x7f-\x9f\u2028\u2029\ufeff-\uffff,[\]{}#&*!|>'"%@`?:-]|[?:-](?=[!-~]))(?:[!-9;-~\xa0-\u2027\u202a-\ufefe]|:(?=[!-~])| +(?=[!"$-9;-~\xa1-\u2027\u202a-\ufefe]|:(?=[!-~])))*/y;
const SINGLE = /'(?:[ -&(-~\xa0-\u2027\u202a-\ufefe]|'')*'/y;
const DOUBLE = /"[ !#-[\]-~\xa0-\u2027\u202a-\ufefe]*"/y;
const LINE_END = /(?: +#[^\r\n]*| *)(?:\r?\n|$)/y;
const BLANK_LINE = / *(?:#[^\r\n]*)?(?:\r?\n|$)/y;
/** Longer lines are left to the parser: the stack that `PLAIN` and `SINGLE` need is not endless. */
const MAX_LINE = 16_384;
const NO_MERGES: readonly MappingNode[] = [];

class BlockScanner {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  /** Where the cursor's line begins. */
  #line: number;
  #depth = 0;

  constructor(text: string, { start, end }: Range) {
    this.#text = text;
    this.#at = start;
    this.#line = start;
    this.#end = end;
  }

  document(): Node | undefined {
    this.#skipBlankLines();
    if (this.#column() === 0 && this.#text.startsWith("---", this.#at)) {
      this.#at += 3;
      this.#endLine();
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
    // What is indented less than this block and more than the one around it belongs to neither.
    if (this.#at < this.#end && this.#column() > column) throw DECLINED;
    this.#depth -= 1;
    return node;
  }

  #mapping(column: number): MappingNode {
    const start = this.#at;
    const entries: Entry[] = [];
    let end = start;
    do {
      const keyStart = this.#at;
      if (!this.#skip(KEY)) throw DECLINED;
      const key = this.#plain(keyStart);
      this.#at += 1;
      const value = this.#value(column);
      entries.push({ key, value });
      end = value ? value.range.end : key.range.end + 1;
    } while (this.#at < this.#end && this.#column() === column && !this.#isDash());
    return { kind: "mapping", range: { start, end }, entries, merged: NO_MERGES };
  }

  /** What stands after a key's colon, or below it. */
  #value(column: number): Node | undefined {
    const scalar = this.#scalar();
    this.#endLine();
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
    return { kind: "sequence", range: { start, end: items.at(-1)?.range.end ?? start }, items };
  }

  #item(column: number): Node {
    this.#skipBlanks();
    KEY.lastIndex = this.#at;
    if (KEY.test(this.#text)) return this.#block(this.#column());
    const scalar = this.#isDash() ? undefined : this.#scalar();
    if (!scalar) throw DECLINED;
    this.#endLine();
    if (this.#at < this.#end && this.#column() > column) throw DECLINED;
    return scalar;
  }

  /** The scalar after the cursor and its blanks; undefined at the end of the line. */
  #scalar(): ScalarNode | undefined {
    const blank = this.#at;
    this.#skipBlanks();
    const start = this.#at;
    const first = this.#text.charAt(start);
    if (first === "" || first === "\n" || first === "\r" || (first === "#" && start > blank)) {
      this.#at = blank;
      return undefined;
    }
    const feed = this.#text.indexOf("\n", start);
    const length = (feed === -1 ? this.#end : feed) - start;
    if (first !== '"' && length > MAX_LINE) throw DECLINED;
    if (first !== "'" && first !== '"') {
      if (!this.#skip(PLAIN)) throw DECLINED;
      return this.#plain(start);
    }
    if (!this.#skip(first === "'" ? SINGLE : DOUBLE)) throw DECLINED;
    const inner = this.#text.slice(start + 1, this.#at - 1);
    const value = first === "'" ? inner.replaceAll("''", "'") : inner;
    const range = { start, end: this.#at };
    return createScalar(this.#text, value, range, first === "'" ? "single" : "double");
  }

  /** The plain scalar from an offset to the cursor. */
  #plain(start: number): ScalarNode {
    const value = plainValue(this.#text.slice(start, this.#at));
    if (value === undefined) throw DECLINED;
    const offsets = typeof value === "string" ? start : undefined;
    return { kind: "scalar", range: { start, end: this.#at }, value, style: "plain", offsets };
  }

  #isDash(): boolean {
    if (this.#text.charAt(this.#at) !== "-") return false;
    const next = this.#text.charAt(this.#at + 1);
    return next === " " || next === "\n" || next === "\r" || next === "";
  }

  /** Moves over the rest of a line that holds nothing more, to the next that holds something. */
  #endLine(): void {
    if (!this.#skip(LINE_END)) throw DECLINED;
    this.#line = this.#at;
    this.#skipBlankLines();
  }

  /** Moves to the first character of the next line that holds something, or to the end. */
  #skipBlankLines(): void {
    while (this.#at < this.#end && this.#isBlankLine() && this.#skip(BLANK_LINE)) {
      this.#line = this.#at;
    }
    if (this.#at < this.#end) this.#skipBlanks();
    const first = this.#text.charAt(this.#at);
    if (first === "\t" || first === "\r") throw DECLINED;
  }

  /** Whether the line may hold nothing. Few do, and a look costs less than a pattern. */
  #isBlankLine(): boolean {
    let at = this.#at;
    while (this.#text.charCodeAt(at) === 0x20) at += 1;
    const first = this.#text.charAt(at);
    return first === "#" || first === "\n" || first === "\r" || first === "";
  }

  #skipBlanks(): void {
    while (this.#text.charCodeAt(this.#at) === 0x20) this.#at += 1;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #column(): number {
    return this.#at - this.#line;
  }
}
