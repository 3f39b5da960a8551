import { checkRule } from "@restream-lint/testkit";
import { srtInvalidPbkeylen } from "./srt-invalid-pbkeylen.ts";

checkRule(srtInvalidPbkeylen, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${PASS}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?pbkeylen=16&passphrase=${PASS}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=0123456789&pbkeylen=24\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=0123456789&pbkeylen=32\n",
    // A wrong passphrase is another rule's.
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=ab&pbkeylen=32\n",
    // The other side decides.
    "restreams:\n  - uri: srt://h.acme.net:9000?pbkeylen=0\n",
    // Placeholders: for the value, and for what may hold a passphrase.
    "restreams:\n  - uri: srt://h.acme.net:9000?pbkeylen=${LENGTH}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?pbkeylen=1${LENGTH}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?pbkeylen=16&${QUERY}\n",
    // Of two, the first counts.
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=0123456789&pbkeylen=16&pbkeylen=17\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?pbkeylen=17\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?pbkeylen=17&passphrase=\${PASS}
#                                       ^^ "pbkeylen" must be 0, 16, 24 or 32 bytes, not 17: libsrt refuses to connect
  - uri: srt://h.acme.net:9000?passphrase=\${PASS}&pbkeylen=256
#                                                          ^^^ "pbkeylen" must be 0, 16, 24 or 32 bytes, not 256: libsrt refuses to connect
  - uri: srt://h.acme.net:9000?pbkeylen=-1
#                                       ^^ "pbkeylen" must be 0, 16, 24 or 32 bytes, not -1: libsrt refuses to connect
  - uri: srt://h.acme.net:9000?pbkeylen=160
#                                       ^^^ "pbkeylen" must be 0, 16, 24 or 32 bytes, not 160: libsrt refuses to connect
`,
    },
    {
      // What is no short number may be a secret in the wrong place.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?pbkeylen=hunter2&mode=caller" }, { "uri": "srt://h.acme.net:9000?pbkeylen=" }] }
#                                                        ^^^^^^^ "pbkeylen" must be 0, 16, 24 or 32 bytes: libsrt refuses to connect
#                                                                                                                         ^ "pbkeylen" must be 0, 16, 24 or 32 bytes: libsrt refuses to connect
`,
    },
    {
      // Both tools take these.
      code: `\
restreams:
  - {uri: srt://h.acme.net:9000?passphrase=0123456789&pbkeylen=16x}
#                                                              ^^^ warning: "pbkeylen" must be 0, 16, 24 or 32: FFmpeg and libsrt read only the digits at its start, other tools refuse it
  - {uri: srt://h.acme.net:9000?pbkeylen=0x10}
#                                        ^^^^ warning: "pbkeylen" must be 0, 16, 24 or 32: FFmpeg and libsrt read only the digits at its start, other tools refuse it
  - {uri: srt://h.acme.net:9000?pbkeylen}
#                               ^^^^^^^^ warning: "pbkeylen" has no value, so it sets nothing
`,
    },
    {
      // Without a passphrase: none, an empty one, a misspelt one.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?pbkeylen=16
#                                       ^^ warning: "pbkeylen" has no effect without a passphrase: nothing is encrypted
  - uri: srt://h.acme.net:9000?passphrase=&pbkeylen=24
#                                                   ^^ warning: "pbkeylen" has no effect without a passphrase: nothing is encrypted
  - uri: srt://h.acme.net:9000?passphrase&pbkeylen=32
#                                                  ^^ warning: "pbkeylen" has no effect without a passphrase: nothing is encrypted
  - uri: srt://h.acme.net:9000?password=0123456789&pbkeylen=32
#                                                           ^^ warning: "pbkeylen" has no effect without a passphrase: nothing is encrypted
`,
    },
    {
      // Of two, the first counts.
      code: `\
restreams:
  - uri: 'srt://h.acme.net:9000?pbkeylen=17&passphrase=0123456789&pbkeylen=16'
#                                        ^^ "pbkeylen" must be 0, 16, 24 or 32 bytes, not 17: libsrt refuses to connect
`,
    },
  ],
});
