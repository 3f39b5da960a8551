import { readdirSync, readFileSync } from "node:fs";
import {
  type Settings,
  SETTINGS_SCHEMA,
  type SettingsShape,
  SRT_PARAMETERS,
} from "@restream-lint/core";
import { assert, constantFrom, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkupContent } from "vscode-languageserver-types";
import { type About, viewAt, viewOf } from "../../test/view-of.ts";
import type { View } from "../view.ts";
import { hover } from "./hover.ts";

const SETTINGS: About = { uri: "file:///shows/.restream-lint.yaml" };

describe("a URI", () => {
  test.each([
    // Each part, what it is, and what holds without it.
    [
      "sr<|>t://h.acme.net:9000",
      "srt",
      "**SRT**: Secure",
      "over UDP",
      "no default port",
      "RTMP and SRT sources for SRT targets",
    ],
    [
      "rtmp://h.acme.net<|>/live/k",
      "h.acme.net",
      "No platform that is known",
      "The default port of RTMP is 1935.",
    ],
    [
      "rtmps://h.acme.net:4<|>43/live/k",
      "443",
      "**Port** `443`",
      "The default port of RTMPS is 443.",
    ],
    [
      "srt://live.cloudflare.com:<|>778",
      "778",
      "SRT has no default port: it must be written.",
      "Cloudflare Stream listens on 778",
    ],
    [
      "rtmp://us<|>er:pass@h.acme.net/live/k",
      "user:pass",
      "**User and password**",
      "a secret, and never shown",
    ],
    ["rtmp://h.acme.net/li<|>ve/k", "live", "**App** `live`"],
    ["rtmp://a.rtmp.youtube.com/live<|>2/k", "live2", "YouTube takes `live2` ([YouTube](https://"],
    [
      "rtmp://h.acme.net/live/ab<|>cd",
      "abcd",
      "**Stream key**",
      "a secret, and never shown",
      "`rtmp://h.acme.net/live/***`",
    ],
    [
      "rtmp://h.acme.net/live/k?to<|>ken=abcd",
      "token=abcd",
      "**Query**",
      "a secret, and never shown",
    ],
    ["rtmp://h.acme.net/live/k#ab<|>cd", "abcd", "**Fragment**", "a secret, and never shown"],
    ["srt://h.acme.net:9000/li<|>ve?mode=caller", "/live", "no SRT server reads it"],
    // Between two parts: the whole.
    ["rtmp:/<|>/h.acme.net/live/k", "rtmp://h.acme.net/live/k", "**RTMP**"],
    ["http<|>://h.acme.net/live", "http", "Gcore pushes to `rtmp`, `rtmps` and `srt` alone"],
    ["<|>nonsense", "nonsense", "**Target URI**"],
  ])("%s", (uri, ...said) => {
    expectHover(hoverAt(restream(uri)), said);
  });

  test.each([
    // The name and the value are one, as in the text; each tool has its unit and its range.
    [
      "mo<|>de=caller",
      "mode=caller",
      "default: `caller`",
      "Gcore supports only `caller`",
      "Sources: [Gcore](https://gcore.com/",
    ],
    ["mode=cal<|>ler", "mode=caller", "`caller`, `listener` or `rendezvous`"],
    [
      "lat<|>ency=2000",
      "latency=2000",
      "default: 120 ms",
      "libsrt and its tools: 0 or more milliseconds",
      "FFmpeg and OBS: -1 or more microseconds",
    ],
    [
      "pbkeylen<|>=16",
      "pbkeylen=16",
      "libsrt and its tools: 0 to 32 bytes",
      "FFmpeg and OBS: -1 to 32 bytes",
    ],
    ["fc<|>=64", "fc=64", "32 or more packets", "default: 25 600 packets"],
    ["tlpktdrop=<|>1", "tlpktdrop=1", "FFmpeg and OBS: `1` or `0`"],
    ["transtype=<|>live", "transtype=live", "a live push needs `live`"],
    [
      "passphrase=<|>abcdefghij",
      "passphrase=abcdefghij",
      "10 to 79 bytes",
      "a secret, and never shown",
      "?passphrase=***`",
    ],
    [
      "streamid=ab<|>cd",
      "streamid=abcd",
      "512 bytes",
      "a secret, and never shown",
      "?streamid=***`",
    ],
    ["color=<|>red", "color=red", "Neither libsrt nor FFmpeg has an SRT parameter of this name."],
  ])("?%s", (query, ...said) => {
    expectHover(hoverAt(restream(`srt://h.acme.net:9000?${query}`)), said);
  });

  test("a parameter that a tool does not know says nothing of that tool", () => {
    expect(hoverAt(restream("srt://h.acme.net:9000?fc<|>=64"))).not.toContain("FFmpeg and OBS");
    expect(hoverAt(restream("srt://h.acme.net:9000?ffs<|>=64"))).not.toContain(
      "libsrt and its tools",
    );
  });

  test.each(SRT_PARAMETERS)("links who documents $name", ({ name }) => {
    expect(hoverAt(restream(`srt://h.acme.net:9000?<|>${name}=1`))).toMatch(
      /Sources: \[[^\]]+\]\(https:[^)\s]+\)(?:, \[[^\]]+\]\(https:[^)\s]+\))*\.$/,
    );
  });

  test("a known host says what it takes, each fact with its source", () => {
    expectHover(hoverAt(restream("rtmps://live-api-s.face<|>book.com/rtmp/k")), [
      "live-api-s.facebook.com",
      "**Facebook** takes streams here ([Facebook](https://developers.facebook.com/",
      "takes RTMPS; app: `rtmp`; video: up to 9000 kbit/s",
      "The default port of RTMPS is 443.",
    ]);
    expectHover(hoverAt(restream("rtmp://a.rtmp.you<|>tube.com/live2/k")), [
      "a.rtmp.youtube.com",
      "\n- video: up to 51000 kbit/s (OBS: obsproject/obs-studio,",
    ]);
    const shared = "rtmps://a.contribute.live-video.net<|>/app/";
    expect(hoverAt(restream(shared))).toContain("Twitch and Amazon IVS share such hosts");
    expect(hoverAt(restream(`${shared}sk_k`))).toContain("**Amazon IVS** takes streams here");
    expect(hoverAt(restream(`${shared}sk_k`))).toContain(
      "takes RTMPS and SRT, and RTMP if the channel allows insecure ingest",
    );
  });

  test("what the settings know of a host stands beside what is built in", () => {
    const settings = { targets: [{ host: "*.acme.net", maxVideoBitrate: 3000 }] };
    expectHover(hoverAt(restream("rtmp://h.ac<|>me.net/live/k"), { settings }), [
      "h.acme.net",
      "The settings know this host.",
      "- video: up to 3000 kbit/s (the settings)",
    ]);
  });

  test("says whether the declared source reaches it", () => {
    const declared = (uri: string, source: string) =>
      hoverAt(restream(uri, `source_protocol: ${source}`));
    expect(declared("rtm<|>p://h.acme.net/live/k", "srt")).toContain("source, SRT, is one of them");
    expect(declared("rtmp<|>s://h.acme.net/live/k", "srt")).toContain(
      "source, SRT, is not one of them",
    );
  });

  test("its parts are found through quotes, escapes, comments and aliases", () => {
    expect(hoverAt('{"restreams": [{"uri": "rtmp:\\/\\/h.acme<|>.net\\/live\\/k"}]}')).toMatch(
      /^h\.acme\.net: /,
    );
    expect(hoverAt(restream("srt://h.acme.net:9000?streamid=a #!::m=pub<|>lish"))).toMatch(
      /^streamid=a #!::m=publish: /,
    );
    const shared = "x-uri: &uri rtmp://h.acme.net/live/k\nrestreams:\n  - uri: *uri\n";
    expect(hoverAt(shared.replace("*uri", "*u<|>ri"))).toMatch(
      /^\*uri: `rtmp:\/\/h\.acme\.net\/live\/\*\*\*`\n\n\*\*RTMP/,
    );
    expect(hoverAt(shared.replace("acme", "ac<|>me"))).toMatch(/^h\.acme\.net: /);
  });

  test("where nothing tells its characters apart, the whole is explained", () => {
    const folded = "restreams:\n  - uri: >-\n      rtmp://${HO<|>ST}/live/k\n";
    expect(hoverAt(folded)).toMatch(
      /^>-\n {6}rtmp:\/\/\$\{HOST\}\/live\/k\n?: `rtmp:\/\/\$\{HOST\}\/live\/\*\*\*`\n\n\*\*RTMP/,
    );
  });

  test("a restream that cannot be read has a URI all the same", () => {
    expect(
      hoverAt("restreams:\n  - uri: rtmp://h.acme<|>.net/live/k\n    name: 'open\n"),
    ).toContain("**Host** `h.acme.net`");
  });
});

