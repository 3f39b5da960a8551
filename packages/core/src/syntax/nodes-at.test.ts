import { expect, test } from "vitest";
import { nodesAt } from "./nodes-at.ts";
import { parseSyntax } from "./syntax.ts";

test.each([
  ["restr<|>eams: []", "restreams: [] > key restreams"],
  ["restreams: [<|>]", "restreams: [] > value of restreams []"],
  ["a: 1<|>", "a: 1 > value of a 1"],
  ["a: {b: [1, <|>22]}", "a: {b: [1, 22]} > value of a {b: [1, 22]} > value of b [1, 22] > 22"],
  ["- a: 1\n- b: <|>2", "- a: 1\n- b: 2 > b: 2 > value of b 2"],
  // An alias stands where it is written, and what it stands for is not looked into there.
  ["a: &x {b: 1}\nc: *<|>x", "a: &x {b: 1} > value of c *x"],
  ["a: &x {b: <|>1}\nc: *x", "a: &x {b: 1} > value of a {b: 1} > value of b 1"],
  [
    "a: &x {b: 1}\nc:\n  <<: *<|>x\n  d: 1",
    "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1 > value of c <<: *x\n  d: 1 > *x",
  ],
  ["a: 1\n\n<|>", ""],
  ["a: 1\n---\nb: 2<|>", "b: 2 > value of b 2"],
])("%s", (fixture, expected) => {
  const offset = fixture.indexOf("<|>");
  const text = fixture.replace("<|>", "");
  const steps = nodesAt(parseSyntax(text, "yaml").roots, offset).map(({ node, entry, isKey }) => {
    const { start, end } = node.alias ?? node.range;
    const written = text.slice(start, end);
    if (!entry) return written;
    return isKey ? `key ${written}` : `value of ${String(entry.key.value)} ${written}`;
  });
  expect(steps.join(" > ")).toBe(expected);
});
