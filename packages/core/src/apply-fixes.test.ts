import { mutated, parseFixture } from "@restream-lint/testkit";
import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { applyFixes } from "./apply-fixes.ts";
import { applyEdits } from "./fix.ts";

/** Everything that `--fix` mends, with comments and blanks around it. */
const YAML = `\
# Studio

restreams: # all
  - name:  A   # first
    stream_id: "20"
    live: true # a status
    active: yes
    uri:   SRT://h.acme.net:9000?mode=LISTENER?latency=2000&amp;pbkeylen=16  # keep

    latency_unit:   ms
  - {uri: "srt://h.acme.net:9000?latency=2000", stream_id: 20, latency_unit: ms, live: false} # second
  # - off
  - uri: 'rtmp://h.acme.net/live/\${KEY} '
    stream_id: 20
`;
const FIXED = `\
# Studio

restreams: # all
  - name:  A   # first
    stream_id: 20
    active: true
    uri:   srt://h.acme.net:9000?mode=caller&latency=2000&pbkeylen=16  # keep

    latency_unit:   ms
  - {uri: "srt://h.acme.net:9000?mode=caller&latency=2000", stream_id: 20, latency_unit: ms} # second
  # - off
  - uri: 'rtmp://h.acme.net/live/\${KEY}'
    stream_id: 20
`;
const JSON_TEXT = `{
  "restreams": [
    { "stream_id": "20", "live": true, "uri": "SRT:\\/\\/h.acme.net:9000?latency=2000\\u0026amp;mode=listener", "latency_unit": "ms" }
  ]
}
`;

