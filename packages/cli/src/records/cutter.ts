import { StringDecoder } from "node:string_decoder";

/** A line of NDJSON. */
export interface RecordLine {
  /** Without its line break; empty where the line is too long. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Of its first character in all that was read, in UTF-16 units. */
  readonly offset: number;
  readonly isTooLong: boolean;
}

const LINE_FEED = 10;

/**
 * Cuts UTF-8 that comes piece by piece into lines, wherever the pieces were cut. It holds no more than one line, and of
 * one that is too long, nothing; what cannot be decoded becomes U+FFFD, which the linter reports.
 */
export class Cutter {
  /** In bytes. */
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #held = 0;
  #line = 1;
  #offset = 0;
  /** Counts the characters of a line that is too long. */
  #counter: StringDecoder | undefined;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The lines that end in a piece; one that is too long, as soon as that is known. */
  cut(bytes: Uint8Array): RecordLine[] {
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const lines: RecordLine[] = [];
    let start = 0;
    for (;;) {
      const end = piece.indexOf(LINE_FEED, start);
      if (end === -1) break;
      const isWhole = this.#held === 0 && !this.#counter && end - start <= this.#longest;
      if (isWhole) lines.push(this.#next(piece.toString("utf8", start, end)));
      else lines.push(...this.#hold(piece.subarray(start, end)), ...this.#close());
      start = end + 1;
    }
    return [...lines, ...this.#hold(piece.subarray(start))];
  }

  /** The last line, where no line break ends it. */
  end(): RecordLine[] {
    return this.#held > 0 ? this.#close() : [];
  }

  /** Keeps the beginning of a line, unless that is too long. */
  #hold(piece: Buffer): RecordLine[] {
    if (this.#counter) {
      this.#offset += this.#counter.write(piece).length;
      return [];
    }
    if (piece.length > 0) this.#pieces.push(piece);
    this.#held += piece.length;
    if (this.#held <= this.#longest) return [];
    const tooLong = { text: "", line: this.#line, offset: this.#offset, isTooLong: true };
    this.#counter = new StringDecoder("utf8");
    for (const it of this.#release()) this.#offset += this.#counter.write(it).length;
    return [tooLong];
  }

  #close(): RecordLine[] {
    if (!this.#counter) return [this.#next(Buffer.concat(this.#release()).toString("utf8"))];
    this.#offset += this.#counter.end().length + 1;
    this.#line += 1;
    this.#counter = undefined;
    return [];
  }

  #release(): readonly Buffer[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#held = 0;
    return pieces;
  }

  #next(text: string): RecordLine {
    const line = { text, line: this.#line, offset: this.#offset, isTooLong: false };
    this.#line += 1;
    this.#offset += text.length + 1;
    return line;
  }
}
