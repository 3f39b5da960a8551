import { checkRule } from "@restream-lint/testkit";
import { unknownRule } from "./unknown-rule.ts";

checkRule(unknownRule, {
  valid: [
    `\
# restream-lint-disable-file
# restream-lint-disable srt-not-caller,unusual-port -- no rule of ours: no-such-rule
# restream-lint-enable unusual-port srt-not-caller
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY} # restream-lint-disable-line unknown-rule
`,
    // No comments.
    `\
restreams:
  - stream_id: 20
    name: "# restream-lint-disable-line no-such-rule"
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
    x-note: |
      # restream-lint-disable-line no-such-rule
`,
    // What is no directive names no rules.
    "# restream-lint-disable-lines no-such-rule\nrestreams: []\n",
    "# restream-lint knows no-such-rule\nrestreams: []\n",
    '{ "restreams": [] } // restream-lint-disable-file -- no such rule\n',
  ],
  invalid: [
    {
      code: `\
restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000 # restream-lint-disable-line srt-undeclared-latency, no-such-rule -- asked
#                                                                                             ^^^^^^^^^^^^^^^^^^^^^^ There is no such rule, so this suppresses nothing: did you mean "srt-undeclared-latency-unit"?
#                                                                                                                     ^^^^^^^^^^^^ There is no such rule, so this suppresses nothing: \`restream-lint rules\` lists all
`,
      suggested: {
        'Write "srt-undeclared-latency-unit"': `\
restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000 # restream-lint-disable-line srt-undeclared-latency-unit, no-such-rule -- asked
`,
      },
    },
    {
      // A reason that nothing sets off.
      code: `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-undeclared-latency-unit we asked them
#                                                                 ^^^^^^^^^^^^^ There is no such rule, so this suppresses nothing: a reason stands after " -- "
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
`,
    },
    {
      code: `\
// restream-lint-disable-file all
#                             ^^^ There is no such rule, so this suppresses nothing: to suppress all, name none
/*
 * restream-lint-disable SRT_UNDECLARED_LATENCY_UNIT,
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no such rule, so this suppresses nothing: did you mean "srt-undeclared-latency-unit"?
 *   unusual-port
 */
[{ "stream_id": 20, "uri": "srt://ingest.studio-b.net:9000?mode=caller&latency=2000" }]
`,
      suggested: {
        'Write "srt-undeclared-latency-unit"': `\
// restream-lint-disable-file all
/*
 * restream-lint-disable srt-undeclared-latency-unit,
 *   unusual-port
 */
[{ "stream_id": 20, "uri": "srt://ingest.studio-b.net:9000?mode=caller&latency=2000" }]
`,
      },
    },
  ],
});
