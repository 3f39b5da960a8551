import { lint, parseDocument, resolvePlaceholders, secretsIn, valueOf } from "@restream-lint/core";
import { isShown, type Shape, SHAPES, telling, URIS } from "@restream-lint/testkit";
import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  shuffledSubarray,
  string,
  uniqueArray,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "../plan/plan.ts";
import type { RemoteRestream } from "../remote.ts";
import { pulledDocument } from "./pulled-document.ts";

const KEY = "k3y-51f0-c2aa-93be";

test("a document that people would have written", () => {
  const { text, variables } = pulledDocument(
    [
      { id: 12, name: "Twitch", stream_id: 21, uri: `rtmp://live.twitch.tv/app/${KEY}t` },
      {
        id: 11,
        name: "YouTube: main",
        live: true,
        stream_id: 20,
        uri: `rtmp://a.rtmp.youtube.com/live2/${KEY}`,
        client_user_id: 10,
      },
      {
        id: 10,
        name: "",
        active: true,
        stream_id: 20,
        uri: "srt://in.acme.net:9000?mode=caller&latency=2000&passphrase=hunter2hunter2&streamid=live/studio",
        client_user_id: null,
      },
      {
        id: 13,
        active: false,
        name: "Twitch again",
        uri: `rtmp://live.twitch.tv/app/${KEY}t`,
        stream_id: 22,
      },
    ],
    [
      { id: 20, name: "Studio B", stream_source_type: "srt" },
      { id: 21, name: "Truck\n# 2", stream_source_type: "rtmp" },
      { id: 99, name: "Unused" },
    ],
  );
  expect(text).toBe(`\
# The restreams of a Gcore account. A variable stands for each secret.
streams:
  - id: 20 # "Studio B"
    protocol: srt
  - id: 21 # "Truck # 2"
  - id: 22

restreams:
  - id: 10
    stream_id: 20
    uri: srt://in.acme.net:9000?mode=caller&latency=2000&passphrase=\${ACME_PASSPHRASE}&streamid=\${ACME_STREAMID}
  - id: 11
    name: "YouTube: main"
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
    client_user_id: 10
  - id: 12
    name: Twitch
    stream_id: 21
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
  - id: 13
    name: Twitch again
    stream_id: 22
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
    active: false
`);
  expect(Object.fromEntries(variables)).toEqual({
    ACME_PASSPHRASE: "hunter2hunter2",
    ACME_STREAMID: "live/studio",
    TWITCH_KEY: `${KEY}t`,
    YOUTUBE_KEY: KEY,
  });
  const told = lint(parseDocument(text)).map(({ rule }) => rule);
  expect(told).toEqual(["srt-undeclared-latency-unit"]);
});

test("nothing exists", () => {
  const { text, variables } = pulledDocument([], [{ id: 20 }]);
  expect(text.split("\n").slice(1)).toEqual(["restreams: []", ""]);
  expect(variables.size).toBe(0);
  expect(parseDocument(text).syntax.faults).toEqual([]);
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ["rtmp://h.acme.net/live/a${b}c", "rtmp://h.acme.net/live/${ACME_KEY}", { ACME_KEY: "a${b}c" }],
  ["rtmp://h.acme.net/live/{{ x }}", "${RESTREAM_7_URI}", { RESTREAM_7_URI: "=" }],
  ["op://vault/item/key", "${RESTREAM_7_URI}", { RESTREAM_7_URI: "=" }],
  ["rtmp://h.acme.net/live/ab ", "rtmp://h.acme.net/live/${ACME_KEY} ", { ACME_KEY: "ab" }],
  ["rtmp://h.acme.net/live/a b", "${RESTREAM_7_URI}", { RESTREAM_7_URI: "=" }],
  ["k3y-51f0", "${RESTREAM_7_URI}", { RESTREAM_7_URI: "=" }],
  [
    "rtmp://h.acme.net/K3YinTheApp",
    "rtmp://h.acme.net/${RESTREAM_7_APP}",
    { RESTREAM_7_APP: "K3YinTheApp" },
  ],
  [
    "rtmp://h.acme.net/My_Live_App/key1",
    "rtmp://h.acme.net/${RESTREAM_7_APP}/${ACME_KEY}",
    { RESTREAM_7_APP: "My_Live_App", ACME_KEY: "key1" },
  ],
  [
    "rtmp://studio:hunter2@h.acme.net/live/key1",
    "rtmp://${RESTREAM_7_USERINFO}:${ACME_PASSWORD}@h.acme.net/live/${ACME_KEY}",
    { RESTREAM_7_USERINFO: "studio", ACME_PASSWORD: "hunter2", ACME_KEY: "key1" },
  ],
  [
    "rtmp://b.rtmp.youtube.com/live2?backup=1/abcd-1234",
    "rtmp://b.rtmp.youtube.com/live2?backup=1/${YOUTUBE_KEY}",
    { YOUTUBE_KEY: "abcd-1234" },
  ],
  [
    "srt://h.acme.net:9000?mode=caller&tocken=abc/def",
    "srt://h.acme.net:9000?mode=caller&tocken=${RESTREAM_7_VALUE}",
    { RESTREAM_7_VALUE: "abc/def" },
  ],
  ["srt://h.acme.net:9000?mode=caller&latency=80", "=", {}],
])("of %s", (uri, written, variables) => {
  const pulled = pulledDocument([{ id: 7, uri }], []);
  const { document } = read(pulled.text, pulled.variables, false);
  expect(document.restreams[0]?.uri?.uri.text).toBe(written === "=" ? uri : written);
  const held = Object.entries(variables).map(([name, value]) => [
    name,
    value === "=" ? uri : value,
  ]);
  expect(Object.fromEntries(pulled.variables)).toEqual(Object.fromEntries(held));
});

