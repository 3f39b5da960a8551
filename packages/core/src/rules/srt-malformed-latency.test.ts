import { checkRule } from "@restream-lint/testkit";
import { srtMalformedLatency } from "./srt-malformed-latency.ts";

/** 2 s in the place of a latency, written in each unit. */
function inEachUnit(after = ""): Record<string, string> {
  const written = (text: string): string =>
    `restreams:\n  - uri: srt://h.acme.net:9000?latency=${text}${after}\n`;
  return {
    "Write 2 s in microseconds, as FFmpeg and OBS read it: latency=2000000": written("2000000"),
    "Write 2 s in milliseconds, as most others read it: latency=2000": written("2000"),
    "Write 2 s in seconds: latency=2": written("2"),
  };
}

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
#                                      ^ SRT latency is empty: it must be a plain number, as in latency=2000000 (2 s in microseconds)
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
#                                               ^^^^^^^ SRT latency is empty: it must be a whole number of milliseconds, as in latency=2000
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
#                                      ^^^^^^ SRT latency must be a whole number of microseconds, as in latency=2000000, not "2000ms": FFmpeg would read 2000
    latency_unit: us
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000&mode=caller\n    latency_unit: us\n",
      },
    },
    {
      // The unit is read, but 200 ms would only be the next finding, so the usual latency is offered.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=200ms
#                                      ^^^^^ SRT latency must be a whole number of milliseconds, as in latency=2000, not "200ms": FFmpeg would read 200
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
  - uri: srt://h.acme.net:9000?latency=2S
#                                      ^^ SRT latency must be a whole number of milliseconds, as in latency=2000, not "2S": FFmpeg would read 2
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
#                                      ^^^^^^^^^ SRT latency must be a whole number of milliseconds, as in latency=2000, not "2000000µs": FFmpeg would read 2000000
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
#                                      ^^^ SRT latency must be a plain number of seconds, as in latency=2.5, not "2,5": FFmpeg would read 2
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
#                                      ^^^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds), not "2,000": FFmpeg would read 2
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2.5
#                                      ^^^ SRT latency must be a whole number of milliseconds, as in latency=2500, not "2.5": FFmpeg would read 2
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
#                                      ^^^ SRT latency must be a whole number of microseconds, as in latency=2000000, not "2.5": FFmpeg would read 2
    latency_unit: us
    network: cross-region
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n    latency_unit: us\n    network: cross-region\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=-5
#                                      ^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds), not "-5": FFmpeg would take its default
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2e3
#                                      ^^^ SRT latency must be a whole number of milliseconds, as in latency=2000, not "2e3": FFmpeg would read 2
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
#                                      ^^^ SRT latency must be a plain number, as in latency=1000000 (1 s in microseconds), not "1e3": FFmpeg would read 1
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
#                                      ^^^^^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      // Around a placeholder too.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=\${LATENCY}ms
#                                      ^^^^^^^^^^^^ SRT latency must be a whole number of milliseconds, as in latency=2000
    latency_unit: ms
`,
    },
    // What it says is anybody's guess, and may be a secret.
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2_000
#                                      ^^^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=.5
#                                      ^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2.
#                                      ^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=0x7d0
#                                      ^^^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=abc
#                                      ^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit(),
    },
    {
      // 1 ms in microseconds would be read as 1 s by its size, so that is no way to write it.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=1ms
#                                      ^^^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds), not "1ms": FFmpeg would read 1
`,
      suggested: inEachUnit(),
    },
    {
      // A sign changes nothing.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=+5000", "latency_unit": "ms" }] }
#                                                       ^^^^^ SRT latency must be a whole number of milliseconds, as in latency=5000
`,
      suggested: {
        "Write 5 s in milliseconds: latency=5000":
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=5000", "latency_unit": "ms" }] }\n',
      },
    },
    {
      // Seconds need not be whole.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=-5
#                                      ^^ SRT latency must be a plain number of seconds, as in latency=2, not "-5": FFmpeg would take its default
    latency_unit: s
`,
      suggested: {
        "Write 2 s in seconds: latency=2":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2\n    latency_unit: s\n",
      },
    },
    {
      // Gcore's own ingest has no range, but a limit.
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=5s
#                                                     ^^ SRT latency must be a whole number of milliseconds, as in latency=2000, not "5s": FFmpeg would read 5
    latency_unit: ms
`,
      suggested: {
        "Write 2 s in milliseconds: latency=2000":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000\n    latency_unit: ms\n",
      },
    },
    {
      // FFmpeg and OBS read the first.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=x&latency=2000
#                                      ^ SRT latency must be a plain number, as in latency=2000000 (2 s in microseconds)
`,
      suggested: inEachUnit("&latency=2000"),
    },
  ],
});
