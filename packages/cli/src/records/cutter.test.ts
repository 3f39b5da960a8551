import {
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  uint8Array,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { Cutter, type RecordLine } from "./cutter.ts";

const LONGEST = 12;

/** Cuts pieces, with the input's end behind them. */
function cut(pieces: readonly Uint8Array[], longest = LONGEST): RecordLine[] {
  const cutter = new Cutter(longest);
  return [...pieces.flatMap((it) => cutter.cut(it)), ...cutter.end()];
}

/** A text in pieces, cut before each of these bytes. */
function piecesOf(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [0, ...cuts.map((it) => it % (bytes.length + 1)).toSorted((a, b) => a - b)];
  return at.map((start, index) => bytes.subarray(start, at[index + 1] ?? bytes.length));
}

describe("lines are cut", () => {
  test.each([
    ["nothing", "", []],
    ["a line", "ab\n", ["1@0 ab"]],
    ["a last line without its end", "ab\ncd", ["1@0 ab", "2@3 cd"]],
    ["empty lines", "\n\nab\n\n", ["1@0 ", "2@1 ", "3@2 ab", "4@5 "]],
    ["only at line feeds", "a\rb\u2028c\r\nd", ["1@0 a\rb\u2028c\r", "2@7 d"]],
    ["counted in UTF-16 units", "\u00e9\u{1f600}\nb", ["1@0 \u00e9\u{1f600}", "2@4 b"]],
    ["the mark at the beginning is a character", "\ufeffa\nb", ["1@0 \ufeffa", "2@3 b"]],
    ["as long as may be", "123456789012\nb", ["1@0 123456789012", "2@13 b"]],
    ["too long", "a\n1234567890123\nb", ["1@0 a", "2@2 too long", "3@16 b"]],
    ["too long in bytes", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9x\nb", ["1@0 too long", "2@8 b"]],
    ["too long at the end", "a\n12345678901234567890", ["1@0 a", "2@2 too long"]],
    ["twice too long", "1234567890123\n1234567890123", ["1@0 too long", "2@14 too long"]],
  ])("%s", (_, text, expected) => {
    for (const size of [1, 2, 5, 100]) {
      const bytes = Buffer.from(text);
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_it, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(cut(pieces).map(shown)).toEqual(expected);
    }
  });

  test("what cannot be decoded is one character or several, wherever pieces end", () => {
    const bytes = Uint8Array.of(0x61, 0xf0, 0x9f, 0x0a, 0xff, 0x62, 0x0a);
    for (let at = 0; at <= bytes.length; at += 1)
      expect(cut([bytes.subarray(0, at), bytes.subarray(at)]).map(shown)).toEqual([
        "1@0 a\ufffd",
        "2@3 \ufffdb",
      ]);
  });
});

test("what is cut off within a character counts, where the line is too long", () => {
  const bytes = Buffer.concat([
    Buffer.from("123456789012"),
    Uint8Array.of(0xf0, 0x9f, 0x0a),
    Buffer.from("b"),
  ]);
  expect(cut([bytes]).map(shown)).toEqual(["1@0 too long", "2@14 b"]);
});

test("the same lines come of any pieces, and are those of the whole", () => {
  const texts = array(oneof(string({ unit: "binary" }), constantFrom("\n", "\r\n", "", "\u00e9")));
  assert(
    property(texts, array(integer({ min: 0, max: 1000 })), (parts, cuts) => {
      const bytes = Buffer.from(parts.join("\n"));
      const text = bytes.toString();
      const found = cut(piecesOf(bytes, cuts), Number.POSITIVE_INFINITY);
      const lines =
        text.endsWith("\n") || text === "" ? text.slice(0, -1).split("\n") : text.split("\n");
      expect(found.map((it) => it.text)).toEqual(text === "" ? [] : lines);
      expect(found.map(({ line }) => line)).toEqual(found.map((_, index) => index + 1));
      for (const { text: line, offset } of found) expect(text.startsWith(line, offset)).toBe(true);
    }),
  );
});

test("any bytes, in any pieces and however long, come to the same", () => {
  const bytes = uint8Array({ maxLength: 80 }).map((it) => it.map((byte) => (byte % 7 ? byte : 10)));
  assert(
    property(bytes, array(integer({ min: 0, max: 1000 })), (whole, cuts) => {
      const isShort = ({ isTooLong }: RecordLine) => !isTooLong;
      const placed = ({ text, line, isTooLong }: RecordLine) => ({ text, line, isTooLong });
      const inPieces = cut(piecesOf(whole, cuts));
      expect(inPieces.map(placed)).toEqual(cut([whole]).map(placed));
      expect(inPieces.every(isShort) ? inPieces : []).toEqual(
        inPieces.every(isShort) ? cut([whole]) : [],
      );
    }),
  );
});

test("what is too long is told at once, and its end is not waited for", () => {
  const cutter = new Cutter(LONGEST);
  expect(cutter.cut(Buffer.from("a\n123456")).map(shown)).toEqual(["1@0 a"]);
  expect(cutter.cut(Buffer.from("7890123")).map(shown)).toEqual(["2@2 too long"]);
  expect(cutter.cut(Buffer.from("4567890123")).map(shown)).toEqual([]);
  expect(cutter.cut(Buffer.from("4\nb\n")).map(shown)).toEqual(["3@27 b"]);
});

function shown({ line, offset, text, isTooLong }: RecordLine): string {
  return `${line}@${offset} ${isTooLong ? "too long" : text}`;
}