test.each([
  ["rtmp://h.acme.net/live/k3y", "${RESTREAM_7_NAME}"],
  ["https://h.acme.net/k3y", "${RESTREAM_7_NAME}"],
  ["streamid=k3y-51f0", "${RESTREAM_7_NAME}"],
  ["{{ name }}", "${RESTREAM_7_NAME}"],
  ["costs ${5}", "costs $${5}"],
  ["a: b # c", "a: b # c"],
])("a restream that is called %s", (name, written) => {
  const { text, variables } = pulledDocument([{ id: 7, name }], []);
  const { document } = read(text, variables, false);
  const [found] = document.restreams;
  expect(found && valueOf(found.node, "name")).toMatchObject({ value: written });
  expect([...variables.values()]).toEqual(written.startsWith("${") ? [name] : []);
});

test("names that repeat a key", () => {
  const { text, variables } = pulledDocument(
    [
      {
        id: 7,
        stream_id: 20,
        name: `to ${KEY.toUpperCase()}`,
        uri: `rtmp://h.acme.net/live/${KEY}`,
      },
    ],
    [{ id: 20, name: `from ${KEY}` }],
  );
  expect(text.split("\n").slice(1)).toEqual([
    "streams:",
    "  - id: 20",
    "",
    "restreams:",
    "  - id: 7",
    "    name: ${RESTREAM_7_NAME}",
    "    stream_id: 20",
    "    uri: rtmp://h.acme.net/live/${ACME_KEY}",
    "",
  ]);
  expect(variables.size).toBe(2);
});

test("variables that are there are used for what they hold, and for nothing else", () => {
  const taken = new Map([
    ["YOUTUBE_KEY", "another"],
    ["YOUTUBE_KEY_4", KEY],
    ["RESTREAM_8_URI", undefined],
    ["RESTREAM_9_URI", "no uri 9"],
  ]);
  const { variables } = pulledDocument(
    [
      { id: 7, uri: `rtmp://a.rtmp.youtube.com/live2/${KEY}` },
      { id: 8, uri: "no uri 8" },
      { id: 9, uri: "no uri 9" },
    ],
    [],
    { taken },
  );
  expect(Object.fromEntries(variables)).toEqual({
    YOUTUBE_KEY_4: KEY,
    RESTREAM_8_URI_2: "no uri 8",
    RESTREAM_9_URI: "no uri 9",
  });
});

test("a host whose name is like those of our own variables", () => {
  const uris = [
    "rtmp://restream-2-stream.net/live/abcdef",
    "rtmp://h.acme.net/live/your-stream-key",
  ];
  const { text, variables } = pulledDocument(
    uris.map((uri, index) => ({ id: index + 1, uri })),
    [],
  );
  // Nothing says that the second is a secret, nor that it is none.
  expect([...variables.keys()]).toEqual(["RESTREAM_2_STREAM_KEY", "RESTREAM_2_STREAM_KEY_2"]);
  expect(read(text, variables).said.map(({ uri }) => uri)).toEqual(uris);
});