describe("a latency", () => {
  const latency = (value: string, field: string, about?: About) =>
    hoverAt(restream(`srt://h.acme.net:9000?mode=caller&latency=${value}<|>`, field), about);

  test.each([
    // What holds, and who says so.
    [
      "2000",
      "latency_unit: ms",
      {},
      "**in milliseconds: 2 s** ← in force: latency_unit of this restream says so",
      "- in microseconds: 2 ms",
      "wraps around to 33.92 s",
    ],
    [
      "2000",
      "name: a",
      { targets: [{ host: "h.acme.net", latencyUnit: "us" }] },
      "**in microseconds: 2 ms** ← in force: known of this host, according to the settings",
      "in milliseconds it would be right",
    ],
    ["2000", "name: a", { latencyUnit: "ms" }, "← in force: latencyUnit of the settings says so"],
    [
      "2500000",
      "name: a",
      {},
      "**in microseconds: 2.5 s** ← in force: guessed by its size",
      "Declare the unit with `latency_unit`",
    ],
    ["2000", "latency_unit: ${UNIT}", {}, "`latency_unit` has no value yet"],
    [
      "2.5",
      "latency_unit: ms",
      {},
      "**in milliseconds: not readable: no decimal point there**",
      "It should be a plain number.",
    ],
    ["200ms", "latency_unit: ms", {}, "not readable: digits alone, no unit"],
    // What is right, and who says so.
    [
      "120",
      "latency_unit: ms",
      {},
      "Gcore recommends 1 to 2 s across regions and 2 to 5 s over the public internet ([Gcore](https://",
      "120 ms is not 1 to 5 s.",
    ],
    [
      "2000",
      "network: public-internet",
      {},
      "Gcore recommends 2 to 5 s over the public internet ([Gcore](",
    ],
    [
      "2000",
      "name: a",
      { network: "cross-region" },
      "Gcore recommends 1 to 2 s across regions ([Gcore](",
    ],
    [
      "500",
      "name: a",
      { targets: [{ host: "h.acme.net", latency: { min: 200, max: 800 } }] },
      "Right for this host: 200 to 800 ms (the settings).",
    ],
  ] satisfies [string, string, Settings, ...string[]][])(
    "%s with %s under %j",
    (value, field, settings: Settings, ...said: string[]) => {
      expectSaid(latency(value, field, { settings }), said);
    },
  );

  test("into Gcore's own ingest has another limit", () => {
    const uri = "srt://vp-push-ed1-srt.gvideo.co:5001?latency=35<|>00&streamid=1";
    expectSaid(hoverAt(restream(uri, "latency_unit: ms")), [
      "ends a stream after 3 s without data",
      "3.5 s is too long.",
    ]);
  });

  test("says no number of what may be a secret, and none of a second one", () => {
    expect(latency("ab12cd34ef56", "name: a")).not.toContain("What it comes to");
    expect(latency("${LATENCY}", "name: a")).not.toContain("What it comes to");
    expect(latency("2000&latency=3000", "name: a")).toContain(
      "Another `latency` stands before this one",
    );
  });
});

