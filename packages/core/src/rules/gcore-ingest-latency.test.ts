import { checkRule } from "@restream-lint/testkit";
import { gcoreIngestLatency } from "./gcore-ingest-latency.ts";

checkRule(gcoreIngestLatency, {
  valid: [
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2999\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2999999\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=400\n",
    // The unit is wrong: that is another rule's.
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000\n    latency_unit: s\n",
    // Filled in later.
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=${LATENCY}\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=4000\n    latency_unit: ${UNIT}\n",
    // Other targets.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=4000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://${INGEST}:5001?latency=4000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=4s\n",
    "restreams:\n  - uri: rtmp://vp-push-ed1.gvideo.co/in/7?latency=4000\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=3000
#                                                     ^^^^ SRT latency is 3 s, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s
    latency_unit: ms
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=4500000
#                                                     ^^^^^^^ SRT latency is 4.5 s, read as microseconds by its size, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s
  - uri: srt://VP-PUSH-ED1-SRT.gvideo.co.:5001?latency=120000
#                                                      ^^^^^^ SRT latency is 120 s, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s
    latency_unit: ms
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://vp-push-ed1-srt.gvideo.co:5001?latency=5", "network": "public-internet" }] }
#                                                                      ^ SRT latency is 5 s, read as seconds by its size, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s
`,
    },
  ],
});
