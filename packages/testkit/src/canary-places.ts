import { readFileSync } from "node:fs";
import { join } from "node:path";

const SCHEMA = join(import.meta.dirname, "../../../schema/restream.schema.json");
const { $defs } = JSON.parse(readFileSync(SCHEMA, "utf8")) as {
  readonly $defs: Readonly<Record<"restream" | "stream", { readonly properties: object }>>;
};
const RESTREAM_FIELDS = Object.keys($defs.restream.properties);
const STREAM_FIELDS = Object.keys($defs.stream.properties);

/** How a secret is made, which decides what can tell it from other words. */
export type Shape =
  | "mixed"
  | "word"
  | "digits"
  | "uuid"
  | "base64"
  | "blank"
  | "delimiters"
  | "quotes"
  | "long"
  | "foreign";

/** What secrets look like. Each piece of one that stands between delimiters is long enough to be told from other words. */
export const SHAPES: Readonly<Record<Shape, string>> = {
  mixed: "Xq7Canary9Z",
  word: "xqcanaryzz",
  digits: "483920175566",
  uuid: "9f8c2a71-4b3e-4d60-8e17-c5a0d94b7f3a",
  base64: "q7ZkXw31+Vw3Lm2Rd/Ht9xLm2RdPs==",
  blank: "Xq7Canary 9ZtKwB4p",
  delimiters: "Xq7Canary&4Htfv2pL?9ZtKwB4p/Lw8mRx3c#7GvbNs2d",
  quotes: `Xq7Canary"9ZtKwB4p'Lw8mRx3c\\7GvbNs2d`,
  long: Array.from({ length: 20 }, (_, index) => `Q${(index * 48_611 + 7).toString(36)}z9X`)
    .join("")
    .padEnd(200, "Zq8W4kT1")
    .slice(0, 200),
  foreign:
    "Schl\u00fc\u00dfelw\u00f6rter\u4e2d\u6587\u5bc6\u7801\ud83d\ude00\u043a\u043b\u044e\u0447\u0438\u043a",
};

/** Makes a text with a secret in one place. */
export type Place = (secret: string) => string;

const SRT = "srt://h.acme.net:9000?mode=caller&latency=2000";

