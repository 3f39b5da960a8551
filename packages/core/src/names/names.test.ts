import { parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { parseDocument, resolvePlaceholders } from "../document.ts";
import type { Range } from "../range.ts";
import { type Name, nameAt } from "./name.ts";
import { namesIn } from "./names.ts";

/** Each name of a kind: its text, `definition` lines, `use` lines, and a `!` where it cannot be renamed. */
function found(text: string, kind: Name["kind"] = "stream"): string[] {
  return namesIn(parseFixture(text))
    .filter((it) => it.kind === kind)
    .map(({ text: name, definitions, uses, obstacle }) => {
      const lines = (ranges: readonly Range[]) => ranges.map((it) => lineOf(text, it)).join(" ");
      return `${name}: ${lines(definitions)} < ${lines(uses)}${obstacle === undefined ? "" : " !"}`;
    });
}

function lineOf(text: string, { start }: Range): number {
  return text.slice(0, start).split("\n").length;
}

describe("streams", () => {
  test.each<[string, string[]]>([
    [
      "streams:\n  - id: 20\n  - id: 21\nrestreams:\n  - stream_id: 20\n  - stream_id: '20'\n  - stream_id: 22\n",
      ["20: 2 < 5 6", "21: 3 < ", "22:  < 7"],
    ],
    // Declared after its uses, declared twice.
    ["restreams:\n  - stream_id: 20\nstreams:\n  - id: 20\n  - id: 20\n", ["20: 4 5 < 2"]],
    // Each YAML document has its own.
    [
      "streams:\n  - id: 20\n---\nrestreams:\n  - stream_id: 20\n---\n- stream_id: 20\n",
      ["20: 2 < ", "20:  < 5", "20:  < 7"],
    ],
    // Every form.
    ["restream:\n  stream_id: 20\n", ["20:  < 2"]],
    ["stream_id: 20\nuri: x\n", ["20:  < 1"]],
    ['{"streams": [{"id": 20}],\n"restreams": [{"stream_id": 20}]}', ["20: 1 < 2"]],
    ['[{"stream_id": "20"},\n{"stream_id": 20}]', ["20:  < 1 2"]],
    // An alias and a merge stand for what is written once.
    ["x-id: &id 20\nrestreams:\n  - stream_id: *id\n  - stream_id: *id\n", ["20:  < 1"]],
    ["streams:\n  - id: &id 20\nrestreams:\n  - stream_id: *id\n", ["20: 2 < "]],
    [
      "x-base: &base\n  stream_id: 20\nrestreams:\n  - <<: *base\n  - stream_id: 20\n  - <<: *base\n    stream_id: 21\n",
      ["20:  < 2 5", "21:  < 7"],
    ],
    // In the order of the text.
    ["x-id: &id 20\nrestreams:\n  - stream_id: 20\n  - stream_id: *id\n", ["20:  < 1 3"]],
    ["x-id: &id 20\nstreams:\n  - id: 20\n  - id: *id\n", ["20: 1 3 < "]],
    // What is no number cannot be renamed.
    ["streams:\n  - id: ${ID}\nrestreams:\n  - stream_id: ${ID}\n", ["${ID}: 2 < 4 !"]],
    ["- stream_id: main\n", ["main:  < 1 !"]],
    [
      "- stream_id: 0\n- stream_id: 20.5\n- stream_id: true\n",
      ["0:  < 1 !", "20.5:  < 2 !", "true:  < 3 !"],
    ],
    [
      "- stream_id: 9007199254740991\n- stream_id: 9007199254740992\n",
      ["9007199254740991:  < 1", "9007199254740992:  < 2 !"],
    ],
    // What is no text of one piece.
    ["- stream_id: >-\n    20\n", ["20:  < 1 !"]],
    // Another field has the number by an alias.
    ["- stream_id: &id 20\n  client_user_id: *id\n", ["20:  < 1 !"]],
    ["- <<: {stream_id: &id 20, client_user_id: *id}\n", ["20:  < 1 !"]],
    ["x-ids: [&id 20]\nx-all: [*id]\nrestreams:\n  - stream_id: *id\n", ["20:  < 1 !"]],
    ["restreams:\n  - stream_id: &id 20\n    x-a: {*id : 1}\n", ["20:  < 2 !"]],
    // Its value is filled in elsewhere, or is missing.
    ["- stream_id: !secret id\n- stream_id:\n- stream_id: ''\n- stream_id: [20]\n", []],
    // What is broken may hide more, and hides not all.
    ["restreams:\n  - stream_id: 20\n  - stream_id: 20\n    uri: 'a\n", ["20:  < 2 3 !"]],
    ["", []],
  ])("%j", (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test("stand inside their quotes, and are what the text says", () => {
    const text =
      "streams:\n  - id: \"2\\x30\"\nrestreams:\n  - stream_id: '20'\n  - {stream_id: 0x14}\n";
    const written = namesIn(parseDocument(text)).flatMap(({ definitions, uses }) =>
      [...definitions, ...uses].map(({ start, end }) => text.slice(start, end)),
    );
    expect(written).toEqual(["2\\x30", "20", "0x14"]);
  });

  test("are what the text says, whatever was filled in", () => {
    const document = parseDocument("- stream_id: ${ID}\n- stream_id: 20\n");
    expect(namesIn(resolvePlaceholders(document, () => "20"))).toEqual(namesIn(document));
  });
});

test.each<[string, string[]]>([
  ["x-a: &a 1\nx-b: *a\nx-c: &b [*a]\n", ["a: 1 < 2 3", "b: 3 < "]],
  ["x-a: &a 1\nx-b: *a\nx-c: &a 2\nx-d: *a\n", ["a: 1 < 2", "a: 3 < 4"]],
  ["x-a: &a 1\nx-b: *a\nx-c: 'open\n", ["a: 1 < 2 !"]],
  // A URI that YAML cuts has none.
  ["- {uri: srt://h.acme.net:1?streamid=#!::r=a,&x, stream_id: &y 1}\n", ["y: 1 < "]],
])("anchors %j", (text, names) => {
  expect(found(text, "anchor")).toEqual(names);
});

test.each([
  ["- stream_id: <|>20\n- stream_id: 20\n", "20", "20"],
  ["- stream_id: 2<|>0\n- stream_id: 20\n", "20", "20"],
  ["- stream_id: 20\n- stream_id: '20<|>'\n", "20", "20"],
  ["- stream_id: 20\n- stream_id: '20'<|>\n", undefined, undefined],
  ["- stream_i<|>d: 20\n", undefined, undefined],
  ["x-a: &<|>base 20\nrestreams:\n  - stream_id: *base\n", "base", "base"],
  ["x-a: <|>&base 20\nrestreams:\n  - stream_id: *base\n", undefined, undefined],
  ["x-a: &base 20\nrestreams:\n  - stream_id: *bas<|>e\n", "base", "base"],
  ["x-a: &base 2<|>0\nrestreams:\n  - stream_id: *base\n", "20", "20"],
])("at the cursor of %j stands %j", (marked, name, written) => {
  const offset = marked.indexOf("<|>");
  const text = marked.replace("<|>", "");
  const place = nameAt(namesIn(parseDocument(text)), offset);
  expect(place?.name.text).toBe(name);
  expect(place && text.slice(place.range.start, place.range.end)).toBe(written);
});

test.each([
  ["anchors", "- &a 1\n".repeat(20_000)],
  ["nested brackets", `&a ${"[".repeat(2000)}`],
  [
    "streams",
    `streams:\n${"  - id: 20\n".repeat(20_000)}restreams:\n${"  - stream_id: 20\n".repeat(20_000)}`,
  ],
  ["aliases of an ID", `- stream_id: &a 20\n${"- stream_id: *a\n".repeat(20_000)}`],
  ["merges", `- &a {stream_id: 20}\n${"- {<<: *a, uri: b}\n".repeat(20_000)}`],
])("takes many %s", (_, text) => {
  expect(() => namesIn(parseDocument(text))).not.toThrow();
});

test("knows none of a text that is not read", () => {
  expect(namesIn(parseDocument(`- stream_id: 20\n- &a ${"[".repeat(2000)}`))).toEqual([]);
});

test("takes any prefix of a text", () => {
  const text =
    "x-a: &a 20\nstreams:\n  - id: *a\nrestreams:\n  - {stream_id: \"20\", <<: *b}\n---\n- stream_id: '20'\n";
  for (let end = 0; end <= text.length; end++) {
    const prefix = text.slice(0, end);
    for (const { definitions, uses } of namesIn(parseDocument(prefix))) {
      for (const it of [...definitions, ...uses]) {
        expect(it.start).toBeLessThanOrEqual(it.end);
        expect(it.end).toBeLessThanOrEqual(end);
      }
    }
  }
});
