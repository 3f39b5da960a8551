import { checkRule } from "@restream-lint/testkit";
import { readOnlyField } from "./read-only-field.ts";

const MESSAGE =
  '"live" is a status that Gcore reports, so writing it has no effect: "active" switches a restream on and off';

checkRule(readOnlyField, {
  valid: [
    "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n    active: true\n",
    // Null is absent.
    "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n    live:\n",
    '{ "id": 3001, "live": null }\n',
    // Elsewhere it is an unknown field.
    "live: true\nstreams:\n  - id: 20\n    live: true\nrestreams: []\n",
    "restreams:\n  - id: 3001\n    x-status: {live: true}\n",
    // What cannot be read is not judged.
    "restreams:\n  - live: true\n    uri: [\n",
  ],
  invalid: [
    {
      // With its line, and the comment that speaks of it.
      code: `\
restreams:
  - stream_id: 20
    live: true # copied
#   ^^^^ ${MESSAGE}
    uri: rtmp://ingest.studio-b.net/live/a
`,
      fixed: `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a
`,
    },
    {
      // After a dash, and without a last line break.
      code: `\
- live: false
# ^^^^ ${MESSAGE}
  stream_id: 20
  uri: rtmp://ingest.studio-b.net/live/a
- stream_id: 20
  uri: rtmp://backup.studio-b.net/live/a
  "live": \${LIVE}
# ^^^^^^ ${MESSAGE}`,
      fixed: `\
- stream_id: 20
  uri: rtmp://ingest.studio-b.net/live/a
- stream_id: 20
  uri: rtmp://backup.studio-b.net/live/a
`,
    },
    {
      // As the first key of a body.
      code: `\
live: true
^^^^ ${MESSAGE}
stream_id: 20
uri: rtmp://ingest.studio-b.net/live/a
`,
      fixed: `\
stream_id: 20
uri: rtmp://ingest.studio-b.net/live/a
`,
    },
    {
      // First, in the middle, last, between braces.
      code: `\
restreams:
  - {live: true, stream_id: 20, uri: rtmp://ingest.studio-b.net/live/a}
#    ^^^^ ${MESSAGE}
  - {stream_id: 20, live: 'yes', uri: rtmp://ingest.studio-b.net/live/b}
#                   ^^^^ ${MESSAGE}
  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/c, live: on}
#                                                           ^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/a}
  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/b}
  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/c}
`,
    },
    {
      code: `\
{
  "restream": {
    "stream_id": 20,
    "live": true,
#   ^^^^^^ ${MESSAGE}
    "uri": "rtmp://ingest.studio-b.net/live/a"
  }
}
`,
      fixed: `\
{
  "restream": {
    "stream_id": 20,
    "uri": "rtmp://ingest.studio-b.net/live/a"
  }
}
`,
    },
    {
      code: `\
[
  {
    "stream_id": 20,
    "uri": "rtmp://ingest.studio-b.net/live/a",
    "live": true
#   ^^^^^^ ${MESSAGE}
  }
]
`,
      fixed: `\
[
  {
    "stream_id": 20,
    "uri": "rtmp://ingest.studio-b.net/live/a"
  }
]
`,
    },
    {
      // A comment would go too, a value that is no scalar, or all there is: nothing is deleted.
      code: `\
restreams:
  - live: true # since noon
#   ^^^^ ${MESSAGE}
    id: 3001
  - id: 3002
    live: {now: true}
#   ^^^^ ${MESSAGE}
  - live: true
#   ^^^^ ${MESSAGE}
`,
    },
    {
      // Others may share what is merged in.
      code: `\
x-a: &a
  active: true
  live: true
# ^^^^ ${MESSAGE}
restreams:
  - <<: *a
    id: 3001
  - <<: *a
    id: 3002
    live: false
#   ^^^^ ${MESSAGE}
`,
      fixed: `\
x-a: &a
  active: true
  live: true
restreams:
  - <<: *a
    id: 3001
  - <<: *a
    id: 3002
`,
    },
  ],
});