/** Addresses with a secret in each part, and in each mistake that there may be beside it. */
export const URIS: Readonly<Record<string, Place>> = {
  // RTMP and RTMPS.
  user: (it) => `rtmp://${it}@h.acme.net/live/x`,
  password: (it) => `rtmps://user:${it}@h.acme.net/live/x`,
  "password with a slash": (it) => `rtmp://user:${it}/${it}@h.acme.net/live/x`,
  "password with an @": (it) => `rtmp://user:${it}@${it}@h.acme.net/live/x`,
  "port after a user": (it) => `rtmp://user:${it}/live/x`,
  host: (it) => `rtmp://${it}/live/x`,
  "label of a host": (it) => `rtmp://${it}.acme.net/live/x`,
  "label of a wrong host": (it) => `rtmp://${it}..acme.net/live/x`,
  port: (it) => `rtmps://h.acme.net:${it}/live/x`,
  "after the port": (it) => `rtmps://h.acme.net:443${it}/live/x`,
  app: (it) => `rtmp://h.acme.net/${it}/x`,
  "app alone": (it) => `rtmp://h.acme.net/${it}`,
  "app alone with a slash": (it) => `rtmp://h.acme.net/${it}/`,
  "app before a query": (it) => `rtmp://h.acme.net/${it}?x=1`,
  "stream key": (it) => `rtmp://h.acme.net/live/${it}`,
  "stream key of a platform": (it) => `rtmp://a.rtmp.youtube.com/live2/${it}`,
  "stream key at the wrong app": (it) => `rtmp://a.rtmp.youtube.com/live/${it}`,
  "stream key for rtmps": (it) => `rtmp://live-api-s.facebook.com:80/rtmp/${it}`,
  "stream key, repeated": (it) => `rtmp://h.acme.net/live/${it}${it}`,
  "second segment of a key": (it) => `rtmp://h.acme.net/live/x/${it}`,
  "key at Gcore": (it) => `rtmp://vp-push-ed1.gvideo.co/in/1?${it}`,
  "query of a key": (it) => `rtmp://h.acme.net/live/x?${it}`,
  "name in a query": (it) => `rtmp://h.acme.net/live/x?${it}=1`,
  "value in a query": (it) => `rtmp://h.acme.net/live/x?token=${it}&sign=${it}`,
  "query as key": (it) => `rtmp://h.acme.net/live?${it}`,
  "query after a slash": (it) => `rtmp://h.acme.net/live2?backup=1/${it}`,
  "value of an empty name": (it) => `rtmp://h.acme.net/live/x?=${it}`,
  fragment: (it) => `rtmp://h.acme.net/live/x#${it}`,
  "key after %zz": (it) => `rtmp://h.acme.net/live/%zz${it}`,
  "key before a blank": (it) => `rtmp://h.acme.net/live/${it} ${it}`,
  "key in control characters": (it) => `rtmp://h.acme.net/live/\u0007${it}\u202e${it}`,
  "control characters in a key": (it) =>
    `rtmp://h.acme.net/live/${it.slice(0, 9)}\u0007${it.slice(9)}`,
  "host with a control character": (it) => `rtmp://${it.slice(0, 9)}\u200e${it.slice(9)}/live/x`,
  "after &amp;": (it) => `rtmp://h.acme.net/live/x?a=1&amp;${it}&amp;token=${it}`,
  "key of an unreachable host": (it) => `rtmps://127.0.0.1/live/${it}`,
  "key of a placeholder host": (it) => `rtmp://your-server/live/${it}`,
  "key of a wrong port": (it) => `rtmps://h.acme.net:1935/live/${it}`,
  // No scheme that is one.
  alone: (it) => it,
  "no scheme": (it) => `h.acme.net/live/${it}`,
  "no slashes": (it) => `rtmp:${it}`,
  "one slash": (it) => `rtmp:/h.acme.net/live/${it}`,
  scheme: (it) => `${it}://h.acme.net/live/x`,
  "scheme without slashes": (it) => `${it}:h.acme.net/live/x`,
  "key of an upper-case scheme": (it) => `RTMP://h.acme.net/live/${it}`,
  "key of a misspelt scheme": (it) => `rtpm://h.acme.net/live/${it}`,
  "watch page": (it) => `https://www.youtube.com/watch?v=${it}`,
  playlist: (it) => `https://h.acme.net/${it}/x.m3u8?token=${it}#${it}`,
  // SRT.
  "user of srt": (it) => `srt://${it}:${it}@h.acme.net:9000?mode=caller`,
  "host of srt": (it) => `srt://${it}:9000?mode=caller`,
  "port of srt": (it) => `srt://h.acme.net:${it}?mode=caller`,
  "after the port of srt": (it) => `srt://h.acme.net:9000&${it}=1`,
  "path of srt": (it) => `srt://h.acme.net:9000/${it}/${it}?mode=caller`,
  mode: (it) => `srt://h.acme.net:9000?mode=${it}&latency=2000`,
  latency: (it) => `srt://h.acme.net:9000?mode=caller&latency=${it}`,
  "latency with a unit": (it) => `srt://h.acme.net:9000?mode=caller&latency=${it}ms`,
  passphrase: (it) => `${SRT}&passphrase=${it}`,
  "passphrase, twice": (it) => `${SRT}&passphrase=${it}&passphrase=${it}`,
  "passphrase that is too long": (it) => `${SRT}&passphrase=${it.repeat(10)}`,
  "passphrase after a bad pbkeylen": (it) => `${SRT}&pbkeylen=17&passphrase=${it}`,
  pbkeylen: (it) => `${SRT}&pbkeylen=${it}`,
  "number parameter": (it) => `${SRT}&pkt_size=${it}&maxbw=${it}`,
  "word parameter": (it) => `${SRT}&transtype=${it}&congestion=${it}`,
  streamid: (it) => `${SRT}&streamid=${it}`,
  srt_streamid: (it) => `${SRT}&srt_streamid=${it}`,
  "streamid at a platform": (it) => `srt://global-live.mux.com:6001?mode=caller&streamid=${it}`,
  "streamid after #": (it) => `${SRT}&streamid=x#${it}`,
  "streamid of #!::": (it) => `${SRT}&streamid=#!::r=${it},u=${it},s=${it},m=request`,
  "streamid of %23!::": (it) => `${SRT}&streamid=%23!::r=${it},u=${it},s=${it},m=request`,
  "key name in #!::": (it) => `${SRT}&streamid=#!::${it}=1,m=publish`,
  "m in #!::": (it) => `${SRT}&streamid=#!::r=x,m=${it}`,
  "loose in #!::": (it) => `${SRT}&streamid=#!::${it},r=x,${it}`,
  "streamid of #!:": (it) => `${SRT}&streamid=#!:r=${it},m=publish`,
  "streamid of #!:{": (it) => `${SRT}&streamid=#!:{r=${it},m=${it}}`,
  "unknown parameter": (it) => `${SRT}&${it}=1`,
  "unknown parameter, empty": (it) => `${SRT}&${it}=`,
  "unknown parameter in capitals": (it) => `${SRT}&${it.toUpperCase()}=1`,
  "value of an unknown parameter": (it) => `${SRT}&paket_size=${it}`,
  "value of a misspelt one": (it) => `${SRT}&passphrse=${it}&stremid=${it}`,
  "value in capitals": (it) => `${SRT}&PASSPHRASE=${it}&StreamId=${it}`,
  "piece without =": (it) => `${SRT}&${it}`,
  "rest of a streamid": (it) => `${SRT}&streamid=x&${it}`,
  "rest of a streamid with =": (it) => `${SRT}&streamid=x&${it}=1`,
  "rest of a passphrase": (it) => `${SRT}&passphrase=x&${it}&${it}=1`,
  "second ?": (it) => `srt://h.acme.net:9000?mode=caller?latency=2000&passphrase=${it}?x=${it}`,
  "fragment of srt": (it) => `${SRT}#${it}`,
  "escaped & in srt": (it) => `${SRT}&amp;streamid=${it}&amp;${it}&amp;${it}=1`,
  "blanks in srt": (it) => `${SRT}& passphrase = ${it} & streamid= ${it}`,
  "unbracketed IPv6": (it) => `srt://2606:2800::1:9000?mode=listener&streamid=${it}`,
  "at Gcore's ingest": (it) => `srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&streamid=7#${it}`,
  // Placeholders.
  "default of a key": (it) => `rtmp://h.acme.net/live/\${A:-${it}}`,
  "default and more": (it) => `rtmp://h.acme.net/live/\${A-${it}}${it}%zz`,
  "error of a placeholder": (it) => `rtmp://h.acme.net/live/\${A:?${it}}`,
  "other of a placeholder": (it) => `rtmp://h.acme.net/live/\${A:+${it}}`,
  "nested default": (it) => `rtmp://h.acme.net/live/\${A:-\${B:-${it}}}`,
  "default of a host": (it) => `rtmp://\${A:-${it}}/live/x`,
  "default of a port": (it) => `srt://h.acme.net:\${A:-${it}}?mode=caller`,
  "default of a mode": (it) => `srt://h.acme.net:9000?mode=\${A:-${it}}&latency=\${B-${it}}`,
  "default of a passphrase": (it) => `${SRT}&passphrase=\${A:-${it}}`,
  "default of all": (it) => `\${A:-rtmp://h.acme.net/live/${it}}`,
  "default of a scheme": (it) => `\${A:-${it}}://h.acme.net/live/x`,
  "placeholder without end": (it) => `rtmp://h.acme.net/live/\${A:-${it}`,
  "placeholder's bad name": (it) => `rtmp://h.acme.net/live/\${${it} x}`,
  "placeholder's name": (it) => `rtmp://h.acme.net/live/\${${it}}`,
  "placeholder without name": (it) => `rtmp://h.acme.net/live/\${:-${it}}`,
  "escaped placeholder": (it) => `rtmp://h.acme.net/live/$\${${it}}`,
  "text in {{ }}": (it) => `rtmp://h.acme.net/live/{{ "${it}" }}`,
  "code in {{ }}": (it) => `rtmp://h.acme.net/live/{{ ${it} }}`,
  "text in ${{ }}": (it) => `rtmp://h.acme.net/live/\${{ '${it}' }}`,
  "text in <% %>": (it) => `rtmp://h.acme.net/live/<%= "${it}" %>`,
  "after op://": (it) => `rtmp://h.acme.net/live/op://vault/item/field${it}`,
  "after ENC[]": (it) => `rtmp://h.acme.net/live/ENC[AES256_GCM,data:x]${it}`,
};

