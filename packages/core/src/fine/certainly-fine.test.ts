import { checkEach, mutated, runsOf } from "@restream-lint/testkit";
import { type Arbitrary, array, assert, property, sample } from "fast-check";
import { describe, expect, test } from "vitest";
import { certainlyFine } from "./certainly-fine.ts";
import { judgeSparse, sparseIn } from "./sparse.ts";
import { type Document, isRestreamDocument, parseDocument } from "../document.ts";
import { keyOf } from "../field/target-address.ts";
import { hashOf } from "../hash.ts";
import { judge } from "../lint.ts";
import type { Language } from "../syntax/syntax.ts";
import { lintAcross } from "../lint-across.ts";
import { rules } from "../rules/index.ts";
import { PROTOCOLS } from "../uri/uri.ts";
import { documents, jsonTexts, KNOWN_HOSTS } from "../../test/fine-texts.ts";

const FINE = [
  `\
# Sunday
restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}

  # Soon: #!:: & more
  - name: "Studio B 2"
    stream_id: 20
    client_user_id: 10
    active: false
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000&streamid=\${ID}&passphrase=\${P}
    latency_unit: us
    network: public-internet
`,
  `\
restreams:
- stream_id: 1
  uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FB}
- stream_id: 2
  uri: rtmp://live.twitch.tv/app/\${TWITCH}
- uri: rtmp://h.acme.net:1935/live/\${A}
  stream_id: 2
- uri: rtmp://h.acme.net/live/backup?token=\${A}
  stream_id: 2
- uri: srt://h.acme.net:1?mode=caller&latency=5000
  stream_id: 2
  latency_unit: ms
- uri: srt://h.acme.net:65535?mode=caller&latency=1
  latency_unit: s
  stream_id: 2
`,
  `\
streams: # known
  - id: 20 # the main one: a #b
    protocol: rtmp
    video_codec: h264
    audio_codec: aac
    video_bitrate: 4500
    keyframe_interval: 2
  - id: 21
    protocol: rtmps

restreams:
- name: YouTube
  stream_id: 20
  uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
- stream_id: 21
  uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FB} # a=b&c
`,
];

/** As Windows writes them, and as two people leave them. */
const WRAPPED = FINE.flatMap((it) => [
  it,
  it.replaceAll("\n", "\r\n"),
  it.replaceAll(/\n(?= *uri)/g, "\r\n"),
]);

test.each(WRAPPED)("knows that nothing is wrong with %j", (text) => {
  expect(certainlyFine(text, "yaml")).toBeDefined();
  expect(saidOf(text)).toEqual([]);
});

const JSON_VALUE = {
  restreams: [
    { name: "A B", stream_id: 1, uri: "rtmp://h.acme.net/live/${A}", active: true },
    { stream_id: 1, uri: "srt://h.acme.net:9000?mode=caller&latency=2", latency_unit: "s" },
  ],
};
const JSON_TEXTS = [
  JSON.stringify(JSON_VALUE),
  JSON.stringify(JSON_VALUE, undefined, 2),
  JSON.stringify(JSON_VALUE, undefined, 2).replaceAll("\n", "\r\n"),
];

test.each(JSON_TEXTS)("knows that nothing is wrong with %s", (text) => {
  expect(certainlyFine(text, "json")?.keys).toEqual(["${A}", ""].map(hashOf));
  expect(saidOf(text, "json")).toEqual([]);
});

