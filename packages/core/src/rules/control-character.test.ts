import { checkRule } from "@restream-lint/testkit";
import { controlCharacter } from "./control-character.ts";

checkRule(controlCharacter, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // What whitespace is, and what is written as an escape.
    'restreams:\n  - uri: " rtmp://h.acme.net/\\t\\n\\v\\f\\rlive/\\N\\u180e\\u200b\\u200d\\u2060\\ufeffkey "\n',
    "restreams:\n  - uri: rtmp://h.acme.net/live/%00%1b\n",
    // Beside the ranges.
    'restreams:\n  - uri: "rtmp://h.acme.net/live/~\\xa1\\u061b\\u061d\\u2010\\u2065\\u206a"\n',
    // Inside a placeholder it is the placeholder's.
    'restreams:\n  - uri: "rtmp://h.acme.net/live/${KEY:-\\u202ea}"\n',
    // Other faults end the check.
    'restreams:\n  - uri: "http://h.acme.net/live/\\u0007key"\n',
    'restreams:\n  - uri: "h.acme.net/live/\\u0007key"\n',
    'restreams:\n  - uri: "\\0"\n',
    // Other fields are no URIs.
    'restreams:\n  - name: "a\\u202eb"\n',
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // The ends of C0.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/a\\0b"
#                                 ^^ The URI holds a control character (U+0000), which the target takes for a part of it
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/a\\bb"
#                                 ^^ The URI holds a control character (U+0008), which the target takes for a part of it
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/a\\x0e\\x1f\\x7fb"
#                                 ^^^^^^^^^^^^ The URI holds a control character (U+000E), which the target takes for a part of it
`,
    },
    {
      // C1, but for the line break in it.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/a\\x80\\x84\\x85\\x86\\x9f"
#                                 ^^^^^^^^ The URI holds a control character (U+0080) and 1 more, which the target takes for a part of it
`,
    },
    {
      // Marks of writing direction, in each notation.
      code: `\
restreams:
  - uri: \u202artmp://h.acme.net/live/key\u202c
#        ^ The URI holds an invisible mark of writing direction (U+202A) and 1 more, which the target takes for a part of it
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/key\u200e'
#                                   ^ The URI holds an invisible mark of writing direction (U+200E), which the target takes for a part of it
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp://h.acme.net/live/a\\u2066b\\u2069\\u061c" }] }
#                                                 ^^^^^^ The URI holds an invisible mark of writing direction (U+2066) and 1 more, which the target takes for a part of it
`,
    },
    {
      code: `\
restreams: [{uri: rtmp://h.acme.net/live/\u200fkey}]
#                                        ^ The URI holds an invisible mark of writing direction (U+200F), which the target takes for a part of it
`,
    },
    {
      // In scheme and host; the rest is read as it is meant.
      code: `\
restreams:
  - uri: "sr\\et://h.ac\\u202eme.net:9000?mode=caller"
#           ^^ The URI holds a control character (U+001B) and 1 more, which the target takes for a part of it
`,
    },
    {
      // Beside whitespace and placeholders.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/\${KEY}\\u202c "
#                                      ^^^^^^ The URI holds an invisible mark of writing direction (U+202C), which the target takes for a part of it
`,
    },
  ],
});