/** In single quotes: YAML with no escapes but for the quote itself. */
export function single(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const NOTATIONS: Readonly<Record<string, (uri: string) => [name: string, text: string]>> = {
  plain: (uri) => ["yaml", `- stream_id: 20\n  uri: ${uri}\n  latency_unit: ms\n`],
  JSON: (uri) => ["json", JSON.stringify([{ stream_id: 20, uri, latency_unit: "ms" }])],
};

/** The other ways to write an address, in which not every part is tried. */
const MORE_NOTATIONS: typeof NOTATIONS = {
  single: (uri) => ["yaml", `restreams:\n  - stream_id: 20\n    uri: ${single(uri)}\n`],
  double: (uri) => ["yaml", `restream:\n  stream_id: 20\n  uri: ${JSON.stringify(uri)}\n`],
  escaped: (uri) => ["yaml", `stream_id: 20\nuri: "${uri.replaceAll(/[:/a]/g, hex)}"\n`],
  literal: (uri) => ["yaml", `- stream_id: 20\n  uri: |\n    ${uri}\n    ${uri}\n`],
  folded: (uri) => ["yaml", `- stream_id: 20\n  uri: >-\n    ${uri}\n`],
  lines: (uri) => ["yaml", `- stream_id: 20\n  uri: "${uri}\n    ${uri}"\n`],
  flow: (uri) => ["yaml", `restreams:\n  - {stream_id: 20, uri: ${uri}, latency_unit: ms}\n`],
  "flow, open": (uri) => ["yaml", `restreams:\n  - {stream_id: 20, uri: ${uri}\n`],
  "flow JSON": (uri) => ["yaml", `{"stream_id":20,"uri":"${uri}"}\n`],
  JSONC: (uri) => ["jsonc", `{ // x\n "stream_id": 20, "uri": ${JSON.stringify(uri)}, }\n`],
  alias: (uri) => ["yaml", `x-a: &a ${uri}\nrestreams:\n  - {stream_id: 20, uri: *a}\n`],
  key: (uri) => ["yaml", `- stream_id: 20\n  ? ${uri}\n  : 1\n  ? ${uri}\n  : 2\n`],
  list: (uri) => ["yaml", `restreams:\n  - ${uri}\n  - [${uri}]\n`],
  "beside a field": (uri) => ["yaml", `- stream_id: 20\n  ${uri}\n  uri: x\n`],
};

const IN_EACH_NOTATION = [
  "password",
  "stream key",
  "streamid of #!::",
  "escaped & in srt",
  "default of a key",
];

function hex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16)}`;
}

type Field = [name: string, plain: Place];

/** What a field may hold, as YAML. */
const VALUES: readonly Field[] = [
  ["value", (it) => it],
  ["default", (it) => `\${A:-${it}}`],
  ["list", (it) => `[${it}, {x: ${it}}]`],
];

/** Keys, and what else may stand in a mapping. */
const KEYS: readonly Field[] = [
  ["key", (it) => `${it}: 1`],
  ["key in quotes", (it) => `${JSON.stringify(it)}: 1`],
  ["key without value", (it) => `${it}:`],
  ["key, twice", (it) => `${it}: 1\n    ${it}: 2`],
  ["key of a list", (it) => `[${it}]: 1`],
  ["key of a placeholder", (it) => `\${${it}}: 1`],
  ["value of an unknown field", (it) => `steam_key: ${it}`],
  ["value of an extension", (it) => `x-note: {a: ${it}, b: [${it}]}`],
  ["value of $schema", (it) => `$schema: ${it}\n    sops: {mac: ${it}}`],
  ["value of a key, twice", (it) => `name: ${it}\n    name: ${it}`],
  ["anchor", (it) => `name: &${it} x\n    x-a: *${it}`],
  ["alias", (it) => `name: *${it}`],
  ["tag", (it) => `name: !${it} x`],
  ["tag of a value", (it) => `name: !!int ${it}`],
  ["merge", (it) => `<<: ${it}`],
  ["merge of a mapping", (it) => `<<: {name: ${it}}`],
  ["comment", (it) => `name: x # ${it}\n    # ${it}`],
  ["comment of a uri", (it) => `uri: srt://h.acme.net:1?streamid= #!::r=${it}, u=${it} # ${it}`],
  ["cut-off uri", (it) => `uri: srt://h.acme.net:1?streamid=a #${it}&passphrase=${it} ${it}`],
  ["two cut-off uris", (it) => `uri: srt://h.acme.net:1?streamid=a #${it}&a=${it}\n      #${it}=1`],
  ["tab", (it) => `\tname: ${it}`],
  ["colons", (it) => `name: ${it}: ${it}`],
  ["reserved character", (it) => `name: @${it}\n    x: \`${it}`],
  ["percent", (it) => `name: %${it}`],
  ["quote without end", (it) => `name: "${it}\n    active: true`],
  ["single quote without end", (it) => `name: '${it}\n    active: true`],
  ["after a quote", (it) => `name: "x" ${it}\n    active: 'x'${it}`],
  ["unknown escape", (it) => `name: "\\q${it} \\u12${it}"`],
  ["open list", (it) => `x-a: [${it}, ${it}`],
  ["closed too often", (it) => `x-a: ${it}]}\n    name: {${it}]`],
  ["block with a bad head", (it) => `name: |9${it}\n      ${it}`],
  ["text between fields", (it) => `${it}\n    ${it} ${it}`],
  ["wrong indentation", (it) => `name: x\n   ${it}: 1\n  ${it}: 2`],
];

