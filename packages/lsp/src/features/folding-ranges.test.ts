import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { FoldingRange } from "vscode-languageserver-types";
import { anyView } from "../../test/any-view.ts";
import { EXAMPLE_TEXTS } from "../../test/example-texts.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import { foldingRanges } from "./folding-ranges.ts";

/**
 * The lines of a text after a `│`, and before that a column for each fold: `v` at its first line, `^` at its last, `|` on
 * those between; `c` begins one of comments.
 */
function drawn(text: string, about?: About): string {
  const folds = foldingRanges(viewOf(text, about), { foldsWholeLines: true });
  return text
    .split("\n")
    .map((content, line) => `${folds.map((it) => markOf(it, line)).join("")}│${content}`)
    .join("\n");
}

function markOf({ startLine, endLine, kind }: FoldingRange, line: number): string {
  if (line === startLine) return kind === "comment" ? "c" : "v";
  if (line === endLine) return "^";
  return startLine < line && line < endLine ? "|" : " ";
}

function expectFolds(expected: string, about?: About): void {
  expect(drawn(expected.replaceAll(/^[^│]*│/gm, ""), about)).toBe(expected);
}

describe("folds", () => {
  test("lists, items of several lines, comments and what is written over several lines", () => {
    expectFolds(`\
c       │# a
^       │# b
        │
 v      │streams:
 |      │  - id: 20
 |v     │  - id: 21
 ^^     │    protocol: rtmp
        │
   v    │restreams:
   |v   │  - name: A
   ||   │    # one
   |^   │    active: false
   |    │  - name: B
   | c  │  # two
   | ^  │  # three
   |  v │  - stream_id: 7
   |  |v│    name: |
   |  ||│      # no comment
   ^  ^^│      # no comment
        │
        │# four
        │`);
  });

  test("items from their dash on, whatever stands after it", () => {
    expectFolds(`\
v   │restreams:
|v  │  - &a
|^  │    name: A
| v │  - # b
| |c│    # c
| |^│    # d
| ^ │    name: B
^   │  - *a
    │`);
  });

  test("what is between brackets, but for a line that begins with the closing one, or with something else", () => {
    expectFolds(`\
v       │{
|v      │  "restreams": [
||v     │    {
||^     │      "name": "A"
||      │    }, {
|| v    │      "name": "B" }, {
|| ^    │      "name": "C" },
||  v   │    { "name": "D",
|^  ^   │      "active": true }
|       │  ],
|    v  │  "streams": [{
|    ^  │    "id": 20
|       │  }],
|     v │  "x-a": {
|     |v│    "b": {
^     ^^│      "c": 1 }}}`);
  });

  test("YAML documents that begin with a line of their own", () => {
    expectFolds(`\
v   │restreams:
^   │  - name: A
    │
 v  │--- # two
 |v │restreams:
 |^ │  - name: B
 |  │
 ^  │# end
    │...
    │---
   v│---
   ^│restreams: []
    │
    │`);
  });

  test("comments in JSON, and what is broken", () => {
    const jsonc = { uri: "file:///shows/restreams.jsonc" };
    expectFolds(
      `\
c    │// a
^    │// b
 v   │{ // c
 |c  │  // d
 |^  │  /* e */
 |   │
 | c │  /* f
 | ^ │  */
 |  v│  "restreams": [
 |  |│    // g
 |  ^│    {}
 ^   │  ]
     │}`,
      jsonc,
    );
    expectFolds(`\
v  │restreams:
|v │  - name: A
|| │    uri
|^ │    x: 1
| v│  - name: "B
^ ^│    uri: rtmp://h.acme.net/live/k`);
  });

  test.each(["", "restreams:", "restreams: []\n\n\n", "a: b\n# c\n"])("nothing of %j", (text) => {
    expect(foldingRanges(viewOf(text), { foldsWholeLines: true })).toEqual([]);
  });

  test("lines however they end", () => {
    const text = "# a\n# b\nrestreams:\n  - name: A\n    active: true\n\n# c\n";
    const expected = foldingRanges(viewOf(text), { foldsWholeLines: true });
    expect(expected).toHaveLength(3);
    for (const end of ["\r\n", "\r"]) {
      const view = viewOf(text.replaceAll("\n", end));
      expect(foldingRanges(view, { foldsWholeLines: true })).toEqual(expected);
    }
  });

  test("a settings file", () => {
    expectFolds(
      `\
v │targets:
|v│  - host: "*.acme.net"
^^│    latencyUnit: ms`,
      { uri: "file:///shows/.restream-lint.yaml" },
    );
  });
});

test("a client that folds within lines keeps both brackets", () => {
  const text = '{"restreams":\n  [ {\n "name": "A" } ],\n "x": 1}';
  expect(foldingRanges(viewOf(text), { foldsWholeLines: false })).toEqual([
    { startLine: 0, startCharacter: 1, endLine: 3, endCharacter: 7 },
    { startLine: 1, startCharacter: 3, endLine: 2, endCharacter: 15 },
  ]);
  expect(foldingRanges(viewOf("restreams:\n  - A\n"), { foldsWholeLines: false })).toEqual([
    { startLine: 0, endLine: 1 },
  ]);
});

test("folds of any text stand in it, end on a line that holds something, and begin apart", () => {
  let count = 0;
  const check = property(anyView, (view) => {
    const lines = view.document.text.split(/\r\n?|\n/);
    const whole = foldingRanges(view, { foldsWholeLines: true });
    count += whole.length;
    for (const { startLine, endLine, ...others } of whole) {
      expect(endLine).toBeGreaterThan(startLine);
      expect(Object.keys(others).filter((it) => it !== "kind")).toEqual([]);
      expect(lines[startLine]).toMatch(/\S/);
      expect(lines[endLine]).toBeDefined();
    }
    expect(new Set(whole.map((it) => it.startLine)).size).toBe(whole.length);
    // Brackets fold to the line of the closing one; otherwise both kinds of client fold the same.
    const parts = foldingRanges(view, { foldsWholeLines: false });
    const starts = new Set(parts.map((it) => it.startLine));
    for (const { startLine } of whole) expect(starts).toContain(startLine);
  });
  assert(check);
  expect(count).toBeGreaterThan(0);
});

test("folds of what is not broken lie in each other or apart", () => {
  let count = 0;
  for (const { uri, text } of EXAMPLE_TEXTS) {
    const view = viewOf(text, { uri });
    if (view.document.syntax.faults.length > 0) continue;
    const folds = foldingRanges(view, { foldsWholeLines: true });
    for (const [index, outer] of folds.entries()) {
      for (const inner of folds.slice(index + 1)) {
        count += 1;
        const isApart = inner.startLine > outer.endLine;
        expect(isApart || inner.endLine <= outer.endLine, `${uri}:${inner.startLine}`).toBe(true);
      }
    }
  }
  expect(count).toBeGreaterThan(0);
});
