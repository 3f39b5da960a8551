import { checkRule } from "@restream-lint/testkit";
import { srtMalformedStreamid } from "./srt-malformed-streamid.ts";

checkRule(srtMalformedStreamid, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
    // Free text, and what only resembles the syntax.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=publish:live/studio\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=7#aabbcc\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!live,r=a\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=x#!::r=a\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=&mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid\n",
    // Says that it publishes, in either way and place.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::m=publish,r=a\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=%23!::r=a?b=c,m=publish&mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=%23%21%3A%3ar%3Da%2Cm%3Dpublish\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::m=bidirectional,r=a\n",
    // The nested form.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!:{r=a}\n",
    // A placeholder may be the rest of the list, the key, or the mode.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=${ID}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!:${LIST}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::${LIST}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::r=a,${MORE}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::r=a,m=${MODE}\n",
    // The longest.
    `restreams:\n  - uri: srt://h.acme.net:9000?streamid=${"a".repeat(512)}\n`,
    `restreams:\n  - uri: srt://h.acme.net:9000?streamid=${"é".repeat(256)}\n`,
    // Of two, the first counts.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=a&streamid=#!:r=a\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?streamid=#!:r=a\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=live/a&mode=caller
#                                       ^^^^^^ This streamid does not say "m=publish", so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=live/a,m=publish&mode=caller
`,
      },
    },
    {
      // A value in a placeholder is that value alone.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?streamid=#!::u=\${USER},r=\${NAME}" }] }
#                                                        ^^^^ This streamid does not say "m=publish", so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?streamid=#!::u=\${USER},r=\${NAME},m=publish" }] }
`,
      },
    },
    {
      code: `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?streamid=#!::m=request,r=a"
#                                                ^^^^^^^ This streamid asks for another mode, so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?streamid=#!::m=publish,r=a"
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::m=,r=a
#                                               ^ This streamid asks for another mode, so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::m=publish,r=a
`,
      },
    },
    {
      // Nothing in the list yet, or a comma that is there.
      code: `\
restreams:
  - uri: "srt://h.acme.net:9000?streamid=%23!::"
#                                        ^^^^^^ This streamid does not say "m=publish", so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
restreams:
  - uri: "srt://h.acme.net:9000?streamid=%23!::m=publish"
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=a,
#                                       ^^^^^^ This streamid does not say "m=publish", so the target takes it for a player, and refuses the push
`,
      suggested: {
        'Write "m=publish"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=a,m=publish
`,
      },
    },
    {
      code: `\
restreams:
  - {uri: 'srt://h.acme.net:9000?streamid=#!:m=publish,r=a'}
#                                         ^^^ Access control in a streamid begins with "#!::": with one colon no server reads it
`,
      suggested: {
        'Write "#!::"': `\
restreams:
  - {uri: 'srt://h.acme.net:9000?streamid=#!::m=publish,r=a'}
`,
      },
    },
    {
      // Both, in one go.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!:r=a&mode=caller
#                                       ^^^^^ Access control in a streamid begins with "#!::": with one colon no server reads it
`,
      suggested: {
        'Write "#!::" and "m=publish"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=a,m=publish&mode=caller
`,
      },
    },
    {
      // In bytes; whether `%41` is one or three, tools differ.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=${"a".repeat(513)}
#                                       ${"^".repeat(513)} error: An SRT streamid must have 512 bytes at most: FFmpeg and libsrt refuse to connect with more
  - uri: srt://h.acme.net:9000?streamid=${"é".repeat(257)}
#                                       ${"^".repeat(257)} error: An SRT streamid must have 512 bytes at most: FFmpeg and libsrt refuse to connect with more
  - uri: srt://h.acme.net:9000?streamid=${"%41".repeat(171)}
#                                       ${"^".repeat(513)} An SRT streamid must have 512 bytes at most: this one has more, unless its "%" is decoded, and tools differ on that
  - uri: srt://h.acme.net:9000?streamid=\${ID}${"a".repeat(513)}
#                                       ${"^".repeat(518)} error: An SRT streamid must have 512 bytes at most: FFmpeg and libsrt refuse to connect with more
`,
    },
    {
      // No room for more: nothing to offer.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=%23!::r=${"a".repeat(503)}
#                                       ^^^^^^ This streamid does not say "m=publish", so the target takes it for a player, and refuses the push
`,
    },
  ],
});