describe("a placeholder", () => {
  test.each([
    [
      "rtmp://h.acme.net/live/${K<|>EY}",
      "${KEY}",
      "The variable `KEY` fills it in.",
      "**Stream key**",
    ],
    [
      "rtmp://h.acme.net/live/${KEY:-hid<|>den}",
      "${KEY:-hidden}",
      "**Placeholder** `${KEY***}`",
      "if that is not set or empty, a default does",
    ],
    ["rtmp://h.acme.net/live/${KEY:?hid<|>den}", "${KEY:?hidden}", "must be set and not empty"],
    ["rtmp://h.acme.net/live/${KEY+hid<|>den}", "${KEY+hidden}", "`KEY` decides"],
    ["rtmp://h.acme.net/live/{{ ke<|>y }}", "{{ key }}", "A template"],
    [
      'rtmp://h.acme.net/live/{{ key "hid<|>den" }}',
      '{{ key "hidden" }}',
      "**Placeholder** `{{***}}`",
    ],
    ["op://vault/it<|>em/uri", "op://vault/item/uri", "A 1Password reference"],
    ["ENC[AES256,dat<|>a]", "ENC[AES256,data]", "Encrypted by SOPS"],
    ["rtmp://${HO<|>ST}/live/k", "${HOST}", "Which server that is will be filled in later."],
  ])("%s", (uri, ...said) => {
    const found = hoverAt(restream(uri));
    expectHover(found, said);
    expect(found).toContain("Linting reads neither the environment");
    expect(withoutRange(found)).not.toContain("hidden");
  });

  test("is explained in any field", () => {
    expectHover(hoverAt("restreams:\n  - name: to ${PLA<|>CE:-hidden}\n"), [
      "${PLACE:-hidden}",
      "The variable `PLACE`",
      "**Name**",
    ]);
    expect(hoverAt("restreams:\n  - name: t<|>o ${PLACE}\n")).toMatch(/^to \$\{PLACE\}: \*\*Name/);
  });
});

