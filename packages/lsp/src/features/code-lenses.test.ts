import { assert, property } from "fast-check";
import { expect, test } from "vitest";
import { anyView } from "../../test/any-view.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import { codeLenses } from "./code-lenses.ts";

/** A text with its lenses in it, between « and », where an editor shows them above the line. */
function lensed(text: string, about?: About, canSubmit = false): string {
  const view = viewOf(text, about);
  let [result, at] = ["", 0];
  for (const { range, command } of codeLenses(view, { canSubmit, outcomes: [] })) {
    const offset = view.converter.offsetAt(range.start);
    result += `${text.slice(at, offset)}«${command?.title}»`;
    at = offset;
  }
  return result + text.slice(at);
}

const RTMP = "uri: rtmp://h.acme.net/live/K";
const SRT = "uri: srt://h.acme.net:9000";

test.each([
  // How many.
  ["«no targets»restreams: []\n"],
  ["«no targets»restreams:\n"],
  ["«no targets»restreams: ~\n"],
  ["«1 target»restreams: [{uri: x}]\n"],
  ["«1 target, 1 inactive»restreams: [{active: false}]\n"],
  ["«3 targets, 2 inactive»restreams:\n  - active: false\n  - active: ${ON}\n  - active: false\n"],
  ['{«2 targets»"restreams": [{}, {\n}]}'],
  // By protocol where there are several.
  [`«2 targets»restreams:\n  - ${RTMP}\n  - ${RTMP}\n`],
  [
    `«4 targets, 1 inactive · 2 RTMP, 1 SRT»restreams:\n  - ${RTMP}\n  - {}\n  - ${SRT}\n    active: false\n  - ${RTMP}\n`,
  ],
  // Bare lists, and what has none.
  ["«2 targets»- stream_id: 7\n  uri: x\n- stream_id: 8\n"],
  ["restream: {uri: x}\n"],
  ["uri: x\nstream_id: 7\n"],
  ["restreams: {}\n"],
  ["restreams: [1, 2]\n"],
  [""],
  // Half typed, broken, by an alias.
  ["«2 targets»restreams:\n  - name: A\n  -\n  - na: 'x\n"],
  ["x: &x [{uri: x}]\n«1 target»restreams: *x\n"],
  // Each document by itself.
  ["«1 target»restreams: [{}]\n---\n«no targets»restreams: []\n---\n"],
  // Streams.
  [
    "streams:\n  - «pushed to 2 targets, 1 inactive»id: 20\n  - {}\n  - «not pushed to any target»{id: 21}\n  - «pushed to 1 target»id: ${S}\n«3 targets, 1 inactive»restreams:\n  - stream_id: 20\n  - {stream_id: '20', active: false}\n  - stream_id: ${S}\n",
  ],
  [
    "streams: [«pushed to 1 target»{id: 1}]\n«1 target»restreams: [{stream_id: 1}]\n---\nstreams: [«not pushed to any target»{id: 1}]\n«no targets»restreams: []\n",
  ],
  [
    "streams: [«pushed to 1 target»{id: 1}, «pushed to 1 target»{id: 1}]\n«1 target»restreams: [stream_id: 1]\n",
  ],
  ["x: &x {id: 1}\nstreams:\n  - «not pushed to any target»*x\n"],
  // One that is being typed is counted all the same.
  ["streams:\n  - «pushed to 1 target»id: 20\n«1 target»restreams:\n  - stream_id: 20\n    ur\n"],
])("%s", (expected) => {
  expect(lensed(expected.replaceAll(/«[^»]*»/g, ""))).toBe(expected);
});

test.each([
  ["x: 1\n«2 targets»«Plan»«Submit…»restreams: [{}, {}]\n"],
  ["«1 target»«Plan»«Submit…»- stream_id: 7\n  uri: x\n"],
  ["«Plan»«Submit…»restream: {uri: x}\n"],
  ["«Plan»«Submit…»uri: x\nstream_id: 7\n"],
  // Once for a text, and not where there is nothing.
  [
    "«no targets»restreams: []\n---\n«1 target»«Plan»«Submit…»restreams: [{}]\n---\n«1 target»restreams: [{}]\n",
  ],
  ["«no targets»restreams: []\n"],
])("offers to submit %s", (expected) => {
  expect(lensed(expected.replaceAll(/«[^»]*»/g, ""), undefined, true)).toBe(expected);
});

test("what can be done names its document", () => {
  const view = viewOf("restreams: [{}]\n", { uri: "file:///shows/tonight.restreams.yaml" });
  const lenses = codeLenses(view, { canSubmit: true, outcomes: [] });
  expect(lenses.map(({ command }) => [command?.command, command?.arguments])).toEqual([
    ["", undefined],
    ["restream-lint.plan", ["file:///shows/tonight.restreams.yaml"]],
    ["restream-lint.submit", ["file:///shows/tonight.restreams.yaml"]],
  ]);
});

test("a settings file has none", () => {
  const text = "restreams: [{}]\n";
  expect(lensed(text, { uri: "file:///shows/.restream-lint.yaml" })).toBe(text);
});

test("any text has lenses that stand in it in its order, are words alone and repeat no secret", () => {
  let count = 0;
  const check = property(anyView, (view) => {
    let last = 0;
    for (const { range, command } of codeLenses(view, { canSubmit: false, outcomes: [] })) {
      count += 1;
      const { start, end } = view.converter.rangeIn(range);
      expect(view.converter.positionAt(start)).toEqual(range.start);
      expect(end).toBe(start);
      expect(start).toBeGreaterThanOrEqual(last);
      last = start;
      expect(command?.command).toBe("");
      // Nothing of the text.
      expect(command?.title).toMatch(
        /^(?:not pushed to any target|(?:pushed to )?(?:no|\d+) targets?(?:, \d+ inactive)?(?: · (?:(?:, )?\d+ (?:RTMPS?|SRT))+)?)$/,
      );
    }
  });
  assert(check);
  expect(count).toBeGreaterThan(0);
});