test.each([
  // A key that is there twice, an odd notation, a depth beyond the stack.
  '{"stream_id":1,"stream_id":2,"uri":"rtmp://h.acme.net/live/${A}"}',
  '{"stream_id":1.0,"uri":"rtmp://h.acme.net/live/${A}"}',
  '{"stream_id":1,"uri":"rtmp:\\/\\/h.acme.net/live/${A}"}',
  `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  '{"__proto__":1,"stream_id":1,"uri":"rtmp://h.acme.net/live/${A}"}',
  "",
  "1",
])("leaves the JSON %j to the parser", (text) => {
  expect(certainlyFine(text, "json")).toBeUndefined();
});

test.each([
  [FINE[0], ["${YOUTUBE_KEY}", "${ID}"]],
  [FINE[1], ["${FB}", "${TWITCH}", "${A}", "backup?token=${A}", ""]],
])("answers what the targets of %j have in common if they are the same", (text, expected) => {
  expect(certainlyFine(text ?? "", "yaml")?.keys).toEqual(expected.map(hashOf));
});

test.each([
  "",
  "restreams:\n",
  "restreams: []\n",
  // No line break at the end, those of old, a byte order mark: all of it fine, and left to the parsers.
  FINE[1]?.trimEnd() ?? "",
  FINE[1]?.replaceAll("\n", "\r") ?? "",
  FINE[1]?.replaceAll("\n", "\r\r\n") ?? "",
  `\ufeff${FINE[1]}`,
  // No text, though a line break of two characters follows it.
  "restreams:\r\n- name: True\r\n  stream_id: 1\r\n  uri: rtmp://h.acme.net/live/${A}\r\n",
  `${FINE[1]}# restream-lint-disable-file\n`,
  "restreams:\n- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n- stream_id: 1\n  uri: rtmp://h.acme.net:1935/live/${A}\n",
  'restreams:\n- name: A b\n  stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n- name: "A b"\n  stream_id: 1\n  uri: rtmp://h.acme.net/live/${B}\n',
  "restreams:\n- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n- stream_id: 1\n  uri: rtmps://a.rtmps.youtube.com/live2/${B}\n",
])("leaves %j to the parsers", (text) => {
  expect(certainlyFine(text, "yaml")).toBeUndefined();
});

test.each(rules.flatMap(({ docs }) => docs.invalid))("is not certain of %j", (text) => {
  expect(certainlyFine(text, "yaml")).toBeUndefined();
});

/** The kinds of random documents. */
const KINDS: readonly (readonly [string, Language, Arbitrary<string>])[] = [
  ["YAML that somebody changed", "yaml", mutated(WRAPPED)],
  ["YAML with anything in its fields", "yaml", documents()],
  ["JSON that somebody changed", "json", mutated(JSON_TEXTS)],
  ["JSON with anything in its fields, however it is indented and wrapped", "json", jsonTexts()],
];
/** How many there are of each. */
const RUNS = runsOf(4000, 200_000);

describe("what it is certain of, linting says nothing of", () => {
  describe(`in ${KINDS.length * RUNS} random documents`, () => {
    test.each(KINDS)(`${RUNS} of %s`, async (_, language, texts) => {
      await checkEach(texts, RUNS, (text) => checkFine(text, language));
    });
  });

  test.each(KNOWN_HOSTS)("of a target at %s", (host) => {
    const paths = ["/live/${A}", ":1935/app/${A}", "/live2/${A}", "/rtmp/${A}"];
    for (const path of paths)
      checkFine(`restreams:\n- stream_id: 1\n  uri: rtmp://${host}${path}\n`);
    checkFine(
      `restreams:\n- stream_id: 1\n  latency_unit: s\n  uri: srt://${host}:9000?mode=caller&latency=4\n`,
    );
  });

  const TARGETS = [
    "rtmp://a.rtmp.youtube.com/live2/${A}",
    "rtmps://live-api-s.facebook.com:443/rtmp/${A}",
    "srt://h.acme.net:9000?mode=caller&latency=2",
  ];
  const pairs = PROTOCOLS.flatMap((source) => TARGETS.map((uri) => [source, uri] as const));
  test.each(pairs)(
    "of a source by %s and a target at %s: where Gcore lists them",
    (source, uri) => {
      const declared = `streams:\n- id: 1\n  protocol: ${source}\n`;
      const text = `${declared}restreams:\n- stream_id: 1\n  latency_unit: s\n  uri: ${uri}\n`;
      expect(certainlyFine(text, "yaml") !== undefined).toBe(saidOf(text).length === 0);
    },
  );

  test.each(Object.entries({ video_bitrate: 5000, audio_bitrate: 256, keyframe_interval: 4 }))(
    "of a stream with a %s of %i, and of one more it is not certain",
    (field, most) => {
      const text = (value: number) =>
        `streams:\n- id: 1\n  ${field}: ${value}\nrestreams:\n- stream_id: 1\n  uri: ${TARGETS[1]}\n`;
      expect(certainlyFine(text(most), "yaml")).toBeDefined();
      expect(saidOf(text(most))).toEqual([]);
      expect(certainlyFine(text(most + 1), "yaml")).toBeUndefined();
    },
  );

  test("of several together neither, where no address is there twice", () => {
    assert(
      property(array(documents(), { minLength: 2, maxLength: 4 }), (texts) => {
        const fine = texts.flatMap((text) => (certainlyFine(text, "yaml") ? [text] : []));
        const found = fine.flatMap((text) => [...(certainlyFine(text, "yaml")?.keys ?? [])]);
        if (new Set(found).size < found.length) return;
        const judged = fine.map((text) => ({ document: parseDocument(text) }));
        expect(lintAcross(judged), fine.join("---\n")).toEqual([]);
      }),
    );
  });

  test.each<[Language, Arbitrary<string>]>([
    ["yaml", documents()],
    ["json", jsonTexts()],
  ])("and many such texts are certain, in %s", (language, texts) => {
    const certain = sample(texts, 3000).filter((text) => certainlyFine(text, language));
    expect(certain.length).toBeGreaterThan(20);
  });
});