describe("a field", () => {
  test.each([
    ["res<|>treams: []", "restreams", "Which stream is pushed to which target."],
    ["str<|>eams: []\nrestreams: []", "streams", "Never sent to the API"],
    ["rest<|>ream: {}", "restream", "Pushes one stream to one target."],
    [
      "restreams:\n  - act<|>ive: false",
      "active",
      "Takes true or false.",
      "Default: `true`.",
      "`false`: The restream is kept",
    ],
    [
      "restreams:\n  - stream_id<|>: 20",
      "stream_id",
      "a whole number from 1 up",
      "For example `20`.",
    ],
    [
      "restreams:\n  - latency_unit: u<|>s",
      "us",
      "`us`: In microseconds, as FFmpeg and OBS read it",
    ],
    ["restreams:\n  - latency_unit: ha<|>t", "hat", 'Takes "us", "ms" or "s".'],
    [
      "restreams:\n  - network: public<|>-internet",
      "public-internet",
      "Gcore recommends a latency of 2 to 5 s.",
    ],
    [
      "restreams:\n  - ur<|>i: rtmp://h.acme.net/live/k",
      "uri",
      "Where to push",
      "The API checks only the scheme",
    ],
    [
      "streams:\n  - video_codec: he<|>vc\nrestreams: []",
      "hevc",
      "HEVC: Gcore carries it by SRT alone.",
    ],
    ["uri: rtmp://h.acme.net/live/k\nstream<|>_id: 20", "stream_id", "**ID of the stream**"],
    [
      '[{"uri": "rtmp://h.acme.net/live/k", "stream_id<|>": 20}]',
      '"stream_id"',
      "**ID of the stream**",
    ],
    // Through an alias and a merge.
    [
      "x-base: &base\n  act<|>ive: true\nrestreams:\n  - *base",
      "active",
      "Whether the restream may start.",
    ],
    [
      "x-base: &base\n  act<|>ive: true\nrestreams:\n  - <<: *base\n    stream_id: 20",
      "active",
      "Whether the restream may start.",
    ],
  ])("%s", (fixture, ...said) => {
    expectHover(hoverAt(`${fixture}\n`), said);
  });

  const SHOW = `streams:
  - id: 20
    protocol: srt
    video_codec: h264
  - id: 21
restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/k
  - stream_id: 20
    uri: rtmps://h.acme.net/live/k
  - stream_id: 22
    uri: rtmp://h.acme.net/live/k
`;

  test("a stream_id says what stream that is, and where else it goes", () => {
    expectHover(
      hoverAt(SHOW.replace("stream_id: 20\n    uri: rtmps", "stream_id: 2<|>0\n    uri: rtmps")),
      [
        "20",
        "Stream 20, declared on line 2: SRT and H.264.",
        "Pushed by 2 restreams of this document: 1 RTMP, 1 RTMPS.",
        "- line 7: RTMP to YouTube\n",
        "- line 9: RTMPS to `h.acme.net`: Gcore does not list SRT → RTMPS",
        "source, SRT, is not one of them",
      ],
    );
    expectHover(hoverAt(SHOW.replace("22", "2<|>2")), [
      "22",
      "No `streams` entry declares this stream",
      "Pushed by 1 restream of this document: 1 RTMP.",
    ]);
  });

  test("a stream says which targets it reaches, and who pushes it", () => {
    const reaches = "Gcore lists RTMP and SRT targets for SRT sources";
    expectHover(hoverAt(SHOW.replace("- id: 20", "- id: 2<|>0")), [
      "20",
      reaches,
      "Pushed by 2 restreams",
      "- line 7: RTMP to YouTube\n",
    ]);
    expectHover(hoverAt(SHOW.replace("protocol: srt", "protocol: sr<|>t")), [
      "srt",
      "lists RTMP and SRT targets",
      "Pushed by 2 restreams",
    ]);
    expectHover(hoverAt(SHOW.replace("id: 21", "i<|>d: 21")), [
      "id",
      "Its `protocol` is not declared",
      "No restream of this document pushes it.",
    ]);
  });

  test("its meaning says at protocol what it reaches, and says it once", () => {
    const found = hoverAt(SHOW.replace("protocol: srt", "protocol: sr<|>t"));
    expect(found?.match(/RTMP and SRT targets/g)).toHaveLength(1);
  });

  test("what another YAML document of the text pushes is another stream", () => {
    const once =
      "streams:\n  - id: 20\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n";
    for (const field of ["id", "stream_id"]) {
      const found = hoverAt(`${once}---\n${once.replace(`${field}: 20`, `${field}: 2<|>0`)}`);
      expect(found).toContain("Pushed by 1 restream of this document: 1 RTMP.");
    }
  });

  test("a stream that many push names the first of them", () => {
    const many = `streams:\n  - i<|>d: 20\nrestreams:\n${"  - { stream_id: 20, uri: 'rtmp://h.acme.net/live/k' }\n".repeat(13)}`;
    expectHover(hoverAt(many), ["id", "Pushed by 13 restreams", "- line 13: RTMP", "- and 3 more"]);
    expect(hoverAt(many)).not.toContain("line 14");
  });

  test("an ID that may be something else is not shown", () => {
    const long = "7".repeat(20);
    const text = `streams:\n  - id: "${long}"\nrestreams:\n  - stream<|>_id: "${long}"\n    uri: rtmp://h.acme.net/live/k\n`;
    expect(hoverAt(text)).toContain("The stream, declared on line 2");
    expect(hoverAt(text)).not.toContain(long);
  });
});