/** Cut-off addresses in a flow mapping. */
const FLOWS: readonly Field[] = [
  ["comma", (it) => `uri: srt://h.acme.net:1?mode=listener&streamid=a,${it}`],
  ["comma and more", (it) => `uri: srt://h.acme.net:1?streamid=#!::r=a,u=${it}, m=${it}, ${it}`],
  ["brace", (it) => `uri: rtmp://h.acme.net/live/\${KEY:-${it}},name: ${it}`],
  ["colon", (it) => `uri: srt://h.acme.net:1?passphrase=x,${it}&latency=2: 3`],
  ["no blank", (it) => `uri: rtmp://h.acme.net/live/\${KEY:-${it}},name:${it}`],
  ["open", (it) => `uri: srt://h.acme.net:1?mode=listener&streamid=a,\${KEY:-${it}`],
  ["comment", (it) => `uri: srt://h.acme.net:1?mode=listener&streamid=a #!::r=${it}\n    `],
  ["loose", (it) => `${it}, uri: rtmp://h.acme.net/live/${it}, "${it}", ? ${it}`],
];

const SUPPRESSIONS: readonly Field[] = [
  ["rule", (it) => `restream-lint-disable-next-line ${it}`],
  ["rule beside another", (it) => `restream-lint-disable-line srt-not-caller, ${it}, ${it} ${it}`],
  ["reason", (it) => `restream-lint-disable-next-line srt-not-caller -- ${it}`],
  ["reason without dashes", (it) => `restream-lint-disable srt-not-caller ${it} ${it}`],
  ["reason after a colon", (it) => `restream-lint-disable-file: ${it}`],
  ["directive", (it) => `restream-lint-disable-${it} srt-not-caller`],
  ["misspelt directive", (it) => `restream-lint-disable-nextline ${it} -- ${it}`],
  ["joint", (it) => `restream-lint disable-line: ${it}`],
  ["enable", (it) => `restream-lint-enable ${it} -- ${it}`],
];