describe("applyFixes", () => {
  test("mends what is safe, and leaves all else as it was", () => {
    const { document, applied, edits } = applyFixes(parseFixture(YAML));
    expect(document.text).toBe(FIXED);
    expect(applied).toBeGreaterThan(8);
    expect(applyEdits(YAML, edits)).toBe(FIXED);
    // What stays is in no edit: names, hosts, other comments.
    const replaced = edits.map(({ range }) => YAML.slice(range.start, range.end));
    expect([...replaced, ...edits.map(({ newText }) => newText)].join("\n")).not.toMatch(
      /name|acme|9000|stream_id|keep|first/,
    );
  });

  test("gives its edits in the order of the text, none touching another", () => {
    const check = property(mutated([YAML, JSON_TEXT]), (text) => {
      const { document, edits } = applyFixes(parseFixture(text));
      expect(applyEdits(text, edits)).toBe(document.text);
      for (const [index, { range }] of edits.entries()) {
        expect(range.start).toBeGreaterThan(edits[index - 1]?.range.end ?? -1);
      }
    });
    assert(check);
  });

  test("mends what one rule finds, and leaves what others find", () => {
    const { document, applied } = applyFixes(parseFixture(YAML), {}, { rule: "read-only-field" });
    expect(document.text).toBe(
      YAML.replace("    live: true # a status\n", "").replace(", live: false", ""),
    );
    expect(applied).toBe(2);
  });

  test("a comment that silences another rule is no mistake of the rule about comments", () => {
    const text = `# restream-lint-disable-file missing-field, duplicate-name\nrestreams:\n  - stream_id: 20\n`;
    const { document } = applyFixes(parseFixture(text), {}, { rule: "unused-suppression" });
    expect(document.text).toBe(text.replace(", duplicate-name", ""));
  });

  test("the same in JSON", () => {
    const { document } = applyFixes(parseFixture(JSON_TEXT));
    expect(document.language).toBe("json");
    expect(document.text).toBe(`{
  "restreams": [
    { "stream_id": 20, "uri": "srt:\\/\\/h.acme.net:9000?latency=2000&mode=caller", "latency_unit": "ms" }
  ]
}
`);
  });

  test("10 000 restreams with a fix each take little more than linting", () => {
    const restream =
      "  - stream_id: 20\n    uri: SRT://h.acme.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n";
    const document = parseFixture(`restreams:\n${restream.repeat(10_000)}`);
    const { edits } = applyFixes(document);
    // Of each, three letters.
    expect(edits).toHaveLength(10_000);
    expect(edits.every(({ newText }) => newText === "srt")).toBe(true);
  });

  test("has nothing to do where nothing is to be mended", () => {
    const document = parseFixture(FIXED);
    expect(applyFixes(document)).toEqual({ document, applied: 0, edits: [] });
    expect(applyFixes(document).document).toBe(document);
  });

  test("does not mend what a rule that is off would report", () => {
    const document = parseFixture(
      "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n",
    );
    expect(applyFixes(document, { rules: { "srt-not-caller": "off" } }).applied).toBe(0);
    expect(applyFixes(document, { rules: { "srt-not-caller": "info" } }).applied).toBe(1);
  });

  test("takes a suggestion only when asked, and only where there is no choice", () => {
    const typo = "restreams:\n  - steam_id: 20\n    uri: rtmp://h.acme.net/live/${KEY}\n";
    expect(applyFixes(parseFixture(typo)).applied).toBe(0);
    expect(applyFixes(parseFixture(typo), {}, { unsafe: true }).document.text).toBe(
      typo.replace("steam_id", "stream_id"),
    );
    const choice = "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller\n";
    expect(applyFixes(parseFixture(choice), {}, { unsafe: true }).document.text).toBe(choice);
  });

  test.each([
    // What the latency's notation cannot take leaves its unit, which may be right.
    "  - stream_id: 20\n    uri: >-\n      srt://h.acme.net:9000?mode=caller&latency=2500000\n    latency_unit: ms\n",
    // And the other way round: the unit is one that others share.
    "  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=2500000\n    <<: *ms\n",
    // The number was read by its size.
    "  - stream_id: 20\n    uri: >-\n      srt://h.acme.net:9000?mode=caller&latency=2500\n",
    // No unit is known, and no number says what was meant.
    "  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=\n",
    "  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=abc\n    latency_unit: ms\n",
    "  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=200ms\n    latency_unit: ms\n",
    // It is mistyped, or missing from the list.
    "  - stream_id: &x 3\n    uri: rtmp://h.acme.net/live/${KEY}\n",
    "  - stream_id: 3\n    uri: rtmp://h.acme.net/live/${KEY}\n",
    "  - stream_id: &x 21\n    uri: rtmp://h.acme.net/live/${KEY}\n",
    // The path may be the streamid, though it cannot be moved.
    "  - stream_id: 20\n    uri: srt://h.acme.net:9000/a+b?mode=caller&latency=2000\n    latency_unit: ms\n",
  ])("makes no choice for a person in %j", (restream) => {
    const text = `x-ms: &ms\n  latency_unit: ms\nstreams: [{id: 1}, {id: 20}]\nrestreams:\n${restream}`;
    expect(applyFixes(parseFixture(text), {}, { unsafe: true }).document.text).toBe(text);
  });

  test.each([
    // Renamed, and not given twice: 3 s are what was meant.
    ["latncy=3000000\n    latency_unit: us", "latency=3000000\n    latency_unit: us"],
    ["pbkeylen=16\n    latency_unit: us", "pbkeylen=16&latency=2000000\n    latency_unit: us"],
    ["latency=\n    latency_unit: ms", "latency=2000\n    latency_unit: ms"],
    ["latency=3000ms\n    latency_unit: us", "latency=3000000\n    latency_unit: us"],
  ])("takes the only answer: %j becomes %j", (query, mended) => {
    const textOf = (rest: string): string =>
      `restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&${rest}\n`;
    const document = parseFixture(textOf(query));
    expect(applyFixes(document, {}, { unsafe: true }).document.text).toBe(textOf(mended));
  });

  test("comes to an end on any text, and cares for no line ending and byte order mark", () => {
    const check = property(mutated([YAML, JSON_TEXT, YAML.replaceAll("  - ", "- ")]), (text) => {
      const plain = text.replaceAll(/[\r\ufeff]/g, "");
      const { document } = applyFixes(parseFixture(plain));
      expect(applyFixes(document).applied).toBe(0);
      for (const [from, to] of [
        [/\n/g, "\r\n"],
        [/^/, "\ufeff"],
      ] as const) {
        const { text: fixed } = applyFixes(
          parseFixture(plain.replaceAll(new RegExp(from, "g"), to)),
        ).document;
        expect(fixed).toBe(document.text.replaceAll(new RegExp(from, "g"), to));
      }
    });
    assert(check);
  });
});
