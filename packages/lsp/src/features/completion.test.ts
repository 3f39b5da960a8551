import { readdirSync, readFileSync } from "node:fs";
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CompletionItem,
  type CompletionList,
  InsertTextMode,
} from "vscode-languageserver-types";
import { EVERYTHING } from "../../test/clients.ts";
import { viewAt, viewOf } from "../../test/view-of.ts";
import { clientOf } from "../client.ts";
import { completion } from "./completion.ts";

const SNIPPETS = clientOf({ capabilities: EVERYTHING });
const PLAIN = clientOf({ capabilities: {} });
/** It takes snippets, and inserts their lines as they are. */
const RIGID = clientOf({
  capabilities: {
    textDocument: {
      completion: {
        completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1] } },
      },
    },
  },
});
const SETTINGS = "file:///shows/.restream-lint.yaml";
const YAML = "file:///shows/restreams.yaml";
const JSON_FILE = "file:///shows/restreams.json";
const JSONC = "file:///shows/restreams.jsonc";

describe("fields", () => {
  test("of a restream, in YAML and JSON, without those that are given", () => {
    expect(labelsAt("restreams:\n  - name: a\n    uri: b\n    <|>\n")).toEqual(
      "stream_id id active client_user_id source_protocol latency_unit network".split(" "),
    );
    expect(labelsAt('{"restreams": [{"name": "a", "uri": "b", <|>}]}')).toEqual(
      "stream_id id active client_user_id source_protocol latency_unit network".split(" "),
    );
  });

  test("that are merged in are given", () => {
    const text =
      "x-base: &base\n  stream_id: 20\n  active: true\nrestreams:\n  - <<: *base\n    <|>\n";
    expect(labelsAt(text)).not.toContain("stream_id");
    expect(labelsAt(text)).toContain("uri");
  });

  test("are not required where the restream is there already", () => {
    expect(labelsAt("restreams:\n  - id: 3\n    <|>\n")[0]).toBe("name");
    expect(labelsAt("restreams:\n  - name: a\n    <|>\n").slice(0, 2)).toEqual([
      "stream_id",
      "uri",
    ]);
  });

  test.each([
    // In the first, the middle and the last item, before and after other fields.
    ["restreams:\n  - <|>\n    name: a\n", "uri", "restreams:\n  - uri: $1\n    name: a\n"],
    [
      "restreams:\n  - name: a\n    ur<|>\n    active: true\n  - name: b\n",
      "uri",
      "restreams:\n  - name: a\n    uri: $1\n    active: true\n  - name: b\n",
    ],
    [
      "restreams:\n  - name: a\n  - name: b\n    <|>",
      "uri",
      "restreams:\n  - name: a\n  - name: b\n    uri: $1",
    ],
    [
      "restreams:\r\n  - name: a\r\n    <|>\r\n  - name: b\r\n",
      "uri",
      "restreams:\r\n  - name: a\r\n    uri: $1\r\n  - name: b\r\n",
    ],
    // A dash with nothing after it.
    ["restreams:\n  -<|>", "uri", "restreams:\n  - uri: $1"],
    // The colon is there.
    ["restreams:\n  - n<|>: a\n", "name", "restreams:\n  - name: a\n"],
    ['restreams:\n  - "n<|>": a\n', "name", 'restreams:\n  - "name": a\n'],
    // Another item is broken.
    [
      'restreams:\n  - name: "a\n  - u<|>\n  - [\n',
      "uri",
      'restreams:\n  - name: "a\n  - uri: $1\n  - [\n',
    ],
    // Between braces, open ones too.
    ["restreams:\n  - {name: a, u<|>}\n", "uri", "restreams:\n  - {name: a, uri: $1}\n"],
    ["restreams:\n  - {name: a,\n     <|>\n", "uri", "restreams:\n  - {name: a,\n     uri: $1\n"],
    ["restreams: [{<|>", "uri", "restreams: [{uri: $1"],
    // The bare forms.
    ["- name: a\n  <|>", "uri", "- name: a\n  uri: $1"],
    ["name: a\n<|>", "uri", "name: a\nuri: $1"],
    ["restream:\n  <|>", "uri", "restream:\n  uri: $1"],
    [
      "streams:\n  - id: 2\n    pro<|>\n",
      "protocol",
      "streams:\n  - id: 2\n    protocol: ${1|rtmp,rtmps,srt|}\n",
    ],
    // JSON, with the commas and quotes that are missing.
    ['{"restreams": [{<|>', "uri", '{"restreams": [{"uri": "$1"'],
    ['{"restreams": [{"ur<|>', "uri", '{"restreams": [{"uri": "$1"'],
    ['{"restreams": [{"ur<|>"}]}', "uri", '{"restreams": [{"uri": "$1"}]}'],
    ['{"restreams": [{"u<|>": "x"}]}', "uri", '{"restreams": [{"uri": "x"}]}'],
    [
      '{"restreams": [{<|> "name": "x"}]}',
      "active",
      '{"restreams": [{"active": ${1|false,true|}, "name": "x"}]}',
    ],
    ['[{"name": "x",\r\n  <|>\r\n}]', "stream_id", '[{"name": "x",\r\n  "stream_id": ${1:0}\r\n}]'],
    // The root of nothing yet.
    ["<|>", "restreams", "restreams:\n  - $1"],
    ["# Shows\n\nst<|>", "streams", "# Shows\n\nstreams:\n  - $1"],
    ["{<|>}", "restreams", '{"restreams": [$1]}'],
    ["streams:\r\n  - id: 2\r\n<|>", "restreams", "streams:\r\n  - id: 2\r\nrestreams:\r\n  - $1"],
  ])("%j: %s", (fixture, label, expected) => {
    expect(applied(fixture, label)).toBe(expected);
  });

  test.each([
    "restreams:\n  - name: <|>\n",
    "restreams:\n  - name: YouTube<|>\n",
    '{"restreams": [{"name": "<|>"}]}',
    "x-team:\n  <|>\n",
    "x-team: <|>\nrestreams:\n",
    "x-team:\n  - name: a\n    <|>\nrestreams:\n",
    "restreams:\n  - name: a # <|>\n",
    "# Pushed by restream <|>\nrestreams:\n",
    "restreams:\n  - uri: |\n      rtmp://<|>\n",
    'restreams:\n  - uri: "a\n      b <|> c"\n',
    "restreams:\n  - name: a\n      <|>\n",
    "restreams:\n  - name: a\n   <|>\n",
    '{"restreams": []} <|>',
    '{"restreams": [{"name": "a" <|>}]}',
    '{"restreams": [{"name": "a"<|>}]}',
    "restreams:\n  - uri: rtmp://h/live/CANARY<|>\n",
    "restreams:\n  - uri: rtmp://h#x?lat<|>\n",
    "restreams:\n  - uri: rtmp://h/live?live2/<|>\n",
    "restreams:\n  - uri: rtmp://CANARY<|>@h/live\n",
    "restreams:\n  - uri: srt://h:1?mode=caller&a<|>mp;x=1\n",
    "restreams:\n  - uri: 'srt://h:1?mode=caller <|>'\n",
    "restreams:\n  - 'name'<|>: a\n",
  ])("none at %j", (fixture) => {
    expect(labelsAt(fixture)).toEqual([]);
  });
});

