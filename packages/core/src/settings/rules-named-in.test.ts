import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { rulesNamedIn } from "./rules-named-in.ts";

test.each([
  ["rules: {a: off, b: error}\n", "a b"],
  ["overrides:\n  - files: x\n    rules: {a: off}\n  - rules: {b: off}\n", "a b"],
  ["ignore:\n  - rule: a\n    file: b\n  - path: /c\n  - {rule: d}\n", "a d"],
  ["x: &x {a: off}\nrules: *x\noverrides: [{rules: *x}]\n", "a"],
  // What names no rule, for all that it looks like it.
  ["extends: strict\nx: {rules: {a: off}}\nrule: b\n", ""],
  ["rules: [a]\noverrides: {rules: {b: off}}\nignore: {rule: c}\n", ""],
  ["ignore: [{rule: [a]}, b]\n", ""],
  ["- rules\n", ""],
])("%j names %j", (text, expected) => {
  const { roots } = parseDocument(text).syntax;
  expect(roots.flatMap(rulesNamedIn).map(({ value }) => value)).toEqual(
    expected === "" ? [] : expected.split(" "),
  );
});
