import { checkRule } from "@restream-lint/testkit";
import { srtPassphraseLength } from "./srt-passphrase-length.ts";

const A = (length: number) => "a".repeat(length);

checkRule(srtPassphraseLength, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
    // The borders, in bytes.
    `restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${A(10)}\n`,
    `restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${A(79)}\n`,
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=ééééé\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9\n",
    // No encryption.
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=&mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase\n",
    // A placeholder may hold any passphrase, or the rest of it.
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${PASS}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=ab${PASS}\n",
    `restreams:\n  - uri: srt://h.acme.net:9000?passphrase=\${PASS}${A(79)}\n`,
    // Only `&` ends it.
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=ab#cd?ef=gh\n",
    // Of two, the first counts.
    `restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${A(12)}&passphrase=ab\n`,
    // An unknown parameter is no passphrase, nor is one of RTMP.
    "restreams:\n  - uri: srt://h.acme.net:9000?password=ab\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?passphrase=ab\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=secret&mode=caller
#                                         ^^^^^^ An SRT passphrase must have 10 to 79 bytes, and this one has 6: FFmpeg and libsrt refuse to connect
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=${A(9)}
#                                         ^^^^^^^^^ An SRT passphrase must have 10 to 79 bytes, and this one has 9: FFmpeg and libsrt refuse to connect
  - uri: srt://h.acme.net:9000?passphrase=éééé
#                                         ^^^^ An SRT passphrase must have 10 to 79 bytes, and this one has 8: FFmpeg and libsrt refuse to connect
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=${A(80)}
#                                         ${"^".repeat(80)} warning: An SRT passphrase should have 79 bytes at most: libsrt takes 80, but FFmpeg and most servers document 79
  - uri: srt://h.acme.net:9000?passphrase=${A(81)}
#                                         ${"^".repeat(81)} An SRT passphrase must have 10 to 79 bytes, and this one has 81: FFmpeg and libsrt refuse to connect
`,
    },
    {
      // Six bytes if it is decoded, eighteen if not.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=%41%42%43%44%45%46
#                                         ^^^^^^^^^^^^^^^^^^ warning: An SRT passphrase must have 10 to 79 bytes: this one has 18 as written and 6 with its "%" decoded, and tools differ on that
`,
    },
    {
      // 81 or 27; 80 or 78; wrong both ways.
      code: `\
{ "restreams": [
  { "uri": "srt://h.acme.net:9000?passphrase=${"%41".repeat(27)}" },
#                                            ${"^".repeat(81)} warning: An SRT passphrase must have 10 to 79 bytes: this one has 81 as written and 27 with its "%" decoded, and tools differ on that
  { "uri": "srt://h.acme.net:9000?passphrase=${A(77)}%41" },
#                                            ${"^".repeat(80)} warning: An SRT passphrase should have 79 bytes at most: libsrt takes 80, but FFmpeg and most servers document 79
  { "uri": "srt://h.acme.net:9000?passphrase=ab%41%42" }
#                                            ^^^^^^^^ An SRT passphrase must have 10 to 79 bytes, and this one has 8: FFmpeg and libsrt refuse to connect
] }
`,
    },
    {
      // What stands around a placeholder is too long already.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=\${PASS}${A(81)}
#                                         ${"^".repeat(88)} An SRT passphrase must have 10 to 79 bytes, and this one has more: FFmpeg and libsrt refuse to connect
`,
    },
    {
      // Of two, the first counts; escapes inside the quotes do not move the range.
      code: `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?passphrase=ab&passphrase=${A(12)}"
#                                            ^^ An SRT passphrase must have 10 to 79 bytes, and this one has 2: FFmpeg and libsrt refuse to connect
`,
    },
  ],
});
