import { checkRule } from "@restream-lint/testkit";
import { unbracketedIpv6 } from "./unbracketed-ipv6.ts";

checkRule(unbracketedIpv6, {
  valid: [
    "restreams:\n  - uri: rtmp://[2606:2800::1]:1935/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:1935/live/key\n",
    // No IPv6 address at all is another rule's.
    "restreams:\n  - uri: rtmp://2606:2800::zz:1935/live/key\n",
    "restreams:\n  - uri: rtmp://1:2:3/live/key\n",
    "restreams:\n  - uri: rtmp://2606:2800::${LAST}/live/key\n",
    "restreams:\n  - uri: https://2606:2800::1/live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // Either way of reading it.
      code: `\
restreams:
  - uri: rtmp://2606:2800::1:1935/live/key
#               ^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: rtmp://[2606:2800::1]:1935/live/key
`,
        "Put brackets around it all, without a port": `\
restreams:
  - uri: rtmp://[2606:2800::1:1935]/live/key
`,
      },
    },
    {
      // No port can be meant: nine groups; five digits; a group that is no number, or begins with 0.
      code: `\
restreams:
  - uri: rtmp://2606:2800:0:0:0:0:0:1:1935/live/key
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: rtmp://[2606:2800:0:0:0:0:0:1]:1935/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://2606:2800::1:19350/live/key
#               ^^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: rtmp://[2606:2800::1]:19350/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://2606:2800::beef/live/key
#               ^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets around it all, without a port": `\
restreams:
  - uri: rtmp://[2606:2800::beef]/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://2606:2800::1:0080/live/key
#               ^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets around it all, without a port": `\
restreams:
  - uri: rtmp://[2606:2800::1:0080]/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://2606:2800:0:0:0:0:0:1/live/key
#               ^^^^^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets around it all, without a port": `\
restreams:
  - uri: rtmp://[2606:2800:0:0:0:0:0:1]/live/key
`,
      },
    },
    {
      // SRT has no default port.
      code: `\
restreams:
  - uri: srt://2606:2800::1:9000?mode=caller&latency=2000000
#              ^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: srt://[2606:2800::1]:9000?mode=caller&latency=2000000
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://2606:2800::beef?mode=caller&latency=2000000
#              ^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://user:pass@2606:2800::beef/live/key
#                         ^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets around it all, without a port": `\
restreams:
  - uri: rtmp://user:pass@[2606:2800::beef]/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://fe80::1%eth0:1935/live/key
#               ^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: rtmp://[fe80::1%eth0]:1935/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://::ffff:93.184.216.34:1935/live/key
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
restreams:
  - uri: rtmp://[::ffff:93.184.216.34]:1935/live/key
`,
      },
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmps:\\/\\/2606:2800::1:443\\/live\\/key" }] }
#                                   ^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
      suggested: {
        "Put brackets before the port": `\
{ "restreams": [{ "uri": "rtmps:\\/\\/[2606:2800::1]:443\\/live\\/key" }] }
`,
        "Put brackets around it all, without a port": `\
{ "restreams": [{ "uri": "rtmps:\\/\\/[2606:2800::1:443]\\/live\\/key" }] }
`,
      },
    },
    {
      // A flow mapping has no room for brackets.
      code: `\
restreams: [{uri: rtmp://2606:2800::1:1935/live/key}]
#                        ^^^^^^^^^^^^^^^^^ An IPv6 address must stand in "[" and "]": its end cannot be told from a port
`,
    },
  ],
});
