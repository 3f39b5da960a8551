import { expect, test } from "vitest";
import { parseFixture } from "@restream-lint/testkit";
import { headOf } from "./head.ts";
import { valueOf } from "./node.ts";

test.each([
  ["a: {b: c}\n", "b"],
  ["a:\n  - b\n", "-"],
  ["a: [b]\n", "["],
  ["a: {}\n", "{}"],
  ["a: {\n}\n", "{"],
  ["x: &x {b: c}\na:\n  <<: *x\n", "<<"],
  ["a: b c\n", "b c"],
  ["a: b\n  c\n", "b"],
  ['a: "b"\n', '"b"'],
  ["a: |  \n  b\n", "|"],
  ["a: ~\n", "~"],
])("of %j, %j is marked", (text, expected) => {
  const [root] = parseFixture(text).syntax.roots;
  const node = root?.kind === "mapping" ? valueOf(root, "a") : undefined;
  const { start, end } = node ? headOf(text, node) : { start: 0, end: 0 };
  expect(text.slice(start, end)).toBe(expected);
});