test.each<[Language, string, string]>([
  ["yaml", "restreams:\n- __proto__: x\n", FINE[1] ?? ""],
  ["yaml", "restreams:\n  - __proto__: x\n", FINE[0] ?? ""],
  ["json", '[{"__proto__":1}]', JSON_TEXTS[0] ?? ""],
])("learns nothing in %s from %j that says something of another text", (language, odd, text) => {
  const broken = text.replace("rtmp://", "rtmq://").replace("stream_id", "streem_id");
  certainlyFine(odd, language);
  sparseIn(odd, language);
  expect(certainlyFine(text, language)).toBeDefined();
  expect(certainlyFine(broken, language)).toBeUndefined();
  const sparse = sparseIn(broken, language);
  const document = parseDocument(broken, { language });
  expect(sparse && judgeSparse(sparse).diagnostics).toEqual(judge(document).diagnostics);
});

test.each(["Foo", "true", "null"])(
  "takes no text without quotes for one of JSON, whatever stood in its place before: %s",
  (word) => {
    const textWith = (name: string) =>
      `[{"stream_id":5,"name":${name},"uri":"rtmp://h.acme.net/live/\${KEY}"}]`;
    certainlyFine(textWith("4"), "json");
    expect(certainlyFine(textWith(word), "json")).toBeUndefined();
    certainlyFine('{"streams":[{"id":1,"protocol":4,"video_codec":4}]}', "json");
    const stream = '{"id":1,"protocol":rtmp,"video_codec":h264}';
    const restream = textWith('"A"').replace(":5", ":1");
    const text = `{"streams":[${stream}],"restreams":${restream}}`;
    expect(certainlyFine(text, "json")).toBeUndefined();
    expect(
      certainlyFine(text.replace("rtmp,", '"rtmp",').replace("h264", '"h264"'), "json"),
    ).toBeDefined();
  },
);

function checkFine(text: string, language: Language = "yaml"): void {
  const fine = certainlyFine(text, language);
  expect(certainlyFine(text, language, true)).toEqual(fine && { keys: [] });
  if (!fine) return;
  const document = parseDocument(text, { language });
  expect(saidIn(document), text).toEqual([]);
  expect(fine.keys).toEqual([...new Set(document.targets.map(keyOf))].map(hashOf));
}

/** Every finding; and the text itself, were it no restream document. */
function saidOf(text: string, language: Language = "yaml"): readonly string[] {
  return saidIn(parseDocument(text, { language }));
}

function saidIn(document: Document): readonly string[] {
  const { diagnostics, suppressed } = judge(document);
  expect(suppressed).toBe(0);
  const said = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  return isRestreamDocument(document) ? said : [...said, document.text];
}
