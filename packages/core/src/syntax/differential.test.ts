import { assert, property, readConfigureGlobal } from "fast-check";
import { mutated } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { scanBlock } from "./scanner.ts";
import { sourceOf } from "./source.ts";
import { parseSyntax } from "./syntax.ts";
import { parseWholeUris } from "./whole-uris.ts";
import { parseYaml } from "./yaml.ts";

/** What people write, and what cannot be cut or scanned. */
const TEXTS = [
  `# Studio
streams:
  - id: 20
    protocol: rtmp

restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${KEY}
    active: true # for now
  # - name: off
  - name: 'Studio ''B'''
    stream_id: 20
    uri: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000000"
    latency_unit: us
`,
  `restreams:
- name: A
  x-tags:
  - one
  - two
  stream_id: 7

-   name: B
    live:
    uri: >-
      rtmp://h.acme.net/live/k
`,
  `---
- uri: srt://h.acme.net:9000?streamid=#!::r=a,m=publish
  stream_id: 1
- uri: rtmp://h.acme.net/live/k
  stream_id: 2
`,
  `x-base: &base
  stream_id: 20
restreams:
  - <<: *base
    uri: rtmp://h.acme.net/live/k
  - {uri: rtmp://h.acme.net/live/l, stream_id: 2}
`,
  `restream:
  uri: rtmp://h.acme.net/live/k
  stream_id: 3
`,
  `restreams:\r\n  - name: A\r\n    stream_id: 1\r\n\r\n  - name: B\r\n    stream_id: 2\r\nstreams:\r\n  - id: 1\r\n`,
  `# Many notations
restreams: # all of them

  - name: on two
      lines
    uri: "srt://h.acme.net:9000\\
      ?mode=caller"

  # a comment
  - x-note: |

      *bold*
       deeper

    stream_id: 0x14 # hex
    x-list: [a, 'b', "c"]
  -
    stream_id: 3
  - 'it''s'
  - x-map: { a: 1,
      b: 2 }
x-last: >+
  folded

  - text
`,
  `a:
  b:
    - c: 1
      d: [1, 2]
    - e
restreams:
    - uri: x
x-after:
  - y
`,
  `restreams:
  - {uri: srt://h.acme.net:1?streamid=#!::r=a,m=publish, stream_id: 1}
  - {stream_id: 2, uri: "rtmp://h.acme.net/live/\${KEY}"}
  - uri: srt://h.acme.net:1?streamid= #!::r=a,m=publish
  - {uri: rtmp://h.acme.net/live/k,l}
x-after:
  - {uri: rtmp://h.acme.net/live/k,l}
`,
];

/** Each example costs two parses: ten times the usual number stays under a second. */
const numRuns = 10 * (readConfigureGlobal().numRuns ?? 100);

describe("the fast paths", () => {
  test("scan what the full parser would say, or decline", () => {
    const check = property(mutated(TEXTS), (text) => {
      const range = { start: 0, end: text.length };
      const scanned = scanBlock(text, range);
      if (scanned) expect({ roots: [scanned], faults: [] }).toEqual(parseYaml(text, range));
    });
    assert(check, { numRuns });
  });

  test("cut into items what is then the same tree", () => {
    const check = property(mutated(TEXTS), (text) => {
      const source = sourceOf(text);
      const whole = parseWholeUris(source.text, { start: 0, end: text.length });
      if (source.faults.length > 0 || whole.faults.length > 0 || whole.roots.length > 1) return;
      expect(parseSyntax(text, "yaml")).toEqual(whole);
    });
    assert(check, { numRuns });
  });
});
