import { expect, test } from "vitest";
import { applyEdits } from "../fix.ts";
import { parseDocument } from "../document.ts";
import type { Range } from "../range.ts";
import { placeOf, replaceAllIn, replaceIn, type UriField } from "./uri-field.ts";

test("says where a part of the URI stands in the text, through escapes", () => {
  const text = 'restreams:\n  - uri: "rtmp:\\/\\/h.acme.net/live"\n';
  const { range, path } = placeOf(fieldOf(text), { start: 7, end: 17 });
  expect(text.slice(range.start, range.end)).toBe("h.acme.net");
  expect(path).toBe("/restreams/0/uri");
});

test("writes as the value's notation needs it, or not at all", () => {
  const quoted = 'restreams:\n  - uri: "rtmp://h.acme.net/live"\n';
  const edit = replaceIn(fieldOf(quoted), { start: 18, end: 22 }, 'a"b');
  expect(edit && applyEdits(quoted, [edit])).toBe(
    'restreams:\n  - uri: "rtmp://h.acme.net/a\\"b"\n',
  );
  const folded = "restreams:\n  - uri: >-\n      rtmp://h.acme.net/live\n";
  expect(replaceIn(fieldOf(folded), { start: 18, end: 22 }, "a")).toBeUndefined();
});

test("says where it stands, and writes nothing, where a comment is the rest of the URI", () => {
  const text = "restreams:\n  - uri: srt://h.acme.net:1?streamid=a \t#b&mode=listener # c\n";
  const field = fieldOf(text);
  expect(field.uri.text).toBe("srt://h.acme.net:1?streamid=a#b&mode=listener");
  for (const { value } of field.pairs) {
    const { start, end } = placeOf(field, value?.range ?? { start: 0, end: 0 }).range;
    expect(["a \t#b", "listener"]).toContain(text.slice(start, end));
    expect(value && replaceIn(field, value.range, "x")).toBeUndefined();
  }
});

test("makes no thousands of edits", () => {
  const field = fieldOf("restreams:\n  - uri: rtmp://h.acme.net/live\n");
  const parts = (length: number): Range[] =>
    Array.from({ length }, (_, start) => ({ start, end: start + 1 }));
  expect(replaceAllIn(field, parts(1000), "x")).toHaveLength(1000);
  expect(replaceAllIn(field, parts(1001), "x")).toEqual([undefined]);
});

function fieldOf(text: string): UriField {
  const field = parseDocument(text).restreams[0]?.uri;
  if (!field) throw new Error("The fixture has no URI");
  return field;
}
