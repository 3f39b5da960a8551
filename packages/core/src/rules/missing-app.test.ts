import { checkRule } from "@restream-lint/testkit";
import { missingApp } from "./missing-app.ts";

checkRule(missingApp, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // One segment is an app.
    "restreams:\n  - uri: rtmp://h.acme.net/live\n",
    "restreams:\n  - uri: rtmps://h.acme.net//live\n",
    "restreams:\n  - uri: rtmp://${HOST}\n",
    "restreams:\n  - uri: rtmp://h.acme.net${PATH}\n",
    "restreams:\n  - uri: rtmp://h.acme.net:${PORT}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/${PATH}\n",
    "restreams:\n  - uri: ${URI}\n",
    "restreams:\n  - uri: rtmp:${REST}\n",
    // SRT has no apps.
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    // A missing host comes first.
    "restreams:\n  - uri: rtmp://\n",
    "restreams:\n  - uri: rtmp:///\n",
    "restreams:\n  - uri: rtmp://user@\n",
    "restreams:\n  - uri: https://h.acme.net\n",
    "restreams:\n  - uri: ${SCHEME}://h.acme.net\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net
#               ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/
#               ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://h.acme.net:443//
#                ^^^^^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://user:pass@h.acme.net:1935
#                         ^^^^^^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net?key=abc
#               ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/?key=abc
#               ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/#key'
#                ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[2606:2800::1]:1935/'
#                ^^^^^^^^^^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}/
#               ^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}:1935
#               ^^^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}.acme.net
#               ^^^^^^^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: RTMP://h.acme.net
#               ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/ "
#                ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net\\/" }] }
#                                  ^^^^^^^^^^ The URI ends after the host: RTMP needs /app/stream-key behind it
`,
    },
  ],
});
