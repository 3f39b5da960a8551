import { checkRule } from "@restream-lint/testkit";
import { duplicateStream } from "./duplicate-stream.ts";

const TWICE =
  'This stream is declared already, and restreams are checked against the first one alone: delete one, or correct its "id"';
const DISAGREE = 'in "streams": a stream has one source, so one of them is wrong';

checkRule(duplicateStream, {
  valid: [
    "streams:\n  - id: 20\n  - id: 21\nrestreams: []\n",
    "streams:\n  - protocol: rtmp\n  - protocol: rtmp\nrestreams: []\n",
    "streams:\n  - id:\n  - id:\nrestreams: []\n",
    "streams:\n  - id: ${A}\n  - id: ${B}\nrestreams: []\n",
    "streams:\n  - id: !ref a\n  - id: !ref a\nrestreams: []\n",
    // Each document has streams of its own.
    "streams:\n  - id: 20\n    protocol: rtmp\nrestreams: []\n---\nstreams:\n  - id: 20\n    protocol: srt\nrestreams:\n  - {stream_id: 20, source_protocol: srt}\n",
    // One of the two says nothing, or nothing that is known.
    "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 20\nrestreams:\n  - {stream_id: 20, source_protocol: srt}\n",
    "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - {stream_id: 20, source_protocol: null}\n",
    "streams:\n  - id: 20\n    protocol: ${P}\nrestreams:\n  - {stream_id: 20, source_protocol: srt}\n",
    "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - {stream_id: 20, source_protocol: '${P}'}\n",
    // Another stream's.
    "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - {stream_id: 21, source_protocol: srt}\n",
  ],
  invalid: [
    {
      code: `\
streams:
  - id: 20
  - protocol: srt
    id: 20
#       ^^ ${TWICE}
  - id: \${ID}
  - id: \${ID}
#       ^^^^^ ${TWICE}
  - id: "20"
#       ^^^^ ${TWICE}
restreams: []
`,
    },
    {
      code: `\
{ "streams": [{ "id": 20 }, { "id": 21 }, { "id": 20 }], "restreams": [] }
#                                                 ^^ ${TWICE}
`,
    },
    {
      code: `\
x-id: &id 20
streams:
  - &studio {id: 21}
  - id: *id
  - id: *id
#       ^^^ ${TWICE}
  - *studio
#   ^^^^^^^ ${TWICE}
  - <<: *studio
#       ^^^^^^^ ${TWICE}
restreams: []
`,
    },
    {
      // At the restream's own word.
      code: `\
streams:
  - id: 20
    protocol: rtmps
restreams:
  - stream_id: 20
    source_protocol: srt
#                    ^^^ warning: The source is SRT here, and RTMPS ${DISAGREE}
  - stream_id: 20
    source_protocol: rtmps
`,
    },
    {
      code: `\
x-base: &base {stream_id: 20, source_protocol: srt}
streams:
  - {id: 20, protocol: rtmp}
restreams:
  - <<: *base
#       ^^^^^ warning: The source is SRT here, and RTMP ${DISAGREE}
`,
    },
  ],
});
