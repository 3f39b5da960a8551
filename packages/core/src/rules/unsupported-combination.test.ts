import { checkRule } from "@restream-lint/testkit";
import { unsupportedCombination } from "./unsupported-combination.ts";

checkRule(unsupportedCombination, {
  valid: [
    // What is not known cannot be wrong.
    "restreams:\n  - stream_id: 20\n    uri: rtmps://h.acme.net/live/x\n",
    "streams:\n  - id: 21\n    protocol: rtmp\nrestreams:\n  - stream_id: 20\n    uri: rtmps://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 20\n    source_protocol: ${PROTOCOL}\n    uri: rtmps://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 20\n    source_protocol: rtmp\n    uri: ${SCHEME}://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 20\n    source_protocol: rtmp\n    uri: ${URI}\n",
    // Other rules have said what is wrong with these.
    "restreams:\n  - stream_id: 20\n    source_protocol: rtmp\n    uri: https://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 20\n    source_protocol: webrtc\n    uri: rtmps://h.acme.net/live/x\n",
    // The restream's own word wins over its stream's.
    "streams:\n  - id: 20\n    protocol: srt\nrestreams:\n  - stream_id: 20\n    source_protocol: rtmps\n    uri: rtmps://h.acme.net/live/x\n",
  ],
  invalid: [
    {
      code: `\
streams:
  - id: 20
    protocol: rtmps
restreams:
  - stream_id: 20
    uri: srt://h.acme.net:9000?mode=caller&latency=2000
#        ^^^ Gcore does not list RTMPS → SRT as supported: an RTMPS source reaches RTMPS targets only, and an SRT target needs an RTMP or SRT source
`,
    },
    {
      // An inactive restream is checked like others; the scheme is read whatever its case.
      code: `\
restreams:
  - stream_id: 20
    active: false
    source_protocol: srt
    uri: RTMPS://h.acme.net/live/x
#        ^^^^^ Gcore does not list SRT → RTMPS as supported: an SRT source reaches RTMP or SRT targets only, and an RTMPS target needs an RTMPS source
`,
    },
    {
      code: `\
{ "restream": { "stream_id": 20, "source_protocol": "rtmps", "uri": "rtmp://h.acme.net/live/x" } }
#                                                                    ^^^^ Gcore does not list RTMPS → RTMP as supported: an RTMPS source reaches RTMPS targets only, and an RTMP target needs an RTMP or SRT source
`,
    },
    {
      // The same placeholder names the same stream.
      code: `\
streams:
  - id: \${ID}
    protocol: rtmp
restreams:
  - stream_id: \${ID}
    uri: rtmps://h.acme.net/live/x
#        ^^^^^ Gcore does not list RTMP → RTMPS as supported: an RTMP source reaches RTMP or SRT targets only, and an RTMPS target needs an RTMPS source
`,
    },
    {
      // The anchor's URI may be right for others: what is wrong is to use it here.
      code: `\
x-uri: &uri rtmps://h.acme.net/live/x
x-base: &base {uri: 'rtmps://h.acme.net/live/y'}
restreams:
  - {stream_id: 20, source_protocol: rtmps, uri: *uri}
  - {stream_id: 20, source_protocol: rtmp, uri: *uri}
#                                               ^^^^ Gcore does not list RTMP → RTMPS as supported: an RTMP source reaches RTMP or SRT targets only, and an RTMPS target needs an RTMPS source
  - <<: *base
#       ^^^^^ Gcore does not list SRT → RTMPS as supported: an SRT source reaches RTMP or SRT targets only, and an RTMPS target needs an RTMPS source
    stream_id: 20
    source_protocol: srt
  - &a {stream_id: 21, source_protocol: rtmps, uri: 'rtmp://h.acme.net/live/z'}
#                                                    ^^^^ Gcore does not list RTMPS → RTMP as supported: an RTMPS source reaches RTMPS targets only, and an RTMP target needs an RTMP or SRT source
`,
    },
  ],
});
