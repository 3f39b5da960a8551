import { checkRule, parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { lint } from "../lint.ts";
import { lintAcross } from "../lint-across.ts";
import { duplicateTarget } from "./duplicate-target.ts";

const MESSAGE =
  "Another active restream pushes to the same target: the target refuses one of them, or throws it out";

checkRule(duplicateTarget, {
  valid: [
    "restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/a\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/b\n",
    // Off is off, and so is what a placeholder may switch off.
    "restreams:\n  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/a'}\n  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/a', active: false}\n",
    "restreams:\n  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/a'}\n  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/a', active: '${ON}'}\n",
    // Other rules say what is missing of these.
    "restreams:\n  - uri: rtmp://h.acme.net/live/\n  - uri: rtmp://h.acme.net/live/\n",
    "restreams:\n  - uri: srt://h.acme.net\n  - uri: srt://h.acme.net\n",
    "restreams:\n  - uri: https://h.acme.net/a.m3u8\n  - uri: https://h.acme.net/a.m3u8\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/xxxx-xxxx-xxxx\n  - uri: rtmp://h.acme.net/live/xxxx-xxxx-xxxx\n",
    "restreams:\n  - uri:\n  - uri:\n",
    "restreams:\n  - uri: !ref a\n  - uri: !ref a\n",
  ],
  invalid: [
    {
      // At the second and each later one, whatever the notation and the stream.
      code: `\
restreams:
  - stream_id: 20
    uri: rtmp://h.acme.net/live/\${KEY}
  - stream_id: 21
    uri: "rtmp:\\/\\/H.ACME.net:1935/live/\${KEY}"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
  - stream_id: 21
    uri: >-
#        ^^ ${MESSAGE}
      rtmp://h.acme.net/live/\${KEY}
`,
    },
    {
      code: `\
[
  { "stream_id": 20, "uri": "srt://h.acme.net:9000?mode=caller" },
  { "stream_id": 20, "uri": "srt://h.acme.net:9000?mode=caller&latency=2000" }
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${MESSAGE}
]
`,
    },
    {
      // In all documents of a text.
      code: `\
- stream_id: 20
  uri: \${URI}
---
stream_id: 20
uri: \${URI}
#    ^^^^^^ ${MESSAGE}
`,
    },
    {
      // At what the restream itself says, not at the anchor, which one may use.
      code: `\
x-uri: &uri rtmp://h.acme.net/live/a
x-base: &base {stream_id: 20, uri: 'rtmp://h.acme.net/live/b'}
restreams:
  - {stream_id: 20, uri: *uri}
  - {stream_id: 20, uri: *uri}
#                        ^^^^ ${MESSAGE}
  - <<: *base
  - <<: *base
#       ^^^^^ ${MESSAGE}
  - *base
#   ^^^^^ ${MESSAGE}
`,
    },
  ],
});

test("names the first one, and the anchor", () => {
  const text = `\
x-base: &base {stream_id: 20, uri: 'rtmp://h.acme.net/live/b'}
restreams:
  - <<: *base
  - *base
`;
  const [diagnostic] = lint(parseFixture(text), {}, [duplicateTarget]);
  const places = diagnostic?.related.map(({ range, message }) => [
    message,
    range.start,
    text.slice(range.start, range.end),
  ]);
  expect(places).toEqual([
    ["The first one is here", text.indexOf("*base"), "*base"],
    ["The anchor that it stands for is here", text.indexOf("'rtmp"), "'rtmp://h.acme.net/live/b'"],
  ]);
});

describe("across files", () => {
  const first = parseFixture("restreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/a\n");
  const second = parseFixture(
    "restreams:\n  - uri: rtmp://h.acme.net/live/b\n  - uri: rtmp://H.acme.net/live/a\n  - uri: rtmp://h.acme.net/live/a\n",
  );
  const across = (...documents: (typeof first)[]) =>
    lintAcross(
      documents.map((document) => ({ document })),
      [duplicateTarget],
    );

  test("warns once a file, at the first of it, and names the other file's", () => {
    const found = across(first, second);
    expect(found).toHaveLength(1);
    const [{ document, severity, range, path, related, message } = {}] = found;
    expect(message).toBe(
      "A restream in another file pushes to the same target: with both on air, the target refuses one or throws it out",
    );
    expect([document, severity, path]).toEqual([second, "warning", "/restreams/1/uri"]);
    expect(second.text.slice(range?.start, range?.end)).toBe("rtmp://H.acme.net/live/a");
    expect(related).toHaveLength(1);
    expect(related?.[0]?.document).toBe(first);
    expect(first.text.slice(related?.[0]?.range.start, related?.[0]?.range.end)).toBe(
      "rtmp://h.acme.net/live/a",
    );
  });

  test("names the first file in each of the others", () => {
    const third = parseFixture("stream_id: 1\nuri: rtmp://h.acme.net/live/a\n");
    const found = across(first, second, third);
    expect(found.map(({ document, related }) => [document, related[0]?.document])).toEqual([
      [second, first],
      [third, first],
    ]);
  });

  test("accepts what is off in either, and what differs", () => {
    const off = parseFixture("stream_id: 1\nuri: rtmp://h.acme.net/live/a\nactive: false\n");
    const other = parseFixture("stream_id: 1\nuri: rtmp://h.acme.net/live/c\n");
    expect(across(first, off, other)).toEqual([]);
    expect(across(off, first, other)).toEqual([]);
  });

  test("leaves what repeats in one file alone to that file", () => {
    const other = parseFixture("stream_id: 1\nuri: rtmp://h.acme.net/live/c\n");
    const twice = parseFixture("- uri: ${URI}\n  stream_id: 1\n- uri: ${URI}\n  stream_id: 1\n");
    expect(lint(twice, {}, [duplicateTarget])).toHaveLength(1);
    expect(across(twice, other)).toEqual([]);
  });
});
