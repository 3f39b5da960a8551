import { expect, test } from "vitest";
import { viewAt } from "../../test/view-of.ts";
import { keysAt, siteAt, valueAt } from "./cursor.ts";

test.each([
  ["<|>", "key of whole ''", "item"],
  ["restreams:\n  - na<|>me: a\n", "key of restream 'name'"],
  ["restreams:\n  - name: 'a b<|> c' # d\n", "value /restreams/-/name of restream ''a b c''"],
  ['restreams:\n  - name: "a<|>\n  - b\n', "value /restreams/-/name of restream '\"a'"],
  ["restreams:\n  - {name: a<|>b, uri: c}\n", "value /restreams/-/name of restream 'ab'"],
  ["restreams:\n  - uri: rtmp:<|>\n", "value /restreams/-/uri of restream 'rtmp:'"],
  [
    "restreams:\n  - uri: rtmp://h/a,b{c}<|>\n",
    "value /restreams/-/uri of restream 'rtmp://h/a,b{c}'",
  ],
  ["restreams:\n  - name: a\n  <|>\n", "item of restream ''"],
  ["streams:\n- id: 2\n- <|>\n", "key of stream ''", "value /streams/- ''"],
  ["restream:\n  <|>", "key of restream ''"],
  ["name: a\n---\nrestreams:\n- uri: b\n  <|>", "key of restream ''"],
  ['{"restreams": [{"na<|>', "key of restream '\"na'"],
  ['{"restreams": [{"name": "a\\"b<|>"}]}', 'value /restreams/-/name of restream \'"a\\"b"\''],
  ["[<|>]", "value /- ''"],
  // Right before a word it is that word.
  ["streams:\n  - protocol: <|>srt # x\n", "value /streams/-/protocol of stream 'srt'"],
  ["streams:\n  - id: <|>20\n", "value /streams/-/id of stream '20'"],
  ["streams:\n  - <|>id: 20\n", "key of stream 'id'"],
  ["restreams:\n  - {name: <|>'a b', uri: c}\n", "value /restreams/-/name of restream ''a b''"],
  ['{"restreams": [{"name": <|>"a"}]}', "value /restreams/-/name of restream '\"a\"'"],
  ['{"restreams": [{"stream_id": <|>20}]}', "value /restreams/-/stream_id of restream '20'"],
  ['{"restreams": [{<|>"name": "a"}]}', "key of restream '\"name\"'"],
  ["restreams:\n  - name: 'a' <|>\n"],
  ["restreams:\n  - name: *a<|>\n"],
  ["restreams:\n  - !t<|> a\n"],
])("%j", (fixture, ...expected) => {
  const { view, offset } = viewAt(fixture);
  const shown = rendered(view.document, offset);
  expect(shown.slice(0, expected.length)).toEqual(
    expected.map((it) => (it === "item" ? "item of restream ''" : it)),
  );
  if (expected.length === 0) expect(shown).toEqual([]);
});

test("a comment is where it begins", () => {
  const { view, offset } = viewAt("restreams:\n  - uri: a#b # c<|>\n");
  expect(siteAt(view.document, offset)?.comment).toBe(24);
  const quoted = viewAt("restreams:\n  - uri: 'a # c<|>'\n");
  expect(siteAt(quoted.view.document, quoted.offset)?.comment).toBeUndefined();
});

/** Each thing that may be typed at an offset: what it is, where it is in the tree, and what stands there. */
function rendered(document: Parameters<typeof siteAt>[0], offset: number): string[] {
  const site = siteAt(document, offset);
  if (!site) return [];
  const typed = document.text.slice(site.range.start, site.range.end);
  return [...keysAt(document, site), valueAt(document, site) ?? []]
    .flat()
    .map(({ kind, shape, path }) => {
      const where = kind === "value" ? ` ${path.map((it) => `/${it ?? "-"}`).join("")}` : "";
      return `${kind}${where}${shape ? ` of ${shape}` : ""} '${typed}'`;
    });
}
