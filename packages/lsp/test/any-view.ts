import { mutated } from "@restream-lint/testkit";
import { type Arbitrary, boolean, constantFrom, nat, record } from "fast-check";
import type { View } from "../src/view.ts";
import { EXAMPLE_TEXTS } from "./example-texts.ts";
import { viewOf } from "./view-of.ts";

/** What the examples have little of: aliases, brackets, comments, block scalars, several documents. */
const TEXTS = [
  `# a
# b
x-all: &all
  - &one { name: "One", stream_id: 20, uri: "rtmp://a.acme.net/live/\${KEY}" }
  - # c
    # d
    name: |
      # e
      # f
    <<: *one
restreams: *all
---
restreams: [*one, { uri: srt://b.acme.net:9000?mode=caller&latency=2000, active: false }]
--- # two
- stream_id: 7
  uri: 'rtmps://c.acme.net/live/it''s'
`,
  `{ // a
  // b
  "streams": [ { "id": 20 },
    { "id": 21 } ], /* c
  d */
  "restreams": [
    {
      "stream_id": 20,
      "uri": "srt:\\/\\/a.acme.net:9000?mode=caller"
    }, {
      "stream_id": 21
    }]
}`,
  "extends: strict\ntargets:\n  - host: '*.acme.net'\n    latencyUnit: ms\n",
];

/** Views of texts that a person is about to change, or has not typed to the end. */
export const anyView: Arbitrary<View> = record({
  text: mutated([...TEXTS, ...EXAMPLE_TEXTS.map((it) => it.text)]),
  isWhole: boolean(),
  end: nat({ max: 0x7fffffff }),
  uri: constantFrom("restreams.yaml", undefined, "restreams.jsonc", ".restream-lint.yaml"),
}).map(({ text, isWhole, end, uri }) =>
  viewOf(isWhole ? text : text.slice(0, end % (text.length + 1)), {
    ...(uri !== undefined && { uri: `file:///shows/${uri}` }),
  }),
);
