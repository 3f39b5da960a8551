import { describe, expect, test } from "vitest";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { parseDocument } from "../document.ts";
import { duplicateKey } from "./duplicate-key.ts";

checkRule(duplicateKey, {
  valid: [
    // The same key in two mappings.
    "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n  - stream_id: 20\n    uri: rtmp://backup.studio-b.net/live/a\n",
    // A merged key gives way to the mapping's own.
    "x-a: &a {active: true}\nx-b: &b {active: false}\nrestreams:\n  - <<: [*a, *b]\n    active: true\n    stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n",
    // Keys in another case are other keys.
    "restreams:\n  - uri: rtmp://ingest.studio-b.net/live/a\n    URI: rtmp://ingest.studio-b.net/live/b\n",
    // A number and a text are two keys in YAML.
    'a: {1: b, "1": c}\n',
    // What is left alone.
    "x-a: {b: 1, b: 2}\nx-a: 1\nsops: {age: 1, age: 2}\n$schema: a\n$schema: b\nrestreams: []\n",
    '{ "restreams": [{ "x-a": { "b": 1, "b": 2 } }] }\n',
    // The rest of a value that commas cut is no key.
    "restreams:\n  - {stream_id: 20, uri: srt://ingest.studio-b.net:9000?streamid=a,b,b}\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
    "uri": rtmp://backup.studio-b.net/live/a
#   ^^^^^ "uri" is there already, and readers disagree on which one counts: delete one
    'uri':
#   ^^^^^ "uri" is there already, and readers disagree on which one counts: delete one
`,
    },
    {
      // Equal values are read alike, but strict readers refuse the text.
      code: `\
{ "restream": { "stream_id": 20, "uri": "rtmp://ingest.studio-b.net/live/a", "stream_id": 20 } }
#                                                                            ^^^^^^^^^^^ "stream_id" is there already, and readers disagree on which one counts: delete one
`,
    },
    {
      // At any depth, and in what is no restream. A name that is no field's may be a secret.
      code: `\
restreams: []
restreams: []
^^^^^^^^^ "restreams" is there already, and readers disagree on which one counts: delete one
notes:
  - {hunter2: 1, hunter2: 2}
#                ^^^^^^^ This key is there already, and readers disagree on which one counts: delete one
`,
    },
    {
      // An anchor is read once, however many aliases lead to it.
      code: `\
x-a: &a {active: true, active: false}
#                      ^^^^^^ "active" is there already, and readers disagree on which one counts: delete one
restreams:
  - *a
  - *a
`,
    },
    {
      // What is left alone counts where it is merged in.
      code: `\
x-a: &a {active: true, active: false}
#                      ^^^^^^ "active" is there already, and readers disagree on which one counts: delete one
restreams:
  - <<: *a
    stream_id: 20
`,
    },
  ],
});

describe("duplicate-key", () => {
  test("leads to the first one", () => {
    const text = '{ "a/b": [{ "uri": 1, "uri": 2, "uri": 3 }] }';
    expect(Array.from(duplicateKey.check(parseFixture(text)))).toMatchObject([
      {
        path: "",
        range: { start: 22, end: 27 },
        related: [{ range: { start: 12, end: 17 } }],
      },
      {
        path: "",
        range: { start: 32, end: 37 },
        related: [{ range: { start: 12, end: 17 } }],
      },
    ]);
  });

  // Comparing each with each would take minutes.
  test("takes a mapping of any size", () => {
    const keys = Array.from({ length: 100_000 }, (_, it) => `k${it}: 1\n`);
    const document = parseDocument(`${keys.join("")}k7: 1\n`);
    expect(Array.from(duplicateKey.check(document), ({ path }) => path)).toEqual([""]);
  });

  test("takes aliases of aliases", () => {
    const anchors = Array.from(
      { length: 8 },
      (_, it) => `  - &a${it + 1} {b: *a${it}, c: *a${it}}\n`,
    );
    const document = parseDocument(`x-a:\n  - &a0 {d: 1, d: 2}\n${anchors.join("")}e: *a8\n`);
    const found = Array.from(duplicateKey.check(document), ({ path }) => path);
    expect(found).toEqual([`/e${"/b".repeat(8)}/d`]);
  });
});
