import { mutated } from "@restream-lint/testkit";
import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  oneof,
  option,
  property,
  record,
  sample,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { certainlyFine } from "./certainly-fine.ts";
import { isRestreamDocument, parseDocument } from "../document.ts";
import { keyOf } from "../field/target-address.ts";
import { PLATFORMS } from "../gcore/platform-table.ts";
import { judge } from "../lint.ts";
import type { Language } from "../syntax/syntax.ts";
import { lintAcross } from "../lint-across.ts";
import { rules } from "../rules/index.ts";
import { PROTOCOLS } from "../uri/uri.ts";

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

test.each(FINE)("knows that nothing is wrong with %j", (text) => {
  expect(certainlyFine(text, "yaml")).toBeDefined();
  expect(saidOf(text)).toEqual([]);
});

const JSON_TEXTS = [undefined, 2].map((indent) =>
  JSON.stringify(
    {
      restreams: [
        { name: "A B", stream_id: 1, uri: "rtmp://h.acme.net/live/${A}", active: true },
        { stream_id: 1, uri: "srt://h.acme.net:9000?mode=caller&latency=2", latency_unit: "s" },
      ],
    },
    undefined,
    indent,
  ),
);

test.each(JSON_TEXTS)("knows that nothing is wrong with %s", (text) => {
  expect([...(certainlyFine(text, "json")?.keys ?? [])]).toEqual(["${A}", ""]);
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
  expect([...(certainlyFine(text ?? "", "yaml")?.keys ?? [])]).toEqual(expected);
});

