import { checkRule } from "@restream-lint/testkit";
import { srtIgnoredPath } from "./srt-ignored-path.ts";

checkRule(srtIgnoredPath, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    // Nothing that could be lost.
    "restreams:\n  - uri: srt://h.acme.net:9000/?mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000/\n",
    // A slash in the query is none of a path.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/studio\n",
    // A placeholder may be the query.
    "restreams:\n  - uri: srt://h.acme.net:9000/${QUERY}\n",
    "restreams:\n  - uri: srt://${TARGET}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a\n",
    "restreams:\n  - uri: srt:/app\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/live/studio
#                             ^^^^^^^^^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        'Make it the "streamid"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/studio
`,
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000
`,
      },
    },
    {
      // JSON, with a query after it, and a placeholder in it.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000/live/\${KEY}?mode=caller&latency=2000" }] }
#                                              ^^^^^^^^^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        'Make it the "streamid"': `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?streamid=live/\${KEY}&mode=caller&latency=2000" }] }
`,
        "Delete the path": `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller&latency=2000" }] }
`,
      },
    },
    {
      // Slashes written as JSON may write them, and an empty query.
      code: `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000\\/app?"
#                                ^^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        'Make it the "streamid"': `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?streamid=app"
`,
        "Delete the path": `\
restreams:
  - uri: "srt:\\/\\/h.acme.net:9000?"
`,
      },
    },
    {
      // The streamid is there, or may be: nothing to move.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/app?streamid=a
#                             ^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=a
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/app?\${QUERY}
#                             ^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000?\${QUERY}
`,
      },
    },
    {
      // Characters that a query reads otherwise are not moved into one.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/a+b#c
#                             ^^^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000
`,
      },
    },
    {
      // A query without its mark.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/mode=caller&latency=2000
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^ An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        'Begin the query with "?"': `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000
`,
      },
    },
    {
      // The longest streamid, and one more.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/${"a".repeat(512)}
#                             ${"^".repeat(513)} An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        'Make it the "streamid"': `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=${"a".repeat(512)}
`,
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/${"a".repeat(513)}
#                             ${"^".repeat(514)} An SRT URI has no path: nobody reads it, so the target never learns what it says
`,
      suggested: {
        "Delete the path": `\
restreams:
  - uri: srt://h.acme.net:9000
`,
      },
    },
  ],
});