describe("a rule", () => {
  const SAYS = [
    "**`srt-not-caller`**: An SRT restream must connect as the caller.",
    "nobody dials",
    "/docs/rules/srt-not-caller.md)",
  ];

  test("in a comment: how bad it is, and why", () => {
    const comment =
      "restreams: [] # restream-lint-disable-line unusual-port, srt-not<|>-caller -- ours\n";
    expectHover(hoverAt(comment), ["srt-not-caller", "Severity here: **error**.", ...SAYS]);
    const settings = { rules: { "srt-not-caller": "info" } } as const;
    expect(hoverAt(comment, { settings })).toContain("Severity here: **info** (error by itself).");
    const jsonc = '{"restreams": []} // restream-lint-disable-line srt-not<|>-caller\n';
    expectHover(hoverAt(jsonc, { uri: "file:///shows/restreams.jsonc" }), [
      "srt-not-caller",
      ...SAYS,
    ]);
  });

  test.each([
    [
      "# restream-lint-disable-<|>next-line unusual-port",
      "the next line that holds more",
      "the rules that are named",
    ],
    ["# restream-lint-disable-<|>line", "on this line", "all rules"],
    ["# restream-lint-disable-f<|>ile unusual-port", "in the whole file"],
    ["# restream-lint-dis<|>able unusual-port", "to the next `restream-lint-enable`"],
    ["# restream-lint-en<|>able unusual-port", "reported again"],
  ])("%s", (comment, ...said) => {
    expectSaid(hoverAt(`restreams:\n${comment}\n  - stream_id: 20\n`), said);
  });

  test.each(["rules:\n  srt-not<|>-caller: off\n", "rules:\n  srt-not-caller: of<|>f\n"])(
    "in settings: %s",
    (text) => {
      expectSaid(hoverAt(text, SETTINGS), ["Severity here: **off** (error by itself).", ...SAYS]);
    },
  );

  test.each([
    "overrides:\n  - files: a.yaml\n    rules:\n      srt-not<|>-caller: off\n",
    "ignore:\n  - rule: srt-not<|>-caller\n",
    '{"ignore": [{"rule": "srt-not<|>-caller"}]}',
  ])("in settings: %s", (text) => {
    const about = text.startsWith("{") ? { uri: "file:///shows/.restream-lint.json" } : SETTINGS;
    expectSaid(hoverAt(text, about), ["Severity here: **error**.", ...SAYS]);
  });

  test("in settings, at the anchor of an alias", () => {
    const text = "x-all: &all {srt-not<|>-caller: off}\nrules: *all\n";
    expectSaid(hoverAt(text, SETTINGS), SAYS);
  });
});

