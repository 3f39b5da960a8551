import { assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { anyView } from "../../test/any-view.ts";
import { viewAt, viewOf } from "../../test/view-of.ts";
import type { View } from "../view.ts";
import { selectionRanges } from "./selection-ranges.ts";

/** What a selection at the cursor grows to, step by step. */
function growing(fixture: string): readonly string[] {
  const { view, offset } = viewAt(fixture);
  const [selection] = selectionRanges(view, [offset]);
  return rangesOf(view, selection).map(({ start, end }) => view.document.text.slice(start, end));
}

function rangesOf(
  { converter }: View,
  selection: SelectionRange | undefined,
): { start: number; end: number }[] {
  const ranges = [];
  for (let it = selection; it; it = it.parent) ranges.push(converter.rangeIn(it.range));
  return ranges;
}

test("grows from a word over the parts of a URI to all of the text", () => {
  const uri = "srt://a.acme.net:9000?mode=caller&streamid=#!::r=x,m=publish";
  const item = `- name: A\n    uri: '${uri}'`;
  expect(growing(`restreams:\n  ${item.replace("publish", "pub<|>lish")}\n  - name: B\n`)).toEqual([
    "publish",
    "#!::r=x,m=publish",
    "streamid=#!::r=x,m=publish",
    "mode=caller&streamid=#!::r=x,m=publish",
    uri,
    `'${uri}'`,
    `uri: '${uri}'`,
    `name: A\n    uri: '${uri}'`,
    item,
    `${item}\n  - name: B`,
    `restreams:\n  ${item}\n  - name: B`,
    `restreams:\n  ${item}\n  - name: B\n`,
  ]);
});

test.each([
  ["a: rtmp://h.ac<|>me.net:1935/live/k", ["acme"]],
  ["uri: rtmp://h.ac<|>me.net:1935/live/k", ["acme", "h.acme.net", "h.acme.net:1935"]],
  ["uri: rtmp://h.acme.net:19<|>35/live/k", ["1935", "h.acme.net:1935"]],
  ["uri: rtmp://h.acme.net/live/${KE<|>Y:-x}", ["KEY", "${KEY:-x}", "/live/${KEY:-x}"]],
  ["uri: rt<|>mp://h.acme.net/live/k", ["rtmp"]],
])("%s", (fixture, expected) => {
  const text = fixture.replace("<|>", "");
  const value = text.slice(text.indexOf(" ") + 1);
  expect(growing(`restreams: []\n${fixture}`)).toEqual([
    ...expected,
    value,
    text,
    `restreams: []\n${text}`,
  ]);
});

test.each([
  // Keys, gaps, dashes and comments.
  ["restreams:\n  - na<|>me: A", ["name", "name: A", "- name: A", "restreams:\n  - name: A"]],
  ["restreams:\n  - <|>\n", ["- ", "restreams:\n  - ", "restreams:\n  - \n"]],
  ["restreams:\n  <|>- name: A", ["- name: A", "restreams:\n  - name: A"]],
  [
    "# a\n# two wo<|>rds\nrestreams:",
    ["words", "# two words", "# a\n# two words", "# a\n# two words\nrestreams:"],
  ],
  // JSON.
  [
    '{"restreams": [{"name": "<|>A"}, {}]}',
    [
      "A",
      '"A"',
      '"name": "A"',
      '{"name": "A"}',
      '[{"name": "A"}, {}]',
      '"restreams": [{"name": "A"}, {}]',
      '{"restreams": [{"name": "A"}, {}]}',
    ],
  ],
  ['{"restreams": <|>[]}', ["[]", '"restreams": []', '{"restreams": []}']],
  // An alias is a leaf.
  ["x: &x {}\nrestreams: *<|>x", ["x", "*x", "restreams: *x", "x: &x {}\nrestreams: *x"]],
  // One of several documents.
  [
    "restreams: []\n---\nrestreams: [<|>]\n---\n",
    ["[]", "restreams: []", "---\nrestreams: []", "restreams: []\n---\nrestreams: []\n---\n"],
  ],
  // Nothing.
  ["<|>", [""]],
  ["restreams:\n\n<|>\n", ["restreams:\n\n\n"]],
])("%s", (fixture, expected) => {
  expect(growing(fixture)).toEqual(expected);
});

test("a scalar whose characters have no places is selected by words, then as it is", () => {
  const value = ">-\n  rtmp://h.acme.net\n  /live";
  expect(growing(`restreams: []\nuri: ${value.replace("acme", "ac<|>me")}`).slice(0, 2)).toEqual([
    "acme",
    value,
  ]);
});

test("each of several offsets has a selection, even beyond the text", () => {
  expect(selectionRanges(viewOf("restreams: []"), [0, 5, 99])).toHaveLength(3);
});

test("at any offset of any text selections grow strictly around it, to all of it", () => {
  const check = property(anyView, nat({ max: 0x7fffffff }), (view, number) => {
    const { text } = view.document;
    const offset = number % (text.length + 1);
    const [selection] = selectionRanges(view, [offset]);
    const ranges = rangesOf(view, selection);
    expect(ranges.at(-1)).toEqual({ start: 0, end: text.length });
    for (const [index, { start, end }] of ranges.entries()) {
      // Between `\r` and `\n` there is no position: what ends there ends before both.
      const isBetween = text.startsWith("\r\n", offset - 1);
      if (!isBetween) expect(start <= offset && offset <= end).toBe(true);
      const inner = ranges[index - 1];
      if (!inner) continue;
      expect(start <= inner.start && inner.end <= end).toBe(true);
      expect(end - start).toBeGreaterThan(inner.end - inner.start);
    }
  });
  assert(check);
});
