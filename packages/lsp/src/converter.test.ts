import { array, assert, constantFrom, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { type Language, Sheet } from "@restream-lint/core";
import { createConverter, createPieceConverter } from "./converter.ts";
import { lengthIn, type PositionEncoding } from "./encoding.ts";

const ENCODINGS: readonly PositionEncoding[] = ["utf-8", "utf-16", "utf-32"];

// "é" has two bytes and one unit, "€" three and one, "😀" four and two.
test.each([
  ["utf-8", 10],
  ["utf-16", 5],
  ["utf-32", 4],
] as const)("%s counts the characters of a line as %i", (encoding, characters) => {
  const text = "name: x\naé€😀b\n";
  const converter = createConverter(text, encoding);
  const end = text.indexOf("b");
  expect(converter.positionAt(end)).toEqual({ line: 1, character: characters });
  expect(converter.offsetAt({ line: 1, character: characters })).toBe(end);
});

test.each([
  ["a line beyond the text", { line: 9, character: 1 }, 6],
  ["a character beyond its line", { line: 0, character: 9 }, 2],
  ["a character beyond the last line", { line: 1, character: 9 }, 6],
  ["a negative line", { line: -1, character: 1 }, 0],
  ["no number for a line", { line: Number.NaN, character: 1 }, 0],
  ["a text for a character", { line: 1, character: "1" as unknown as number }, 4],
])("takes %s", (_, position, offset) => {
  expect(createConverter("ab\r\ncd", "utf-16").offsetAt(position)).toBe(offset);
  expect(createConverter("ab\r\ncd", "utf-8").offsetAt(position)).toBe(offset);
});

const ITEM = "- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A} # 😀\n";

const BODY = '{"name": "é😀", "uri": "€"}';

test.each<[string, Language, string]>([
  ["a list", "yaml", `restreams: # é\n${ITEM.repeat(3)}`],
  ["no line break at the end", "yaml", `restreams: # é\n${ITEM.repeat(3)}`.trimEnd()],
  ["an item of one line at the end, without a line break", "yaml", `restreams:\n${ITEM}- name: é`],
  [
    "line breaks of two characters",
    "yaml",
    `restreams: # é\n${ITEM.repeat(3)}`.replaceAll("\n", "\r\n"),
  ],
  ["more pieces than are kept together", "yaml", `restreams:\n${ITEM.repeat(98)}- name: é`],
  ["nothing before the list", "yaml", ITEM.repeat(3)],
  ["a field behind the list", "yaml", `restreams:\n${ITEM}# é\nother: é`],
  ["JSON", "json", `[\n  ${BODY},\n  ${BODY}\n]\n`],
  ["JSON on one line", "json", `{"restreams":[${BODY},${BODY},${BODY}]}`],
  ["JSON whose items end where others begin", "json", `[{\n}, {\r\n},{},\n\n{ }, ${BODY}]`],
])("a text in pieces has the positions of the whole: %s", (_, language, text) => {
  const sheet = Sheet.of(text, language);
  if (!sheet) throw new Error("not in pieces");
  for (const encoding of ENCODINGS) {
    const [whole, pieces] = [
      createConverter(text, encoding),
      createPieceConverter(sheet, encoding),
    ];
    const offsets = Array.from({ length: text.length + 2 }, (__, offset) => offset);
    // Back again: what is remembered of one offset must not stand for one before it.
    for (const offset of [...offsets, ...offsets.toReversed()])
      expect(pieces.positionAt(offset)).toEqual(whole.positionAt(offset));
    for (const line of [Number.NaN, -1, ...text.split("\n").keys(), 1e9]) {
      for (const character of [-1, 0, 1, 9, 40, 41, 42, 1e9]) {
        const position = { line, character };
        expect(pieces.offsetAt(position), JSON.stringify(position)).toBe(whole.offsetAt(position));
      }
    }
  }
});

test("a position inside of a character is its start", () => {
  expect(createConverter("a😀b", "utf-8").offsetAt({ line: 0, character: 3 })).toBe(1);
  expect(createConverter("a😀b", "utf-32").offsetAt({ line: 0, character: 2 })).toBe(3);
});

test("a range that is the wrong way round is turned", () => {
  const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 1 } };
  expect(createConverter("abcdef", "utf-16").rangeIn(range)).toEqual({ start: 1, end: 3 });
});

const TEXT = array(
  constantFrom("a", "é", "€", "😀", "\ud83d", "\n", "\r\n", "\r", "\u2028", " "),
).map((it) => it.join(""));

test.each(ENCODINGS)("there and back in %s", (encoding) => {
  assert(
    property(TEXT, (text) => {
      const converter = createConverter(text, encoding);
      let at = 0;
      for (const character of text) {
        // Between `\r` and `\n` there is no position.
        if (text.slice(at - 1, at + 1) !== "\r\n")
          expect(converter.offsetAt(converter.positionAt(at))).toBe(at);
        at += character.length;
      }
      expect(converter.offsetAt(converter.positionAt(at))).toBe(at);
    }),
  );
});

test("positions do not depend on which were asked for before", () => {
  assert(
    property(TEXT, array(nat(40)), (text, offsets) => {
      const shared = createConverter(text, "utf-8");
      for (const offset of offsets)
        expect(shared.positionAt(offset)).toEqual(
          createConverter(text, "utf-8").positionAt(offset),
        );
    }),
  );
});

test.each(["utf-8", "utf-16", "utf-32"] as const)(
  "counts along a long line in %s, whatever is asked for first",
  (encoding) => {
    const line = "a\u00e9\u20ac\u{1f600}".repeat(1500);
    const text = `${line}\n${line}`;
    const converter = createConverter(text, encoding);
    const offsets = Array.from({ length: 400 }, (_, index) => (index * 3571) % text.length);
    for (const offset of offsets) {
      const start = offset > line.length ? line.length + 1 : 0;
      const character = lengthIn(encoding, text.slice(start, offset));
      expect(converter.positionAt(offset)).toEqual({ line: start === 0 ? 0 : 1, character });
    }
  },
);
