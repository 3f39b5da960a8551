import { checkRule } from "@restream-lint/testkit";
import { srtMissingMode } from "./srt-missing-mode.ts";

const MESSAGE = 'SRT mode is not given: write "mode=caller", the only one that Gcore supports';

checkRule(srtMissingMode, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000&mode=${MODE}\n",
    // A wrong mode is another rule's; so is one without a value.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=listener\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode\n",
    // Repairs come first.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000?mode=caller\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000&amp;mode=caller\n",
    // A placeholder may hold it.
    "restreams:\n  - uri: srt://h.acme.net:9000?${QUERY}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000&${MORE}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000${QUERY}\n",
    "restreams:\n  - uri: srt://${TARGET}\n",
    "restreams:\n  - uri: ${TARGET}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller
`,
    },
    {
      // First in the query, so that nothing can cut it off.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/?streamid=12#tok&latency=2000
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000/?mode=caller&streamid=12#tok&latency=2000
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000/
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000/?mode=caller
`,
    },
    {
      code: `\
restreams:
  - uri: "srt://h.acme.net:9000?"
#               ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: "srt://h.acme.net:9000?mode=caller"
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://[2001:4860::8888]:9000?&latency=2000" }] }
#                               ^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://[2001:4860::8888]:9000?mode=caller&latency=2000" }] }
`,
    },
    {
      // Blanks at the end stay where they are: they are another rule's.
      code: `\
restreams:
  - uri: 'srt://h.acme.net:9000 '
#               ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: 'srt://h.acme.net:9000?mode=caller '
`,
    },
    {
      // A misspelt one is none; but it is to be renamed, not doubled.
      code: `\
restreams:
  - {uri: srt://h.acme.net:9000?Mode=caller&type=caller}
#               ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // A value that a placeholder begins is no place for a mode.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/\${KEY}
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&streamid=live/\${KEY}
`,
    },
    {
      // A block has no place where something could be added safely.
      code: `\
restreams:
  - uri: >-
#        ^^ ${MESSAGE}
      srt://h.acme.net:9000
`,
    },
  ],
});