test.each(["restream-lint-disable-file", "x\nrestreams: []", "key=abcdef ${A:-abcdef}"])(
  "a stream that is called %j",
  (name) => {
    const { text } = pulledDocument([{ stream_id: 20 }], [{ id: 20, name }]);
    const found = lint(parseDocument(text)).map(({ rule }) => rule);
    expect(found).toEqual(["missing-field"]);
    expect(text).not.toContain("abcdef");
    expect(parseDocument(text).restreams).toHaveLength(1);
  },
);

describe.each(Object.entries(SHAPES) as [Shape, string][])("a secret that is %s", (shape, key) => {
  const uris = Object.entries(URIS).flatMap(([place, uriOf]) =>
    isShown(place, shape) ? [] : [[place, uriOf(key)] as const],
  );
  test.each(uris)("%s", (_, uri) => {
    const { text, variables } = pulledDocument(
      [
        { id: 1, stream_id: 20, uri },
        { id: 2, name: nameLike(uri) },
      ],
      [{ id: 20, name: nameLike(uri) }],
    );
    expect(telling(text, shape)).toBeUndefined();
    expect(read(text, variables).said).toEqual([
      { id: 1, stream_id: 20, uri },
      { id: 2, name: nameLike(uri) },
    ]);
  });
});

/** A URI in the place of a name, if it is known for one: any other name is shown, whatever it is. */
function nameLike(uri: string): string {
  return /^(?:rtmps?|srt|https):\/\/[a-z.]+[:/]/.test(uri) ? uri : "a name";
}

/** The fields of a document's restreams, and the document. */
function read(
  text: string,
  variables: ReadonlyMap<string, string>,
  isFilled = true,
): {
  readonly document: ReturnType<typeof parseDocument>;
  readonly said: readonly Readonly<Record<string, unknown>>[];
} {
  const written = parseDocument(text);
  expect(written.syntax.faults).toEqual([]);
  expect(written.shape).toEqual([]);
  const document = isFilled ? resolvePlaceholders(written, (it) => variables.get(it)) : written;
  const said = document.restreams.map(({ node }) =>
    Object.fromEntries(
      node.entries.map(({ key, value }) => [
        String(key.value),
        value?.kind === "scalar" ? value.value : value,
      ]),
    ),
  );
  return { document, said };
}

const SHORT = oneof(
  string({ unit: "binary", maxLength: 20 }),
  string({ unit: "grapheme", maxLength: 20 }),
  array(
    constantFrom(
      ..."\n \r \t # : - ' \" \\ ${ } {{ }} $${ ${A} ${A:-b} <% %> $ ! & * | > % @ ` ~ yes null 0x1f 1e5 op:// ENC[ ] a b".split(
        " ",
      ),
      " ",
      "\n",
      "\r",
      "\t",
      "\0",
      "\u007f",
      "\u0085",
      "\u2028",
      "\ufeff",
      "\ufdd0",
      "\ud800",
      "\udc00",
      "\u202e",
      "\u{e0001}",
      "\u{10ffff}",
      "👩\u200d🚀",
    ),
    { maxLength: 8 },
  ).map((it) => it.join("")),
);
const LONG = integer({ min: 0, max: 25_000 }).map((count) => "x: #".repeat(count));
const HOSTILE = oneof({ arbitrary: SHORT, weight: 40 }, { arbitrary: LONG, weight: 1 });
const REMOTE_URIS = oneof(
  HOSTILE,
  record({
    head: constantFrom(
      "rtmp://",
      "rtmps://",
      "srt://",
      "rtmp://a.rtmp.youtube.com/live2/",
      "rtmps://h.acme.net:443/live/",
      "srt://h.acme.net:9000?passphrase=",
      "srt://h.acme.net:9000?streamid=#!::r=",
      "rtmp://u:p@h/",
    ),
    rest: HOSTILE,
    tail: constantFrom("", "@h", "/x", "?a=b", "&mode=caller", "&amp;a=b", "#x"),
  }).map(({ head, rest, tail }) => head + rest + tail),
);
const ID = integer({ min: 1, max: 30 });
const REMOTE = uniqueArray(
  record(
    {
      id: integer({ min: 1, max: 1000 }),
      name: HOSTILE,
      active: boolean(),
      live: boolean(),
      stream_id: ID,
      uri: REMOTE_URIS,
      client_user_id: option(integer()),
    },
    { requiredKeys: ["id", "uri"] },
  ),
  { selector: ({ id }) => id, maxLength: 12 },
);
const STREAMS = array(
  record(
    {
      id: ID,
      name: HOSTILE,
      stream_source_type: constantFrom("rtmp", "srt", "webrtc", "https", null),
      pull: boolean(),
      uri: constantFrom("rtmp://x/y", "srt://x rtmp://y", null),
    },
    { requiredKeys: ["id"] },
  ),
);