describe("a settings file", () => {
  test.each([
    [
      "ext<|>ends: strict",
      "extends",
      "**Preset** (`extends`)",
      "warnings become errors",
      "Default: `recommended`.",
    ],
    ["extends: str<|>ict", "strict", "Takes `recommended`, `strict` or `all`."],
    ["latencyUnit: m<|>s", "ms", "`ms`: In milliseconds"],
    ["network: cross<|>-region", "cross-region", "Gcore recommends a latency of 1 to 2 s."],
    ["targets:\n  - ho<|>st: h.acme.net", "host", "A host, or `*.` and what hosts end with."],
    ["targets:\n  - latency:\n      mi<|>n: 200", "min", "in milliseconds"],
    ["files:\n  - live/<|>*.yaml", "live/*.yaml", "Which files are restream documents"],
    ["ignore:\n  - pa<|>th: /restreams/0", "path", "A JSON Pointer"],
    ["overrides:\n  - ru<|>les: {}", "rules", "Severity by rule ID"],
  ])("%s", (text, ...said) => {
    expectHover(hoverAt(`${text}\n`, SETTINGS), said);
  });

  test("every field that it may have is explained", () => {
    const texts = [...textsOf(SETTINGS_SCHEMA.properties)].filter((it) => !it.includes("$schema"));
    expect(texts.length).toBeGreaterThan(25);
    for (const text of texts) expect(hoverAt(text, SETTINGS), text).toContain("**");
  });
});

