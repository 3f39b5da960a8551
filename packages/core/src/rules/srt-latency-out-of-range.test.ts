import { lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { srtLatencyOutOfRange } from "./srt-latency-out-of-range.ts";

checkRule(srtLatencyOutOfRange, {
  valid: [
    // The ends are in.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=1000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=5000\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=1000000\n    latency_unit: us\n    network: cross-region\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n    latency_unit: us\n    network: cross-region\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2\n    latency_unit: s\n    network: public-internet\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=5\n    latency_unit: s\n    network: public-internet\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2.5\n",
    // In range in another unit: that is another rule's.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: us\n",
    // A unit or a network that is filled in later may be any.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=120\n    latency_unit: ${UNIT}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=1500\n    latency_unit: ms\n    network: ${NETWORK}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=${LATENCY}\n",
    // Other rules': nothing, and no number.
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=120ms\n",
    // Gcore's own ingest has a range of its own.
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=400\n    latency_unit: ms\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?latency=8000\n",
    "restreams:\n  - uri: srt://VP-PUSH-ED1-SRT.GVIDEO.CO:5001?latency=0\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?latency=120\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=999
#                                      ^^^ SRT latency is 999 ms, too short for lost packets to be sent again: 1 to 5 s is recommended
    latency_unit: ms
  - uri: srt://h.acme.net:9000?latency=5001
#                                      ^^^^ SRT latency is 5.001 s, and every viewer sees the show that much later: 1 to 5 s is recommended
    latency_unit: ms
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=999999
#                                      ^^^^^^ SRT latency is 999.999 ms, too short for lost packets to be sent again: 1 to 2 s is recommended between regions
    latency_unit: us
    network: cross-region
  - uri: srt://h.acme.net:9000?latency=2001
#                                      ^^^^ SRT latency is 2.001 s, and every viewer sees the show that much later: 1 to 2 s is recommended between regions
    latency_unit: ms
    network: cross-region
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=1999
#                                      ^^^^ SRT latency is 1.999 s, too short for lost packets to be sent again: 2 to 5 s is recommended over the public internet
    latency_unit: ms
    network: public-internet
  - uri: srt://h.acme.net:9000?latency=5.5
#                                      ^^^ SRT latency is 5.5 s, and every viewer sees the show that much later: 2 to 5 s is recommended over the public internet
    latency_unit: s
    network: public-internet
`,
    },
    {
      // Where nobody declares a unit, it is read by its size, and says so.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?latency=120" }] }
#                                                       ^^^ SRT latency is 120 ms, read as milliseconds by its size, too short for lost packets to be sent again: 1 to 5 s is recommended
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=19
#                                      ^^ SRT latency is 19 s, read as seconds by its size, and every viewer sees the show that much later: 1 to 5 s is recommended
  - uri: srt://h.acme.net:9000?latency=20
#                                      ^^ SRT latency is 20 ms, read as milliseconds by its size, too short for lost packets to be sent again: 1 to 5 s is recommended
  - uri: srt://h.acme.net:9000?latency=65535
#                                      ^^^^^ SRT latency is 65.535 s, read as milliseconds by its size, and every viewer sees the show that much later: 1 to 5 s is recommended
  - uri: srt://h.acme.net:9000?latency=65536
#                                      ^^^^^ SRT latency is 65.536 ms, read as microseconds by its size, too short for lost packets to be sent again: 1 to 5 s is recommended
`,
    },
    {
      // 0 is 0 in every unit.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=0
#                                      ^ SRT latency is 0 ms, too short for lost packets to be sent again: 1 to 5 s is recommended
  - uri: srt://h.acme.net:9000?latency=0
#                                      ^ SRT latency is 0 ms, too short for lost packets to be sent again: 1 to 5 s is recommended
    latency_unit: us
`,
    },
    {
      // What SRT's handshake cannot carry is an error: 120 000 modulo 65 536 is 54 464.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=65535
#                                      ^^^^^ SRT latency is 65.535 s, and every viewer sees the show that much later: 1 to 5 s is recommended
    latency_unit: ms
  - uri: srt://h.acme.net:9000?latency=65536
#                                      ^^^^^ error: SRT latency is 65.536 s, but SRT's handshake carries 65 535 ms at most: the target would be told 0 ms
    latency_unit: ms
  - uri: srt://h.acme.net:9000?latency=120
#                                      ^^^ error: SRT latency is 120 s, but SRT's handshake carries 65 535 ms at most: the target would be told 54.464 s
    latency_unit: s
`,
    },
    {
      // FFmpeg drops what is less than a millisecond.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=65535999
#                                      ^^^^^^^^ SRT latency is 65.536 s, read as microseconds by its size, and every viewer sees the show that much later: 1 to 5 s is recommended
  - uri: srt://h.acme.net:9000?latency=65536000
#                                      ^^^^^^^^ error: SRT latency is 65.536 s, read as microseconds by its size, but SRT's handshake carries 65 535 ms at most: the target would be told 0 ms
  - uri: srt://h.acme.net:9000?latency=999999999999999
#                                      ^^^^^^^^^^^^^^^ error: SRT latency is 1 000 000 000 s, read as microseconds by its size, but SRT's handshake carries 65 535 ms at most
`,
    },
  ],
});

test.each([
  [{ min: 200, max: 500 }, "200 to 500 ms"],
  [{ min: 500, max: 1000 }, "500 ms to 1 s"],
  [{ min: 2500, max: 4000 }, "2.5 to 4 s"],
])("says what the settings recommend: %j", (latency, expected) => {
  const document = parseFixture("uri: srt://h.acme.net:9000?latency=1500\nlatency_unit: ms\n");
  const targets = [{ host: "h.acme.net", latency }];
  const [finding] = lint(document, { targets }, [srtLatencyOutOfRange]);
  expect(finding?.message.split(": ")[1]).toBe(`${expected} is recommended by the settings`);
});
