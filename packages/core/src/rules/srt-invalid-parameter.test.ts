import { checkRule } from "@restream-lint/testkit";
import { srtInvalidParameter } from "./srt-invalid-parameter.ts";

checkRule(srtInvalidParameter, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    // The borders.
    "restreams:\n  - uri: srt://h.acme.net:9000?pkt_size=1&ipttl=1&oheadbw=5&ffs=32&mss=108&sndbuf=1&conntimeo=1&groupminstabletimeo=60&rcvlatency=0&iptos=0&port=0\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?pkt_size=1456&ipttl=255&oheadbw=100&mss=1500&sndbuf=2147483647&iptos=255&port=65535&cryptomode=2&maxbw=9000000000\n",
    // FFmpeg's "not set", where FFmpeg alone has the parameter.
    "restreams:\n  - uri: srt://h.acme.net:9000?pkt_size=-1&connect_timeout=-1&tsbpddelay=-1\n",
    // Both have these: what is -1 to FFmpeg is unlimited, or any time, to libsrt.
    "restreams:\n  - uri: srt://h.acme.net:9000?maxbw=-1&timeout=-1&snddropdelay=-1\n",
    // Flags: as both take them, and as FFmpeg reads them by luck.
    "restreams:\n  - uri: srt://h.acme.net:9000?tlpktdrop=0&nakreport=1&messageapi=1&enforced_encryption=-1&enforcedencryption=yes&drifttracer=off&tsbpdmode=true\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?tlpktdrop=no&nakreport=off&tsbpd=false\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?transtype=live&congestion=live&smoother=live\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?fc=0x6400&linger=+5\n",
    // Versions: as a text, and as the number that FFmpeg reads.
    "restreams:\n  - uri: srt://h.acme.net:9000?minversion=1.3.0\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?minversion=0x010300\n",
    // Any text.
    "restreams:\n  - uri: srt://h.acme.net:9000?packetfilter=fec,cols:10,rows:5&adapter=10.0.0.1&bind=10.0.0.1:0\n",
    // Rules of their own.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=push&latency=-5&passphrase=a&pbkeylen=17&streamid=\n",
    // Placeholders.
    "restreams:\n  - uri: srt://h.acme.net:9000?pkt_size=${SIZE}&ipttl=1${TTL}&transtype=${TYPE:-live}&tlpktdrop=x${FLAG}\n",
    // Unknown ones, other protocols, half-typed documents.
    "restreams:\n  - uri: srt://h.acme.net:9000?Ipttl=300&ttl=300\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?ipttl=300\n",
    "restreams:\n  - uri:\n",
    // Of two, the first counts.
    "restreams:\n  - uri: srt://h.acme.net:9000?ipttl=64&ipttl=300\n",
  ],
  invalid: [
    {
      // Both tables, both bounds.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?ipttl=0&oheadbw=101&mss=107&sndbuf=0
#                                    ^ "ipttl" must be a whole number from 1 to 255: nothing else is valid in FFmpeg or libsrt
#                                              ^^^ "oheadbw" must be a whole number from 5 to 100: nothing else is valid in FFmpeg or libsrt
#                                                      ^^^ "mss" must be a whole number from 108 to 1500: nothing else is valid in FFmpeg or libsrt
#                                                                 ^ "sndbuf" must be a whole number of 1 or more: nothing else is valid in FFmpeg or libsrt
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?ipttl=256&oheadbw=4&mss=1501&rcvlatency=-2&sndbuf=2147483648
#                                    ^^^ "ipttl" must be a whole number from 1 to 255: nothing else is valid in FFmpeg or libsrt
#                                                ^ "oheadbw" must be a whole number from 5 to 100: nothing else is valid in FFmpeg or libsrt
#                                                      ^^^^ "mss" must be a whole number from 108 to 1500: nothing else is valid in FFmpeg or libsrt
#                                                                      ^^ "rcvlatency" must be a whole number of 0 or more: nothing else is valid in FFmpeg or libsrt
#                                                                                ^^^^^^^^^^ "sndbuf" must be a whole number of 1 or more: nothing else is valid in FFmpeg or libsrt
`,
    },
    {
      // No numbers at all.
      code: `\
restreams:
  - {uri: "srt://h.acme.net:9000?rcvbuf=auto&linger=&minversion=new"}
#                                       ^^^^ "rcvbuf" must be a whole number of 1 or more: nothing else is valid in FFmpeg or libsrt
#                                                   ^ "linger" must be a whole number of 0 or more: nothing else is valid in FFmpeg or libsrt
#                                                               ^^^ "minversion" must be a version as "1.3.0": nothing else is valid in FFmpeg or libsrt
`,
    },
    {
      // One tool knows it, or rules it out.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?pkt_size=1457&fc=31&port=65536&ipttl=-1&connect_timeout=0&mininputbw=x
#                                       ^^^^ warning: "pkt_size" must be a whole number from 1 to 1456: nothing else is valid in FFmpeg
#                                               ^^ warning: "fc" must be a whole number of 32 or more: nothing else is valid in libsrt
#                                                       ^^^^^ warning: "port" must be a whole number from 0 to 65535: nothing else is valid in libsrt
#                                                                   ^^ warning: "ipttl" must be a whole number from 1 to 255: nothing else is valid in libsrt
#                                                                                      ^ warning: "connect_timeout" must be a whole number of 1 or more: nothing else is valid in FFmpeg
#                                                                                                   ^ warning: "mininputbw" must be a whole number of 0 or more: nothing else is valid in libsrt
`,
    },
    {
      // Neither tool refuses these.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?iptos=256&linger=-2&maxbw=10M&inputbw=auto&snddropdelay=-3&oheadbw=-5
#                                    ^^^ warning: "iptos" must be a whole number from 0 to 255: nothing else is valid in FFmpeg or libsrt, though both let this value through
#                                               ^^ warning: "linger" must be a whole number of 0 or more: nothing else is valid in FFmpeg or libsrt, though both let this value through
#                                                        ^^^ warning: "maxbw" must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it
#                                                                    ^^^^ warning: "inputbw" must be a whole number of 0 or more: nothing else is valid in FFmpeg or libsrt, though both let this value through
#                                                                                      ^^ warning: "snddropdelay" must be a whole number of -1 or more: nothing else is valid in FFmpeg or libsrt, though both let this value through
#                                                                                                 ^^ warning: "oheadbw" must be a whole number from 5 to 100: nothing else is valid in FFmpeg or libsrt, though both let this value through
`,
    },
    {
      // Nor these, which only one of them has in its table.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?linger=-1
#                                     ^^ warning: "linger" must be a whole number of 0 or more: nothing else is valid in libsrt, though FFmpeg and libsrt let this value through
`,
    },
    {
      // A number and something after it; the number alone is judged first.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?rcvbuf=1e6&pkt_size=1316B&ipttl=300x&fc=\${FC}k&ffs=1.5" }] }
#                                                      ^^^ warning: "rcvbuf" must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it
#                                                                   ^^^^^ warning: "pkt_size" must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it
#                                                                               ^^^^ "ipttl" must be a whole number from 1 to 255: nothing else is valid in FFmpeg or libsrt
#                                                                                       ^^^^^^ warning: "fc" must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it
#                                                                                                  ^^^ warning: "ffs" must be a whole number of 32 or more: nothing else is valid in FFmpeg
`,
    },
    {
      // FFmpeg reads no hexadecimal number.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?rcvbuf=0x1000
#                                     ^^^^^^ warning: "rcvbuf" must be a whole number of 1 or more: nothing else is valid in FFmpeg
`,
    },
    {
      // Flags.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?tlpktdrop=yes&nakreport=maybe&tsbpdmode=2&tsbpd=on&drifttracer=YES
#                                        ^^^ warning: "tlpktdrop" must be 1 or 0: FFmpeg reads this as 0
#                                                      ^^^^^ "nakreport" must be 1 or 0: nothing else is valid in FFmpeg or libsrt
#                                                                      ^ warning: "tsbpdmode" must be 1 or 0: nothing else is valid in libsrt
#                                                                              ^^ warning: "tsbpd" must be 1 or 0: FFmpeg reads this as 0
#                                                                                             ^^^ warning: "drifttracer" must be 1 or 0: nothing else is valid in libsrt
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?tlpktdrop=-1&nakreport=2
#                                        ^^ warning: "tlpktdrop" must be 1 or 0: nothing else is valid in libsrt
#                                                     ^ "nakreport" must be 1 or 0: nothing else is valid in FFmpeg or libsrt
`,
    },
    {
      // A live push.
      code: `\
restreams:
  - uri: 'srt://h.acme.net:9000?transtype=file&congestion=LIVE&smoother='
#                                         ^^^^ "transtype" must be "live": Gcore pushes a live stream, and the target refuses anything else
#                                                         ^^^^ "congestion" must be "live": Gcore pushes a live stream, and the target refuses anything else
#                                                                       ^ "smoother" must be "live": Gcore pushes a live stream, and the target refuses anything else
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?messageapi=0
#                                         ^ "messageapi" must be 1: a live stream is sent in messages, and the target refuses anything else
  - uri: srt://h.acme.net:9000?messageapi=off
#                                         ^^^ "messageapi" must be 1: a live stream is sent in messages, and the target refuses anything else
  - uri: srt://h.acme.net:9000?messageapi=yes
#                                         ^^^ warning: "messageapi" must be 1 or 0: FFmpeg reads this as 0
`,
    },
    {
      // Without a value; what is repaired is read as it will be.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mss&amp;transtype&amp;ipttl=300
#                              ^^^ warning: "mss" has no value: libsrt passes over it, and FFmpeg may refuse it
#                                      ^^^^^^^^^ warning: "transtype" has no value: libsrt passes over it, and FFmpeg may refuse it
#                                                          ^^^ "ipttl" must be a whole number from 1 to 255: nothing else is valid in FFmpeg or libsrt
`,
    },
    {
      // Escapes inside the quotes, and a first of two that is wrong.
      code: `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?ipttl=300&ipttl=64"
#                                       ^^^ "ipttl" must be a whole number from 1 to 255: nothing else is valid in FFmpeg or libsrt
`,
    },
  ],
});
