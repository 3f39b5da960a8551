import { checkRule } from "@restream-lint/testkit";
import { srtNotCaller } from "./srt-not-caller.ts";

checkRule(srtNotCaller, {
  valid: [
    // Other protocols have no mode.
    "restreams:\n  - uri: rtmp://a.acme.net/live?mode=listener\n",
    // A half-typed file is not a wrong one.
    "restreams:\n  - uri:\n",
    // A missing mode is another rule's.
    "restreams:\n  - uri: srt://a.acme.net:9000\n",
    "restreams:\n  - uri: srt://a.acme.net:9000?mode=${MODE:-caller}\n",
  ],
  invalid: [
    {
      // What follows the word may be another parameter, which a fix must not delete.
      code: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=caller;latency=2000
#                                   ^^^^^^^^^^^^^^^^^^^ SRT mode must be "caller": Gcore dials, the target listens
`,
    },
    {
      code: `\
restreams:
  - uri: srt://a.acme.net:9000?latency=120&mode=listener
#                                               ^^^^^^^^ SRT mode must be "caller", not "listener": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - uri: srt://a.acme.net:9000?latency=120&mode=caller
`,
    },
    {
      // JSON, by the same rule and the same tree.
      code: `\
{ "restreams": [{ "uri": "srt://a.acme.net:9000?mode=CALLER" }] }
#                                                    ^^^^^^ SRT mode must be "caller", not "CALLER": Gcore dials, the target listens
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://a.acme.net:9000?mode=caller" }] }
`,
    },
    {
      // Escapes inside the quotes do not move the range.
      code: `\
restreams:
  - uri: "srt:\\/\\/a.acme.net:9000?mode=rendezvous"
#                                      ^^^^^^^^^^ SRT mode must be "caller", not "rendezvous": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - uri: "srt:\\/\\/a.acme.net:9000?mode=caller"
`,
    },
    {
      // What is not a mode may be a secret in the wrong place.
      code: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=hunter2
#                                   ^^^^^^^ SRT mode must be "caller": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=caller
`,
    },
    {
      code: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=
#                                   ^ SRT mode must be "caller": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=caller
`,
    },
    {
      code: `\
restreams:
  - uri: srt://a.acme.net:9000?mode&latency=2000
#                              ^^^^ SRT mode must be "caller": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - uri: srt://a.acme.net:9000?mode=caller&latency=2000
`,
    },
    {
      // FFmpeg and OBS read the first.
      code: `\
restreams:
  - {uri: srt://a.acme.net:9000?mode=listener&mode=caller}
#                                    ^^^^^^^^ SRT mode must be "caller", not "listener": Gcore dials, the target listens
`,
      fixed: `\
restreams:
  - {uri: srt://a.acme.net:9000?mode=caller&mode=caller}
`,
    },
  ],
});