const WHOLE: Readonly<Record<string, (it: string) => [name: string, text: string]>> = {
  "root scalar": (it) => ["yaml", it],
  "root list": (it) => ["yaml", `- ${it}\n- [${it}]\n`],
  "root field": (it) => ["yaml", `${it}: 1\nrestreams: []\n`],
  "field of a body": (it) => ["yaml", `restream: {${it}: x, stream_id: 1}\n${it}: 1\n`],
  "restreams as text": (it) => ["yaml", `restreams: ${it}\nstreams: ${it}\n`],
  "streams as list": (it) => ["yaml", `restreams: [${it}]\nstreams: [${it}, [${it}]]\n`],
  directive: (it) => ["yaml", `%${it} 1\n%YAML ${it}\n%TAG ! ${it}\n---\nrestreams: []\n`],
  "second document": (it) => ["yaml", `restreams: []\n--- ${it}\n${it}: ${it}\n... ${it}\n`],
  "same name twice": (it) => [
    "yaml",
    `restreams:\n${`  - {stream_id: 1, name: "${it}", uri: "rtmp://h.acme.net/live/${it}"}\n`.repeat(2)}`,
  ],
  "JSON key": (it) => ["json", `{"stream_id": 1, "uri": "x", ${JSON.stringify(it)}: 1}`],
  "JSON key, twice": (it) => ["json", `{"${it}": 1, "uri": "x", "stream_id": 1, "${it}": 1}`],
  "JSON word": (it) => ["json", `{"stream_id": ${it}, "uri": ${it}, "x": ${it}}`],
  "JSON key without quotes": (it) => ["json", `{"stream_id": "1", ${it}: 1, "uri": "x"}`],
  "JSON in single quotes": (it) => ["json", `{'stream_id': '${it}', 'uri': 'rtmp://h/${it}'}`],
  "JSON comment": (it) => ["json", `{"stream_id": "1" /* ${it} */, "uri": "x"} // ${it}`],
  "JSONC comment": (it) => ["jsonc", `{"stream_id": "1" /* ${it} */, "uri": "x"} // ${it}`],
  "JSON escape": (it) => ["json", `{"stream_id": 1, "uri": "rtmp://h.acme.net/live/\\x${it}"}`],
  "after JSON": (it) => ["json", `{"stream_id": "1", "uri": "x"} ${it} {"${it}": 1}`],
  "unset variable's neighbour": (it) => ["yaml", `stream_id: \${UNSET}\nuri: \${UNSET2}${it}\n`],
  "deep nesting": (it) => ["yaml", `x-a: ${"[".repeat(120)}${it}${"]".repeat(120)}\nuri: ${it}\n`],
  "CRLF and tabs": (it) => ["yaml", `restreams:\r\n\t- uri: rtmp://h.acme.net/live/${it}\r\n`],
};

