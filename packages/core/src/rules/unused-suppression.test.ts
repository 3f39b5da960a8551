import { checkRule } from "@restream-lint/testkit";
import { unusedSuppression } from "./unused-suppression.ts";

const RIGHT = "srt://ingest.studio-b.net:9000?mode=caller&latency=2000";
const WRONG = "srt://ingest.studio-b.net:9000?mode=listener&latency=2000";
const NOTHING = "This comment has no effect: there is nothing to suppress";

checkRule(unusedSuppression, {
  valid: [
    // Each suppresses something.
    `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller -- asked
    uri: ${WRONG}
    latency_unit: ms
  - stream_id: 20
    uri: ${WRONG} #restream-lint-disable-line
    latency_unit: ms
# restream-lint-disable srt-not-caller
  - stream_id: 20
    uri: ${WRONG}
    latency_unit: ms
# restream-lint-enable
`,
    // For all that there is a finding of another kind too: the one comment does not make the other useless.
    `\
# restream-lint-disable-file srt-not-caller
restreams:
  - stream_id: 20
    uri: ${WRONG} # restream-lint-disable-line
    latency_unit: ms
`,
    // What only speaks of it.
    `\
# restream-lint checks this file
# restream-lint disables nothing here
# restream-lint enable it in CI some day
# restream-lint-all is the hook
# A restream-lint-disable-line would do
restreams:
#  - uri: x # restream-lint-disable-line srt-not-caller
  # # restream-lint-disable-next-line srt-not-caller
  - stream_id: 20
    name: "# restream-lint-disable-line srt-not-caller"
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
    x-note: >-
      # restream-lint-disable-file srt-not-caller
`,
    // What cannot be read proves nothing: neither a text, nor a URI.
    `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller
    uri: ${RIGHT}
    name: "open
`,
    `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller
    uri: srtt://ingest.studio-b.net:9000?mode=listener
`,
    // Of a rule that sums up, each place counts.
    `\
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/k17a-13s8-9c2d-m4xq
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/r55b-77t1-2w9e-p0zn # restream-lint-disable-line hard-coded-secret
`,
    // Other rules may find it in other documents; one that is unknown is another rule's.
    `\
# restream-lint-disable-file duplicate-target, no-such-rule
restreams: []
`,
    // Plain JSON has no comments.
    '{ "restreams": [] } // restream-lint-disable-file',
  ],
  invalid: [
    {
      code: `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller -- asked
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
    uri: ${RIGHT}
    latency_unit: ms
    name: Studio B   # restream-lint-disable-line
#                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
`,
      fixed: `\
restreams:
  - stream_id: 20
    uri: ${RIGHT}
    latency_unit: ms
    name: Studio B
`,
    },
    {
      // The line that is meant is another one; what stands on a line of its own reaches nothing.
      code: `\
restreams:
  - stream_id: 20
    uri: ${WRONG} # restream-lint-disable-next-line srt-not-caller
#                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
    # restream-lint-disable-line srt-not-caller
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
    latency_unit: ms
# restream-lint-disable-next-line
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment has no effect: no line follows`,
      fixed: `\
restreams:
  - stream_id: 20
    uri: ${WRONG}
    latency_unit: ms
`,
    },
    {
      // Names, wherever they stand in the list; a second time, for the same line, is once too often.
      code: `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line unusual-port, srt-missing-mode , srt-not-caller,srt-missing-port,  invalid-port -- asked
#                                     ^^^^^^^^^^^^ "unusual-port" has no effect here: there is nothing to suppress
#                                                   ^^^^^^^^^^^^^^^^ "srt-missing-mode" has no effect here: there is nothing to suppress
#                                                                                     ^^^^^^^^^^^^^^^^ "srt-missing-port" has no effect here: there is nothing to suppress
#                                                                                                        ^^^^^^^^^^^^ "invalid-port" has no effect here: there is nothing to suppress
    # restream-lint-disable-next-line srt-not-caller
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
    uri: ${WRONG}
    latency_unit: ms
`,
      fixed: `\
restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller -- asked
    uri: ${WRONG}
    latency_unit: ms
`,
    },
    {
      // Blocks: what ends nothing, and what nothing of it needs.
      code: `\
# restream-lint-enable
^^^^^^^^^^^^^^^^^^^^^^ This comment has no effect: nothing is disabled here
# restream-lint-disable srt-not-caller, unusual-port
#                                       ^^^^^^^^^^^^ "unusual-port" has no effect here: there is nothing to suppress
restreams:
  - stream_id: 20
    uri: ${WRONG}
    latency_unit: ms
# restream-lint-enable srt-not-caller, invalid-port
#                                      ^^^^^^^^^^^^ "invalid-port" has no effect here: nothing is disabled here
`,
      fixed: `\
# restream-lint-disable srt-not-caller
restreams:
  - stream_id: 20
    uri: ${WRONG}
    latency_unit: ms
# restream-lint-enable srt-not-caller
`,
    },
    {
      // Only the settings silence what is said of suppressions.
      code: `\
# restream-lint-disable-file unused-suppression, unknown-rule
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
restreams: []
`,
      fixed: "restreams: []\n",
    },
    {
      code: `\
restreams:
  # restream-lint-disable-nextline srt-not-caller
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment has no effect: did you mean "restream-lint-disable-next-line"?
  - {stream_id: 20, uri: "${WRONG}", latency_unit: ms}
  - stream_id: 20
    uri: ${WRONG} # restream-lint: ignore-file srt-not-caller
#                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment has no effect: did you mean "restream-lint-disable-file"?
    latency_unit: ms
  - stream_id: 20
    uri: ${WRONG} # restream-lint disable_line srt-not-caller
#                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ This comment has no effect: did you mean "restream-lint-disable-line"?
    latency_unit: ms
`,
      suggested: {
        'Write "restream-lint-disable-file"': `\
restreams:
  # restream-lint-disable-nextline srt-not-caller
  - {stream_id: 20, uri: "${WRONG}", latency_unit: ms}
  - stream_id: 20
    uri: ${WRONG} # restream-lint-disable-file srt-not-caller
    latency_unit: ms
  - stream_id: 20
    uri: ${WRONG} # restream-lint disable_line srt-not-caller
    latency_unit: ms
`,
        'Write "restream-lint-disable-next-line"': `\
restreams:
  # restream-lint-disable-next-line srt-not-caller
  - {stream_id: 20, uri: "${WRONG}", latency_unit: ms}
  - stream_id: 20
    uri: ${WRONG} # restream-lint: ignore-file srt-not-caller
    latency_unit: ms
  - stream_id: 20
    uri: ${WRONG} # restream-lint disable_line srt-not-caller
    latency_unit: ms
`,
        'Write "restream-lint-disable-line"': `\
restreams:
  # restream-lint-disable-nextline srt-not-caller
  - {stream_id: 20, uri: "${WRONG}", latency_unit: ms}
  - stream_id: 20
    uri: ${WRONG} # restream-lint: ignore-file srt-not-caller
    latency_unit: ms
  - stream_id: 20
    uri: ${WRONG} # restream-lint-disable-line srt-not-caller
    latency_unit: ms
`,
      },
    },
    {
      // JSONC: alone on its lines, before something, after something.
      code: `\
// JSONC
{
  /* restream-lint-disable-file unusual-port,
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
     srt-not-caller */
  "streams": [], /* restream-lint-disable-line */ "x-a": 1, // restream-lint-disable-line
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
#                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
  /* restream-lint-disable-line */ "restreams": []
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${NOTHING}
}
`,
      fixed: `\
// JSONC
{
  "streams": [], "x-a": 1,
  "restreams": []
}
`,
    },
  ],
});
