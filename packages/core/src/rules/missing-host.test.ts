import { checkRule } from "@restream-lint/testkit";
import { missingHost } from "./missing-host.ts";

checkRule(missingHost, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://${HOST}/live/key\n",
    "restreams:\n  - uri: srt://${HOST}:${PORT}\n",
    "restreams:\n  - uri: rtmp://[${V6}]/live/key\n",
    // Not a host, but there.
    "restreams:\n  - uri: rtmp://-/live/key\n",
    "restreams:\n  - uri: rtmp://[]/live/key\n",
    // Without `//` there is no place for one.
    "restreams:\n  - uri: rtmp:/live/key\n",
    "restreams:\n  - uri: rtmp:${REST}\n",
    "restreams:\n  - uri: https:///live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp:///live/key
#        ^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      // Half typed.
      code: `\
restreams:
  - uri: rtmp://
#        ^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://:1935/live/key
#        ^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: 'srt://:9000?mode=caller&latency=2000'
#         ^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://user:pass@/live/key
#        ^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://user:pass@:1935/live/key
#        ^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: \${SCHEME}:///live/key
#        ^^^^^^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp:// /live/key"
#         ^^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmps:\\/\\/\\/live\\/key" }] }
#                         ^^^^^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
    {
      code: `\
restreams:
  - uri: srt://?mode=caller
#        ^^^^^^ There is no host after "//": Gcore would have nothing to connect to
`,
    },
  ],
});