const CUT = 24;

/** The documents: the name of each place, and the kind of file and the text with a secret in it. */
export const DOCUMENTS: Readonly<Record<string, (it: string) => readonly [string, string]>> =
  Object.fromEntries([
    ...Object.entries(NOTATIONS).flatMap(([notation, written]) =>
      Object.entries(URIS).map(([part, uri]) => [
        `${part} (${notation})`,
        (it: string) => written(uri(it)),
      ]),
    ),
    ...Object.entries(MORE_NOTATIONS).flatMap(([notation, written]) =>
      IN_EACH_NOTATION.map((part) => [
        `${part} (${notation})`,
        (it: string) => written(URIS[part]?.(it) ?? ""),
      ]),
    ),
    ...VALUES.flatMap(([kind, value]) => [
      ...RESTREAM_FIELDS.map((field) => [
        `${field} of a restream: ${kind}`,
        (it: string) => ["yaml", `restreams:\n  - ${restreamWith(field, value(it))}`],
      ]),
      ...STREAM_FIELDS.map((field) => [
        `${field} of a stream: ${kind}`,
        (it: string) => ["yaml", `streams:\n  - id: 20\n    ${field}: ${value(it)}\n`],
      ]),
    ]),
    ...[...RESTREAM_FIELDS, "steam_id", "x-a"].map((field) => [
      `${field} in JSON`,
      (it: string) => ["json", JSON.stringify({ stream_id: 20, uri: SRT, [field]: it })],
    ]),
    ...KEYS.map(([kind, written]) => [
      kind,
      (it: string) => [
        "yaml",
        `restreams:\n  - stream_id: "20"\n    ${written(it)}\n    live: true\n  - stream_id: 1\n    uri: ${SRT}\n`,
      ],
    ]),
    ...FLOWS.map(([kind, written]) => [
      `flow: ${kind}`,
      (it: string) => ["yaml", `restreams:\n  - {stream_id: "20", ${written(it)}}\n`],
    ]),
    ...SUPPRESSIONS.flatMap(([kind, written]) => [
      [
        `suppression: ${kind}`,
        (it: string) => [
          "yaml",
          `- stream_id: 1\n  # ${written(it)}\n  uri: srt://h.acme.net:9000?mode=listener # ${written(it)}\n`,
        ],
      ],
      [
        `suppression in JSONC: ${kind}`,
        (it: string) => [
          "jsonc",
          `{ /* ${written(it)} */ "stream_id": "1",\n  // ${written(it)}\n "uri": "${SRT}" }\n`,
        ],
      ],
    ]),
    ...Object.entries(WHOLE),
    ...Array.from({ length: CUT }, (_, index) => [
      `JSON cut at ${index + 1}/${CUT}`,
      (it: string) => {
        const name = `Studio ${it}`;
        const uri = `rtmp://h.acme.net/live/${it}`;
        const json = JSON.stringify({ restreams: [{ name, uri, x: it, stream_id: "20" }] });
        return ["json", json.slice(0, Math.round((json.length * (index + 1)) / CUT))];
      },
    ]),
  ]);

