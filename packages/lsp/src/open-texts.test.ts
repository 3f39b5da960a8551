import { array, assert, constantFrom, nat, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import { createConverter } from "./converter.ts";
import type { PositionEncoding } from "./encoding.ts";
import { createOpenTexts } from "./open-texts.ts";

const URI = "file:///a/restreams.yaml";
const ENCODINGS: readonly PositionEncoding[] = ["utf-8", "utf-16", "utf-32"];

function opened(text: string, encoding: PositionEncoding = "utf-16") {
  const texts = createOpenTexts(() => encoding);
  texts.open({ uri: URI, languageId: "yaml", version: 1, text });
  return texts;
}

test.each(ENCODINGS)("keeps in step with a client that counts in %s", (encoding) => {
  const characters = array(constantFrom("a", "é", "😀", "\n", "\r\n")).map((it) => it.join(""));
  const change = record({ from: nat(30), length: nat(5), text: characters });
  assert(
    property(characters, array(change, { maxLength: 8 }), (text, changes) => {
      const texts = opened(text, encoding);
      let expected = text;
      const events = changes.map(({ from, length, text: newText }) => {
        // Whole characters only: a client has no position inside of one.
        const units = Array.from(expected.matchAll(/\r\n|./gsu), (it) => it.index);
        const start = units[from] ?? expected.length;
        const end = units[from + length] ?? expected.length;
        const range = createConverter(expected, encoding).rangeOf({ start, end });
        expected = expected.slice(0, start) + newText + expected.slice(end);
        return { range, text: newText };
      });
      texts.change({ uri: URI, version: 2 }, events);
      expect(texts.at(URI)).toMatchObject({
        uri: URI,
        languageId: "yaml",
        version: 2,
        text: expected,
      });
    }),
  );
});

const ITEM = "- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n";
/** Long enough to be kept in pieces. */
const LONG = `restreams: # 😀\n${ITEM.repeat(1500)}`;

test.each(ENCODINGS)(
  "keeps a long text in pieces, and in step with a client that counts in %s",
  (encoding) => {
    const change = record({
      at: oneof(
        nat(LONG.length),
        nat(100).map((it) => LONG.length - it),
      ),
      length: nat(4),
      text: constantFrom("", "x", " # é😀", `${ITEM.trim()}\n`, "\n", "- ", "a: 1\n", "\r\n", "'"),
    });
    assert(
      property(array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const texts = opened(LONG, encoding);
        let expected = LONG;
        for (const [index, { at, length, text: newText }] of changes.entries()) {
          expect(texts.at(URI)?.sheet()?.text ?? expected).toBe(expected);
          const start = Math.min(at, expected.length);
          const end = Math.min(at + length, expected.length);
          if (isInside(expected, start) || isInside(expected, end)) continue;
          const range = createConverter(expected, encoding).rangeOf({ start, end });
          expected = expected.slice(0, start) + newText + expected.slice(end);
          texts.change({ uri: URI, version: index + 2 }, [{ range, text: newText }]);
          expect(texts.at(URI)?.text).toBe(expected);
        }
      }),
      { numRuns: 30 },
    );
  },
);

test.each(ENCODINGS)(
  "changes in pieces as it does whole, wherever a %s client points",
  (encoding) => {
    const counts = [nat(45), constantFrom(-1, 0.5, Number.NaN, 999, 1e300)] as const;
    const lines = constantFrom(0, 1, 2, 1500, 2998, 2999, 3000, 3001, 3002, -3, 1e300, Number.NaN);
    const position = record({ line: lines, character: oneof(...counts) });
    const change = record({
      range: record({ start: position, end: position }),
      text: constantFrom(
        "",
        "x",
        " # é😀",
        `${ITEM}${ITEM}`,
        "\n",
        "- ",
        "a: 1\n",
        "\r\n",
        "\r",
        "\t",
      ),
    });
    const texts = constantFrom(LONG, LONG.trimEnd(), ITEM.repeat(1500), `${LONG}# é\nother: 😀`);
    const notifications = array(array(change, { maxLength: 2 }), { maxLength: 4 });
    assert(
      property(texts, notifications, (text, events) => {
        const [pieces, whole] = [opened(text, encoding), opened(text, encoding)];
        for (const [index, changes] of events.entries()) {
          // Which makes it one in pieces.
          pieces.at(URI)?.sheet();
          for (const it of [pieces, whole]) it.change({ uri: URI, version: index + 2 }, changes);
          expect(pieces.at(URI)?.text).toBe(whole.at(URI)?.text);
        }
      }),
      { numRuns: 30 },
    );
  },
);

