import { checkRule } from "@restream-lint/testkit";
import { malformedUri } from "./malformed-uri.ts";

checkRule(malformedUri, {
  valid: [
    "restreams:\n  - uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
    // A half-typed field is not a wrong one: null is absent.
    "restreams:\n  - uri:\n",
    // Placeholders may hold the scheme, or the slashes.
    "restreams:\n  - uri: ${URI}\n",
    "restreams:\n  - uri: ${BASE}/live/key\n",
    "restreams:\n  - uri: ${SCHEME}://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp${S}://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp:${REST}\n",
    "restreams:\n  - uri: '{{ uri }}'\n",
    "restreams:\n  - uri: op://studio/youtube/uri\n",
    "restreams:\n  - uri: ENC[AES256_GCM,data:ab,iv:cd,tag:ef,type:str]\n",
    // Somebody else fills in what has a tag.
    "restreams:\n  - uri: !secret youtube_uri\n",
    // Other rules' faults.
    "restreams:\n  - uri: https://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://${HOST/live/key\n",
    "restreams:\n  - uri: RTMP://h.acme.net/live/key\n",
    // Whitespace and its repair are another rule's.
    'restreams:\n  - uri: "rtmp: //h.acme.net/live/key"\n',
    // Escapes.
    "restreams:\n  - uri: rtmp://h.acme.net/live/a%20b%2Fc%c3%a9\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/%${HEX}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/%2${DIGIT}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-100%}\n",
    // The `%` of a zone ID is no escape.
    "restreams:\n  - uri: rtmp://[2606:2800::1%eth0]/live/key\n",
    // A bare text is no restream.
    "rtmp\n",
  ],
  invalid: [
    {
      // Empty.
      code: `\
restreams:
  - uri: ""
#        ^^ The URI is empty: there is nowhere to push to
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "" }] }
#                        ^^ The URI is empty: there is nowhere to push to
`,
    },
    {
      // Only whitespace is empty too, and nothing else is to be said of it.
      code: `\
restreams:
  - uri: " \\t\\u200b"
#        ^^^^^^^^^^^ The URI is empty: there is nowhere to push to
`,
    },
    {
      // No scheme.
      code: `\
restreams:
  - uri: a.rtmp.youtube.com/live2/\${KEY}
#        ^^^^^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      // A host and a port only look like a scheme.
      code: `\
restreams:
  - uri: localhost:1935/live/key
#        ^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: ingest.studio-b.net:1935/live/key
#        ^^^^^^^^^^^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: ingest:\${PORT}/live/key
#        ^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: '//ingest.studio-b.net/live/key'
#         ^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: '://ingest.studio-b.net/live/key'
#         ^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: /live/key
#        ^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: ingest.\${ZONE}/live/key
#        ^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      // Not quoted: it may be a key in the wrong place.
      code: `\
restreams:
  - uri: abcd-efgh-1234
#        ^^^^^^^^^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      // Pasted with what stood around it.
      code: `\
restreams:
  - uri: '<rtmp://ingest.studio-b.net/live/key>'
#         ^^^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      // No `//`.
      code: `\
restreams:
  - uri: rtmp:/ingest.studio-b.net/live/key
#        ^^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp:ingest.studio-b.net/live/key
#        ^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp:10.20.30.40/live/key
#        ^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      code: `\
restreams:
  - uri: 'srt:\\\\ingest.studio-b.net:9000'
#         ^^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      code: `\
restreams:
  - uri: http:/ingest.studio-b.net/live
#        ^^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      // Half typed.
      code: `\
restreams:
  - uri: rtmp
#        ^^^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp:'
#         ^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp:/
#        ^^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      // JSON, through its escapes.
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/ingest.studio-b.net\\/live" }] }
#                         ^^^^^^^ The scheme is not followed by "//": without it there is no host to push to
`,
    },
    {
      // Bad escapes are said once a URI, and end no check.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/50%/100%?a=%zz
#                                 ^ warning: "%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://us%er:pass@h.acme.net/live/key
#                 ^ warning: "%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/key?sign=a%2
#                                         ^ warning: "%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&passphrase=100%secure!!
#                                                        ^ warning: "%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live#%g0
#                               ^ warning: "%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"
`,
    },
    {
      // A block scalar is marked as a whole.
      code: `\
restreams:
  - uri: >-
#        ^^ The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host
      h.acme.net/live/key
`,
    },
  ],
});