function restreamWith(field: string, value: string): string {
  const others = { name: "Main", stream_id: "20", uri: SRT, latency_unit: "ms" };
  const lines = Object.entries({ ...others, live: "true", [field]: value });
  return `${lines.map(([name, written]) => `${name}: ${written}`).join("\n    ")}\n`;
}

/** Settings files with a secret in each place. */
export const SETTINGS: Readonly<Record<string, Place>> = {
  value: (it) => it,
  key: (it) => `${it}: 1\n`,
  "key, twice": (it) => `${it}: 1\n${it}: 2\n`,
  extends: (it) => `extends: ${it}\n`,
  latencyUnit: (it) => `latencyUnit: ${it}\n`,
  network: (it) => `network: ${it}\n`,
  "rules as text": (it) => `rules: ${it}\n`,
  rule: (it) => `rules: {"${it}": off}\n`,
  severity: (it) => `rules: {srt-not-caller: ${it}}\n`,
  "host with a scheme": (it) => `targets: [{host: 'rtmp://h.acme.net/live/${it}'}]\n`,
  "host with a port": (it) => `targets: [{host: 'h.acme.net:${it}'}]\n`,
  "host with a path": (it) => `targets: [{host: 'h.acme.net/${it}'}]\n`,
  "host with a user": (it) => `targets: [{host: 'u:${it}@h.acme.net'}]\n`,
  host: (it) => `targets: [{host: '*.${it}*'}]\n`,
  "field of a target": (it) => `targets: [{host: h.acme.net, ${it}: 1, latencyUnit: ${it}}]\n`,
  "words of a target": (it) =>
    `targets: [{host: a.b, schemes: [${it}], apps: ${it}, maxWidth: ${it}}]\n`,
  "latency of a target": (it) => `targets: [{host: a.b, latency: {min: ${it}, ${it}: 1}}]\n`,
  "target as text": (it) => `targets: [${it}]\n`,
  files: (it) => `files: "[${it}"\n`,
  "files that fit": (it) => `files: ["!${it}/**", "${it}/{a"]\n`,
  overrides: (it) => `overrides: [{files: "${it}{", rules: {"${it}": off}}]\n`,
  "field of an override": (it) => `overrides: [{${it}: 1}]\n`,
  "ignored path": (it) => `ignore: [{path: ${it}}]\n`,
  "ignored path that leads nowhere": (it) => `ignore: [{path: "/restreams/${it}"}]\n`,
  "ignored rule": (it) => `ignore: [{rule: "${it}"}]\n`,
  "ignored file": (it) => `ignore: [{file: "${it}/*", rule: srt-not-caller}]\n`,
  "bad glob to ignore": (it) => `ignore: [{file: "[${it}"}]\n`,
  "field of an entry": (it) => `ignore: [{rule: srt-not-caller, ${it}: ${it}}]\n`,
  "uri of a pasted restream": (it) => `uri: rtmp://h.acme.net/live/${it}\nname: ${it}\n`,
  "quote without end": (it) => `extends: "${it}\nrules: {}\n`,
  comment: (it) => `extends: strcit # ${it}\n`,
  "second document": (it) => `extends: all\n--- ${it}\n${it}: 1\n`,
  alias: (it) => `extends: *${it}\nnetwork: !${it} x\n`,
  extension: (it) => `x-a: ${it}\nextends: [${it}]\n`,
  JSON: (it) => `{"extends": "${it}", "${it}": [1, "${it}"]`,
};

