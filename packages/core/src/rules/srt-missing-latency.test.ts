import { checkRule } from "@restream-lint/testkit";
import { srtMissingLatency } from "./srt-missing-latency.ts";

const MESSAGE =
  "SRT latency is not given: the usual default, 120 ms, is too short for lost packets to be sent again over a long route";
const MICROSECONDS = "Write 2 s in microseconds, as FFmpeg and OBS read it: latency=2000000";
const MILLISECONDS = "Write 2 s in milliseconds, as most others read it: latency=2000";
const SECONDS = "Write 2 s in seconds: latency=2";

checkRule(srtMissingLatency, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${LATENCY}\n",
    // What it says is for other rules to judge.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=120\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller?latency=2000\n",
    // For what is sent these two mean the same.
    "restreams:\n  - uri: srt://h.acme.net:9000?peerlatency=2000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?tsbpddelay=2000000\n",
    // A placeholder may hold it.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&${MORE}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000${QUERY}\n",
    "restreams:\n  - uri: srt://${TARGET}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      suggested: {
        [MICROSECONDS]: "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000000\n",
        [MILLISECONDS]: "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000\n",
        [SECONDS]: "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2\n",
      },
    },
    {
      // Only in the unit that is known.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
    latency_unit: us
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n    latency_unit: us\n",
      },
    },
    {
      // 2 s is right for both networks; a unit that a placeholder declares is not known yet.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?", "latency_unit": "\${UNIT}", "network": "cross-region" }] }
#                               ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
      suggested: {
        [MICROSECONDS]:
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=2000000", "latency_unit": "${UNIT}", "network": "cross-region" }] }\n',
        [MILLISECONDS]:
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=2000", "latency_unit": "${UNIT}", "network": "cross-region" }] }\n',
        [SECONDS]:
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=2", "latency_unit": "${UNIT}", "network": "cross-region" }] }\n',
      },
    },
    {
      // Before a raw `#`, since some tools read nothing after it.
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&streamid=12345#tok
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000&streamid=12345#tok\n    latency_unit: ms\n",
      },
    },
    {
      // What a push never receives is none.
      code: `\
restreams:
  - uri: 'srt://h.acme.net:9000?mode=caller&rcvlatency=2000&'
#               ^^^^^^^^^^^^^^^ ${MESSAGE}
    latency_unit: s
`,
      suggested: {
        "Write 2 s in seconds: latency=2":
          "restreams:\n  - uri: 'srt://h.acme.net:9000?mode=caller&rcvlatency=2000&latency=2'\n    latency_unit: s\n",
      },
    },
    {
      // A misspelt one is none either, but it is to be renamed.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latncy=3000000
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
    latency_unit: us
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?rcvlatency=2000\\u0026Latency=2000", "latency_unit": "ms" }] }
#                               ^^^^^^^^^^^^^^^ ${MESSAGE}
`,
    },
    {
      // What sets nothing is not renamed, and neither is what means another.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latncy&rcvlatncy=2000
#              ^^^^^^^^^^^^^^^ ${MESSAGE}
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latncy&rcvlatncy=2000&latency=2000\n    latency_unit: ms\n",
      },
    },
  ],
});
