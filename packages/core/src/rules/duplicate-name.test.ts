import { checkRule } from "@restream-lint/testkit";
import { duplicateName } from "./duplicate-name.ts";

const MESSAGE =
  'Another restream of this stream has the same name: "submit" and people cannot tell them apart';

checkRule(duplicateName, {
  valid: [
    // Case and blanks make a difference.
    "restreams:\n  - {stream_id: 20, name: YouTube}\n  - {stream_id: 20, name: Youtube}\n  - {stream_id: 20, name: YouTube 2}\n",
    "restreams:\n  - {stream_id: 20, name: A}\n  - {stream_id: 21, name: A}\n",
    // Who has no name, or no stream, is not known by it.
    "restreams:\n  - stream_id: 20\n  - stream_id: 20\n",
    "restreams:\n  - {stream_id: 20, name: null}\n  - {stream_id: 20, name: null}\n",
    "restreams:\n  - stream_id: 20\n    name:\n  - stream_id: 20\n    name:\n",
    "restreams:\n  - {stream_id: 20, name: ''}\n  - {stream_id: 20, name: ' '}\n  - {stream_id: 20, name: ''}\n",
    "restreams:\n  - name: A\n  - name: A\n",
    "restreams:\n  - {stream_id: 20, name: !ref a}\n  - {stream_id: 20, name: !ref a}\n",
    // No text is no name.
    "restreams:\n  - {stream_id: 20, name: 1}\n  - {stream_id: 20, name: 1}\n",
    // Placeholders that are not written alike.
    'restreams:\n  - {stream_id: 20, name: "${A}"}\n  - {stream_id: 20, name: "${B}"}\n',
    'restreams:\n  - {stream_id: "${A}", name: A}\n  - {stream_id: "${B}", name: A}\n',
    // Each has an ID, by which it is known.
    "restreams:\n  - {id: 3001, stream_id: 20, name: A}\n  - {id: 3002, stream_id: 20, name: A}\n",
    // What is read of it proves nothing.
    "restreams:\n  - {stream_id: 20, name: A}\n  - {stream_id: 20, name: A, uri: [}\n",
  ],
  invalid: [
    {
      // At the second and each later one, whatever the notation; inactive ones are there all the same.
      code: `\
restreams:
  - name: YouTube
    stream_id: 20
  - name: "You\\u0054ube"
#         ^^^^^^^^^^^^^^ ${MESSAGE}
    stream_id: 20
    active: false
  - name: YouTube
    stream_id: 21
  - stream_id: 20
    name: YouTube
#         ^^^^^^^ ${MESSAGE}
`,
    },
    {
      // In JSON.
      code: `\
[
  { "stream_id": 20, "uri": "rtmp://h.acme.net/live/a", "name": "A" },
  { "stream_id": 20, "uri": "rtmp://h.acme.net/live/b", "name": "A" }
#                                                               ^^^ ${MESSAGE}
]
`,
    },
    {
      // In all documents of a text; placeholders that are written alike.
      code: `\
stream_id: \${ID}
name: Studio \${NUMBER}
---
restream:
  stream_id: \${ID}
  name: Studio \${NUMBER}
#       ^^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // One of them has no ID, or both have the same.
      code: `\
restreams:
  - {id: 3001, stream_id: 20, name: A}
  - {stream_id: 20, name: A}
#                         ^ ${MESSAGE}
  - {id: 3002, stream_id: 20, name: A}
#                                   ^ ${MESSAGE}
  - {id: 3001, stream_id: 20, name: A}
#                                   ^ ${MESSAGE}
`,
    },
    {
      // At what the restream itself says, not at the anchor, which one may use.
      code: `\
x-name: &name A
x-base: &base {stream_id: 20, name: B}
restreams:
  - {stream_id: 20, name: *name}
  - {stream_id: 20, name: *name}
#                         ^^^^^ ${MESSAGE}
  - <<: *base
  - <<: *base
#       ^^^^^ ${MESSAGE}
  - *base
#   ^^^^^ ${MESSAGE}
`,
    },
  ],
});
