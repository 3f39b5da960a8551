import { checkRule } from "@restream-lint/testkit";
import { undeclaredStream } from "./undeclared-stream.ts";

const message = (id: number) =>
  `"streams" does not declare stream ${id}: either another stream goes on air here, or its declaration is missing`;

checkRule(undeclaredStream, {
  valid: [
    "streams:\n  - id: 20\n  - id: 21\nrestreams:\n  - stream_id: 21\n",
    'streams:\n  - id: "20"\nrestreams:\n  - stream_id: 20\n',
    // Nothing is declared.
    "restreams:\n  - stream_id: 20\n",
    "streams:\nrestreams:\n  - stream_id: 20\n",
    "streams: []\nrestreams:\n  - stream_id: 20\n",
    // What is declared, or meant, cannot be known.
    "streams: ${STREAMS}\nrestreams:\n  - stream_id: 20\n",
    "streams: !include\n  - id: 21\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - ${STREAM}\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - id: ${ID}\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - id: !ref id\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - !ref {id: 22}\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\nrestreams:\n  - stream_id: ${ID}\n  - stream_id: !ref id\n  - uri: rtmp://h.acme.net/live/x\n",
    // Other rules say what is wrong with these.
    "streams:\n  - id: 21\n  - protocol: rtmp\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  -\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - id: main\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - 20\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  -id: 20\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  id: 20\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\n  - {id: 20\nrestreams:\n  - stream_id: 20\n",
    "streams:\n  - id: 21\nrestreams:\n  - stream_id: main\n  - stream_id: 0\n",
    // Each document has streams of its own.
    "streams:\n  - id: 21\nrestreams:\n  - stream_id: 21\n---\nrestreams:\n  - stream_id: 20\n",
  ],
  invalid: [
    {
      // Of several, those that one slip of a finger leads to: a wrong digit, one too many, one too few, two swapped.
      code: `\
streams:
  - id: 1234
  - id: 1243 # Studio
  - id: 4321
  - id: 123
  - id: 12344
  - id: 124
    protocol: rtmp # the encoder's
restreams:
  - stream_id: 1244
#              ^^^^ ${message(1244)}
`,
      suggested: {
        "Push stream 1234": `\
streams:
  - id: 1234
  - id: 1243 # Studio
  - id: 4321
  - id: 123
  - id: 12344
  - id: 124
    protocol: rtmp # the encoder's
restreams:
  - stream_id: 1234
`,
        "Push stream 1243": `\
streams:
  - id: 1234
  - id: 1243 # Studio
  - id: 4321
  - id: 123
  - id: 12344
  - id: 124
    protocol: rtmp # the encoder's
restreams:
  - stream_id: 1243
`,
        "Push stream 12344": `\
streams:
  - id: 1234
  - id: 1243 # Studio
  - id: 4321
  - id: 123
  - id: 12344
  - id: 124
    protocol: rtmp # the encoder's
restreams:
  - stream_id: 12344
`,
        'Add stream 1244 to "streams"': `\
streams:
  - id: 1234
  - id: 1243 # Studio
  - id: 4321
  - id: 123
  - id: 12344
  - id: 124
    protocol: rtmp # the encoder's
  - id: 1244
restreams:
  - stream_id: 1244
`,
      },
    },
    {
      // The only one, in JSON; one that cannot be pushed there is not meant.
      code: `\
{
  "streams": [
    { "id": 20, "protocol": "rtmps" }
  ],
  "restreams": [
    { "stream_id": 31, "uri": "rtmps://h.acme.net/live/x" },
#                  ^^ ${message(31)}
    { "stream_id": 32, "uri": "rtmp://h.acme.net/live/x" }
#                  ^^ ${message(32)}
  ]
}
`,
      suggested: {
        "Push stream 20": `\
{
  "streams": [
    { "id": 20, "protocol": "rtmps" }
  ],
  "restreams": [
    { "stream_id": 20, "uri": "rtmps://h.acme.net/live/x" },
    { "stream_id": 32, "uri": "rtmp://h.acme.net/live/x" }
  ]
}
`,
        'Add stream 31 to "streams"': `\
{
  "streams": [
    { "id": 20, "protocol": "rtmps" },
    { "id": 31 }
  ],
  "restreams": [
    { "stream_id": 31, "uri": "rtmps://h.acme.net/live/x" },
    { "stream_id": 32, "uri": "rtmp://h.acme.net/live/x" }
  ]
}
`,
        'Add stream 32 to "streams"': `\
{
  "streams": [
    { "id": 20, "protocol": "rtmps" },
    { "id": 32 }
  ],
  "restreams": [
    { "stream_id": 31, "uri": "rtmps://h.acme.net/live/x" },
    { "stream_id": 32, "uri": "rtmp://h.acme.net/live/x" }
  ]
}
`,
      },
    },
    {
      // At what the restream itself says; an anchor is not rewritten, others may use it. Inactive ones count.
      code: `\
x-id: &id 99
x-base: &base {stream_id: 98}
streams: &streams
  - id: 20
  - &studio {id: 21}
  - *studio
restreams:
  - {stream_id: *id, active: false}
#               ^^^ ${message(99)}
  - <<: *base
#       ^^^^^ ${message(98)}
---
x-streams: &streams
  - id: 97
streams: *streams
restreams:
  - stream_id: 96
#              ^^ ${message(96)}
`,
      suggested: {
        "Push stream 97": `\
x-id: &id 99
x-base: &base {stream_id: 98}
streams: &streams
  - id: 20
  - &studio {id: 21}
  - *studio
restreams:
  - {stream_id: *id, active: false}
  - <<: *base
---
x-streams: &streams
  - id: 97
streams: *streams
restreams:
  - stream_id: 97
`,
      },
    },
    {
      // All numbers of one digit are one slip apart.
      code: `\
streams:
  - id: 1
  - id: 2
    # The backup
restreams:
  - stream_id: 3
#              ^ ${message(3)}
`,
    },
    {
      // A fault elsewhere hides nothing of the list.
      code: `\
streams:
  - {id: 20}
  - {id: 21}
restreams:
  - {stream_id: 22
  - stream_id: 7
#              ^ ${message(7)}
`,
      suggested: {
        'Add stream 7 to "streams"': `\
streams:
  - {id: 20}
  - {id: 21}
  - {id: 7}
restreams:
  - {stream_id: 22
  - stream_id: 7
`,
      },
    },
  ],
});
