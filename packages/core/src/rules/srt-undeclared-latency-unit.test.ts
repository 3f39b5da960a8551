import { checkRule } from "@restream-lint/testkit";
import { srtUndeclaredLatencyUnit } from "./srt-undeclared-latency-unit.ts";

checkRule(srtUndeclaredLatencyUnit, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ${UNIT}\n",
    // A unit that is no unit is another rule's.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: millis\n",
    "x-ms: &ms\n  latency_unit: ms\nrestreams:\n  - <<: *ms\n    uri: srt://h.acme.net:9000?latency=2000\n",
    // Out of range, malformed or missing: that is said first.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=120\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2,5\n",
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${LATENCY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?latency=2000\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2500 # of ours
#                                      ^^^^ SRT latency 2500 was read as 2.5 s, in milliseconds, by its size: the target's unit is not declared, and FFmpeg would read 2.5 ms
    stream_id: 20
`,
      suggested: {
        "Say that the target reads milliseconds":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2500 # of ours\n    latency_unit: ms\n    stream_id: 20\n",
        "Say that the target reads microseconds, and write 2.5 s as 2500000":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2500000 # of ours\n    latency_unit: us\n    stream_id: 20\n",
        "Say that the target reads seconds, and write 2.5 s as 2.5":
          "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5 # of ours\n    latency_unit: s\n    stream_id: 20\n",
      },
    },
    {
      code: `\
{
  "stream_id": 20,
  "uri": "srt://h.acme.net:9000?latency=2000000",
#                                       ^^^^^^^ SRT latency 2000000 was read as 2 s, in microseconds, by its size: the target's unit is not declared, and srt-live-transmit would read milliseconds, which wrap around to 33.92 s
  "name": "Studio B"
}
`,
      suggested: {
        "Say that the target reads microseconds":
          '{\n  "stream_id": 20,\n  "uri": "srt://h.acme.net:9000?latency=2000000",\n  "latency_unit": "us",\n  "name": "Studio B"\n}\n',
        "Say that the target reads milliseconds, and write 2 s as 2000":
          '{\n  "stream_id": 20,\n  "uri": "srt://h.acme.net:9000?latency=2000",\n  "latency_unit": "ms",\n  "name": "Studio B"\n}\n',
        "Say that the target reads seconds, and write 2 s as 2":
          '{\n  "stream_id": 20,\n  "uri": "srt://h.acme.net:9000?latency=2",\n  "latency_unit": "s",\n  "name": "Studio B"\n}\n',
      },
    },
    {
      // FFmpeg reads the digits before the point, as microseconds.
      code: `\
restreams:
  - {uri: "srt://h.acme.net:9000?latency=2.5", stream_id: 20}
#                                        ^^^ SRT latency 2.5 was read as 2.5 s, in seconds, by its size: the target's unit is not declared, and FFmpeg would read 2 µs
`,
      suggested: {
        "Say that the target reads seconds":
          'restreams:\n  - {uri: "srt://h.acme.net:9000?latency=2.5", latency_unit: s, stream_id: 20}\n',
        "Say that the target reads microseconds, and write 2.5 s as 2500000":
          'restreams:\n  - {uri: "srt://h.acme.net:9000?latency=2500000", latency_unit: us, stream_id: 20}\n',
        "Say that the target reads milliseconds, and write 2.5 s as 2500":
          'restreams:\n  - {uri: "srt://h.acme.net:9000?latency=2500", latency_unit: ms, stream_id: 20}\n',
      },
    },
    {
      // Null is the same as absent; but a second latency_unit would be a duplicate.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=3
#                                      ^ SRT latency 3 was read as 3 s, in seconds, by its size: the target's unit is not declared, and FFmpeg would read 3 µs
    latency_unit: null
`,
    },
    {
      // A URI that others share is not this restream's to declare.
      code: `\
x-target: &target
  uri: srt://h.acme.net:9000?latency=2000
#                                    ^^^^ SRT latency 2000 was read as 2 s, in milliseconds, by its size: the target's unit is not declared, and FFmpeg would read 2 ms
restreams:
  - <<: *target
    stream_id: 20
`,
    },
    {
      // In a block nothing can be replaced, but beside it something can be said.
      code: `\
restreams:
  - stream_id: 20
    uri: >-
#        ^^ SRT latency 2000 was read as 2 s, in milliseconds, by its size: the target's unit is not declared, and FFmpeg would read 2 ms
      srt://h.acme.net:9000?latency=2000
`,
      suggested: {
        "Say that the target reads milliseconds":
          "restreams:\n  - stream_id: 20\n    latency_unit: ms\n    uri: >-\n      srt://h.acme.net:9000?latency=2000\n",
      },
    },
    {
      // Gcore's own ingest has another range; which unit its callers read is not declared either.
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=400
#                                                     ^^^ SRT latency 400 was read as 400 ms, in milliseconds, by its size: the target's unit is not declared, and FFmpeg would read 400 µs
`,
      suggested: {
        "Say that the target reads milliseconds":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=400\n    latency_unit: ms\n",
        "Say that the target reads microseconds, and write 400 ms as 400000":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=400000\n    latency_unit: us\n",
        "Say that the target reads seconds, and write 400 ms as 0.4":
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=0.4\n    latency_unit: s\n",
      },
    },
  ],
});