describe("whole restreams", () => {
  const YOUTUBE = "uri: rtmp://a.rtmp.youtube.com/live2/${3:\\${YOUTUBE_KEY\\}}";

  test.each([
    [
      "restreams:\n  - <|>\n",
      "restream to YouTube",
      `restreams:\n  - name: \${1:YouTube}\n    stream_id: $2\n    ${YOUTUBE}\n`,
    ],
    [
      "restreams:\r\n  - <|>\r\n",
      "restream to YouTube",
      `restreams:\r\n  - name: \${1:YouTube}\r\n    stream_id: $2\r\n    ${YOUTUBE}\r\n`,
    ],
    [
      "restreams:\n  -<|>\n",
      "restream to YouTube",
      `restreams:\n  - name: \${1:YouTube}\n    stream_id: $2\n    ${YOUTUBE}\n`,
    ],
    [
      "restreams:\n  - name: a\n  <|>\n",
      "- restream to YouTube",
      `restreams:\n  - name: a\n  - name: \${1:YouTube}\n    stream_id: $2\n    ${YOUTUBE}\n`,
    ],
    [
      "restreams:\n<|>",
      "- restream to YouTube",
      `restreams:\n- name: \${1:YouTube}\n  stream_id: $2\n  ${YOUTUBE}`,
    ],
    [
      "<|>",
      "restream to YouTube",
      `restreams:\n  - name: \${1:YouTube}\n    stream_id: $2\n    ${YOUTUBE}`,
    ],
    ["- <|>", "restream to YouTube", `- name: \${1:YouTube}\n  stream_id: $2\n  ${YOUTUBE}`],
  ])("%j: %s", (fixture, label, expected) => {
    expect(applied(fixture, label)).toBe(expected);
  });

  test.each([
    [
      "restreams:\n  - <|>\n",
      "restream to YouTube",
      `restreams:\n  - { name: "\${1:YouTube}", uri: "rtmp://a.rtmp.youtube.com/live2/\${2:\\\${YOUTUBE_KEY\\}}" \\}\n`,
    ],
    // At the margin there is nothing to indent by.
    ["- <|>", "restream to YouTube", `- name: \${1:YouTube}\n  stream_id: $2\n  ${YOUTUBE}`],
  ])("are on one line where nothing tells how a client indents: %j", (fixture, label, expected) => {
    expect(applied(fixture, label, RIGID)).toBe(expected);
  });

  test("come first where there is nothing yet", () => {
    const labels = labelsAt("<|>");
    const wholes = labels.filter((it) => it.startsWith("restream to "));
    expect(wholes).toContain("restream to SRT server");
    expect(labels.slice(0, wholes.length + 3)).toEqual([
      ...wholes,
      "restreams",
      "streams",
      "restream",
    ]);
  });

  test("are written without snippets, too, and are fine", () => {
    const text = applied(
      "streams:\n  - id: 20\nrestreams:\n  - <|>\n",
      "restream to SRT server",
      PLAIN,
    );
    expect(text).toBe(
      'streams:\n  - id: 20\nrestreams:\n  - { name: "SRT server", stream_id: 20, uri: "srt://host:9000?mode=caller&latency=2000000" }\n',
    );
    // A stream that is not known is left out, and that is all there is to say.
    for (const fixture of ["<|>", "restreams:\n  -<|>", "restreams:\n<|>", "restreams: [<|>]"]) {
      const item = `${fixture === "restreams:\n<|>" ? "- " : ""}restream to YouTube`;
      const rules = viewOf(applied(fixture, item, PLAIN))
        .diagnostics()
        .map(({ rule }) => rule);
      expect(rules).toEqual(["missing-field"]);
    }
  });

  test("in brackets", () => {
    const fields =
      '"name": "YouTube", "stream_id": 7, "uri": "rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}"';
    expect(
      applied('{"streams": [{"id": 7}], "restreams": [<|>]}', "restream to YouTube", PLAIN),
    ).toBe(`{"streams": [{"id": 7}], "restreams": [{ ${fields} }]}`);
    expect(applied("<|>", "restream to YouTube", PLAIN, JSON_FILE)).toBe(
      `{ "restreams": [{ ${fields.replace('"stream_id": 7, ', "")} }] }`,
    );
    // A number that the linter speaks of, where none would be no JSON.
    const zero = expanded(applied("[<|>]", "restream to YouTube"));
    expect(zero).toContain('"stream_id": 0, ');
    expect(viewOf(zero).diagnostics()).toMatchObject([{ range: rangeOf(zero, "0") }]);
  });
});

