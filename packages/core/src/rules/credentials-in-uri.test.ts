import { checkRule } from "@restream-lint/testkit";
import { credentialsInUri } from "./credentials-in-uri.ts";

const MESSAGE =
  "There is a user name and a password in the URI, which logs and API answers show: leave them out, or write ${USER}:${PASSWORD}";

const PASSWORD_ALONE =
  "There is a password in the URI, which logs and API answers show: leave it out, or write ${PASSWORD}";

checkRule(credentialsInUri, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:1935/live/key\n",
    // Both are placeholders, one or two.
    "restreams:\n  - uri: rtmp://${USER}:${PASSWORD}@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://${CREDENTIALS}@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://${USER:-a:b}:{{ password }}@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://${A}${B}:${C}${D}@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://:${PASSWORD}@h.acme.net/live/key\n",
    // No password.
    "restreams:\n  - uri: rtmp://user@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://user:@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://:@h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://@h.acme.net/live/key\n",
    'restreams:\n  - uri: "rtmp://user: @h.acme.net/live/key"\n',
    // An `@` elsewhere.
    "restreams:\n  - uri: rtmp://h.acme.net/live/user:pass@key\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=user:pass@key\n",
    // Other faults end the check.
    "restreams:\n  - uri: https://user:pass@h.acme.net/live/key\n",
    "restreams:\n  - uri: user:pass@h.acme.net/live/key\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://user:pass@h.acme.net/live/key
#               ^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://:pass@h.acme.net:443/live/key
#                ^^^^^ ${PASSWORD_ALONE}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://:x\${PASSWORD}@h.acme.net:443/live/key
#                ^^^^^^^^^^^^^ ${PASSWORD_ALONE}
`,
    },
    {
      // One of them is written out.
      code: `\
restreams:
  - uri: rtmp://user:\${PASSWORD}@h.acme.net/live/key
#               ^^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${USER}:pass@h.acme.net/live/key
#               ^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // A half of one.
      code: `\
restreams:
  - uri: rtmp://\${USER}:\${PASSWORD}x@h.acme.net/live/key
#               ^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // Up to the last "@", in SRT too, without a host.
      code: `\
{ "restreams": [{ "uri": "srt:\\/\\/us@er:p@ss@:9000?mode=caller" }] }
#                                 ^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // Read as it is meant.
      code: `\
restreams:
  - uri: "rtmp:// user:pa ss\\u0007@h.acme.net/live/key"
#                 ^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
restreams: [{uri: '\${SCHEME}://user:pass@h.acme.net/live/key'}]
#                              ^^^^^^^^^ ${MESSAGE}
`,
    },
  ],
});
