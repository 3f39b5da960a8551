import { type Arbitrary, array, boolean, constantFrom, oneof, option, record } from "fast-check";
import { PLATFORMS } from "../src/gcore/platform-table.ts";

// Texts that mostly are fine, and nearly fine now and then.

/** Documents of the form that is looked for: mostly fine, and nearly fine now and then. */
export function documents(most = 2): Arbitrary<string> {
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
    latency_unit: mostly(["us", "ms", '"ms"', "s", "'s'"], ["m", "toString", null, '"s']),
    network: option(mostly(["public-internet", '"cross-region"', "cross-region"], ["lan", ""]), {
      freq: 3,
    }),
    uri: quoted(oneof(rtmpUris(), srtUris())),
  });
  const list = (name: string, items: readonly Readonly<Record<string, string | null>>[]) =>
    items.length === 0 ? [] : [`${name}:`, ...items.flatMap(linesOf)];
  return record({
    streams: array(streams(), { maxLength: 2 }),
    restreams: array(restream, { minLength: 1, maxLength: most }),
    isLast: boolean(),
    endings: array(lineEndings(), { minLength: 1, maxLength: 8 }),
    feeds: mostly([["\n"], ["\n"], ["\r\n"]], [["\n", "\r\n"]]),
  }).map((it) => {
    const lists = [list("streams", it.streams), list("restreams", it.restreams)];
    const lines = (it.isLast ? lists.toReversed() : lists).flat();
    const written = lines.map((line, index) => {
      const feed = it.feeds[index % it.feeds.length] ?? "\n";
      return line + (it.endings[index % it.endings.length] ?? "").replaceAll("\n", feed);
    });
    return written.join("");
  });
}

/** What may stand between the end of a field and the next one. */
function lineEndings(): Arbitrary<string> {
  return mostly(
    ["\n", "\n", "\n", "\n", "\n", "\n", " # a: b\n", "\n\n", "\n# é: &b\n", "\n      #!\n"],
    [" #\n", " \n", " #x\n", "\n# 😀\n", "\n  a\n", "\n      a\n", "\r\n", "\n\t\n", "# x\n"],
  );
}

/** Without quotes, mostly. */
function quoted(values: Arbitrary<string>): Arbitrary<string> {
  const quotes = mostly(["", "", "", '"', "'"], ['""']);
  return record({ quote: quotes, value: values }).map(({ quote, value }) => quote + value + quote);
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
export function jsonTexts(): Arbitrary<string> {
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
export const KNOWN_HOSTS: readonly string[] = PLATFORMS.flatMap(
  ({ hosts: patterns, sites = [], servers = [] }) => [
    ...patterns.flatMap((it) => [it.replace("*", "a"), it.replace("*", "live")]),
    ...sites,
    ...sites.map((it) => `www.${it}`),
    ...servers.map((it) => /^\w+:\/\/([^/:]+)/.exec(it)?.[1] ?? ""),
  ],
);

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

const LONG = "a".repeat(61);

function hosts(): Arbitrary<string> {
  return oneof(
    {
      weight: 12,
      arbitrary: constantFrom(
        "h.acme.net",
        "i1.acme-live.net",
        "i22.acme-live.net",
        "ingest.studio-b.net",
        "a.b.c.tv",
      ),
    },
    // As long as can be, and longer.
    { weight: 1, arbitrary: constantFrom(...["1", "12", "123"].map((it) => `${LONG}${it}.net`)) },
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