describe("values", () => {
  test.each([
    ["restreams:\n  - source_protocol: <|>\n", "rtmp rtmps srt"],
    ["restreams:\n  - source_protocol: x<|>y\n    uri: a\n", "rtmp rtmps srt"],
    ["restreams:\n  - latency_unit: <|>\n", "us ms s"],
    ["restreams:\n  - network: <|>\n", "cross-region public-internet"],
    ["restreams:\n  - {active: <|>}\n", "true false"],
    ['{"restreams": [{"active": <|>}]}', "true false"],
    ["streams:\n  - video_codec: <|>\n", "h264 hevc av1"],
    ["streams:\n  - id: 3\n  - id: 4\nrestreams:\n  - stream_id: <|>\n  - stream_id: 5\n", "3 4 5"],
    // What is no number may be a key in the wrong place.
    ["restreams:\n  - stream_id: <|>\n  - stream_id: CANARY\n", ""],
    ["restreams:\n  - uri: ${A}\n    name: ${<|>}\n  - uri: ${env:B}/${C:-x}\n", "A B C"],
  ])("%j: %s", (fixture, expected) => {
    expect(labelsAt(fixture).join(" ")).toBe(expected);
  });

  test.each([
    ["restreams:\n  - source_protocol:<|>", "srt", "restreams:\n  - source_protocol: srt"],
    ["restreams:\n  - source_protocol: 's<|>\n", "srt", "restreams:\n  - source_protocol: 'srt'\n"],
    ['[{"source_protocol": <|>', "srt", '[{"source_protocol": "srt"'],
    ['[{"source_protocol": "<|>"}]', "srt", '[{"source_protocol": "srt"}]'],
    ['[{"source_protocol": <|> "name": "a"}]', "srt", '[{"source_protocol": "srt", "name": "a"}]'],
    ['[{"active": t<|>}]', "true", '[{"active": true}]'],
    [
      "streams: [{id: 7}]\nrestreams:\n  - stream_id: '<|>'\n",
      "7",
      "streams: [{id: 7}]\nrestreams:\n  - stream_id: 7\n",
    ],
    [
      "restreams:\n  - uri: rtmp://h/a/${K<|>\n    name: ${KEY}\n",
      "KEY",
      "restreams:\n  - uri: rtmp://h/a/${KEY}\n    name: ${KEY}\n",
    ],
  ])("%j: %s", (fixture, label, expected) => {
    expect(applied(fixture, label)).toBe(expected);
  });

  test("say what is known of a stream", () => {
    const streams = "streams:\n  - {id: 3, protocol: srt, video_codec: h264, audio_codec: aac}\n";
    const items = itemsAt(`${streams}restreams:\n  - stream_id: <|>\n  - stream_id: 4\n`);
    expect(items.map(({ detail }) => detail)).toEqual([
      "SRT, H.264, AAC",
      "Another restream pushes it",
    ]);
  });
});

