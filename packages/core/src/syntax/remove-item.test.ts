import { expect, test } from "vitest";
import { applyEdits } from "../fix.ts";
import { valueOf } from "./node.ts";
import { removeItem } from "./remove-item.ts";
import { parseSyntax } from "./syntax.ts";

/** What is left of a text once the item at an index of its list `a` is gone. */
function without(text: string, index: number): string | undefined {
  const [root] = parseSyntax(text, text.startsWith("{") ? "json" : "yaml").roots;
  const list = root?.kind === "mapping" ? valueOf(root, "a") : undefined;
  if (list?.kind !== "sequence") throw new Error("no list");
  const edit = removeItem(text, list, index);
  return edit && applyEdits(text, [edit]);
}

test.each<[string, number, string | undefined]>([
  ["a:\n  - 1\n  - 2 # two\n  - 3\nb: 1\n", 1, "a:\n  - 1\n  - 3\nb: 1\n"],
  ["a:\n  - 1\n  - 2", 1, "a:\n  - 1\n"],
  ["a:\r\n- x: 1\r\n  y: 2\r\n# on\r\n- 2\r\n", 0, "a:\r\n# on\r\n- 2\r\n"],
  ["a:\n  - 1\n", 0, "a:\n  []\n"],
  ["a:\n- 1\nb: 1\n", 0, "a:\n []\nb: 1\n"],
  ["a: [1, 2, 3]\n", 0, "a: [2, 3]\n"],
  ["a: [1, 2, 3]\n", 2, "a: [1, 2]\n"],
  ["a: [1]\n", 0, "a: []\n"],
  ['{ "a": [{ "b": 1 }, { "b": 2 }] }', 1, '{ "a": [{ "b": 1 }] }'],
  // A comment right above an item belongs to it.
  [
    "a:\n  # one\n  - 1\n  # two\n  # too\n  - 2\n  # three\n  - 3\n",
    1,
    "a:\n  # one\n  - 1\n  # three\n  - 3\n",
  ],
  ["a:\n  # one\n  - 1\n  # two\n  - 2\n", 0, "a:\n  # two\n  - 2\n"],
  ["# a\r\na:\r\n# one\r\n- 1\r\n# two\r\n- 2\r\n", 1, "# a\r\na:\r\n# one\r\n- 1\r\n"],
  ["a:\n  # one\n  - 1\nb: 1\n", 0, "a:\n  []\nb: 1\n"],
  ["# a\na: # one\n- 1\n- 2\n", 0, "# a\na: # one\n- 2\n"],
  // One after a blank line, at another indentation or of the item before may belong to something else.
  ["a:\n  - 1\n  # two\n\n  - 2\n", 1, "a:\n  - 1\n  # two\n\n"],
  ["a:\n  - 1\n# two\n  - 2\n", 1, "a:\n  - 1\n# two\n"],
  ["a:\n  - 1\n    # two\n  - 2\n", 1, "a:\n  - 1\n    # two\n"],
  ["a:\n - 1 # one\n - 2\n", 1, "a:\n - 1 # one\n"],
  ["a:\n  - |\n    1\n  # two\n  - 2\n", 1, "a:\n  - |\n    1\n"],
  ["a:\n  - x: 1\n    # x\n    y: 2\n  # two\n  - 2\n", 1, "a:\n  - x: 1\n    # x\n    y: 2\n"],
  // A comment between them, another list's item on the same line, an alias: left to a person.
  ["a: [1, # one\n 2]\n", 0, undefined],
  ["a:\n  - - 1\n  - 2\n", 3, undefined],
  ["x: &x 1\na: [*x, 2]\n", 0, undefined],
])("of %j, without item %i, %j is left", (text, index, expected) => {
  expect(without(text, index)).toBe(expected);
});
