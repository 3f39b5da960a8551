import { expect, test } from "vitest";
import { checkRule } from "@restream-lint/testkit";
import { parseDocument } from "../document.ts";
import { lint } from "../lint.ts";
import { wrongType } from "./wrong-type.ts";

checkRule(wrongType, {
  valid: [
    "restreams:\n  - id: 1\n    name: a\n    stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n    active: True\n    client_user_id: -10\n    source_protocol: rtmp\n    latency_unit: us\n    network: public-internet\n",
    // Whole numbers, however they are written.
    "restreams:\n  - stream_id: 20.0\n    uri: rtmp://ingest.studio-b.net/live/a\n    client_user_id: 0x14\n",
    '{ "stream_id": 2e1, "uri": "rtmp://ingest.studio-b.net/live/a" }\n',
    "streams:\n  - id: 20\n    video_bitrate: 0.5\n    keyframe_interval: 2\n    frame_rate: 29.97\n    width: 1\n    height: 1\nrestreams: []\n",
    // Null is absent.
    "streams: null\nrestreams:\n  - stream_id:\n    active: ~\n    latency_unit: null\n",
    // Placeholders and tags are of any type.
    'restreams:\n  - stream_id: ${STREAM_ID:-20}\n    uri: ${URI}\n    active: "{{ active }}"\n    latency_unit: op://studio/b/unit\n    network: ${{ vars.NETWORK }}\n    client_user_id: <% id %>\n',
    "restreams:\n  - stream_id: !ENV STREAM_ID\n    uri: !secret studio-b\n    active: !ENV [ACTIVE]\n",
    "streams: !include a\nrestreams:\n  - !include { file: a }\n  - !include &a\n    - a\n",
    "streams: ${STREAMS}\nrestreams: !include restreams.yaml\n",
    "restream: ${RESTREAM}\n",
    "restreams:\n  - ${RESTREAM}\n",
    "restreams:\n  - stream_id: {{ stream_id }}\n    uri: ${URI}\n",
    'restreams:\n  - stream_id: ${A}${B}\n    uri: a\n    source_protocol: "rtmp${S}"\n    name: 1${N}\n',
    // What cannot be read is not judged; what has no effect is not either.
    "restreams:\n  - stream_id: a\n    uri: [\n",
    "restreams:\n  - id: 3001\n    live: maybe\n",
    // Left alone.
    "$schema: 1\nx-a: [1]\nsops: yes\nrestreams: []\n",
  ],
  invalid: [
    {
      // A number in quotes.
      code: `\
restreams:
  - stream_id: "20"
#              ^^^^ "stream_id" must be a whole number from 1 up, not the text "20"
    uri: rtmp://ingest.studio-b.net/live/a
    client_user_id: ' -7 '
#                   ^^^^^^ "client_user_id" must be a whole number, not the text "-7"
`,
      fixed: `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
    client_user_id: -7
`,
    },
    {
      // A long number may be a key: it is not repeated.
      code: `\
restreams:
  - stream_id: "1234567890"
#              ^^^^^^^^^^^^ "stream_id" must be a whole number from 1 up, not this text
    name: 123456789
#         ^^^^^^^^^ "name" must be a text, not 123456789: put it in quotes
    uri: 1234567890
#        ^^^^^^^^^^ "uri" must be a text, not this number
`,
      fixed: `\
restreams:
  - stream_id: 1234567890
    name: "123456789"
    uri: 1234567890
`,
    },
    {
      code: `\
{ "restreams": [{ "stream_id": "20", "uri": "rtmp://ingest.studio-b.net/live/a", "active": "true" }] }
#                              ^^^^ "stream_id" must be a whole number from 1 up, not the text "20"
#                                                                                          ^^^^^^ "active" must be true or false, not the text "true"
`,
      fixed: `\
{ "restreams": [{ "stream_id": 20, "uri": "rtmp://ingest.studio-b.net/live/a", "active": true }] }
`,
    },
    {
      // The words of YAML 1.1.
      code: `\
- {id: 3001, active: yes}
#                    ^^^ "active" must be true or false, not the text "yes": YAML 1.2 reads it as a text
- {id: 3002, active: Off}
#                    ^^^ "active" must be true or false, not the text "Off": YAML 1.2 reads it as a text
- {id: 3003, active: 'no'}
#                    ^^^^ "active" must be true or false, not the text "no"
- {id: 3004, active: 1}
#                    ^ "active" must be true or false, not 1
`,
      fixed: `\
- {id: 3001, active: true}
- {id: 3002, active: false}
- {id: 3003, active: false}
- {id: 3004, active: true}
`,
    },
    {
      // Words, in another case or as others say it. The quotes stay.
      code: `\
streams:
  - id: 20
    protocol: RTMP
#             ^^^^ "protocol" must be "rtmp", "rtmps" or "srt", not the text "RTMP"
    video_codec: "H.265"
#                ^^^^^^^ "video_codec" must be "h264", "hevc" or "av1", not the text "H.265"
    audio_codec: 'AC-3'
#                ^^^^^^ "audio_codec" must be "aac", "mp3", "opus" or "ac3", not the text "AC-3"
restreams:
  - id: 3001
    latency_unit: microseconds
#                 ^^^^^^^^^^^^ "latency_unit" must be "us", "ms" or "s", not the text "microseconds"
    network: public internet
#            ^^^^^^^^^^^^^^^ "network" must be "cross-region" or "public-internet", not the text "public internet"
`,
      fixed: `\
streams:
  - id: 20
    protocol: rtmp
    video_codec: "hevc"
    audio_codec: 'ac3'
restreams:
  - id: 3001
    latency_unit: us
    network: public-internet
`,
    },
    {
      // What is no word of the list is not repeated: it may be anything.
      code: `\
restreams:
  - id: 3001
    source_protocol: hunter2
#                    ^^^^^^^ "source_protocol" must be "rtmp", "rtmps" or "srt"
    latency_unit: 1000
#                 ^^^^ "latency_unit" must be "us", "ms" or "s"
    stream_id: hunter2
#              ^^^^^^^ "stream_id" must be a whole number from 1 up, not this text
    client_user_id: 1234567890123
    active: "\${A}\${"
#           ^^^^^^^^ "active" must be true or false, not this text
    uri: 12345678901234
#        ^^^^^^^^^^^^^^ "uri" must be a text, not this number
`,
    },
    {
      // IDs count from 1; so do pixels.
      code: `\
streams:
  - id: 0
#       ^ "id" must be a whole number from 1 up, not 0
    width: 0
#          ^ "width" must be a whole number from 1 up, in pixels, not 0
    video_bitrate: 0
#                  ^ "video_bitrate" must be a number above 0, in kbit/s, not 0
    audio_bitrate: 128k
#                  ^^^^ "audio_bitrate" must be a number above 0, in kbit/s, not this text
restreams:
  - id: -1
#       ^^ "id" must be a whole number from 1 up, not -1
    stream_id: 1.5
#              ^^^ "stream_id" must be a whole number from 1 up, not 1.5
  - id: "0"
#       ^^^ "id" must be a whole number from 1 up, not this text
  - id: .inf
#       ^^^^ "id" must be a whole number from 1 up, not Infinity
`,
    },
    {
      // A number is a name as it is written.
      code: `\
restreams:
  - id: 3001
    name: 2024
#         ^^^^ "name" must be a text, not 2024: put it in quotes
  - id: 3002
    name: 1e3
#         ^^^ "name" must be a text, not 1000: put it in quotes
  - {id: 3003, name: True}
#                    ^^^^ "name" must be a text, not true: put it in quotes
`,
      fixed: `\
restreams:
  - id: 3001
    name: "2024"
  - id: 3002
    name: "1e3"
  - {id: 3003, name: "True"}
`,
    },
    {
      // Lists and mappings: their key is marked.
      code: `\
streams: {id: 20}
^^^^^^^ "streams" must be a list, not a mapping
restreams:
^^^^^^^^^ "restreams" must be a list, not a mapping: write a list, even of one restream
  uri: rtmp://ingest.studio-b.net/live/a
`,
    },
    {
      code: `\
{ "restream": [{ "uri": "rtmp://ingest.studio-b.net/live/a" }] }
# ^^^^^^^^^^ "restream" must be a mapping of fields, not a list: a list belongs in "restreams"
`,
    },
    {
      code: `\
restreams:
  - stream_id: 20
    uri:
#   ^^^ "uri" must be a text, not a list: write one restream for each target
      - rtmp://ingest.studio-b.net/live/a
    name: {a: b}
#   ^^^^ "name" must be a text, not a mapping
`,
    },
    {
      // What is no restream at all.
      code: `\
- rtmp://ingest.studio-b.net/live/a
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A restream must be a mapping of fields, not this text
- [id, 3001]
# ^ A restream must be a mapping of fields, not a list
- 3001
# ^^^^ A restream must be a mapping of fields, not 3001
- null
# ^^^^ A restream must be a mapping of fields, not nothing
`,
    },
    {
      code: `\
streams:
  - 20
#   ^^ A stream must be a mapping of fields, not 20
restreams: []
---
hello
^^^^^ A restream document must be a mapping of fields, not this text
world
`,
    },
    {
      code: `\
version https://git-lfs.github.com/spec/v1
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A restream document must be a mapping of fields, not this text: this is what Git LFS keeps in place of the document: "git lfs pull", and check that file
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`,
    },
    {
      // A shared value may be right elsewhere, one of many lines has its own notation: nothing is written.
      code: `\
x-a: &a "20"
#       ^^^^ "stream_id" must be a whole number from 1 up, not the text "20"
restreams:
  - id: 3001
    name: *a
    stream_id: *a
    active: !!str true
#                 ^^^^ "active" must be true or false, not the text "true"
    latency_unit: |-
#                 ^^ "latency_unit" must be "us", "ms" or "s", not the text "MS"
      MS
`,
    },
  ],
});

test("points at the value", () => {
  const document = parseDocument("streams:\n  - id: a\nrestreams:\n  - b\n");
  const paths = Array.from(wrongType.check(document), ({ path }) => path);
  expect(paths).toEqual(["/streams/0/id", "/restreams/0"]);
});

test.each([
  [
    "name: 1234567890",
    [
      [6, 6, '"'],
      [16, 16, '"'],
    ],
    "Put it in quotes",
  ],
  [
    "stream_id: '1234567890'",
    [
      [11, 12, ""],
      [22, 23, ""],
    ],
    "Write it without quotes",
  ],
  [
    "stream_id: '20'",
    [
      [11, 12, ""],
      [14, 15, ""],
    ],
    "Write 20",
  ],
  ["active: yes", [[8, 11, "true"]], "Write true"],
])("the fix of %j writes no more than it must", (line, edits, title) => {
  const document = parseDocument(`${line}\nuri: rtmp://h.acme.net/live/a\nid: 1\n`);
  const [fix] = lint(document, {}, [wrongType]).flatMap((it) => it.fixes);
  expect(fix?.title).toBe(title);
  expect(fix?.edits.map(({ range, newText }) => [range.start, range.end, newText])).toEqual(edits);
});
