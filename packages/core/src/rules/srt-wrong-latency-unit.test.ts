import { checkRule } from "@restream-lint/testkit";
import { srtWrongLatencyUnit } from "./srt-wrong-latency-unit.ts";

checkRule(srtWrongLatencyUnit, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n    latency_unit: us\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n    latency_unit: s\n",
    // Out of range in every unit.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=999\n    latency_unit: us\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=5001\n    latency_unit: us\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=0\n    latency_unit: ms\n",
    // 1 to 5 s is plausible, even where the network asks for more.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=1500\n    latency_unit: ms\n    network: public-internet\n",
    // A unit that nobody declares is never the wrong one.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=120\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ${UNIT}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: seconds\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${LATENCY}\n    latency_unit: us\n",
    // A fraction of a microsecond is malformed.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n    latency_unit: us\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?latency=2000\n    latency_unit: us\n",
    "restreams:\n  - uri:\n    latency_unit: us\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2000
#                                      ^^^^ SRT latency 2000 is 2 ms in microseconds, the unit of this target, but 2 s in milliseconds (2 000 s in seconds): the number or the unit is wrong
    latency_unit: us
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n    latency_unit: us\n",
        "Say that the target reads milliseconds":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
      },
    },
    {
      // Over 65 535 ms, and yet the unit is the likelier mistake.
      code: `\
{ "restreams": [{ "latency_unit": "ms", "uri": "srt://h.acme.net:9000?latency=2500000" }] }
#                                                                             ^^^^^^^ SRT latency 2500000 is 2 500 s in milliseconds, the unit of this target, but 2.5 s in microseconds (2 500 000 s in seconds): the number or the unit is wrong
`,
      suggested: {
        "Write 2.5 s in milliseconds: latency=2500":
          '{ "restreams": [{ "latency_unit": "ms", "uri": "srt://h.acme.net:9000?latency=2500" }] }\n',
        "Say that the target reads microseconds":
          '{ "restreams": [{ "latency_unit": "us", "uri": "srt://h.acme.net:9000?latency=2500000" }] }\n',
      },
    },
    {
      // The borders are right: 1 and 5 s.
      code: `\
restreams:
  - {uri: 'srt://h.acme.net:9000?latency=1', latency_unit: 'ms'}
#                                        ^ SRT latency 1 is 1 ms in milliseconds, the unit of this target, but 1 s in seconds (1 µs in microseconds): the number or the unit is wrong
  - {uri: 'srt://h.acme.net:9000?latency=5000', latency_unit: "s"}
#                                        ^^^^ SRT latency 5000 is 5 000 s in seconds, the unit of this target, but 5 s in milliseconds (5 ms in microseconds): the number or the unit is wrong
`,
      suggested: {
        "Write 1 s in milliseconds: latency=1000":
          "restreams:\n  - {uri: 'srt://h.acme.net:9000?latency=1000', latency_unit: 'ms'}\n  - {uri: 'srt://h.acme.net:9000?latency=5000', latency_unit: \"s\"}\n",
        "Say that the target reads seconds":
          "restreams:\n  - {uri: 'srt://h.acme.net:9000?latency=1', latency_unit: 's'}\n  - {uri: 'srt://h.acme.net:9000?latency=5000', latency_unit: \"s\"}\n",
        "Write 5 s in seconds: latency=5":
          "restreams:\n  - {uri: 'srt://h.acme.net:9000?latency=1', latency_unit: 'ms'}\n  - {uri: 'srt://h.acme.net:9000?latency=5', latency_unit: \"s\"}\n",
        "Say that the target reads milliseconds":
          "restreams:\n  - {uri: 'srt://h.acme.net:9000?latency=1', latency_unit: 'ms'}\n  - {uri: 'srt://h.acme.net:9000?latency=5000', latency_unit: \"ms\"}\n",
      },
    },
    {
      // 3 s would be too long between regions: whatever is meant, it is not that.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=3000
#                                      ^^^^ SRT latency 3000 is 3 ms in microseconds, the unit of this target, but 3 s in milliseconds (3 000 s in seconds): the number or the unit is wrong
    latency_unit: us
    network: cross-region
`,
    },
    {
      // A fraction of a millisecond would be the next finding.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2500.5
#                                      ^^^^^^ SRT latency 2500.5 is 2 500.5 s in seconds, the unit of this target, but 2.501 s in milliseconds (2.501 ms in microseconds): the number or the unit is wrong
    latency_unit: s
`,
      suggested: {
        "Write 2.501 s in seconds: latency=2.501":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.501\n    latency_unit: s\n",
      },
    },
    {
      // What other restreams share is left alone.
      code: `\
x-ffmpeg: &ffmpeg
  latency_unit: us
restreams:
  - <<: *ffmpeg
    uri: srt://h.acme.net:9000?latency=2000
#                                      ^^^^ SRT latency 2000 is 2 ms in microseconds, the unit of this target, but 2 s in milliseconds (2 000 s in seconds): the number or the unit is wrong
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "x-ffmpeg: &ffmpeg\n  latency_unit: us\nrestreams:\n  - <<: *ffmpeg\n    uri: srt://h.acme.net:9000?latency=2000000\n",
      },
    },
    {
      // Gcore's own ingest has another range, but units all the same.
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000
#                                                     ^^^^ SRT latency 2000 is 2 ms in microseconds, the unit of this target, but 2 s in milliseconds (2 000 s in seconds): the number or the unit is wrong
    latency_unit: us
`,
      suggested: {
        "Write 2 s in microseconds: latency=2000000":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000000\n    latency_unit: us\n",
        "Say that the target reads milliseconds":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000\n    latency_unit: ms\n",
      },
    },
  ],
});
