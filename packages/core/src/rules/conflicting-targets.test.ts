import { checkRule } from "@restream-lint/testkit";
import { conflictingTargets } from "./conflicting-targets.ts";

checkRule(conflictingTargets, {
  valid: [
    // RTMP or SRT reaches both.
    "restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    uri: srt://h.acme.net:9000\n",
    "restreams:\n  - stream_id: 1\n    uri: rtmps://h.acme.net/live/x\n  - stream_id: 1\n    uri: rtmps://i.acme.net/live/x\n",
    // Placeholders are equal only if they are written alike.
    "restreams:\n  - stream_id: ${A}\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: ${B}\n    uri: rtmps://h.acme.net/live/x\n",
    // What is not known cannot be in conflict.
    "restreams:\n  - uri: rtmp://h.acme.net/live/x\n  - uri: rtmps://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    uri: ${SCHEME}://h.acme.net/live/x\n",
    // A declared source makes it another rule's.
    "streams:\n  - id: 1\n    protocol: rtmp\nrestreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    uri: rtmps://h.acme.net/live/x\n",
    "restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    source_protocol: srt\n    uri: rtmps://h.acme.net/live/x\n",
    // So does a source that its stream contradicts.
    "streams:\n  - id: 1\n    protocol: rtmp\nrestreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    source_protocol: rtmps\n    uri: rtmps://h.acme.net/live/x\n",
    // A source that is declared for one of them may be that of all.
    "restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    source_protocol: srt\n    uri: srt://h.acme.net:9000\n",
    // Off is off.
    "restreams:\n  - stream_id: 1\n    active: false\n    uri: rtmp://h.acme.net/live/x\n  - stream_id: 1\n    uri: rtmps://h.acme.net/live/x\n",
  ],
  invalid: [
    {
      // Once a stream, at the first target that leaves nothing possible.
      code: `\
restreams:
  - stream_id: 1
    uri: rtmp://h.acme.net/live/x
  - stream_id: 2
    uri: rtmps://h.acme.net/live/x
  - stream_id: 1
    uri: srt://h.acme.net:9000
  - stream_id: 1
    uri: rtmps://h.acme.net/live/y
#        ^^^^^ No source protocol reaches this RTMPS target and the RTMP or SRT target of the same stream: some of them stay off air
  - stream_id: 1
    uri: rtmps://h.acme.net/live/z
`,
    },
    {
      // Across the documents of a text, and with equal placeholders.
      code: `\
- stream_id: \${ID}
  uri: rtmps://h.acme.net/live/x
---
- stream_id: \${ID}
  uri: srt://h.acme.net:9000
#      ^^^ No source protocol reaches this SRT target and the RTMPS target of the same stream: some of them stay off air
`,
    },
    {
      // Each can be reached, but a stream has one source, whatever is declared.
      code: `\
restreams:
  - stream_id: 1
    uri: rtmp://h.acme.net/live/x
  - stream_id: 1
    source_protocol: rtmps
    uri: rtmps://h.acme.net/live/x
#        ^^^^^ No source protocol reaches this RTMPS target and the RTMP target of the same stream: some of them stay off air
  - stream_id: 2
    source_protocol: srt
    uri: srt://h.acme.net:9000
  - stream_id: 2
    source_protocol: rtmps
    uri: rtmps://h.acme.net/live/y
#        ^^^^^ No source protocol reaches this RTMPS target and the SRT target of the same stream: some of them stay off air
`,
    },
    {
      // The anchor's URI may be right for others: what is wrong is to use it here.
      code: `\
x-base: &base {stream_id: 1, uri: 'rtmps://h.acme.net/live/x'}
restreams:
  - stream_id: 1
    uri: rtmp://h.acme.net/live/x
  - <<: *base
#       ^^^^^ No source protocol reaches this RTMPS target and the RTMP target of the same stream: some of them stay off air
`,
    },
  ],
});