test.each([
  "<|>",
  "restreams:\n<|>  - stream_id: 20\n",
  "restreams:\n  - unknown<|>: 20\n",
  "restreams:\n  - __proto__<|>: 20\n",
  "x-own:\n  uri<|>: rtmp://h.acme.net/live/k\nrestreams: []\n",
  "x-<|>own: 1\nrestreams: []\n",
  "restreams: [] # a com<|>ment on restream-lint\n",
  "restreams: [] # restream-lint-disable-line no-such<|>-rule\n",
  "restreams: [] # restream-lint-disable-line unusual-port -- rea<|>son\n",
])("says nothing elsewhere: %j", (fixture) => {
  expect(hoverAt(fixture, { uri: "file:///shows/restreams.yaml" })).toBeNull();
});

test.each([
  "unk<|>nown: 1\n",
  "targets:\n  - constr<|>uctor: 1\n",
  "rules:\n  no-such<|>-rule: off\n",
  "<|>",
  "- fi<|>les\n",
])("says nothing elsewhere in settings: %j", (fixture) => {
  expect(hoverAt(fixture, SETTINGS)).toBeNull();
});

test("without Markdown the marks are gone, and what they held is not", () => {
  const { view, offset } = viewAt(restream("rtmp://a.rtmp.youtube.com/live<|>2/k"));
  const guide = "https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion";
  expect(hoverIn(view, offset, false)).toBe(
    [
      "live2: rtmp://a.rtmp.youtube.com/live2/***",
      "App live2: which application of the server takes the stream.",
      `YouTube takes live2 (YouTube (${guide})).`,
    ].join("\n\n"),
  );
});

test("what would end a code span does not, and what would hide is seen", () => {
  const { view, offset } = viewAt(restream('"op://vault/it``e\\u202em/u<|>ri"'));
  expect(hoverIn(view, offset)).toContain(
    ": ``` op://vault/it``e\ufffdm/uri ```\n\n**Placeholder**",
  );
  expect(hoverIn(view, offset, false)).toContain(": op://vault/it``e\ufffdm/uri\n\nPlaceholder");
});

test("what is too long to read is cut", () => {
  const found = hoverAt(restream(`rtmp://h.acme.net${"/live".repeat(5000)}<|>`));
  expect(withoutRange(found).length).toBeLessThan(1000);
});

const EXAMPLES = new URL("../../../../examples/", import.meta.url);
const FILES = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((it) => /\.(?:ya?ml|jsonc?)$/.test(it))
  .map((name) => ({
    name,
    text: readFileSync(new URL(name.replaceAll("\\", "/"), EXAMPLES), "utf8"),
  }));

test.each(FILES)("answers at every offset of $name, inside the text", ({ name, text }) => {
  expectAnswers(viewOf(text, { uri: `file:///shows/${name}` }));
});

