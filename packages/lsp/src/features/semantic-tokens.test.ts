import { lineStartsOf, parseDocument, type Range } from "@restream-lint/core";
import { mutated } from "@restream-lint/testkit";
import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { beginnings } from "../../test/beginnings.ts";
import { EXAMPLE_TEXTS } from "../../test/example-texts.ts";
import { viewOf } from "../../test/view-of.ts";
import { createConverter } from "../converter.ts";
import type { View } from "../view.ts";
import { SEMANTIC_TOKENS, semanticTokens } from "./semantic-tokens.ts";

interface Token {
  readonly range: Range;
  readonly type: string | undefined;
  readonly line: number;
}

/** The tokens of a view, decoded as a client does that. */
function tokensOf(view: View, asked?: Range): Token[] {
  const { data } = semanticTokens(view, asked);
  const tokens: Token[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = NaN, characters = NaN, length = NaN, type = NaN, modifiers] = data.slice(at);
    expect(modifiers).toBe(0);
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const [start, end] = [character, character + length].map((it) => ({ line, character: it }));
    if (!start || !end) continue;
    const range = view.converter.rangeIn({ start, end });
    // No position of it lies beyond its line.
    expect(view.converter.rangeOf(range)).toEqual({ start, end });
    tokens.push({ range, type: SEMANTIC_TOKENS.tokenTypes[type], line });
  }
  return tokens;
}

/** `host:h.acme.net`, by the names that the types have here. */
function shown(view: View, asked?: Range): string {
  const { text } = view.document;
  return tokensOf(view, asked)
    .map(({ range, type }) => `${type} ${text.slice(range.start, range.end)}`)
    .join(" | ");
}

test.each([
  [
    "rtmp://h.acme.net:1935/live/abc",
    "keyword rtmp | namespace h.acme.net | number 1935 | type live | string abc",
  ],
  [
    "srt://h.acme.net:9000?mode=caller&latency=2.5&streamid=#!::m=publish,r=a&x",
    "keyword srt | namespace h.acme.net | number 9000 | parameter mode | enumMember caller | parameter latency | number 2.5 | parameter streamid | string #!::m=publish,r=a | parameter x",
  ],
  // No mode that there is.
  [
    "srt://h.acme.net:9000?mode=Caller",
    "keyword srt | namespace h.acme.net | number 9000 | parameter mode | string Caller",
  ],
  // Placeholders, within a part and beside one another.
  [
    "rtmps://${HOST}.acme.net/live/a-${KEY:-b}-c${D}${E}",
    "keyword rtmps | variable ${HOST} | namespace .acme.net | type live | string a- | variable ${KEY:-b} | string -c | variable ${D} | variable ${E}",
  ],
  ["rtmp://u:${P}@h.acme.net/", "keyword rtmp | variable ${P} | namespace h.acme.net"],
  ["${URI}", "variable ${URI}"],
  ["srt://[::1]:9000/a/${B}#c", "keyword srt | namespace ::1 | number 9000 | variable ${B}"],
  // What ends the check of a URI leaves its first parts.
  ["http://h.acme.net/a?b", "keyword http | namespace h.acme.net"],
  ["rtmp://h.acme.net/live/${KEY", "keyword rtmp | namespace h.acme.net"],
  ["h.acme.net/live", ""],
  ["''", ""],
])("of %s", (uri, expected) => {
  expect(shown(viewOf(`restreams:\n  - uri: ${uri}\n    stream_id: 20\n    name: a\n`))).toBe(
    expected,
  );
});

