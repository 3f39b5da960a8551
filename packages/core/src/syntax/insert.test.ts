import { describe, expect, test } from "vitest";
import { parseFixture } from "@restream-lint/testkit";
import { applyEdits } from "../fix.ts";
import { insertEntry } from "./insert.ts";
import { entryOf, type MappingNode, valueOf } from "./node.ts";

describe("insertEntry", () => {
  test.each([
    [
      "after the last entry",
      "restreams:\n  - uri: a\n    name: b\n",
      "restreams:\n  - uri: a\n    name: b\n    x: us\n",
    ],
    ["without a last line break", "restreams:\n- uri: a", "restreams:\n- uri: a\n  x: us"],
    ["after a comment", "restreams:\n  - uri: a # b\n", "restreams:\n  - uri: a # b\n    x: us\n"],
    [
      "in the notation of its neighbour",
      'restreams:\n  - "uri": a\n',
      'restreams:\n  - "uri": a\n    "x": "us"\n',
    ],
    [
      "with the line breaks of the text",
      "restreams:\r\n  - uri: a\r\n",
      "restreams:\r\n  - uri: a\r\n    x: us\r\n",
    ],
    [
      "where the last value is a block",
      "restreams:\n  - uri: a\n    name: |\n      b\n",
      "restreams:\n  - uri: a\n    x: us\n    name: |\n      b\n",
    ],
    ["where a value is missing", "restreams:\n  - uri:\n", "restreams:\n  - uri:\n    x: us\n"],
    ["at the left margin", "uri: a\n", "uri: a\nx: us\n"],
    [
      "after an item's dash of its own line",
      "restreams:\n  -\n    uri: a\n",
      "restreams:\n  -\n    uri: a\n    x: us\n",
    ],
    [
      "after a folded value",
      "restreams:\n  - uri: a\n      b\n",
      "restreams:\n  - uri: a\n      b\n    x: us\n",
    ],
    [
      "between braces",
      "restreams:\n  - {uri: a, name: b}\n",
      "restreams:\n  - {uri: a, name: b, x: us}\n",
    ],
    ["between empty braces", "restreams:\n  - {}\n", "restreams:\n  - {x: us}\n"],
    ["between empty braces of JSON", '{"restreams": [{}]}', '{"restreams": [{"x": "us"}]}'],
    [
      "in JSON on one line",
      '{"restreams": [{"uri": "a"}]}',
      '{"restreams": [{"uri": "a", "x": "us"}]}',
    ],
    ["in dense JSON", '{"restreams":[{"uri":"a"}]}', '{"restreams":[{"uri":"a","x":"us"}]}'],
    [
      "in JSON on lines",
      '{\n  "uri": "a",\n  "stream_id": 1\n}\n',
      '{\n  "uri": "a",\n  "stream_id": 1,\n  "x": "us"\n}\n',
    ],
    [
      "in JSON with tabs",
      '{\r\n\t"uri": "a"\r\n}\r\n',
      '{\r\n\t"uri": "a",\r\n\t"x": "us"\r\n}\r\n',
    ],
    [
      "beside a brace",
      '{ "uri": "a",\n  "stream_id": 1 }\n',
      '{ "uri": "a",\n  "stream_id": 1, "x": "us" }\n',
    ],
    [
      "beside a comment",
      '// a\n{\n  "uri": "a" // b\n}\n',
      '// a\n{\n  "uri": "a", "x": "us" // b\n}\n',
    ],
    [
      "before a trailing comma",
      '// a\n{\n  "uri": "a",\n}\n',
      '// a\n{\n  "uri": "a",\n  "x": "us",\n}\n',
    ],
  ])("writes %s", (_, text, expected) => {
    expect(inserted(text, "us")).toBe(expected);
    expect(valueOf(restreamIn(expected), "x")).toMatchObject({ value: "us" });
  });

  test("counts no column for a byte order mark", () => {
    expect(inserted("\ufeffuri: a\n", "us")).toBe("\ufeffuri: a\nx: us\n");
  });

  test("writes after a chosen entry", () => {
    const text = '{"uri": "a", "stream_id": 1}';
    const mapping = restreamIn(text);
    const edit = insertEntry(parseFixture(text), mapping, "x", 1, entryOf(mapping, "uri"));
    expect(applyEdits(text, edit ? [edit] : [])).toBe('{"uri": "a", "x": 1, "stream_id": 1}');
  });

  test("quotes what would not be read as a text", () => {
    expect(inserted("restreams:\n  - uri: a\n", "on")).toBe(
      'restreams:\n  - uri: a\n    x: "on"\n',
    );
    expect(inserted("restreams:\n  - uri: a\n", "")).toBe('restreams:\n  - uri: a\n    x: ""\n');
    expect(inserted("restreams:\n  - uri: a\n", 20)).toBe("restreams:\n  - uri: a\n    x: 20\n");
  });

  test.each([
    ["where the key is there", "restreams:\n  - uri: a\n    x: b\n"],
    ["after an alias", "y: &y a\nrestreams:\n  - uri: *y\n"],
    ["after an alias between braces", "y: &y a\nrestreams:\n  - {uri: *y}\n"],
    ["after a block", "restreams:\n  - uri: |\n      a\n"],
    ["behind a tab", "restreams:\n  -\turi: a\n"],
    ["behind an anchor", "restreams:\n  - &y uri: a\n"],
    ["after an explicit key", "restreams:\n  - ? uri\n    : a\n"],
  ])("declines %s", (_, text) => {
    expect(inserted(text, "us")).toBe(text);
  });
});

function inserted(text: string, value: string | number): string {
  const edit = insertEntry(parseFixture(text), restreamIn(text), "x", value);
  return applyEdits(text, edit ? [edit] : []);
}

/** The only restream of a text. */
function restreamIn(text: string): MappingNode {
  const [root] = parseFixture(text).syntax.roots as [MappingNode];
  const list = valueOf(root, "restreams");
  return (list?.kind === "sequence" ? list.items[0] : root) as MappingNode;
}