describe("URIs", () => {
  test.each([
    [
      "",
      "rtmp://a.rtmp.youtube.com/live2",
      "rtmp://a.rtmp.youtube.com/live2/${1:\\${YOUTUBE_KEY\\}}",
    ],
    ["rt", "rtmps://", "rtmps://"],
    [
      "",
      "srt://host:port?mode=caller&latency=…",
      "srt://${1:host}:${2:9000}?mode=caller&latency=${3|2000000,2000,2|}",
    ],
    [
      "rtmp://a.rt<|>",
      "a.rtmp.youtube.com",
      "rtmp://a.rtmp.youtube.com/live2/${1:\\${YOUTUBE_KEY\\}}",
    ],
    ["rtmp://a<|>/live2/CANARY", "a.rtmp.youtube.com", "rtmp://a.rtmp.youtube.com/live2/CANARY"],
    ["rt<|>mp://a/live2/CANARY", "srt://", "srt://a/live2/CANARY"],
    ["rtmp://a.rtmp.youtube.com/<|>/CANARY", "live2", "rtmp://a.rtmp.youtube.com/live2/CANARY"],
    [
      "rtmp://rtmp-auto.millicast.com/v2/p<|>",
      "v2/pub",
      "rtmp://rtmp-auto.millicast.com/v2/pub/${1:\\${DOLBY_OPTIVIEW_KEY\\}}",
    ],
    [
      "rtmp://live.twitch.tv/app/<|>",
      "${TWITCH_KEY}",
      "rtmp://live.twitch.tv/app/${1:\\${TWITCH_KEY\\}}",
    ],
    [
      "rtmp://u:CANARY@a.rt<|>",
      "a.rtmp.youtube.com",
      "rtmp://u:CANARY@a.rtmp.youtube.com/live2/${1:\\${YOUTUBE_KEY\\}}",
    ],
    [
      "srt://a.acme.com:1?mode=caller?tra<|>",
      "transtype",
      "srt://a.acme.com:1?mode=caller?transtype=live",
    ],
    [
      "srt://a.acme.com:1?mode=caller?transtype=<|>",
      "live",
      "srt://a.acme.com:1?mode=caller?transtype=live",
    ],
    [
      "srt://a.acme.com:1?mode=caller&amp;tra<|>",
      "transtype",
      "srt://a.acme.com:1?mode=caller&amp;transtype=live",
    ],
    ["srt://a.acme.com:1?<|>", "mode", "srt://a.acme.com:1?mode=caller"],
    [
      "srt://a.acme.com:1?mo<|>=x&passphrase=CANARY",
      "mode",
      "srt://a.acme.com:1?mode=x&passphrase=CANARY",
    ],
    [
      "srt://a.acme.com:1?mode=li<|>&passphrase=CANARY",
      "caller",
      "srt://a.acme.com:1?mode=caller&passphrase=CANARY",
    ],
    [
      "srt://a.acme.com:1?mode=caller&<|>&passphrase=CANARY",
      "latency",
      "srt://a.acme.com:1?mode=caller&latency=${1|2000000,2000,2|}&passphrase=CANARY",
    ],
    [
      "srt://a.acme.com:1?str<|>",
      "streamid",
      "srt://a.acme.com:1?streamid=${1:\\${ACME_STREAMID\\}}",
    ],
    ["srt://a.acme.com:1?tlpktdrop=<|>", "1", "srt://a.acme.com:1?tlpktdrop=1"],
    ["srt://a.acme.com:1?pbkeylen=<|>", "24", "srt://a.acme.com:1?pbkeylen=24"],
    [
      "srt://a.acme.com:1?streamid=${A:-b&c}&tra<|>",
      "transtype",
      "srt://a.acme.com:1?streamid=${A:-b&c}&transtype=live",
    ],
    [
      "srt://<|>",
      "live.cloudflare.com:778",
      "srt://live.cloudflare.com:778?mode=caller&latency=${1|2000000,2000,2|}&streamid=${2:\\${CLOUDFLARE_STREAM_STREAMID\\}}",
    ],
  ])("%s: %s", (typed, label, expected) => {
    const cursor = typed.includes("<|>") ? typed : `${typed}<|>`;
    for (const [before, after] of [
      ["restreams:\n  - name: a\n    uri: ", "\n    stream_id: 20\n"],
      ['restreams:\n  - {name: a, uri: "', '", stream_id: 20}\n'],
      ['{"restreams": [{"uri": "', '", "stream_id": 20}]}'],
      ['{"restreams": [{"uri": "', '"'],
      ["restreams:\r\n  - name: '\r\n  - uri: '", "'\r\n"],
    ] as const) {
      expect(applied(before + cursor + after, label)).toBe(before + expected + after);
    }
  });

  test("say what the lengths of a key mean", () => {
    const items = itemsAt("restreams:\n  - uri: srt://h.acme.com:1?pbkeylen=<|>\n");
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      "16 AES-128",
      "24 AES-192",
      "32 AES-256",
      "0 What the other side sets, else 16",
    ]);
  });

  test("have variables for every secret", () => {
    const typed = "restreams:\n  - uri: srt://a.acme.com:1?srt_streamid=";
    expect(labelsAt(`${typed}<|>\n`)).toEqual(["${ACME_STREAMID}"]);
    expect(labelsAt(`${typed}\${<|>\n`)).toEqual(["ACME_STREAMID"]);
  });

  test("get quotes where braces would end them", () => {
    expect(applied("restreams: [{uri: <|>}]\n", "rtmp://live.twitch.tv/app", PLAIN)).toBe(
      'restreams: [{uri: "rtmp://live.twitch.tv/app/${TWITCH_KEY}"}]\n',
    );
    expect(applied("restreams: [{uri: rtmp://<|>}]\n", "live.twitch.tv", PLAIN)).toBe(
      "restreams: [{uri: rtmp://live.twitch.tv/app/}]\n",
    );
  });

  test("that the declared source reaches come first", () => {
    const at = (source: string): string[] =>
      labelsAt(`restreams:\n  - source_protocol: ${source}\n    uri: <|>\n`).slice(0, 2);
    expect(at("rtmp")).toEqual(["rtmp://", "srt://"]);
    expect(at("rtmps")).toEqual(["rtmps://", "rtmps://a.rtmps.youtube.com/live2"]);
    const declared =
      '{"streams": [{"id": 2, "protocol": "rtmps"}], "restreams": [{"stream_id": 2, "uri": "<|>';
    expect(labelsAt(declared)[0]).toBe("rtmps://");
  });

  test("have a latency in the unit that is known", () => {
    const at = (unit: string): string[] =>
      labelsAt(`restreams:\n  - uri: srt://h.acme.com:1?latency=<|>\n${unit}`);
    expect(at("")).toEqual(["2000000", "2000", "2"]);
    expect(at("    latency_unit: ms\n")).toEqual(["2000", "1000", "5000"]);
    expect(at("    latency_unit: ms\n    network: cross-region\n")).toEqual(["2000", "1000"]);
  });

  test("name a variable that is free", () => {
    expect(
      labelsAt("restreams:\n  - uri: ${TWITCH_KEY}\n  - uri: rtmp://live.twitch.tv/app/<|>\n"),
    ).toEqual(["${TWITCH_KEY_2}"]);
  });
});

