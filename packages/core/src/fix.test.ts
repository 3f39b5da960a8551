import { expect, test } from "vitest";
import { applyEdits, aroundKept } from "./fix.ts";

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
