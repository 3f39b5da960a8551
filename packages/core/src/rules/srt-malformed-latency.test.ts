import { checkRule } from "@restream-lint/testkit";
import { srtMalformedLatency } from "./srt-malformed-latency.ts";

checkRule(srtMalformedLatency, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=0\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n    latency_unit: s\n",
    // A unit that a placeholder declares may be seconds.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n    latency_unit: ${UNIT}\n",
    // A placeholder is a number, or digits of one.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${LATENCY}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${SECONDS}000\n",
    // Other names are other rules'.
    "restreams:\n  - uri: srt://h.acme.net:9000?Latency=2,5&peerlatency=2,5\n",
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?latency=2,5\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=
#                                      ^ SRT latency must be a plain number, and its value is empty
`,
      suggested: {
        "Write 2 s in microseconds, as FFmpeg and OBS read it: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n",
        "Write 2 s in milliseconds, as most others read it: latency=2000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n",
        "Write 2 s in seconds: latency=2": "restreams:\n  - uri: srt://h.acme.net:9000?latency=2\n",
      },
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency&mode=caller", "latency_unit": "ms" }] }
#                                               ^^^^^^^ SRT latency must be a whole number of milliseconds, and its value is empty
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=2000&mode=caller", "latency_unit": "ms" }] }\n',
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2000ms&mode=caller
#                                      ^^^^^^ SRT latency must be a whole number of microseconds, not "2000ms": FFmpeg would read 2000
    latency_unit: us
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000&mode=caller\n    latency_unit: us\n",
      },
    },
    {
      // The unit is read, but 200 ms would only be the next finding.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=200ms
#                                      ^^^^^ SRT latency must be a whole number of milliseconds, not "200ms": FFmpeg would read 200
    latency_unit: ms
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2S
#                                      ^^ SRT latency must be a whole number of milliseconds, not "2S": FFmpeg would read 2
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2000000µs
#                                      ^^^^^^^^^ SRT latency must be a whole number of milliseconds, not "2000000µs": FFmpeg would read 2000000
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2,5
#                                      ^^^ SRT latency must be a plain number, not "2,5": FFmpeg would read 2
    latency_unit: s
`,
      suggested: {
        "Write 2.5 s in seconds: latency=2.5":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n    latency_unit: s\n",
      },
    },
    {
      // Thousands, or a decimal comma: nobody can tell.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2,000
#                                      ^^^^^ SRT latency must be a plain number, not "2,000": FFmpeg would read 2
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2.5
#                                      ^^^ SRT latency must be a whole number of milliseconds, not "2.5": FFmpeg would read 2
    latency_unit: ms
`,
      suggested: {
        "Write 2.5 s in milliseconds: latency=2500":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2500\n    latency_unit: ms\n",
      },
    },
    {
      // 2.5 s is right, but not between regions.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2.5
#                                      ^^^ SRT latency must be a whole number of microseconds, not "2.5": FFmpeg would read 2
    latency_unit: us
    network: cross-region
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=-5
#                                      ^^ SRT latency must be a plain number, not "-5": FFmpeg would take its default
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2e3
#                                      ^^^ SRT latency must be a whole number of milliseconds, not "2e3": FFmpeg would read 2
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
      },
    },
    {
      // 1 s, whatever the target reads.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=1e3
#                                      ^^^ SRT latency must be a plain number, not "1e3": FFmpeg would read 1
`,
      suggested: {
        "Write 1 s in microseconds, as FFmpeg and OBS read it: latency=1000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=1000000\n",
        "Write 1 s in milliseconds, as most others read it: latency=1000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=1000\n",
        "Write 1 s in seconds: latency=1": "restreams:\n  - uri: srt://h.acme.net:9000?latency=1\n",
      },
    },
    {
      // What is no number may be a secret in the wrong place.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=hunter2
#                                      ^^^^^^^ SRT latency must be a plain number
`,
    },
    {
      // Around a placeholder too.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=\${LATENCY}ms
#                                      ^^^^^^^^^^^^ SRT latency must be a whole number of milliseconds
    latency_unit: ms
`,
    },
    {
      // FFmpeg and OBS read the first.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=x&latency=2000
#                                      ^ SRT latency must be a plain number
`,
    },
  ],
});
