import { checkRule } from "@restream-lint/testkit";
import { invalidHost } from "./invalid-host.ts";

checkRule(invalidHost, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // Letters, digits, `-`, `_`, of any case, and a final dot.
    "restreams:\n  - uri: rtmp://A-1._b.c--d.E_.net./live/key\n",
    "restreams:\n  - uri: rtmp://srs/live/key\n",
    "restreams:\n  - uri: rtmp://1acme.2net/live/key\n",
    // International names, in letters or in ASCII.
    "restreams:\n  - uri: rtmp://bücher.de/live/key\n",
    "restreams:\n  - uri: rtmp://直播.中国/live/key\n",
    "restreams:\n  - uri: rtmp://यूट्यूब.भारत/live/key\n",
    "restreams:\n  - uri: rtmp://xn--bcher-kva.xn--fiqs8s/live/key\n",
    "restreams:\n  - uri: rtmp://カメラ・一.jp/live/key\n",
    "restreams:\n  - uri: rtmp://i❤.ws/live/key\n",
    // 63 characters between two dots, and 253 in all.
    "restreams:\n  - uri: rtmp://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.net/live/key\n",
    "restreams:\n  - uri: rtmp://a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.net/live/key\n",
    "restreams:\n  - uri: rtmp://a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.net./live/key\n",
    // Addresses.
    "restreams:\n  - uri: rtmp://93.184.216.34/live/key\n",
    "restreams:\n  - uri: rtmp://[2606:2800::1]/live/key\n",
    "restreams:\n  - uri: rtmp://[fe80::1%25eth0]/live/key\n",
    "restreams:\n  - uri: rtmp://[::ffff:93.184.216.34]/live/key\n",
    "restreams:\n  - uri: rtmp://2606:2800::1/live/key\n",
    // A host that is missing, or filled in later.
    "restreams:\n  - uri: rtmp:///live/key\n",
    "restreams:\n  - uri: rtmp://${HOST}/live/key\n",
    "restreams:\n  - uri: rtmp://-${HOST}-..net/live/key\n",
    "restreams:\n  - uri: rtmp://2606::${LAST}:1935/live/key\n",
    "restreams:\n  - uri: https://-.net/live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // Dots.
      code: `\
restreams:
  - uri: rtmp://ingest..acme.net/live/key
#               ^^^^^^^^^^^^^^^^ No such host can exist: it has a dot too many
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://.acme.net/live/key
#               ^^^^^^^^^ No such host can exist: it has a dot too many
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://acme.net../live/key
#               ^^^^^^^^^^ No such host can exist: it has a dot too many
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://./live/key
#               ^ No such host can exist: it has a dot too many
`,
    },
    {
      // Hyphens at the ends of a label.
      code: `\
restreams:
  - uri: rtmp://-h.acme.net/live/key
#               ^^^^^^^^^^^ No such host can exist: it has a "-" at the start or the end, or beside a dot
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme-.net/live/key
#               ^^^^^^^^^^^ No such host can exist: it has a "-" at the start or the end, or beside a dot
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net-/live/key
#               ^^^^^^^^^^^ No such host can exist: it has a "-" at the start or the end, or beside a dot
`,
    },
    {
      // Characters.
      code: `\
restreams:
  - uri: rtmp://h.acme,net/live/key
#               ^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h%20.acme.net/live/key
#               ^^^^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://*.acme.net/live/key'
#                ^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://<host>/live/key'
#                ^^^^^^ No such host can exist: it is still a placeholder
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net\\live\\key
#               ^^^^^^^^^^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://$HOST/live/key
#               ^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h。acme。net/live/key
#               ^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme–net/live/key'
#                ^^^^^^^^^^ No such host can exist: it holds a character that no DNS name has
`,
    },
    {
      // Lengths.
      code: `\
restreams:
  - uri: rtmp://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.net/live/key
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No such host can exist: it has more than 63 characters between two dots
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.netx/live/key
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No such host can exist: it is longer than the 253 characters of a DNS name
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.net/live/key
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No such host can exist: it is longer than the 253 characters of a DNS name
`,
    },
    {
      // Bad IPv4.
      code: `\
restreams:
  - uri: rtmp://10.0.0/live/key
#               ^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://93.184.216.256/live/key
#               ^^^^^^^^^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://93.184.216.034/live/key
#               ^^^^^^^^^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://93.184.216.34./live/key
#               ^^^^^^^^^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://2130706433/live/key
#               ^^^^^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.8/live/key
#               ^^^^^^^^ No such host can exist: it is not an IPv4 address, and no name ends in a number
`,
    },
    {
      // Bad IPv6.
      code: `\
restreams:
  - uri: 'rtmp://[2606:2800::1::2]:1935/live/key'
#                 ^^^^^^^^^^^^^^^ No such host can exist: it is not an IPv6 address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[2606:2800::g]/live/key'
#                 ^^^^^^^^^^^^ No such host can exist: it is not an IPv6 address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[2606:2800::1/live/key'
#                ^^^^^^^^^^^^^ No such host can exist: it has a "[" without its "]"
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[93.184.216.34]:1935/live/key'
#                ^^^^^^^^^^^^^^^ No such host can exist: it stands in brackets, which are for IPv6 addresses
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[h.acme.net]/live/key'
#                ^^^^^^^^^^^^ No such host can exist: it stands in brackets, which are for IPv6 addresses
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://[]/live/key'
#                ^^ No such host can exist: it stands in brackets, which are for IPv6 addresses
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://2606:2800::zz:1935/live/key
#               ^^^^^^^^^^^^^ No such host can exist: it is not an IPv6 address
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://2606:2800::1]:1935/live/key'
#                ^^^^^^^^^^^^^ No such host can exist: it is not an IPv6 address
`,
    },
    {
      // Read as it would be without the blank.
      code: `\
restreams:
  - uri: "rtmp://h. .acme.net/live/key"
#                ^^^^^^^^^^^^ No such host can exist: it has a dot too many
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt:\\/\\/h..acme.net:9000" }] }
#                                 ^^^^^^^^^^^ No such host can exist: it has a dot too many
`,
    },
  ],
});