describe("any client", () => {
  // Whole but for what is being typed.
  const FIXTURES: readonly (readonly [fixture: string, uri: string])[] = [
    ["<|>", YAML],
    ["\ufeff<|>", YAML],
    ["\ufeffre<|>", YAML],
    ["\ufeff- <|>", YAML],
    ["\ufeff{<|>}", JSON_FILE],
    ["<|>", JSON_FILE],
    ["{<|>}", JSON_FILE],
    ["[<|>]", JSON_FILE],
    ['{"restreams": [<|>]}', JSON_FILE],
    ['{"restreams": [{"uri": "a"}, {<|>}]}', JSON_FILE],
    ['{"streams": [{"id": 3}, {"id": 4}], "restreams": [{<|> "name": "a"}]}', JSON_FILE],
    ['{"streams": [{"id": 3}, {<|>}], "restreams": [{"uri": "a"}]}', JSON_FILE],
    ["restreams:\n  - <|>\n", YAML],
    ["restreams:\n<|>", YAML],
    ["restreams:\r\n  - name: a\r\n  <|>\r\n", YAML],
    ["restreams:\n  - name: a\n    <|>\n  - name: b\n", YAML],
    ["streams:\n  - id: 3\n  - id: 4\nrestreams: [{<|>}]\n", YAML],
    ["<|>", SETTINGS],
    ["targets:\n  - host: a\n    <|>\n", SETTINGS],
    ["targets:\n  <|>\n", SETTINGS],
    ['{"targets": [{<|>}]}', SETTINGS.replace("yaml", "json")],
  ];

  test.each(FIXTURES)("can go on after %j in %s", (fixture, uri) => {
    for (const client of [SNIPPETS, RIGID, PLAIN]) {
      const items = itemsAt(fixture, client, uri);
      expect(items.length).toBeGreaterThan(1);
      for (const item of items) {
        const text = applied(fixture, item.label, client, uri);
        const whole = client === PLAIN ? text : expanded(text);
        expect(viewOf(whole, { uri }).document.syntax.faults, whole).toEqual([]);
        if (client === PLAIN) expect(item.textEdit?.newText).not.toMatch(/[\r\n]/);
        if (client !== SNIPPETS) expect(item).not.toHaveProperty("insertTextMode");
      }
    }
  });

  test("keeps a byte order mark", () => {
    expect(applied("\ufeff<|>", "restreams", PLAIN)).toBe("\ufeffrestreams:");
    for (const client of [SNIPPETS, RIGID]) {
      expect(applied("\ufeff- <|>", "uri", client)).toBe("\ufeff- uri: $1");
      expect(applied("\ufeff- <|>", "restream to Twitch", client)).toBe(
        "\ufeff- name: ${1:Twitch}\n  stream_id: $2\n  uri: rtmp://live.twitch.tv/app/${3:\\${TWITCH_KEY\\}}",
      );
    }
  });

  test("nests what is in a list's item", () => {
    const expected = "targets:\n  - latency:\n      $1";
    expect(applied("targets:\n  - <|>", "latency", SNIPPETS, SETTINGS)).toBe(expected);
    expect(applied("targets:\n  <|>", "- latency", SNIPPETS, SETTINGS)).toBe(expected);
    for (const client of [RIGID, PLAIN])
      expect(applied("targets:\n  - <|>", "latency", client, SETTINGS)).toBe(
        "targets:\n  - latency:",
      );
  });
});

