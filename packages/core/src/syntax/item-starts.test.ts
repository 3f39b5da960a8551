import { expect, test } from "vitest";
import { itemStartsIn } from "./item-starts.ts";
import { parseSyntax } from "./syntax.ts";

test.each([
  ["<|>- a: 1\n  b: 2\n<|>- c\n"],
  // What may stand between a dash and its item.
  ["  <|>- 1\n  <|>- &x\n    a: 1\n  <|>- # - no\n    # - no\n    a: 1\n  <|>- *x\n  <|>-\n  <|>-"],
  ["<|>- - 1\n  - 2\n<|>- |\n  - no\n\n<|>- 3"],
  ["[<|>1,\n <|>{a: 1},\n <|>- 2]"],
])("%s", (fixture) => {
  const [first = "", ...rest] = fixture.split("<|>");
  let at = first.length;
  const expected = rest.map((piece) => {
    at += piece.length;
    return at - piece.length;
  });
  const [root] = parseSyntax([first, ...rest].join(""), "yaml").roots;
  if (root?.kind !== "sequence") throw new Error("the fixture is no list");
  expect(itemStartsIn([first, ...rest].join(""), root)).toEqual(expected);
});
