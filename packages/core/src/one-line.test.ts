import { expect, test } from "vitest";
import { oneLine } from "./one-line.ts";

test.each([
  ["YouTube", "YouTube"],
  ["  a\r\n\tb\0c\u2028", "a b c"],
  ["a\u202eb\u200bc\ufeff", "abc"],
  ["\u200d \u200c", ""],
  ["\ud800x", "x"],
  ["👩‍💻", "👩‍💻"],
  ["x".repeat(60), "x".repeat(60)],
  ["x".repeat(61), `${"x".repeat(59)}…`],
  // By characters, not by the halves of them.
  ["😀".repeat(60), "😀".repeat(60)],
  ["😀".repeat(61), `${"😀".repeat(59)}…`],
])("%j is shown as %j", (text, expected) => {
  expect(oneLine(text)).toBe(expected);
});

test("a list with more room shows more", () => {
  expect(oneLine("x".repeat(100), 100)).toBe("x".repeat(100));
  expect(oneLine("x".repeat(101), 100)).toBe(`${"x".repeat(99)}…`);
});