describe("of too many", () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => 10_000 + index);
  const streams = `streams:\n${ids.map((it) => `  - id: ${it}\n`).join("")}`;

  test("streams, the first that begin as typed", () => {
    const at = (typed: string) => listAt(`${streams}restreams:\n  - stream_id: ${typed}<|>\n`);
    const { items, isIncomplete } = at("");
    expect(isIncomplete).toBe(true);
    expect(items).toHaveLength(200);
    expect(items.at(-1)?.label).toBe("10199");
    // A hundred begin so, and one more keystroke may need others again.
    expect(at("199")).toMatchObject({ isIncomplete: true, items: { length: 100 } });
    expect(at("199").items[0]?.label).toBe("19900");
  });

  test("streams, none in every whole restream", () => {
    const { items, isIncomplete } = listAt(`${streams}restreams:\n  - <|>\n`);
    expect(isIncomplete).toBe(false);
    expect(JSON.stringify(items).length).toBeLessThan(50_000);
  });

  test("variables, in any case", () => {
    const names = ids.map((it) => `\${KEY_${it}}`).join(" ");
    const { items, isIncomplete } = listAt(`# ${names}\nrestreams:\n  - name: \${key_12<|>\n`);
    expect(isIncomplete).toBe(true);
    expect(items).toHaveLength(200);
    expect(items[0]?.label).toBe("KEY_12000");
  });

  test("but what is few of its kind is all there", () => {
    const list = listAt(`streams:\n  - id: 20\nrestreams:\n  - stream_id: 9<|>\n`);
    expect(list.isIncomplete).toBe(false);
    expect(list.items.map(({ label }) => label)).toEqual(["20"]);
  });
});

describe("comments", () => {
  test("offer our directives, and then the rules, first those that report here", () => {
    expect(labelsAt("# rest<|>\nrestreams:\n")).toHaveLength(5);
    expect(labelsAt("# re<|>\nrestreams:\n")).toEqual([]);
    const rules = labelsAt(
      "# restream-lint-disable-file <|>\nrestreams:\n  - stream_id: 2\n    uri: srt://h.acme.com:1?mode=caller\n",
    );
    expect(rules[0]).toBe("srt-missing-latency");
    expect(rules).not.toContain("unused-suppression");
    expect(labelsAt("# restream-lint-disable-file srt-missing-latency, <|>\n")).not.toContain(
      "srt-missing-latency",
    );
    expect(labelsAt("# restream-lint-disable-file srt-missing-latency -- <|>\n")).toEqual([]);
  });

  test.each([
    [
      "restreams:\n  - uri: a # restream-lint-disable-line srt-mis<|>\n",
      "srt-missing-mode",
      "restreams:\n  - uri: a # restream-lint-disable-line srt-missing-mode\n",
      YAML,
    ],
    ["#restream-lint-<|>", "restream-lint-disable-file", "#restream-lint-disable-file", YAML],
    ["[] // restr<|>\n", "restream-lint-disable-line", "[] // restream-lint-disable-line\n", JSONC],
    [
      "/* restream-lint-disable a, srt<|> */ []",
      "srt-missing-mode",
      "/* restream-lint-disable a, srt-missing-mode */ []",
      JSONC,
    ],
  ])("%j: %s", (fixture, label, expected, uri) => {
    expect(applied(fixture, label, SNIPPETS, uri)).toBe(expected);
  });
});

describe("settings", () => {
  test.each([
    ["<|>", "extends", "extends: ${1|recommended,strict,all|}"],
    ["extends: st<|>\n", "strict", "extends: strict\n"],
    [
      "rules:\n  srt-m<|>\n",
      "srt-missing-mode",
      "rules:\n  srt-missing-mode: ${1|error,warning,info,off|}\n",
    ],
    ["rules:\n  srt-missing-mode: <|>\n", "off", "rules:\n  srt-missing-mode: off\n"],
    [
      "overrides:\n  - files: a\n    rules: {srt-missing-mode: <|>}\n",
      "off",
      "overrides:\n  - files: a\n    rules: {srt-missing-mode: off}\n",
    ],
    ["ignore:\n  - rule: <|>\n", "missing-app", "ignore:\n  - rule: missing-app\n"],
    [
      "targets:\n  - host: a\n    <|>\n",
      "latencyUnit",
      "targets:\n  - host: a\n    latencyUnit: ${1|us,ms,s|}\n",
    ],
    ["targets:\n  <|>\n", "- host", "targets:\n  - host: $1\n"],
    ["targets:\n  - schemes:\n      - <|>\n", "srt", "targets:\n  - schemes:\n      - srt\n"],
    ["targets: [{schemes: [rtmp, <|>]}]\n", "srt", "targets: [{schemes: [rtmp, srt]}]\n"],
  ])("%j: %s", (fixture, label, expected) => {
    expect(applied(fixture, label, SNIPPETS, SETTINGS)).toBe(expected);
  });
});

