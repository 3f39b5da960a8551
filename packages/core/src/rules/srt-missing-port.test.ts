import { checkRule } from "@restream-lint/testkit";
import { srtMissingPort } from "./srt-missing-port.ts";

const MESSAGE = "SRT has no default port: without one, nobody can tell where the target listens";

checkRule(srtMissingPort, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000/?mode=caller\n",
    "restreams:\n  - uri: srt://[2001:4860::8888]:9000\n",
    // RTMP has a default port.
    "restreams:\n  - uri: rtmp://h.acme.net/live/a\n",
    // A placeholder may bring its port along, or be one.
    "restreams:\n  - uri: srt://${TARGET}?mode=caller\n",
    "restreams:\n  - uri: srt://${REGION}.acme.net?mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:${PORT}\n",
    // A wrong port is another rule's.
    "restreams:\n  - uri: srt://h.acme.net:99999\n",
    // Nobody can tell where an IPv6 address without brackets ends.
    "restreams:\n  - uri: srt://2001:4860::8888\n",
    "restreams:\n  - uri: srt://2001:4860::8888:9000\n",
    "restreams:\n  - uri: srt://2001:4860:::8888\n",
    "restreams:\n  - uri: srt://[2001:4860::8888:9000\n",
    // Without a host, the port is the smaller worry.
    "restreams:\n  - uri: srt://\n",
    "restreams:\n  - uri: srt://:?mode=caller\n",
    "restreams:\n  - uri: srt:\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net?mode=caller
#              ^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net/live
#              ^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // An empty port is none.
      code: `\
restreams:
  - uri: srt://h.acme.net:?mode=caller
#              ^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
restreams:
  - uri: srt://\${HOST}:?mode=caller
#              ^^^^^^^ ${MESSAGE}
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt:\\/\\/[2001:4860::8888]" }] }
#                                  ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // The user is not the host.
      code: `\
restreams:
  - uri: srt://me:pw@h.acme.net
#                    ^^^^^^^^^^ ${MESSAGE}
`,
    },
  ],
});
