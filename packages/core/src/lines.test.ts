import { assert, constantFrom, nat, property, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { editedLineStarts, lineStartsOf } from "./lines.ts";

test("an edit moves line starts to where they would be found", () => {
  const text = string({ unit: constantFrom("a", "b", "\n", "\r", "\r\n"), maxLength: 30 });
  assert(
    property(text, text, tuple(nat(), nat()), (before, newText, ends) => {
      const [start = 0, end = 0] = ends
        .map((it) => it % (before.length + 1))
        .toSorted((a, b) => a - b);
      const edit = { range: { start, end }, newText };
      const after = before.slice(0, start) + newText + before.slice(end);
      expect(editedLineStarts(lineStartsOf(before), edit, after)).toEqual(lineStartsOf(after));
    }),
  );
});