// What a person goes on to write is offered at every character: it stands between ‹ and ›.
describe("a document that is being written", () => {
  test.each([
    [
      "YAML",
      YAML,
      `‹streams›:
  - ‹id›: 20
    ‹protocol›: ‹rtmp›
    ‹video_codec›: ‹h264›
‹restreams›:
  - ‹name›: YouTube
    ‹stream_id›: ‹20›
    ‹uri›: ‹rtmp://›‹a.rtmp.youtube.com›/‹live2›/‹\${YOUTUBE_KEY}›
  - ‹uri›: ‹srt://›h.acme.com:9000?‹mode›=‹caller›&‹latency›=‹2000000›&‹passphrase›=\${A}
    ‹latency_unit›: ‹us›
    ‹network›: ‹public-internet›
    ‹active›: ‹false›
`,
    ],
    [
      "YAML with braces",
      YAML,
      `restreams:
  - {‹name›: a, ‹stream_id›: 20, ‹uri›: "‹srt://›h:9000?‹mode›=‹caller›&‹latency›=‹2000›", ‹latency_unit›: ‹ms›}
  - { ‹active›: ‹true›,
      ‹source_protocol›: ‹srt› }
`,
    ],
    [
      "YAML with CRLF",
      YAML,
      "‹restreams›:\r\n- ‹name›: a\r\n  ‹uri›: '‹rtmp://›‹live.twitch.tv›/‹app›/‹${TWITCH_KEY}›'\r\n  ‹network›: ‹cross-region›\r\n",
    ],
    [
      "JSON",
      JSON_FILE,
      `{
  "‹streams›": [{ "‹id›": 20, "‹protocol›": "‹rtmp›" }],
  "‹restreams›": [
    {
      "‹name›": "YouTube",
      "‹stream_id›": ‹20›,
      "‹uri›": "‹rtmp://›‹a.rtmp.youtube.com›/‹live2›/‹\${YOUTUBE_KEY}›",
      "‹active›": ‹true›
    },
    { "‹uri›": "‹srt://›h:9000?‹mode›=‹caller›&‹latency›=‹2000›", "‹latency_unit›": "‹ms›" }
  ]
}`,
    ],
    [
      "JSONC, wrapped",
      JSONC,
      `// One restream
{ "‹restream›": { /* it */ "‹uri›": "‹rtmp://›", // and
    "‹source_protocol›": "‹rtmps›" } }`,
    ],
    ["a body", YAML, "‹name›: a\n‹stream_id›: 20\n‹uri›: ‹rtmp://›‹a.rtmp.youtube.com›/‹live2›\n"],
    ["a list", YAML, "- ‹name›: a\n  ‹stream_id›: 20\n- ‹uri›: a\n"],
    [
      "settings",
      SETTINGS,
      "‹extends›: ‹strict›\n‹rules›:\n  ‹unusual-port›: ‹off›\n‹ignore›:\n  - ‹rule›: ‹missing-app›\n    ‹path›: /a\n‹targets›:\n  - ‹host›: a\n    ‹schemes›: [‹rtmp›, ‹srt›]\n    ‹latency›: {‹min›: 1, ‹max›: 2}\n",
    ],
  ])("is always offered: %s", (_, uri, marked) => {
    const { text, words } = unmarked(marked);
    expect(words.length).toBeGreaterThan(2);
    const missed = words.flatMap(({ start, word }) =>
      Array.from(word, (_letter, index) => text.slice(0, start + index)).filter(
        (prefix) => !isOffered(prefix, word, uri),
      ),
    );
    expect(missed).toEqual([]);
  });
});

