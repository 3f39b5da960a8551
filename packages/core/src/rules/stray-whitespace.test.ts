import { checkRule } from "@restream-lint/testkit";
import { strayWhitespace } from "./stray-whitespace.ts";

checkRule(strayWhitespace, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // YAML takes blanks around a plain value for its own.
    "restreams:\n  - uri:   rtmp://h.acme.net/live/key   # main\n",
    // Inside a placeholder a blank is the placeholder's.
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-not set}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/{{ key }}\n",
    "restreams:\n  - uri: op://studio/youtube live/uri\n",
    // An address of whitespace alone is empty, which is another rule's.
    'restreams:\n  - uri: "  \\n"\n',
    // Other faults end the check.
    'restreams:\n  - uri: " http://h.acme.net/live/key "\n',
    'restreams:\n  - uri: " h.acme.net/live/key "\n',
    'restreams:\n  - uri: "rtmp://h.acme.net/live/${KEY "\n',
    // A block scalar that keeps no line break.
    "restreams:\n  - uri: >-\n      rtmp://h.acme.net/live/key\n",
    // Escaped blanks are not blanks.
    "restreams:\n  - uri: rtmp://h.acme.net/live/a%20b\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // At the ends: removed.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key "
#                                   ^ The URI ends with a blank, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      code: `\
restreams:
  - uri: '  rtmp://h.acme.net/live/key'
#         ^^ The URI begins with a blank, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/key'
`,
    },
    {
      // The whole run, at each end, told by what cannot be seen in it.
      code: `\
restreams:
  - uri: " \\trtmp://h.acme.net/live/key \\n\\t"
#         ^^^ The URI begins with a tab, which the target takes for a part of it
#                                      ^^^^^ The URI ends with a line break, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": " srt://h.acme.net:9000?mode=caller\\r\\n" }] }
#                         ^ The URI begins with a blank, which the target takes for a part of it
#                                                           ^^^^ The URI ends with a line break, which the target takes for a part of it
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller" }] }
`,
    },
    {
      // No YAML reader trims these.
      code: `\
restreams:
  - uri: \u00a0rtmp://h.acme.net/live/key
#        ^ The URI begins with a no-break space (U+00A0), which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/key\u200b
#                                  ^ The URI ends with a zero-width space (U+200B), which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/key\u00a0# main
#                                  ^ The URI holds a no-break space (U+00A0) and 1 more: what follows is lost, or the target refuses it
`,
    },
    {
      code: `\
restreams:
  - uri: "\\uFEFFrtmp://h.acme.net/live/key"
#         ^^^^^^ The URI begins with a byte order mark (U+FEFF), which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key\\u2003"
#                                   ^^^^^^ The URI ends with an invisible character (U+2003), which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key\\L"
#                                   ^^ The URI ends with a line break, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key\\N"
#                                   ^^ The URI ends with a line break, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      // Inside: offered, at once for all.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/my key
#                                 ^ The URI holds a blank: what follows is lost, or the target refuses it
`,
      suggested: {
        "Remove the whitespace": `\
restreams:
  - uri: rtmp://h.acme.net/live/mykey
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/ live /\u200bkey
#                          ^ The URI holds a blank and 2 more: what follows is lost, or the target refuses it
`,
      suggested: {
        "Remove the whitespace": `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller\\n&latency=2000&streamid=a\\u00a0b" }] }
#                                                          ^^ The URI holds a line break and 1 more: what follows is lost, or the target refuses it
`,
      suggested: {
        "Remove the whitespace": `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller&latency=2000&streamid=ab" }] }
`,
      },
    },
    {
      // Between scheme and host.
      code: `\
restreams:
  - uri: "rtmp:// h.acme.net/live/key"
#                ^ The URI holds a blank: what follows is lost, or the target refuses it
`,
      suggested: {
        "Remove the whitespace": `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
      },
    },
    {
      // At an end and inside.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live /key "
#                               ^ The URI holds a blank: what follows is lost, or the target refuses it
#                                    ^ The URI ends with a blank, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live /key"
`,
      suggested: {
        "Remove the whitespace": `\
restreams:
  - uri: "rtmp://h.acme.net/live/key "
`,
      },
    },
    {
      // A placeholder beside it stays whole.
      code: `\
restreams:
  - uri: "\${SCHEME}://h.acme.net/live/\${KEY} "
#                                           ^ The URI ends with a blank, which the target takes for a part of it
`,
      fixed: `\
restreams:
  - uri: "\${SCHEME}://h.acme.net/live/\${KEY}"
`,
    },
    {
      // Written over lines: no place to mend, and no blank to be seen.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/
#        ^^^^^^^^^^^^^^^^^^^^^^^ YAML joins these lines with a blank: write the URI on one line
      key
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/
#        ^^^^^^^^^^^^^^^^^^^ YAML joins these lines with a blank: write the URI on one line
      live/
      key"
  - uri: 'rtmp://h.acme.net/live/
#        ^^^^^^^^^^^^^^^^^^^^^^^^ YAML joins these lines with a blank: write the URI on one line
      key'
  - {uri: rtmp://h.acme.net/live/
#         ^^^^^^^^^^^^^^^^^^^^^^^ YAML joins these lines with a blank: write the URI on one line
      key}
  - uri: &uri >-
#             ^^ YAML joins these lines with a blank: write the URI on one line
      rtmp://h.acme.net/
      live/key
`,
    },
    {
      // Lines that are joined without a blank, and a blank that is seen.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/ live/\\
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^ The URI holds a blank: what follows is lost, or the target refuses it
      key"
  - uri: >-
#        ^^ The URI holds a blank: what follows is lost, or the target refuses it
      rtmp://h.acme.net/live/my key
  - uri: |-
#        ^^ The URI holds a blank and 1 more: what follows is lost, or the target refuses it
      rtmp://h.acme.net/ live/
      key
`,
    },
    {
      // A tab that is written comes first.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/\\tlive/
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^ The URI holds a tab and 1 more: what follows is lost, or the target refuses it
      key"
`,
    },
    {
      // An empty line is a line break.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/
#        ^^^^^^^^^^^^^^^^^^^^^^^ The URI holds a line break: what follows is lost, or the target refuses it

      key
`,
    },
    {
      // Block scalars end with a line break.
      code: `\
restreams:
  - uri: |
#        ^ The URI ends with a line break: write the value on one line, in quotes
      rtmp://h.acme.net/live/key
`,
    },
    {
      code: `\
restreams:
  - uri: >
#        ^ The URI ends with a line break: write the value on one line, in quotes
#        ^ YAML joins these lines with a blank: write the URI on one line
      rtmp://h.acme.net/
      live/key
`,
    },
    {
      // A plain scalar that would not be one any more is left alone.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/key:\u00a0
#                                   ^ The URI ends with a no-break space (U+00A0), which the target takes for a part of it
`,
    },
    {
      code: `\
restreams:
  - uri: \u00a0{{ scheme }}://h.acme.net/live/key
#        ^ The URI begins with a no-break space (U+00A0), which the target takes for a part of it
`,
    },
    {
      // In a flow mapping.
      code: `\
restreams: [{uri: rtmp://h.acme.net/live/key\u00a0}]
#                                           ^ The URI ends with a no-break space (U+00A0), which the target takes for a part of it
`,
      fixed: `\
restreams: [{uri: rtmp://h.acme.net/live/key}]
`,
    },
  ],
});
