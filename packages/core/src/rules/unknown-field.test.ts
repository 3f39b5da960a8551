import { checkRule } from "@restream-lint/testkit";
import { unknownField } from "./unknown-field.ts";

checkRule(unknownField, {
  valid: [
    // All there is.
    "$schema: a\nsops: {}\nx-a: 1\nstreams:\n  - id: 20\n    protocol: rtmp\n    video_codec: h264\n    audio_codec: aac\n    video_bitrate: 4500\n    audio_bitrate: 128\n    keyframe_interval: 2\n    frame_rate: 30\n    width: 1920\n    height: 1080\nrestreams:\n  - id: 3001\n    name: a\n    stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n    active: true\n    client_user_id: 10\n    source_protocol: rtmp\n    latency_unit: us\n    network: cross-region\n    live: true\n",
    // Left alone, in every mapping.
    '{ "$schema": 1, "x-a": 1, "sops": 1, "restream": { "$schema": 1, "x-a": 1, "sops": 1, "id": 1 } }\n',
    "- {id: 1, x-: a, sops: b}\n",
    "streams:\n  - id: 20\n    x-encoder: a\nrestreams: []\n",
    // The rest of a value that a comma cut.
    "restreams:\n  - {id: 3001, colour}\n",
    // What cannot be read is not judged.
    "restreams:\n  - colour: [\n",
    // Merged keys are as good as own ones.
    "x-a: &a {active: true}\nrestreams:\n  - <<: *a\n    id: 3001\n",
    "restreams:\n  - <<: !include defaults.yaml\n    id: 3001\n",
    // A tag makes something else of a mapping.
    "restreams:\n  - !include {file: studio-b.yaml}\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - stream_id: 20
    url: rtmp://ingest.studio-b.net/live/a
#   ^^^ A restream has no field "url", so it has no effect: did you mean "uri"?
`,
      suggested: {
        'Rename it to "uri"': `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      // Quotes stay, and what was meant is not missing too. Only names that look like ours are repeated.
      code: `\
{ "restream": { "streamId": 20, "uri": "rtmp://ingest.studio-b.net/live/a" } }
#               ^^^^^^^^^^ A restream has no such field, so it has no effect: did you mean "stream_id"?
`,
      suggested: {
        'Rename it to "stream_id"': `\
{ "restream": { "stream_id": 20, "uri": "rtmp://ingest.studio-b.net/live/a" } }
`,
      },
    },
    {
      // What other tools call it.
      code: `\
- stream_id: 20
  uri: rtmp://ingest.studio-b.net/live/a
  'enabled': false
# ^^^^^^^^^ A restream has no field "enabled", so it has no effect: did you mean "active"?
`,
      suggested: {
        'Rename it to "active"': `\
- stream_id: 20
  uri: rtmp://ingest.studio-b.net/live/a
  'active': false
`,
      },
    },
    {
      // A value that would not fit is not moved. A field that is there is not meant, nor is a read-only one.
      code: `\
restreams:
  - uri: rtmp://ingest.studio-b.net/live/a
    stream: [20]
#   ^^^^^^ A restream has no field "stream", so it has no effect: did you mean "stream_id"?
    url: rtmp://ingest.studio-b.net/live/b
#   ^^^ A restream has no field "url", so it has no effect
    lives: true
#   ^^^^^ A restream has no field "lives", so it has no effect
    nam: \${NAME}
#   ^^^ A restream has no field "nam", so it has no effect: did you mean "name"?
`,
      suggested: {
        'Rename it to "name"': `\
restreams:
  - uri: rtmp://ingest.studio-b.net/live/a
    stream: [20]
    url: rtmp://ingest.studio-b.net/live/b
    lives: true
    name: \${NAME}
`,
      },
    },
    {
      // With nothing in them, too.
      code: `\
- id: 3001
  nmae:
# ^^^^ A restream has no field "nmae", so it has no effect: did you mean "name"?
- { id: 3002, colour: null }
#             ^^^^^^ A restream has no field "colour", so it has no effect
`,
      suggested: {
        'Rename it to "name"': `\
- id: 3001
  name:
- { id: 3002, colour: null }
`,
      },
    },
    {
      // What is no URI is not renamed to one.
      code: `\
- stream_id: 20
  target: Studio B
# ^^^^^^ A restream has no field "target", so it has no effect: did you mean "uri"?
`,
    },
    {
      // SRT parameters beside the URI.
      code: `\
restreams:
  - uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
    latency: 2000
#   ^^^^^^^ A restream has no field "latency", so it has no effect: SRT parameters belong in the query of "uri"
    streamid: publish
#   ^^^^^^^^ A restream has no field "streamid", so it has no effect: SRT parameters belong in the query of "uri"
    ABCD1234: efgh
#   ^^^^^^^^ A restream has no such field, so it has no effect
`,
    },
    {
      // Each shape has its own fields.
      code: `\
streams:
  - id: 20
    fps: 25
#   ^^^ A stream has no field "fps", so it has no effect
    maxbw: 1000000
#   ^^^^^ A stream has no field "maxbw", so it has no effect
    vidoe_codec: h264
#   ^^^^^^^^^^^ A stream has no field "vidoe_codec", so it has no effect: did you mean "video_codec"?
restreams: []
uri: rtmp://ingest.studio-b.net/live/a
^^^ A restream document has no field "uri", so it has no effect
`,
      suggested: {
        'Rename it to "video_codec"': `\
streams:
  - id: 20
    fps: 25
    maxbw: 1000000
    video_codec: h264
restreams: []
uri: rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      code: `\
{ "restream": { "id": 3001 }, "streams": [], "__proto__": {}, "toString": 1 }
#                             ^^^^^^^^^ A request body has no field "streams", so it has no effect
#                                            ^^^^^^^^^^^ A request body has no such field, so it has no effect
#                                                             ^^^^^^^^^^ A request body has no such field, so it has no effect
`,
    },
    {
      // The list itself, misspelt.
      code: `\
restraems:
^^^^^^^^^ A restream document has no field "restraems", so it has no effect: did you mean "restreams"?
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
`,
      suggested: {
        'Rename it to "restreams"': `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      // What many restreams merge in is said once.
      code: `\
x-a: &a
  nmae: Studio B
# ^^^^ A restream has no field "nmae", so it has no effect: did you mean "name"?
restreams:
  - <<: *a
    id: 3001
  - <<: *a
    id: 3002
`,
      suggested: {
        'Rename it to "name"': `\
x-a: &a
  name: Studio B
restreams:
  - <<: *a
    id: 3001
  - <<: *a
    id: 3002
`,
      },
    },
  ],
});
