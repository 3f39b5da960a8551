import { mutated, parseFixture } from "@restream-lint/testkit";
import { assert, nat, property, readConfigureGlobal } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, parseDocument } from "../document.ts";
import { applyEdits } from "../fix.ts";
import type { Range } from "../range.ts";
import type { Node } from "../syntax/node.ts";
import { nameAt } from "./name.ts";
import { namesIn } from "./names.ts";
import { renameEdits } from "./rename.ts";

/** The text after the name at the cursor is renamed, or why it cannot be. */
function renamed(marked: string, newName: string): string {
  const offset = marked.indexOf("<|>");
  const text = marked.replace("<|>", "");
  const place = nameAt(namesIn(parseFixture(text)), offset);
  if (!place) throw new Error("No name at the cursor");
  const edits = renameEdits(place.name, newName);
  return typeof edits === "string" ? edits : applyEdits(text, edits);
}

describe("renameEdits", () => {
  test.each([
    [
      "streams:\n  - id: 20\nrestreams:\n  - stream_id: <|>20\n  - stream_id: '20'\n  - stream_id: 2\n",
      "7",
      "streams:\n  - id: 7\nrestreams:\n  - stream_id: 7\n  - stream_id: '7'\n  - stream_id: 2\n",
    ],
    [
      '[{"stream_id": 20}, {"stream_id": "20<|>"}]',
      "21",
      '[{"stream_id": 21}, {"stream_id": "21"}]',
    ],
    // Another YAML document has other streams.
    [
      "- stream_id: <|>20\n---\n- stream_id: 20\n- stream_id: 21\n",
      "21",
      "- stream_id: 21\n---\n- stream_id: 20\n- stream_id: 21\n",
    ],
    [
      "x-id: &id 20\nrestreams:\n  - stream_id: *<|>id\n  - stream_id: *id\n",
      "é.1",
      "x-id: &é.1 20\nrestreams:\n  - stream_id: *é.1\n  - stream_id: *é.1\n",
    ],
    // One of two.
    ["- &a 1\n- *a\n- &<|>a 2\n- *a\n", "b", "- &a 1\n- *a\n- &b 2\n- *b\n"],
    // Itself.
    ["- &a 1\n- &<|>a 2\n- *a\n", "a", "- &a 1\n- &a 2\n- *a\n"],
    ["- stream_id: <|>20\n", "20", "- stream_id: 20\n"],
    ["- stream_id: <|>20\n", "9007199254740991", "- stream_id: 9007199254740991\n"],
  ])("%j to %j", (marked, newName, text) => {
    expect(renamed(marked, newName)).toBe(text);
  });

  const anchor = "- &<|>a 1\n- *a\n- &b 2\n";
  const stream = "streams:\n  - id: 21\nrestreams:\n  - stream_id: <|>20\n";
  test.each([
    [anchor, "", /^An anchor without a name/],
    [anchor, "&c", /without its & or \*/],
    [anchor, "*c", /without its & or \*/],
    ..."c d|c\td|c\n|c,d|c]|{c|c\0|c\u00a0|c\u200b|c\ud83d|c\ufffe|c\ufffd"
      .split("|")
      .map((it): [string, string, RegExp] => [anchor, it, /^YAML ends an anchor's name/]),
    [anchor, "c:", /read as a key/],
    [anchor, "b", /^Another anchor of this YAML document is called b,/],
    [stream, "21", /^There is a stream 21 here already/],
    ...[
      "",
      "0",
      "-1",
      "1.5",
      "020",
      "1e3",
      "0x14",
      " 22",
      "22 ",
      "٢",
      "a",
      "${ID}",
      "9007199254740992",
    ].map((it): [string, string, RegExp] => [
      stream,
      it,
      /^A stream's ID is a whole number from 1 to 9007199254740991/,
    ]),
    ["- stream_id: ${<|>ID}\n", "20", /^Only a stream's number/],
    ["- stream_id: <|>>-\n    20\n", "21", /several lines/],
    ["- stream_id: &id <|>20\n  client_user_id: *id\n", "21", /^An alias takes this number/],
    ["- stream_id: <|>20\n- 'open\n", "21", /^What is broken/],
  ])("%j to %j is impossible", (marked, newName, why) => {
    expect(renamed(marked, newName)).toMatch(why);
  });

  test("repeats nothing that stands where an ID should", () => {
    expect(renamed("- stream_id: <|>sk_live_4242\n", "20")).not.toContain("4242");
    expect(renamed("- stream_id: <|>20\n", "sk_live_4242")).not.toContain("4242");
  });

  test("changes names, and nothing else, and back", () => {
    const numRuns = 5 * (readConfigureGlobal().numRuns ?? 100);
    let count = 0;
    assert(
      property(mutated(TEXTS), nat(), (text, number) => {
        const document = parseFixture(text);
        const names = namesIn(document);
        const name = names[number % Math.max(names.length, 1)];
        const newName = name?.kind === "anchor" ? "fresh" : "4711";
        const edits = name ? renameEdits(name, newName) : "";
        if (!name || typeof edits === "string") return;
        const { language } = document;
        const after = parseDocument(applyEdits(text, edits), { language });
        expect(after.syntax.faults, after.text).toEqual([]);
        const places = [...name.definitions, ...name.uses];
        const to = name.kind === "stream" ? { places, newName } : undefined;
        expect(saidBy(after), text).toEqual(saidBy(document, to));
        expect(pairsOf(after), text).toEqual(pairsOf(document));
        expect(namesIn(after)).toHaveLength(names.length);

        const again = namesIn(after).find((it) => it.kind === name.kind && it.text === newName);
        const back = again && renameEdits(again, name.text);
        const twice =
          names.filter((it) => it.kind === name.kind && it.text === name.text).length > 1;
        if (name.kind === "anchor" && twice) return;
        if (typeof back !== "object") throw new Error(`Not back: ${back}`);
        if (places.some(({ start, end }) => text.slice(start, end) !== name.text)) return;
        expect(applyEdits(after.text, back)).toBe(text);
        count += 1;
      }),
      { numRuns },
    );
    expect(count).toBeGreaterThan(numRuns / 5);
  });
});

const TEXTS = [
  `x-base: &a
  stream_id: &b 20
streams:
  - id: *b
  - id: 21
restreams:
  - <<: *a
    uri: rtmp://h.acme.net/live/k
  - {uri: "srt://h.acme.net:9000?mode=caller&latency=2", stream_id: '21', name: x}
  - stream_id: 20
--- # two
- &a
  stream_id: 21
- *a
- <<: *a
  name: y
`,
  `{"streams": [{"id": 20}, {"id": 21}],
  "restreams": [{"stream_id": 20, "name": "x"}, {"stream_id": "20"}, {"stream_id": 21}]}
`,
];

/** The ID of a stream that is to be another, and where it stands. */
interface Change {
  readonly places: readonly Range[];
  readonly newName: string;
}

/** What a document says, each alias and merge written out, with other values at some places. */
function saidBy({ syntax }: Document, change?: Change): unknown[] {
  return syntax.roots.map(said);

  function said(node: Node | undefined): unknown {
    if (node?.kind === "sequence") return node.items.map(said);
    if (node?.kind === "mapping") {
      const entries = node.entries.map(({ key, value }) => [said(key), said(value)]);
      return { entries, merged: node.merged.map(said) };
    }
    if (!node || !change?.places.some((it) => isIn(node.range, it.start))) return node?.value;
    return typeof node.value === "number" ? Number(change.newName) : change.newName;
  }
}

/** The index of each restream's stream, and which of them say the same ID in the same YAML document. */
function pairsOf({ restreams, streams, syntax }: Document): unknown[] {
  const ids = restreams.map(({ node, streamId }) => {
    const root = syntax.roots.findIndex(({ range }) => isIn(range, node.range.start));
    return streamId && `${root} ${streamId}`;
  });
  return restreams.map(({ stream }, index) => [
    stream ? streams.indexOf(stream) : undefined,
    ids.indexOf(ids[index]),
  ]);
}

function isIn({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset < end;
}
