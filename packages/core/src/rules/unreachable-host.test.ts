import { checkRule } from "@restream-lint/testkit";
import { unreachableHost } from "./unreachable-host.ts";

checkRule(unreachableHost, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // Just outside the ranges.
    "restreams:\n  - uri: rtmp://9.255.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://11.0.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://172.15.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://172.32.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://192.167.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://192.169.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://100.63.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://100.128.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://169.253.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://126.255.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://128.0.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://223.255.255.255/live/key\n",
    "restreams:\n  - uri: rtmp://1.0.0.0/live/key\n",
    "restreams:\n  - uri: rtmp://[2606:2800::1]/live/key\n",
    "restreams:\n  - uri: rtmp://[::ffff:93.184.216.34]/live/key\n",
    "restreams:\n  - uri: rtmp://[fbff::1]/live/key\n",
    // Names that only look so.
    "restreams:\n  - uri: rtmp://localhost.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://local/live/key\n",
    "restreams:\n  - uri: rtmp://h.mylocal/live/key\n",
    "restreams:\n  - uri: rtmp://notlocalhost/live/key\n",
    "restreams:\n  - uri: rtmp://10.0.0.1.acme.net/live/key\n",
    // Not a host.
    "restreams:\n  - uri: rtmp://10.0.0.256/live/key\n",
    "restreams:\n  - uri: rtmp:///live/key\n",
    "restreams:\n  - uri: rtmp://10.0.0.${LAST}/live/key\n",
    "restreams:\n  - uri: rtmp://${HOST}.local/live/key\n",
    "restreams:\n  - uri: https://localhost/live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://127.0.0.1/live/key
#               ^^^^^^^^^ Gcore cannot reach this host: it is a loopback address, which means the dialling machine itself
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://10.255.255.255/live/key
#               ^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://172.16.0.0/live/key
#               ^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://172.31.255.255/live/key
#               ^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://192.168.0.1:1935/live/key
#               ^^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://169.254.1.1/live/key
#               ^^^^^^^^^^^ Gcore cannot reach this host: it is a link-local address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://100.64.0.0/live/key
#               ^^^^^^^^^^ Gcore cannot reach this host: it is a carrier-grade NAT address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://100.127.255.255/live/key
#               ^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a carrier-grade NAT address
`,
    },
    {
      code: `\
restreams:
  - uri: srt://0.0.0.0:9000?mode=caller
#              ^^^^^^^ Gcore cannot reach this host: it is the unspecified address, which means no machine
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://224.0.0.1/live/key
#               ^^^^^^^^^ Gcore cannot reach this host: it is a multicast address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://239.255.255.255/live/key
#               ^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a multicast address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://255.255.255.255/live/key
#               ^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is the broadcast address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[::1]:1935/live/key'
#                 ^^^ Gcore cannot reach this host: it is a loopback address, which means the dialling machine itself
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[::]/live/key'
#                 ^^ Gcore cannot reach this host: it is the unspecified address, which means no machine
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[fd00::1]/live/key'
#                 ^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[fe80::1%25eth0]/live/key'
#                 ^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a link-local address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[fec0::1]/live/key'
#                 ^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[ff02::1]/live/key'
#                 ^^^^^^^ Gcore cannot reach this host: it is a multicast address
`,
    },
    {
      // IPv4 in IPv6 clothes.
      code: `\
restreams:
  - uri: 'rtmp://[::ffff:192.168.1.1]/live/key'
#                 ^^^^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[::ffff:a00:1]/live/key'
#                 ^^^^^^^^^^^^ Gcore cannot reach this host: it is a private address
`,
    },
    {
      // Without its brackets.
      code: `\
restreams:
  - uri: rtmp://fe80::1:1935/live/key
#               ^^^^^^^ Gcore cannot reach this host: it is a link-local address
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://localhost/live/key
#               ^^^^^^^^^ Gcore cannot reach this host: it means the dialling machine itself
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://LOCALHOST.:1935/live/key
#               ^^^^^^^^^^ Gcore cannot reach this host: it means the dialling machine itself
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://srs.localhost/live/key
#               ^^^^^^^^^^^^^ Gcore cannot reach this host: it means the dialling machine itself
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://studio-mac.local/live/key
#               ^^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is known in its own network alone (mDNS)
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://studio-mac.Local./live/key
#               ^^^^^^^^^^^^^^^^^ Gcore cannot reach this host: it is known in its own network alone (mDNS)
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/user:pass@127.1.2.3\\/live\\/key" }] }
#                                            ^^^^^^^^^ Gcore cannot reach this host: it is a loopback address, which means the dialling machine itself
`,
    },
    {
      // Whatever the scheme will be.
      code: `\
restreams:
  - uri: \${SCHEME}://localhost/live/key
#                    ^^^^^^^^^ Gcore cannot reach this host: it means the dialling machine itself
`,
    },
  ],
});
