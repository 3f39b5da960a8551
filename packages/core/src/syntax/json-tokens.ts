import { createScanner, type JSONScanner } from "jsonc-parser";
import { MAX_TOKENS } from "../max-tokens.ts";
import type { Range } from "../range.ts";
import { MAX_FAULTS, type SyntaxFault } from "./node.ts";

/** A punctuation mark, the quote that begins a text, a number or `true`, any other word, or the end of it all. */
export type Token = "{" | "}" | "[" | "]" | "," | ":" | '"' | "literal" | "word" | "end";

/** In the order of jsonc-parser's `SyntaxKind`, which begins with 1. */
const KINDS: readonly (Token | "comment" | "blank")[] = [
  ...(["{", "}", "[", "]", ",", ":", "literal", "literal", "literal", '"', "literal"] as const),
  ...(["comment", "comment", "blank", "blank", "word", "end"] as const),
];
/** In the order of jsonc-parser's `ScanError`, which begins with 1. */
const SCAN_ERRORS: readonly string[] = [
  "This comment has no end",
  "This text has no closing quote",
  "This number is not finished",
  "This \\u escape is not finished",
  "JSON knows no such escape; write a backslash as \\\\",
  "A text cannot hold a control character; write it as an escape",
];
const NO_NUMBER = "This is not a number as JSON writes it";
const NO_WORD = "JSON knows no such word here; put a text in double quotes";
const NO_COMMENTS = "Plain JSON has no comments; name the file .jsonc, or delete the comment";

/**
 * Walks over the tokens of a JSON text, and gathers its faults. The only module that knows the `jsonc-parser` package, and
 * it takes only the scanner: the package's parser loses its way, and what follows, where a bracket is missing.
 */
export class JsonTokens {
  /** The token under the cursor. */
  token: Token = "end";
  range: Range = { start: 0, end: 0 };
  /** The range of the token before. */
  last: Range = { start: 0, end: 0 };
  readonly faults: SyntaxFault[] = [];
  /** Why nothing of the text is read; from then on, every token is the end. */
  refusal: SyntaxFault | undefined;

  readonly #text: string;
  readonly #withComments: boolean;
  readonly #scanner: JSONScanner;
  readonly #onComment: (comment: Range) => void;
  /** Where the last comment of the kind that needs an end has it. */
  readonly #lastCommentEnd: number;
  #count = 0;

  constructor(text: string, withComments: boolean, onComment: (comment: Range) => void = () => {}) {
    this.#text = text;
    this.#withComments = withComments;
    this.#scanner = createScanner(text, false);
    this.#onComment = onComment;
    this.#lastCommentEnd = text.lastIndexOf("*/");
    this.next();
  }

  /** What the text, the number or the word under the cursor means; of a word that JSON does not know, it is a fault. */
  value(): string | number | boolean | null {
    if (this.token === '"') return this.#scanner.getTokenValue();
    const written = this.#text.slice(this.range.start, this.range.end);
    const isNumber = /^[-+.0-9]/.test(written);
    if (this.token === "literal" && isNumber) return Number(written);
    if (this.token === "literal") return written === "null" ? null : written === "true";
    this.fault(isNumber ? NO_NUMBER : NO_WORD);
    return written;
  }

  next(): void {
    this.last = this.range;
    this.token = this.refusal ? "end" : this.#scan(true);
    const start = this.#scanner.getTokenOffset();
    this.range = { start, end: start + this.#scanner.getTokenLength() };
    this.#count += 1;
    if (this.#count > MAX_TOKENS || this.faults.length > MAX_FAULTS) {
      this.refuse(
        "syntax",
        "From here on this is too large, or too broken, to be read: split the file",
      );
    }
  }

  /** Whether these tokens come after the one under the cursor. */
  isFollowedBy(...expected: readonly Token[]): boolean {
    const is = expected.every((it) => this.#scan(false) === it);
    this.#scanner.setPosition(this.range.start);
    this.#scanner.scan();
    return is;
  }

  /** Marks the token under the cursor. */
  fault(message: string, range: Range = this.range): void {
    this.faults.push({ kind: "syntax", message, range });
  }

  /** Says that something is missing: at the token under the cursor, or where the line before it ends. */
  missing(message: string): void {
    const { start, end } = this.last;
    this.fault(message, this.isOnNewLine() ? { start: Math.max(start, end - 1), end } : this.range);
  }

  /** Stops here: nothing of the text is read. */
  refuse(kind: SyntaxFault["kind"], message: string): void {
    const { start } = this.range;
    this.refusal ??= { kind, message, range: { start, end: start + 1 } };
    this.token = "end";
  }

  isOnNewLine(): boolean {
    return this.token === "end" || this.#text.slice(this.last.end, this.range.start).includes("\n");
  }

  /** The next token that says something; where it is only looked at, its faults are left for when it is read. */
  #scan(isRead: boolean): Token {
    while (this.faults.length <= MAX_FAULTS) {
      if (this.#isAtEndlessComment()) {
        this.#skipEndlessComment(isRead);
        continue;
      }
      const kind = KINDS[this.#scanner.scan() - 1] ?? "end";
      if (kind === "blank") continue;
      if (isRead) this.#check(kind === "comment");
      if (kind !== "comment") return kind;
    }
    return "end";
  }

  #isAtEndlessComment(): boolean {
    const start = this.#scanner.getPosition();
    return this.#lastCommentEnd < start + 2 && this.#text.startsWith("/*", start);
  }

  /** It would swallow all that follows, so it ends with its line. */
  #skipEndlessComment(isRead: boolean): void {
    const start = this.#scanner.getPosition();
    if (isRead) {
      const message = this.#withComments ? SCAN_ERRORS[0] : NO_COMMENTS;
      this.fault(message ?? "", { start, end: this.#text.length });
    }
    const feed = this.#text.indexOf("\n", start);
    this.#scanner.setPosition(feed === -1 ? this.#text.length : feed);
  }

  #check(isComment: boolean): void {
    const error = SCAN_ERRORS[this.#scanner.getTokenError() - 1];
    if (error === undefined && !isComment) return;
    const start = this.#scanner.getTokenOffset();
    const range = { start, end: start + this.#scanner.getTokenLength() };
    if (error !== undefined) this.fault(error, range);
    else if (this.#withComments) this.#onComment(range);
    else this.fault(NO_COMMENTS, range);
  }
}