/** Env files that cannot be read, with a secret in each. */
export const BROKEN_ENV_FILES: Readonly<Record<string, Place>> = {
  "no =": (it) => `A=1\n${it}\n`,
  "bad name": (it) => `${it}-x y=1\n`,
  "quote without end": (it) => `A="${it}\nB=1\n`,
  "after a quote": (it) => `A="x" ${it}\n`,
  "single quote without end": (it) => `A='${it.replaceAll("'", "")}\n`,
};

/** Where a secret of a shape shows, because nobody can tell that it is one. */
export const SHOWN: Readonly<Record<string, readonly Shape[]>> = {
  // A host is a host. Without its blank, one that holds a blank is one too.
  ...Object.fromEntries(
    ["host", "label of a host", "label of a wrong host", "host of srt"].map((it) => [
      it,
      ["mixed", "word", "digits", "uuid", "blank"] as const,
    ]),
  ),
  // An app is a word of few letters, even where it may be a key without an app.
  app: ["word"],
  "app alone": ["word"],
  "app alone with a slash": ["word"],
  "app before a query": ["word"],
  // A word before `=` and a value is a name, unless a secret stands before it that an `&` may have cut.
  "name in a query": ["word"],
  "unknown parameter": ["word"],
  "key name in #!::": ["word"],
  // So is a word in the place of a key.
  key: ["word"],
  "key in quotes": ["word"],
  "key without value": ["word"],
  "key, twice": ["word"],
  "root field": ["word"],
  "field of a body": ["word"],
  "JSON key": ["word"],
  "JSON key, twice": ["word"],
  "JSON key without quotes": ["word"],
  // The name of a variable is none of its values, and template code is no text.
  "placeholder's name": ["mixed", "word", "base64", "long"],
  "placeholder's bad name": ["base64"],
  "code in {{ }}": [
    "mixed",
    "word",
    "digits",
    "uuid",
    "base64",
    "blank",
    "delimiters",
    "long",
    "foreign",
  ],
  // Settings: names of fields and of rules.
  "settings: key": ["word"],
  "settings: key, twice": ["word"],
  "settings: rule": ["word"],
  "settings: overrides": ["word"],
  "settings: ignored rule": ["word"],
  "settings: field of a target": ["word"],
  "settings: latency of a target": ["word"],
  "settings: field of an override": ["word"],
  "settings: field of an entry": ["word"],
  "settings: JSON": ["word"],
};

/** What a fix deletes or overwrites: a mode that is none, a status, a comment that silences nothing. */
export const DELETED: RegExp = /^(?:mode |m in |live |suppression in JSONC: reason$)/;