/** Whether an offset is where a client has no position: inside of a character, or of a line break. */
function isInside(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff || text.startsWith("\r\n", offset - 1);
}

test("an edit leaves the pieces alone that it does not touch, and older texts as they were", () => {
  const texts = opened(LONG);
  const before = texts.at(URI);
  const sheet = before?.sheet();
  expect(sheet?.pieces.count).toBe(1502);
  const range = { start: { line: 2, character: 7 }, end: { line: 2, character: 8 } };
  texts.change({ uri: URI, version: 2 }, [{ range, text: "R" }]);
  const now = texts.at(URI)?.sheet();
  expect(now?.pieces.unsure()).toEqual([0, 1, 1501]);
  expect(now?.pieces.slice(2, 1502)).toEqual(sheet?.pieces.slice(2, 1502));
  expect(before?.text).toBe(LONG);
  expect(before?.sheet()).toBeUndefined();
  texts.change({ uri: URI, version: 3 }, [{ text: "a: 1\n" }]);
  expect(texts.at(URI)?.sheet()).toBeUndefined();
});

test("takes a whole text as well", () => {
  const texts = opened("a");
  texts.change({ uri: URI, version: 7 }, [{ text: "b" }]);
  expect(texts.at(URI)).toMatchObject({ text: "b", version: 7 });
});

test("knows a text by any spelling of its URI", () => {
  const texts = createOpenTexts(() => "utf-16");
  texts.open({ uri: "file:///C%3A/a%20b.yaml", languageId: "yaml", version: 1, text: "x" });
  expect(texts.at("file:///c:/a b.yaml")?.text).toBe("x");
  texts.close("file:///c:/a%20b.yaml");
  expect(texts.all()).toEqual([]);
});

test("leaves alone what is not open", () => {
  const texts = createOpenTexts(() => "utf-16");
  texts.change({ uri: URI, version: 2 }, [{ text: "b" }]);
  texts.close(URI);
  expect(texts.all()).toEqual([]);
});

test.each([
  [
    "beyond the text",
    { start: { line: 9, character: 9 }, end: { line: 99, character: 0 } },
    "ab\ncdX",
  ],
  [
    "the wrong way round",
    { start: { line: 1, character: 1 }, end: { line: 0, character: 1 } },
    "aXd",
  ],
  ["negative", { start: { line: -5, character: -1 }, end: { line: 0, character: 1 } }, "Xb\ncd"],
  [
    "no numbers",
    { start: { line: null, character: {} }, end: { line: "x", character: 1 } },
    "Xb\ncd",
  ],
])("a range that is %s does no harm", (_, range, expected) => {
  const texts = opened("ab\ncd");
  texts.change({ uri: URI, version: 2 }, [{ range: range as never, text: "X" }]);
  expect(texts.at(URI)?.text).toBe(expected);
});

test("a change of a text in pieces that is none fails, too", () => {
  const texts = opened(LONG);
  texts.at(URI)?.sheet();
  const range = { start: { line: 2, character: 2 }, end: { line: 2, character: 3 } };
  const nothing = { range } as { range: typeof range; text: string };
  expect(() => texts.change({ uri: URI, version: 2 }, [{ range, text: "v" }, nothing])).toThrow();
  expect(texts.at(URI)?.text).toBe(LONG.replace("  uri", "  vri"));
});

test("a change that is none fails, and what came before it holds", () => {
  const texts = opened("ab");
  const nothing = {} as { text: string };
  expect(() => texts.change({ uri: URI, version: 2 }, [{ text: "c" }, nothing])).toThrow();
  expect(texts.at(URI)?.text).toBe("c");
  texts.change({ uri: URI, version: 3 }, [{ text: "d" }]);
  expect(texts.at(URI)?.text).toBe("d");
});
