import { expect, test } from "vitest";
import { applyEdits } from "../fix.ts";
import { removeComment } from "./remove-comment.ts";

test.each([
  ["a: 1\n  # x\nb: 2\n", "a: 1\nb: 2\n"],
  ["a: 1\r\n\t# x \t\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"],
  ["a: 1\r# x\rb: 2\r", "a: 1\rb: 2\r"],
  ["a: 1 \t# x\nb: 2\n", "a: 1\nb: 2\n"],
  ["a: 1 # x", "a: 1"],
  ["a: 1\n# x", "a: 1\n"],
  ["# x", ""],
  ["\ufeff# x\na: 1\n", "\ufeffa: 1\n"],
  ["- # x\n  a: 1\n", "-\n  a: 1\n"],
  ["  /* x */ [1]\n", "  [1]\n"],
  ["[ /* x */ 1]\n", "[ 1]\n"],
  ["[1, /* x */\n2]\n", "[1,\n2]\n"],
  ["[\n /* x\n  */\n1]\n", "[\n1]\n"],
])("%j becomes %j", (text, expected) => {
  const comment = /#.*?(?=[ \t]*(?:[\r\n]|$))|\/\*[^]*\*\//.exec(text);
  const [found = "", start = 0] = [comment?.[0], comment?.index];
  const edit = removeComment(text, { start, end: start + found.length });
  expect(applyEdits(text, [edit])).toBe(expected);
});
