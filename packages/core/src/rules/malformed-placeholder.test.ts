import { checkRule } from "@restream-lint/testkit";
import { malformedPlaceholder } from "./malformed-placeholder.ts";

checkRule(malformedPlaceholder, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-${OLD_KEY}}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${env:KEY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${env:-default}\n",
    // Templates of other tools are their business.
    "restreams:\n  - uri: rtmp://h.acme.net/live/${{ secrets.KEY }}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/{{ key\n",
    "restreams:\n  - uri: '{{ uri }}'\n",
    // Literal.
    "restreams:\n  - uri: rtmp://h.acme.net/live/$${KEY\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/$KEY$\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/{KEY\n",
    // Neither a restream's field nor a stream's.
    "x-note: ${A\nrestreams:\n  - uri: rtmp://h.acme.net/live/key\n    x-note: ${B\n",
    // Somebody else reads what has a tag.
    "restreams:\n  - uri: !jinja '${KEY'\n",
    "restreams:\n  - uri:\n",
    "restreams:\n  - ${A\n",
  ],
  invalid: [
    {
      // Without an end.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/\${KEY
#                               ^^^^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST/live/\${KEY}
#               ^^^^^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/\${KEY:-\${OLD_KEY}
#                               ^^^^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/\${'
#                                ^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      // A GitHub expression that lost its end is one of ours that has none.
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/\${{ secrets.KEY'
#                                ^^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      // Without a name.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/\${}
#                               ^^^ This placeholder names no variable: nothing will be filled in here
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/\${ }?a=\${:-b}'
#                                ^^^^ This placeholder names no variable: nothing will be filled in here
#                                       ^^^^^^ This placeholder names no variable: nothing will be filled in here
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/\${env:}
#                               ^^^^^^^ This placeholder names no variable: nothing will be filled in here
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net\\/live\\/\${KEY" }] }
#                                                    ^^^^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      // Any field, of restreams and of streams, where `wrong-type` is silent.
      code: `\
streams:
  - id: \${ID
#       ^^^^ This placeholder has no end: nothing will be filled in here
    protocol: rtmp
restreams:
  - name: Show \${}
#              ^^^ This placeholder names no variable: nothing will be filled in here
    stream_id: \${ID
#              ^^^^ This placeholder has no end: nothing will be filled in here
    uri: rtmp://h.acme.net/live/\${KEY}
`,
    },
    {
      // What is merged in is said once.
      code: `\
x-base: &base
  stream_id: \${ID
#            ^^^^ This placeholder has no end: nothing will be filled in here
restreams:
  - <<: *base
    uri: rtmp://h.acme.net/live/a
  - <<: *base
    uri: rtmp://h.acme.net/live/b
`,
    },
    {
      // A body, wrapped and alone.
      code: `\
restream:
  stream_id: 20
  uri: rtmp://h.acme.net/live/\${
#                             ^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      code: `\
stream_id: 20
uri: rtmp://h.acme.net/live/\${
#                           ^^ This placeholder has no end: nothing will be filled in here
`,
    },
    {
      // A block scalar is marked as a whole.
      code: `\
restreams:
  - uri: >-
#        ^^ This placeholder has no end: nothing will be filled in here
      rtmp://h.acme.net/live/\${KEY
`,
    },
  ],
});