test.each([
  "",
  "restreams:\n",
  "restreams: []\n",
  // No line break at the end, others than \n, a byte order mark: all of it fine, and left to the parsers.
  FINE[1]?.trimEnd() ?? "",
  FINE[1]?.replaceAll("\n", "\r\n") ?? "",
  `\ufeff${FINE[1]}`,
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

describe("what it is certain of, linting says nothing of", () => {
  test("in texts that somebody changed", () => {
    assert(property(mutated(FINE), (text) => checkFine(text)));
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

  test("whatever stands in the fields", () => {
    assert(property(documents(), (text) => checkFine(text)));
  });

  test("in JSON neither, however it is indented and wrapped", () => {
    assert(property(jsonTexts(), (text) => checkFine(text, "json")));
    assert(property(mutated(JSON_TEXTS), (text) => checkFine(text, "json")));
  });

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
    const certain = sample(texts, 1000).filter((text) => certainlyFine(text, language));
    expect(certain.length).toBeGreaterThan(20);
  });
});

function checkFine(text: string, language: Language = "yaml"): void {
  const fine = certainlyFine(text, language);
  if (!fine) return;
  expect(saidOf(text, language), text).toEqual([]);
  const { targets } = parseDocument(text, { language });
  expect(fine.keys).toEqual(new Set(targets.map(keyOf)));
}

/** Every finding; and the text itself, were it no restream document. */
function saidOf(text: string, language: Language = "yaml"): readonly string[] {
  const document = parseDocument(text, { language });
  const { diagnostics, suppressed } = judge(document);
  expect(suppressed).toBe(0);
  const said = diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
  return isRestreamDocument(document) ? said : [...said, text];
}

/** Documents of the form that is looked for: mostly fine, and nearly fine now and then. */
function documents(): Arbitrary<string> {
  const restream = record({
    name: option(
      mostly(
        ["A1", "Studio", "Studio B", '"Studio B"', "yes", "YouTube", "Köln – 2", "A - b", "Эфир"],
        [
          "True",
          "null",
          '"a-"',
          "A: b",
          "a #b",
          "~",
          "0x1",
          "Infinity",
          '"é"',
          "A:",
          "A: ",
          "- A",
          "A #",
          "A .",
          "...",
          "---",
          "${",
          '"${"',
          "A\u00a0b",
        ],
      ),
    ),
    stream_id: mostly(["1", "2", "20", "999999999"], ["0", "01", "1e3", '"1"', ""]),
    active: option(mostly(["true", "false"], ["yes", "True"])),
    client_user_id: option(mostly(["1", "10"], ["0x1", "0"])),
    latency_unit: mostly(["us", "ms", "ms", "s"], ["m", "toString", null]),
    network: option(mostly(["public-internet", "cross-region"], ["lan", ""]), { freq: 3 }),
    uri: oneof(rtmpUris(), srtUris()),
  });
  const list = (name: string, items: readonly Readonly<Record<string, string | null>>[]) =>
    items.length === 0 ? [] : [`${name}:`, ...items.flatMap(linesOf)];
  return record({
    streams: array(streams(), { maxLength: 2 }),
    restreams: array(restream, { minLength: 1, maxLength: 2 }),
    isLast: boolean(),
  }).map((it) => {
    const lists = [list("streams", it.streams), list("restreams", it.restreams)];
    return [...(it.isLast ? lists.toReversed() : lists).flat(), ""].join("\n");
  });
}

function streams(): Arbitrary<Readonly<Record<string, string | null>>> {
  const limit = (most: number) => option(mostly([String(most), "2"], [`${most + 1}`, "0", "2.5"]));
  return record({
    id: mostly(["1", "2", "20"], ["0", "x", ""]),
    protocol: option(mostly(["rtmp", "rtmps", "srt"], ["RTMP", "webrtc"])),
    video_codec: option(mostly(["h264"], ["hevc", "H.264"])),
    audio_codec: option(mostly(["aac"], ["opus", "mp3"])),
    video_bitrate: limit(5000),
    audio_bitrate: limit(256),
    keyframe_interval: limit(4),
    frame_rate: limit(60),
    width: limit(1920),
    height: limit(1080),
  });
}

/** The same as JSON, in each form that a text may have. */
function jsonTexts(): Arbitrary<string> {
  const body = record({
    name: option(
      mostly<unknown>(
        ["A1", "Studio B", "", "true", "é – 1"],
        [1, null, "a\nb", '"', "${", "${}", "${A:-", "{{", "a ${ b", "\\", "\u202e"],
      ),
      {
        nil: undefined,
      },
    ),
    stream_id: mostly<unknown>([1, 2, 20], [0, -1, 1.5, "1", null, 1e21]),
    active: option(mostly<unknown>([true, false], ["true", 1]), { nil: undefined }),
    latency_unit: mostly<unknown>(["us", "ms", "s"], ["m", 1, null]),
    uri: oneof(rtmpUris(), srtUris()),
  });
  const stream = record({
    id: mostly<unknown>([1, 2, 20], [0, "1"]),
    protocol: option(mostly<unknown>(["rtmp", "rtmps", "srt"], ["webrtc", 1]), { nil: undefined }),
    video_codec: option(mostly<unknown>(["h264"], ["hevc"]), { nil: undefined }),
    video_bitrate: option(mostly<unknown>([5000, 1], [5001, 0, "1"]), { nil: undefined }),
  });
  const value = oneof<Arbitrary<unknown>[]>(
    record({
      streams: array(stream, { maxLength: 2 }),
      restreams: array(body, { minLength: 1, maxLength: 2 }),
    }),
    body,
    body.map((it) => ({ restream: it })),
    array(body, { minLength: 1, maxLength: 2 }),
    array(body, { minLength: 1, maxLength: 2 }).map((it) => ({ restreams: it })),
    body.chain((it) =>
      constantFrom<unknown>(
        [],
        { restreams: [] },
        { restreams: [it], streams: [] },
        { restreams: it },
        [[it]],
      ),
    ),
  );
  return record({
    value,
    indent: mostly<number | string | undefined>([undefined, 2, 4], ["\t", 1]),
    end: mostly(["", "\n"], ["\n\n", " "]),
  }).map((it) => `${JSON.stringify(it.value, undefined, it.indent)}${it.end}`);
}

/** One of the first in nine of ten cases. */
function mostly<T>(fine: readonly T[], others: readonly T[]): Arbitrary<T> {
  return oneof(
    { weight: 9, arbitrary: constantFrom(...fine) },
    { weight: 1, arbitrary: constantFrom(...others) },
  );
}

function linesOf(fields: Readonly<Record<string, string | null>>): string[] {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${value}`],
  );
  return lines.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`);
}

/** Every host that the table of platforms speaks of. */
const KNOWN_HOSTS = PLATFORMS.flatMap(({ hosts: patterns, sites = [], servers = [] }) => [
  ...patterns.flatMap((it) => [it.replace("*", "a"), it.replace("*", "live")]),
  ...sites,
  ...sites.map((it) => `www.${it}`),
  ...servers.map((it) => /^\w+:\/\/([^/:]+)/.exec(it)?.[1] ?? ""),
]);

const NO_SERVERS: readonly string[] = [
  "127.0.0.1",
  "localhost",
  "h.local",
  "10.0.0.1",
  "example.com",
  "a.example",
  "a.test",
  "your-server.com",
  "server-ip",
  "hostname",
  "xxx.xxx",
  "a_b.net",
  "A.net",
  "h",
  "h.",
  "-a.net",
  "h.invalid",
  "1.2.3.4.clients.your-server.de",
  "8.8.8.8",
  "[2001:db8::1]",
  "${HOST}",
  "h.acme.net.",
  "ip",
  "domain.com",
  "addr.name",
];

const ODD_KEYS: readonly string[] = [
  "${KEY} #a=b",
  "${KEY} #!::a",
  "${KEY}#a",
  "${KEY} a # b",
  "${KEY} #",
  "${KEY} # a",
  "${KEY}${KEY}",
  "x${KEY}",
  "abcd-efgh",
  "${key}",
  "${KEY:-a}",
  "${}",
  "xxxx",
  "",
  "key?token=${A}",
  "yourkey?token=${A}",
  "xxxx?token=${A}",
  "placeholder?token=${A}",
  "backup?token=a",
  "backup?token=${A}&b=c",
  "a/${KEY}",
  "replaceme?token=${A}",
];

function hosts(): Arbitrary<string> {
  return oneof(
    {
      weight: 12,
      arbitrary: constantFrom("h.acme.net", "i1.acme-live.net", "ingest.studio-b.net", "a.b.c.tv"),
    },
    { weight: 2, arbitrary: constantFrom(...KNOWN_HOSTS) },
    {
      weight: 1,
      arbitrary: constantFrom(...NO_SERVERS),
    },
  );
}

function keys(): Arbitrary<string> {
  return mostly(
    ["${KEY}", "${KEY_2}", "${A:?is not set}", "backup?token=${KEY}", "live?token=${KEY}"],
    ODD_KEYS,
  );
}

function rtmpUris(): Arbitrary<string> {
  const anywhere = record({
    scheme: mostly(["rtmp"], ["rtmps", "RTMP", "http"]),
    host: hosts(),
    port: mostly(["", ":1935"], [":443", ":80", ":"]),
    app: mostly(["live", "app", "in", "stream"], ["live2", "rtmp", "x", "v2/pub", "key"]),
    key: keys(),
  }).map((it) => `${it.scheme}://${it.host}${it.port}/${it.app}/${it.key}`);
  const servers = PLATFORMS.flatMap(({ servers: known = [] }) => known);
  const platform = record({ server: constantFrom(...servers), key: keys() });
  return oneof(
    anywhere,
    platform.map((it) => `${it.server}/${it.key}`),
  );
}

function srtUris(): Arbitrary<string> {
  return record({
    host: hosts(),
    port: mostly([":9000", ":1", ":65535"], [":65536", ":0", ":99999", "", ":09000"]),
    mode: mostly(["mode=caller"], ["mode=listener", "mode=", "mode=caller&mode=caller"]),
    latency: oneof(
      constantFrom("1", "5", "1000", "2000", "5000", "1000000", "2000000", "5000000"),
      constantFrom("2", "6", "999", "5001", "999999", "5000001", "9999999", "2.5", "0", "02"),
    ),
    rest: mostly(
      ["", "&streamid=${KEY}", "&passphrase=${P}", "&streamid=${KEY}&passphrase=${P}"],
      ["&streamid=a", "&passphrase=short", "&streamid=${P}&streamid=${P}", "&pbkeylen=16"],
    ),
  }).map((it) => `srt://${it.host}${it.port}?${it.mode}&latency=${it.latency}${it.rest}`);
}
