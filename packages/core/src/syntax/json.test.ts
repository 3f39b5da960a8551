import { mutated } from "@restream-lint/testkit";
import { assert, property, readConfigureGlobal } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "./json.ts";
import { type Node, valueOf } from "./node.ts";

const TEXTS = [
  `{
  "$schema": "x",
  "streams": [{ "id": 20, "protocol": "rtmp" }],
  "restreams": [
    { "name": "A \\"b\\" \\u00e9", "stream_id": 20, "uri": "rtmp://h.acme.net/live/k" },
    {
      "name": "B",
      "stream_id": -1.5e3,
      "uri": "srt:\\/\\/h.acme.net:9000?mode=caller",
      "active": true,
      "x-a": [1, [], {}, null, "t"]
    }
  ]
}
`,
  `[{"uri":"rtmp://h.acme.net/live/k","stream_id":1},{"uri":null,"stream_id":2}]`,
];

describe("parseJson", () => {
  test("has no fault to find in a text if and only if JSON.parse has none, and reads the same", () => {
    const check = property(mutated(TEXTS), (text) => {
      const { roots, faults } = parseJson(text, false);
      const expected = parsed(text);
      if (text.trim() === "" || text.length > 4000) return;
      expect({ isValid: faults.length === 0 }).toEqual({ isValid: expected !== undefined });
      if (expected) expect(plain(roots[0])).toEqual(expected.value);
    });
    assert(check, { numRuns: 10 * (readConfigureGlobal().numRuns ?? 100) });
  });

  test("takes comments and trailing commas where they are allowed", () => {
    const text = '// Studio\n{ "a": [1, 2, /* three */], } // end';
    expect(parseJson(text, true).faults).toEqual([]);
    expect(plain(parseJson(text, true).roots[0])).toEqual({ a: [1, 2] });
    expect(faultsOf(text, false)).toEqual([
      "// Studio: Plain JSON has no comments; name the file .jsonc, or delete the comment",
      "/* three */: Plain JSON has no comments; name the file .jsonc, or delete the comment",
      ",: Plain JSON has no trailing comma; delete it, or name the file .jsonc",
      ",: Plain JSON has no trailing comma; delete it, or name the file .jsonc",
      "// end: Plain JSON has no comments; name the file .jsonc, or delete the comment",
    ]);
  });

  test.each([
    ["", []],
    [" \n", []],
    ["}", ["}: A value is missing here"]],
    ["{} {}", ["{: The text goes on after its end"]],
    ['{"a": 1 "b": 2}', ['"b": A comma is missing here']],
    ['{"a": 1\n"b": 2}', ["1: A comma is missing here"]],
    ['{"a" 1}', ['1: A ":" is missing after the property name']],
    ['{"a":}', ["}: A value is missing here"]],
    ['{"a":,"b":1}', [",: A value is missing here"]],
    [
      "{a: 1}",
      [
        "a: A property needs a name in double quotes",
        "a: JSON knows no such word here; put a text in double quotes",
      ],
    ],
    ['{"a": yes}', ["yes: JSON knows no such word here; put a text in double quotes"]],
    ['{"a": +1}', ["+1: This is not a number as JSON writes it"]],
    ['{"a": 1.}', ["1.: This number is not finished"]],
    ['{"a": "b', ['"b: This text has no closing quote', 'b: A closing "}" is missing']],
    ['{"a": "\t"}', ['"\t": A text cannot hold a control character; write it as an escape']],
    ['{"a": "\\q"}', ['"\\q": JSON knows no such escape; write a backslash as \\\\']],
    ['{"a": "\\u12"}', ['"\\u12": This \\u escape is not finished']],
    ["[1,,2]", [",: A value is missing here"]],
    ["[1", ['1: A closing "]" is missing']],
    [
      "[1 /* 2\n, 3]",
      ["/* 2\n, 3]: Plain JSON has no comments; name the file .jsonc, or delete the comment"],
    ],
  ])("says of %j: %j", (text, messages) => {
    expect(faultsOf(text, false)).toEqual(messages);
  });

  test.each([
    // What stands between two good restreams.
    '{ "uri": "x" "stream_id": 2 }',
    '{ "uri": "x, "stream_id": 2 }',
    '{ "uri": "x,\n "stream_id": 2 }',
    '{ "uri" "x", "stream_id": 2 }',
    '{ "uri": , "stream_id": 2 }',
    '{ "uri": "x", "stream_id": 2',
    '{ "uri": "x", "stream_id": 2,',
    '{ "uri": "x", "x-a": { "b": 1, "stream_id": 2 }',
    '{ "uri": ["x", "stream_id": 2 }',
    '{ "uri": ["x" }',
    '"uri": "x", "stream_id": 2 }',
    '{ "uri": "x" }}',
    '{ "uri": "x" } }',
    '{ "uri": "x" ]',
    '{{ "uri": "x" }',
    '{ "uri": [{ "a": 1 }} ] }',
    "{ 'uri': 'x', }",
    "{ uri: x }",
    "{",
    "{,",
    '{ "',
    '{ "u',
    '{ "uri"',
    '{ "uri":',
    "x",
    "",
    "null",
    '{ "uri": "x" /* }',
  ])("a broken item hides no other: %j", (broken) => {
    for (const [before, after] of [
      ['{ "streams": [{ "id": 1 }], "restreams": [', "] }"],
      ['{ "restreams": [', '], "x-a": 1 }'],
      ["[", "]"],
    ]) {
      const [first, last] = [1, 3].map((id) => `  { "uri": "rtmp://h${id}.acme.net/live/k" }`);
      const text = `${before}\n${first},\n  ${broken},\n${last}\n${after}\n`;
      const { roots, faults } = parseJson(text, false);
      const list = roots[0]?.kind === "mapping" ? valueOf(roots[0], "restreams") : roots[0];
      const uris = list?.kind === "sequence" ? list.items.map((it) => plain(it)) : [];
      expect(uris[0]).toEqual({ uri: "rtmp://h1.acme.net/live/k" });
      expect(uris[2]).toEqual({ uri: "rtmp://h3.acme.net/live/k" });
      expect(uris).toHaveLength(3);
      const start = text.indexOf(first ?? "");
      for (const { range } of faults) {
        expect(range.start).toBeGreaterThanOrEqual(start);
        expect(range.start).toBeLessThan(text.indexOf(last ?? ""));
      }
    }
  });

  test("a list without its end does not swallow the fields after it", () => {
    const text =
      '{\n  "streams": [\n    { "id": 1 },\n  "restreams": [\n    { "uri": "x" }\n  ]\n}\n';
    expect(plain(parseJson(text, false).roots[0])).toEqual({
      streams: [{ id: 1 }],
      restreams: [{ uri: "x" }],
    });
  });
});

function faultsOf(text: string, withComments: boolean): string[] {
  return parseJson(text, withComments).faults.map(
    ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
  );
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** The value that a node stands for; of a key that is there twice, the last, as JSON.parse has it. */
function plain(node: Node | undefined): unknown {
  if (node?.kind === "sequence") return node.items.map(plain);
  if (node?.kind !== "mapping") return node?.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}