describe("anywhere", () => {
  const KEY = "CANARY-k3y-51f0c2";
  const SECRETS = [
    `restreams:\n  - uri: rtmp://u:${KEY}@h.acme.com/live/${KEY}?token=${KEY}\n    stream_id: 2\n    ur\n  - uri: srt://h.acme.com:1?passphrase=${KEY}&streamid=${KEY}&latency=2000&x=${KEY}\n    name: \${A:-${KEY}}\n    \n    stream_id: ${KEY}\n  - ${KEY}\n  -\n`,
    `{"restreams": [{"uri": "rtmps://h/app/${KEY}", "stream_id": "${KEY}"}, {"uri": "${KEY}", "id": "${KEY}"}, "${KEY}"]}`,
  ];

  test("nothing repeats a secret, and every edit is on its line and around the cursor", () => {
    for (const text of SECRETS) {
      for (let offset = 0; offset <= text.length; offset++) {
        expect(JSON.stringify(itemsIn(text, offset))).not.toContain("CANARY");
      }
    }
  });

  test("every offset of every example has an answer", () => {
    const folder = new URL("../../../../examples/", import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const documents = files.filter((it) => /\.(?:ya?ml|jsonc?)$/.test(it));
    expect(documents.length).toBeGreaterThan(50);
    for (const file of documents) {
      const text = readFileSync(new URL(file, folder), "utf8");
      if (text.length > 5000) continue;
      for (let offset = 0; offset <= text.length; offset += 13)
        itemsIn(text, offset, `file:///${file}`);
    }
  });

  test("so has any text", () => {
    const piece = constantFrom(
      ..."restreams:|\n|\r\n|  - |  |uri: |srt://h:1?|mode=|&|{|}|[|]|\"|'|,|: |:|- |#|${|name|\\|\t|<<: *a|&a |!t |---\n|x|// |/*|*/|\ufeff|1".split(
        "|",
      ),
    );
    assert(
      property(
        array(piece, { maxLength: 25 }),
        constantFrom(YAML, JSONC, SETTINGS),
        (pieces, uri) => {
          const text = pieces.join("");
          for (let offset = 0; offset <= text.length; offset++) {
            itemsIn(text, offset, uri);
            const plain = itemsIn(text, offset, uri, PLAIN);
            expect(plain.filter((it) => /[\r\n]/.test(it.textEdit?.newText ?? ""))).toEqual([]);
          }
        },
      ),
    );
  });
});

/** What is offered at an offset; every edit must be around it, and on its line. */
function itemsIn(
  text: string,
  offset: number,
  uri?: string,
  client = SNIPPETS,
): readonly CompletionItem[] {
  const view = viewOf(text, uri === undefined ? {} : { uri });
  // No client has a cursor within a line break.
  if (text.startsWith("\r\n", offset - 1)) return [];
  const { items } = completion(view, offset, client);
  for (const { textEdit } of items) {
    if (!textEdit || !("range" in textEdit)) throw new Error("an item has no edit");
    const { start, end } = view.converter.rangeIn(textEdit.range) satisfies object;
    const isAround =
      start <= offset && offset <= end && textEdit.range.start.line === textEdit.range.end.line;
    if (!isAround || /[\r\n]/.test(text.slice(start, end)))
      throw new Error(`an edit is elsewhere than ${offset}`);
  }
  return items;
}

function itemsAt(fixture: string, client = SNIPPETS, uri?: string): readonly CompletionItem[] {
  const { view, offset } = viewAt(fixture, uri === undefined ? {} : { uri });
  return itemsIn(view.document.text, offset, view.uri, client);
}

function listAt(fixture: string): CompletionList {
  const { view, offset } = viewAt(fixture);
  return completion(view, offset, SNIPPETS);
}

/** In the order in which a client shows them. */
function labelsAt(fixture: string, uri?: string): string[] {
  const items = itemsAt(fixture, SNIPPETS, uri);
  return items
    .toSorted((a, b) => Number(a.sortText) - Number(b.sortText))
    .map(({ label }) => label);
}

/** The text after choosing an item; its lines are indented only by a client that is asked to. */
function applied(fixture: string, label: string, client = SNIPPETS, uri?: string): string {
  const { view } = viewAt(fixture, uri === undefined ? {} : { uri });
  const item = itemsAt(fixture, client, uri).find((it) => it.label === label);
  if (!item?.textEdit || !("range" in item.textEdit)) return `${label} is not offered`;
  const { text } = view.document;
  const { start, end } = view.converter.rangeIn(item.textEdit.range);
  const margin = /[^\n]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const isAdjusted = item.insertTextMode === InsertTextMode.adjustIndentation;
  const indent = isAdjusted ? /^ */.exec(margin)?.[0] : "";
  return (
    text.slice(0, start) + item.textEdit.newText.replaceAll("\n", `\n${indent}`) + text.slice(end)
  );
}

/** A snippet with what stands in its places before a person fills them in. */
function expanded(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\d+/g, "$1$2")
    .replaceAll(/\\([\\$}])/g, "$1");
}

/** Where a text stands that occurs once. */
function rangeOf(text: string, part: string): { start: number; end: number } {
  expect(text.split(part)).toHaveLength(2);
  return { start: text.indexOf(part), end: text.indexOf(part) + part.length };
}

/** Whether a client shows an item at the end of a text: what it compares begins with what is typed. */
function isOffered(text: string, word: string, uri: string): boolean {
  const { converter } = viewOf(text, { uri });
  return itemsIn(text, text.length, uri).some(({ label, filterText = label, textEdit }) => {
    if (!textEdit || !("range" in textEdit)) return false;
    const typed = text.slice(converter.rangeIn(textEdit.range).start);
    const isMeant = [label, `\${${label}}`].includes(word) || label === `- ${word}`;
    return isMeant && filterText.startsWith(typed);
  });
}

/** A text without its marks, and the words that stood between them. */
function unmarked(marked: string): { text: string; words: { start: number; word: string }[] } {
  const words: { start: number; word: string }[] = [];
  let text = "";
  for (const piece of marked.split(/(‹[^›]*›)/)) {
    const word = /^‹(.*)›$/.exec(piece)?.[1];
    if (word !== undefined) words.push({ start: text.length, word });
    text += word ?? piece;
  }
  return { text, words };
}
