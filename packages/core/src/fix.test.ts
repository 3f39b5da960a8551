import { expect, test } from "vitest";
import { alternatives, applyEdits, aroundKept, suggestion } from "./fix.ts";

const PUSH = { title: "Push", safe: false, edits: [{ range: { start: 0, end: 0 }, newText: "a" }] };

test.each([
  [[], []],
  [[PUSH], [PUSH]],
  [[undefined], [undefined]],
  [
    [PUSH, PUSH],
    [
      { ...PUSH, byHand: true },
      { ...PUSH, byHand: true },
    ],
  ],
  // One that is not possible in this place would still have been an answer.
  [
    [suggestion("Push", undefined), PUSH],
    [undefined, { ...PUSH, byHand: true }],
  ],
])("of %j, leaves to a person what is a choice", (fixes, marked) => {
  expect(alternatives(fixes)).toEqual(marked);
});

test.each([
  ["20", '"20"', ['"', '"']],
  ['"20"', "20", ["", ""]],
  ["' 7'", "7", ["", ""]],
  ["a", "ab", ["b"]],
  ["ba", "a", [""]],
  ["yes", "true", ["true"]],
  ["", "a", ["a"]],
  ["a", "", [""]],
])("of %j, keeps what %j keeps", (old, newText, written) => {
  const text = `x${old}y`;
  const edits = aroundKept(text, { range: { start: 1, end: 1 + old.length }, newText });
  expect(edits.map((it) => it.newText)).toEqual(written);
  expect(applyEdits(text, edits)).toBe(`x${newText}y`);
});
