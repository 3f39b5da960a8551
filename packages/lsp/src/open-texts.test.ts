import { array, assert, constantFrom, nat, oneof, property, record } from "fast-check";
import { expect, test } from "vitest";
import type { Language } from "@restream-lint/core";
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
const BODY = '{"stream_id": 1, "uri": "rtmp://h.acme.net/live/${A}"}';
/** One on each line. */
const LONG_JSON = `[\n${Array.from({ length: 2998 }, () => BODY).join(",\n")}\n]\n`;
const LONG_TEXTS: readonly (readonly [Language, string])[] = [
  ["yaml", LONG],
  ["yaml", LONG.trimEnd()],
  ["yaml", ITEM.repeat(1500)],
  ["yaml", `${LONG}# é\nother: 😀`],
  ["yaml", LONG.replaceAll("\n", "\r\n")],
  ["yaml", LONG.replaceAll(/\n(?= *uri)/g, "\r\n")],
  ["json", LONG_JSON],
  ["json", LONG_JSON.replaceAll("\n", "\r\n")],
  ["json", LONG_JSON.replaceAll(",\n{", ",{").replace('"stream_id"', '"name": "é😀", $&')],
  ["json", JSON.stringify({ restreams: JSON.parse(LONG_JSON) }, undefined, 2)],
];
/** What is typed into either. */
const TYPED = [
  "",
  "x",
  " # é😀",
  "\n",
  "- ",
  "a: 1\n",
  "\r\n",
  "'",
  '"',
  '"é": "😀",',
  `${BODY},\n`,
];

test.each(ENCODINGS)(
  "keeps a long text in pieces, and in step with a client that counts in %s",
  (encoding) => {
    const change = record({
      at: oneof(
        nat(LONG.length),
        nat(100).map((it) => -it),
      ),
      length: nat(4),
      text: constantFrom(...TYPED, `${ITEM.trim()}\n`),
    });
    const changes = array(change, { minLength: 1, maxLength: 6 });
    assert(
      property(constantFrom(...LONG_TEXTS), changes, ([language, text], events) => {
        const texts = opened(text, encoding);
        let expected = text;
        for (const [index, { at, length, text: newText }] of events.entries()) {
          expect(texts.at(URI)?.sheet(language)?.text ?? expected).toBe(expected);
          const start = Math.min(at < 0 ? expected.length + at : at, expected.length);
          const end = Math.min(start + length, expected.length);
          if (isInside(expected, start) || isInside(expected, end)) continue;
          const range = createConverter(expected, encoding).rangeOf({ start, end });
          expected = expected.slice(0, start) + newText + expected.slice(end);
          texts.change({ uri: URI, version: index + 2 }, [{ range, text: newText }]);
          expect(texts.at(URI)?.text).toBe(expected);
        }
      }),
      { numRuns: 60 },
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
      text: constantFrom(...TYPED, `${ITEM}${ITEM}`, "\r", "\t"),
    });
    const notifications = array(array(change, { maxLength: 2 }), { maxLength: 4 });
    assert(
      property(constantFrom(...LONG_TEXTS), notifications, ([language, text], events) => {
        const [pieces, whole] = [opened(text, encoding), opened(text, encoding)];
        for (const [index, changes] of events.entries()) {
          // Which makes it one in pieces.
          pieces.at(URI)?.sheet(language);
          for (const it of [pieces, whole]) it.change({ uri: URI, version: index + 2 }, changes);
          expect(pieces.at(URI)?.text).toBe(whole.at(URI)?.text);
        }
      }),
      { numRuns: 60 },
    );
  },
);

/** Whether an offset is where a client has no position: inside of a character, or of a line break. */
function isInside(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff || text.startsWith("\r\n", offset - 1);
}

test.each<[string, Language, string, number]>([
  ["YAML", "yaml", LONG, 1502],
  ["YAML from Windows", "yaml", LONG.replaceAll("\n", "\r\n"), 1502],
  ["JSON", "json", LONG_JSON, 3000],
])("an edit leaves the pieces of %s alone that it does not touch", (_, language, text, count) => {
  const texts = opened(text);
  const before = texts.at(URI);
  const sheet = before?.sheet(language);
  expect(sheet?.pieces.count).toBe(count);
  const at = text.indexOf("rtmp");
  const range = createConverter(text, "utf-16").rangeOf({ start: at, end: at + 1 });
  texts.change({ uri: URI, version: 2 }, [{ range, text: "R" }]);
  const now = texts.at(URI)?.sheet(language);
  expect(now?.pieces.unsure().map(({ index }) => index)).toEqual([0, 1, count - 1]);
  expect(now?.pieces.slice(2, count)).toEqual(sheet?.pieces.slice(2, count));
  // And older texts as they were.
  expect(before?.text).toBe(text);
  expect(before?.sheet(language)).toBeUndefined();
  texts.change({ uri: URI, version: 3 }, [{ text: "a: 1\n" }]);
  expect(texts.at(URI)?.sheet(language)).toBeUndefined();
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
  texts.at(URI)?.sheet("yaml");
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