const RTMP = "keyword rtmp | namespace h.acme.net | type live | ";
test.each([
  [
    "JSON, with escapes",
    '{"uri": "rtmp:\\/\\/h.acme.net\\/live\\/a\\u0062\\/", "stream_id": 20}',
    `${RTMP}string a\\u0062\\/`,
  ],
  ["single quotes", "uri: 'rtmp://h.acme.net/live/it''s'\nstream_id: 20\n", `${RTMP}string it''s`],
  ["flow YAML", "restreams: [{uri: rtmp://h.acme.net/live/a}]\n", `${RTMP}string a`],
  // Where a comma has cut it in two, it is read to its end.
  ["a cut URI", "restreams: [{uri: rtmp://h.acme.net/live/a,b}]\n", `${RTMP}string a,b`],
  ["a block scalar", "uri: >-\n  rtmp://h.acme.net/live/${KEY}\nstream_id: 20\n", ""],
  ["a value of two lines", 'uri: "rtmp://h.acme.net/live/\n  ${KEY}"\nstream_id: 20\n', ""],
  [
    "aliases, each once",
    "x-a: &a {uri: rtmp://h.acme.net/live/a}\nrestreams:\n  - name: ${B}\n  - *a\n  - *a\n  - <<: *a\n    name: ${C}\n",
    `${RTMP}string a | variable \${B} | variable \${C}`,
  ],
  [
    "a mapping that is merged in where it stands",
    "restreams:\n  - <<: {uri: rtmp://h.acme.net/live/a}\n    name: ${C}\n",
    `${RTMP}string a | variable \${C}`,
  ],
  [
    "a broken item, but for what is sure of it",
    'restreams:\n  - name: "a\n  - uri: rtmp://h.acme.net/live/a\n',
    `${RTMP}string a`,
  ],
  [
    "placeholders of other values",
    "x-a: ${A}\nstreams:\n  - id: ${B}\n    name: a ${C:?no} {{ d }}\n${K}: 1\nrestreams: []\n",
    "variable ${A} | variable ${B} | variable ${C:?no} | variable {{ d }}",
  ],
  [
    "comments that suppress",
    "# restream-lint-disable-file unusual-port, no-such-rule -- uri\nrestreams: # restream-lint-disable-line\n  - name: a # a missing-app\n",
    "keyword restream-lint-disable-file | enumMember unusual-port | keyword restream-lint-disable-line",
  ],
  ["comments that are meant to", "# restream-lint-disabel-file unusual-port\nrestreams: []\n", ""],
  ["a value that goes on on another line", '{"name": "${A\nB} ${C}", "restreams": []}', ""],
  ["one that a carriage return divides", "name: ${A\rB} ${C}\nrestreams: []\n", ""],
  ["one whose end is not there yet", 'restreams: []\nname: "op://a/b/c\n\n', ""],
  [
    "ordinary values",
    "restreams:\n  - name: rtmp://a/b\n    stream_id: 20\n    active: true\n",
    "",
  ],
])("in %s", (_, text, expected) => {
  expect(shown(viewOf(text))).toBe(expected);
});

test("a settings file has none", () => {
  const uri = "file:///shows/.restream-lint.yaml";
  expect(shown(viewOf("x-a: ${A}\nlatencyUnit: ms\n", { uri }))).toBe("");
});

test("counts lengths as the client does", () => {
  const text = 'restreams: [{name: "é😀", uri: "rtmp://bücher.de/live/é"}]\n';
  const view = { ...viewOf(text), converter: createConverter(text, "utf-8") };
  expect(shown(view)).toBe("keyword rtmp | namespace bücher.de | type live | string é");
  // `é` has two bytes and the emoji four, where UTF-16 has one unit and two.
  const start = text.indexOf("rtmp") + 1 + 2;
  const lengths: Readonly<Record<string, number>> = {
    keyword: 4,
    namespace: 10,
    type: 4,
    string: 2,
  };
  const type = (name: string) => SEMANTIC_TOKENS.tokenTypes.indexOf(name);
  const expected: [number, string][] = [
    [start, "keyword"],
    [4 + 3, "namespace"],
    [10 + 1, "type"],
    [4 + 1, "string"],
  ];
  expect(semanticTokens(view).data).toEqual(
    expected.flatMap(([character, name]) => [0, character, lengths[name], type(name), 0]),
  );
});

test("only those that touch the range", () => {
  const text = `restreams:\n${["a", "b", "c"].map((it) => `  - uri: rtmp://${it}/live/k\n`).join("")}`;
  const start = text.indexOf("b/live") + 1;
  expect(shown(viewOf(text), { start, end: start + 1 })).toBe("namespace b | type live");
});

test("a line at a time, any text has the tokens that it has as a whole: on one line, in order, apart", () => {
  const texts = EXAMPLE_TEXTS.map(({ text }) => text);
  let count = 0;
  const check = property(mutated(texts), (text) => {
    for (const encoding of ["utf-8", "utf-16", "utf-32"] as const) {
      const view: View = {
        ...viewOf("restreams: []"),
        document: parseDocument(text),
        converter: createConverter(text, encoding),
      };
      const all = tokensOf(view);
      count += all.length;
      let last = 0;
      for (const { range, line } of all) {
        expect(range.start).toBeGreaterThanOrEqual(last);
        expect(range.end).toBeGreaterThan(range.start);
        expect(view.converter.positionAt(range.end).line).toBe(line);
        last = range.end;
      }
      const starts = lineStartsOf(text);
      const byLine = Array.from(starts, (start, line) => {
        const next = starts[line + 1];
        return tokensOf(view, { start, end: next === undefined ? text.length : next - 1 });
      });
      expect(byLine.flat()).toEqual(all);
    }
  });
  assert(check);
  expect(count).toBeGreaterThan(0);
});

test("every prefix of a text has an answer", () => {
  for (const view of beginnings()) expect(() => semanticTokens(view)).not.toThrow();
});

test("the legend has standard names alone, each once", () => {
  const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS;
  const standard =
    "namespace type class enum interface struct typeParameter parameter variable property enumMember event function method macro keyword modifier comment string number regexp operator decorator";
  expect(standard.split(" ")).toEqual(expect.arrayContaining(tokenTypes));
  expect(new Set(tokenTypes).size).toBe(tokenTypes.length);
  expect(tokenModifiers).toEqual([]);
});