test("answers in any beginning of a text", () => {
  const whole = FILES.map(({ text }) => text).filter((it) => /^\s*(?:#.*\n\s*)*restreams/.test(it));
  assert(
    property(constantFrom(...whole), double({ min: 0, max: 1, noNaN: true }), (text, share) => {
      const beginning = text.slice(0, Math.floor(text.length * share));
      expectAnswers(viewOf(beginning, { uri: "file:///shows/restreams.yaml" }));
    }),
    { numRuns: 10 },
  );
});

const CANARY = "CANARY-k3y-51f0c2";

test.each([
  `rtmp://h.acme.net/live/${CANARY}`,
  `rtmp://h.acme.net/${CANARY}`,
  `rtmp://${CANARY}:${CANARY}@h.acme.net/live/k?token=${CANARY}#${CANARY}`,
  `srt://h.acme.net:9000/${CANARY}?mode=${CANARY}&latency=${CANARY}&passphrase=${CANARY}&streamid=#!::r=${CANARY},m=publish`,
  `srt://h.acme.net:9000?${CANARY}=1&passphrase=\${P:-${CANARY}}&streamid={{ "${CANARY}" }}`,
  `rtmp:${CANARY}`,
  `\${K:-${CANARY}}`,
  CANARY,
])("never repeats a secret: %s", (uri) => {
  const quoted = JSON.stringify(uri);
  for (const text of [
    `{"restreams": [{"stream_id": 20, "uri": ${quoted}, "name": ${quoted}, "latency_unit": ${quoted}}]}`,
    `{"streams": [{"id": ${quoted}, "protocol": ${quoted}}], "restreams": [{"stream_id": ${quoted}, "uri": ${quoted}, ${quoted}: 1}]}`,
    `# restream-lint-disable-line ${CANARY}\nrestreams:\n  - uri: >-\n      ${uri}\n`,
  ]) {
    for (const answer of expectAnswers(viewOf(text))) expect(answer).not.toContain("k3y-51f0c2");
  }
});

test("never repeats what a settings file holds", () => {
  const text = `rules: { ${CANARY}: off, srt-not-caller: ${CANARY} }\nextends: ${CANARY}\n${CANARY}: 1\ntargets:\n  - { host: ${CANARY}, apps: [${CANARY}] }\n`;
  const answers = expectAnswers(viewOf(text, SETTINGS));
  expect(answers.length).toBeGreaterThan(8);
  for (const answer of answers) expect(answer).not.toContain("k3y-51f0c2");
});

/** Asks at every offset, in Markdown and without, and gives what is answered. */
function expectAnswers(view: View): readonly string[] {
  const { text } = view.document;
  const answers = new Set<string>();
  for (let offset = 0; offset <= text.length; offset++) {
    for (const markdown of [true, false]) {
      const found = hover(view, offset, { takesMarkdown: { hover: markdown, completion: false } });
      if (!found) continue;
      answers.add(JSON.stringify(found));
      if (!found.range) throw new Error("no range");
      const { start, end } = view.converter.rangeIn(found.range);
      expect(start).toBeLessThanOrEqual(offset);
      expect(end).toBeGreaterThanOrEqual(offset);
    }
  }
  return [...answers];
}

/** A restream document with one restream, of this URI. */
function restream(uri: string, field = "name: a"): string {
  return `restreams:\n  - uri: ${uri}\n    ${field}\n`;
}

/** A settings file for each field, with the cursor on its key. */
function* textsOf(
  fields: NonNullable<SettingsShape["properties"]>,
  path: readonly string[] = [],
): Iterable<string> {
  for (const [name, { properties, items }] of Object.entries(fields)) {
    const opening = path.map((it) => `{"${it}":`.replace('"-":', "").replace("{[", "[")).join("");
    const closing = path
      .toReversed()
      .map(() => "}")
      .join("");
    yield `${opening}{"<|>${name}": 1}${closing}`;
    if (properties) yield* textsOf(properties, [...path, name]);
    if (items?.properties) {
      for (const text of textsOf(items.properties))
        yield `${opening}{"${name}": [${text}]}${closing}`;
    }
  }
}

/** That a hover marks the first of these, and says the others. */
function expectHover(found: string | null, [marked = "", ...said]: readonly string[]): void {
  expect(found?.slice(0, marked.length + 2)).toBe(`${marked}: `);
  expectSaid(found, said);
}

function expectSaid(found: string | null, said: readonly string[]): void {
  for (const it of said) expect(found).toContain(it);
}

/** The hovered text and what the hover says of it. */
function hoverAt(fixture: string, about: About = {}): string | null {
  const { view, offset } = viewAt(fixture, about);
  return hoverIn(view, offset);
}

function hoverIn(view: View, offset: number, markdown = true): string | null {
  const found = hover(view, offset, { takesMarkdown: { hover: markdown, completion: false } });
  if (!found) return null;
  if (!found.range || !MarkupContent.is(found.contents)) throw new Error("no range or no text");
  const { start, end } = view.converter.rangeIn(found.range);
  return `${view.document.text.slice(start, end)}: ${found.contents.value}`;
}

/** What a hover says, without the text that it marks. */
function withoutRange(found: string | null): string {
  return found?.slice(found.indexOf(": `")) ?? "";
}