test("whatever is there: a plan of the document changes nothing, and it says what is there", () => {
  assert(
    property(REMOTE, STREAMS, (restreams: readonly RemoteRestream[], streams) => {
      const { text, variables } = pulledDocument(restreams, streams);
      const { document, said } = read(text, variables);
      const { entries } = plan([{ file: "a.yaml", document }], restreams, { prune: true });
      expect(entries.map(({ action }) => action)).toEqual(restreams.map(() => "unchanged"));
      // Equality beyond what a plan compares: nothing is left out.
      const wanted = restreams.map(({ live: _, client_user_id, name, active, ...it }) => ({
        ...it,
        ...(client_user_id != null && { client_user_id }),
        ...(name !== undefined && name !== "" && { name }),
        ...(active === false && { active }),
      }));
      const byId = (a: { id?: unknown }, b: { id?: unknown }) => Number(a.id) - Number(b.id);
      expect(said.toSorted(byId)).toEqual(wanted.toSorted(byId));
      expect([...variables.keys()].every((it) => text.includes(`\${${it}}`))).toBe(true);
      for (const { uri } of parseDocument(text).targets) {
        const left = secretsIn(uri).map(({ start, end }) => uri.text.slice(start, end));
        expect(left.filter((it) => it.length > 3)).toEqual([]);
      }
    }),
  );
});

test("the order of the lists changes nothing", () => {
  const both = REMOTE.chain((all) =>
    shuffledSubarray([...all], { minLength: all.length }).map((other) => [all, other] as const),
  );
  assert(
    property(both, ([all, other]) => {
      expect(pulledDocument(other, [])).toEqual(pulledDocument(all, []));
    }),
  );
});

test("without IDs, by stream, name and URI; without what nothing could be said of", () => {
  const uris = ["rtmp://a.acme.net/live/x", "rtmp://b.acme.net/live/x"];
  const { text, variables } = pulledDocument(
    [
      { name: "b", stream_id: 20, uri: uris[0] ?? "" },
      { uri: uris[1] ?? "", id: 0, stream_id: 30 },
      { name: "a", stream_id: 20, uri: uris[1] ?? "" },
      { live: true, active: true, name: "" },
      { name: "a", stream_id: 20, uri: uris[0] ?? "" },
      { name: "c", stream_id: 3, uri: uris[0] ?? "" },
    ],
    [],
  );
  expect(read(text, variables).said).toEqual([
    { name: "c", stream_id: 3, uri: uris[0] },
    { name: "a", stream_id: 20, uri: uris[0] },
    { name: "a", stream_id: 20, uri: uris[1] },
    { name: "b", stream_id: 20, uri: uris[0] },
    { stream_id: 30, uri: uris[1] },
  ]);
});

/** One stream to one target twice, or SRT to RTMPS. */
const OF_WHAT_IS_THERE = ["duplicate-target", "conflicting-targets", "unsupported-combination"];

test("what is right there is right in the document", () => {
  const uris = constantFrom(
    `rtmp://a.rtmp.youtube.com/live2/${KEY}`,
    `rtmps://h.acme.net:443/app/${KEY}`,
    "srt://h.acme.net:9000?mode=caller&latency=2000&passphrase=hunter2hunter2",
    "srt://h.acme.net:9000?mode=caller&latency=2000&streamid=%23!::r=live,m=publish,u=studio",
  );
  const right = array(record({ name: HOSTILE, uri: uris, stream_id: ID, active: boolean() }));
  assert(
    property(right, STREAMS, (restreams, streams) => {
      const all = restreams.map((it, index) => ({ ...it, id: index + 1 }));
      const { text, variables } = pulledDocument(all, streams);
      const { document } = read(text, variables);
      const told = [...lint(parseDocument(text)), ...lint(document)]
        .filter(({ severity }) => severity === "error")
        .map(({ rule }) => rule);
      expect(told.filter((it) => !OF_WHAT_IS_THERE.includes(it))).toEqual([]);
    }),
  );
});

test("thousands, in the blink of an eye", () => {
  const restreams = Array.from({ length: 5000 }, (_, index) => ({
    id: index + 1,
    name: `r${index}`,
    stream_id: 1 + (index % 50),
    uri: index % 3 === 0 ? `no uri ${index}` : `rtmp://a.rtmp.youtube.com/live2/${KEY}${index}`,
  }));
  const { variables } = pulledDocument(restreams, []);
  expect(variables.size).toBe(5000);
});
