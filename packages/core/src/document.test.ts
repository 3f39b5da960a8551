import { mutated } from "@restream-lint/testkit";
import { assert, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, edit, parseDocument } from "./document.ts";
import { lint } from "./lint.ts";
import type { Node } from "./syntax/node.ts";
import type { Language } from "./syntax/syntax.ts";

const YAML = [
  `\
# Studio 🎥
streams:
  - id: 20
    protocol: rtmp
restreams:
  - name: "YouTube \\u0026 more"
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY:-x}
  - name: 'Studio ''B'''
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000&passphrase=short # soon
    latency_unit: us
  - {uri: srt://h.acme.net:9000?streamid=a,b, stream_id: 20}
`,
  `\
x-base: &base
  stream_id: 20
  active: false
restreams:
  - <<: *base
    uri: >-
      rtmp://h.acme.net/live/k
  - &second
    <<: [*base, { network: cross-region }]
    uri: "rtmps://h.acme.net:80/live/
      k"
  - *second
---
restream:
  uri: |
    srt://[2001:db8::1]:9000?latency=0
  stream_id: !ENV \${ID}
...
---
- uri: rtmp://user:pass@127.0.0.1/live/k
  stream_id: "7"
`,
  "\ufeffrestreams:\r\n- name: A\r\n  uri: SRT://h.acme.net:9000?type=caller\r\n  stream_id: 1\r\n\tlive: true\r\n- uri: 'x\r\n",
];
const JSON_TEXTS = [
  `\
\ufeff{
  "streams": [{ "id": 20, "protocol": "srt" }],
  "restreams": [
    { "name": "A 🎥", "stream_id": "20", "uri": "srt:\\/\\/h.acme.net:9000?mode=caller\\u0026latency=1e3", "live": true },
    { "uri": "rtmp://h.acme.net", "stream_id": 0, "x-a": [1, { "b": null }] }, // one
  ],
}
`,
];
const TEXTS: readonly [Language, string][] = [
  ...YAML.map((text): [Language, string] => ["yaml", text]),
  ...JSON_TEXTS.flatMap((text): [Language, string][] => [
    ["json", text],
    ["jsonc", text],
  ]),
];

describe("parseDocument", () => {
  test.each(TEXTS)(
    "every prefix of a text in %s is a document, with places inside it",
    (language, text) => {
      for (let end = 0; end <= text.length; end++) checkDocument(text.slice(0, end), language);
    },
  );

  test("so is any text", () => {
    const check = property(mutated(TEXTS.map(([, text]) => text)), (text) => {
      for (const language of ["yaml", "json", "jsonc"] as const) checkDocument(text, language);
    });
    assert(check);
  });

  test.each(TEXTS)("nothing that reads a document in %s changes it", (language, text) => {
    const document = frozen(parseDocument(text, { language }));
    expect(lint(document)).toEqual(lint(parseDocument(text, { language })));
  });

  test.each(TEXTS)("the same text in %s is the same document", (language, text) => {
    expect(parseDocument(text, { language })).toEqual(parseDocument(text, { language }));
  });

  test("a text of more than 64 MB is not read", () => {
    const document = parseDocument(" ".repeat(64 * 1024 * 1024 + 1));
    expect(document).toMatchObject({ syntax: { roots: [], faults: [] }, restreams: [], shape: [] });
  });
});

describe("edit", () => {
  test("is parsing the new text", () => {
    const check = property(
      mutated(TEXTS.map(([, text]) => text)),
      mutated(["", "x", "- "]),
      nat(),
      nat(),
      (text, newText, from, length) => {
        for (const language of ["yaml", "json"] as const) {
          const start = from % (text.length + 1);
          const range = { start, end: start + (length % (text.length - start + 1)) };
          const changed = text.slice(0, start) + newText + text.slice(range.end);
          const document = parseDocument(text, { language });
          expect(edit(document, { range, newText })).toEqual(parseDocument(changed, { language }));
        }
      },
    );
    assert(check);
  });

  test("leaves the old document as it was", () => {
    const text = "restreams:\n  - uri: a\n";
    const document = frozen(parseDocument(text));
    edit(document, { range: { start: 0, end: 4 }, newText: "x" });
    expect(document).toEqual(parseDocument(text));
  });
});

describe("what is read of a broken text", () => {
  test.each<[string, Language, string[]]>([
    // A restream with a syntax fault proves nothing; the others are read.
    ["restreams:\n  - uri: a\n  - uri: 'b\n  - uri: c\n", "yaml", ["/restreams/0", "/restreams/2"]],
    ["restreams:\n  - uri: a\n    x: [\n  - uri: b\n", "yaml", ["/restreams/1"]],
    ["- uri: a\n    b\n- uri: c\n", "yaml", ["/0", "/1"]],
    ["- uri: a\n  b: c: d\n- uri: c\n", "yaml", ["/1"]],
    ['[{ "uri": "a" }, { "uri": }, { "uri": "c" }]', "json", ["/0", "/2"]],
    ['[{ "uri": "a" },\n { "uri": "b",\n { "uri": "c" }]', "json", ["/0", "/2"]],
    ["restream:\n  uri: a\n  b: 'c\n", "yaml", []],
    // A half-typed one has no URI, or one that goes on being typed.
    ["restreams:\n  - uri:\n  - u\n  -\n", "yaml", ["/restreams/0"]],
    // A fault before the list is none of its items'.
    ["x: 'a'b\nrestreams:\n  - uri: c\n", "yaml", ["/restreams/0"]],
  ])("of %j (%s): %j", (text, language, paths) => {
    expect(parseDocument(text, { language }).restreams.map(({ path }) => path)).toEqual(paths);
  });
});

/** Parses and lints, and sees that every range lies in the text. */
function checkDocument(text: string, language: Language): void {
  const document = parseDocument(text, { language });
  const { roots, faults } = document.syntax;
  for (const node of nodesIn(roots)) checkRange(node.range);
  for (const { range } of faults) checkRange(range);
  for (const { range, related, fixes } of lint(document)) {
    checkRange(range);
    for (const it of related) checkRange(it.range);
    for (const { edits } of fixes) for (const it of edits) checkRange(it.range);
  }

  function checkRange({ start, end }: { start: number; end: number }): void {
    if (!(start >= 0 && start <= end && end <= text.length)) {
      expect.fail(`${start}–${end} is no range of ${JSON.stringify(text)} (${language})`);
    }
  }
}

function* nodesIn(nodes: readonly Node[]): Iterable<Node> {
  for (const node of nodes) {
    yield node;
    if (node.kind === "sequence") yield* nodesIn(node.items);
    if (node.kind === "mapping") {
      for (const { key, value } of node.entries) yield* nodesIn(value ? [key, value] : [key]);
    }
  }
}

/** The document, and all in it, frozen. */
function frozen(document: Document): Document {
  const seen = new Set<unknown>([document]);
  for (const value of seen) {
    if (typeof value !== "object" || value === null) continue;
    Object.freeze(value);
    for (const it of Object.values(value)) seen.add(it);
  }
  return document;
}
