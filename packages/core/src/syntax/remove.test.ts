import { describe, expect, test } from "vitest";
import { parseFixture } from "@restream-lint/testkit";
import { applyEdits } from "../fix.ts";
import type { MappingNode } from "./node.ts";
import { removeEntry } from "./remove.ts";

describe("removeEntry", () => {
  test.each([
    ["a line", "- a: 1\n  x: 2\n  b: 3\n", "- a: 1\n  b: 3\n"],
    ["a line with a comment", "- a: 1\n  x: 2 # c\n  b: 3\n", "- a: 1\n  b: 3\n"],
    ["the last line", "- a: 1\n  x: 2", "- a: 1\n"],
    [
      "a line that ends as Windows ends it",
      "- a: 1\r\n  x: 2\r\n  b: 3\r\n",
      "- a: 1\r\n  b: 3\r\n",
    ],
    ["a line that ends as old Macs ended it", "- a: 1\r  x: 2\r  b: 3\r", "- a: 1\r  b: 3\r"],
    ["a value of two lines", "- a: 1\n  x: 'b\n    c'\n  d: 4\n", "- a: 1\n  d: 4\n"],
    ["a block at the end", "- a: 1\n  x: |\n    b\n", "- a: 1\n"],
    ["the first line of a text", "x: 1\na: 2\n", "a: 2\n"],
    ["the first line after a byte order mark", "\ufeffx: 1\na: 2\n", "\ufeffa: 2\n"],
    ["the first entry of an item", "  - x: 1\n    a: 2\n", "  - a: 2\n"],
    ["the first entry of an item, before a blank line", "- x: 1\n\n  a: 2\n", "- a: 2\n"],
    ["the first entry of an item on lines of its own", "-\n  x: 1\n  a: 2\n", "-\n  a: 2\n"],
    ["what stands beside a merge", "- <<: {a: 1}\n  x: 1\n", "- <<: {a: 1}\n"],
    ["the first of a flow", "- {x: 1, a: 2}\n", "- {a: 2}\n"],
    ["one of a flow", "- {a: 1, x: 2, b: 3}\n", "- {a: 1, b: 3}\n"],
    ["the last of a flow", "- {a: 1, x: 2 }\n", "- {a: 1 }\n"],
    ["the last of a flow with a comma at its end", "- {a: 1, x: 2, }\n", "- {a: 1, }\n"],
    ["the last after a list", "- {a: [1, 2], x: 3}\n", "- {a: [1, 2]}\n"],
    ["dense JSON", '[{"a":1,"x":2}]', '[{"a":1}]'],
    ["a line of JSON", '[{\n  "a": 1,\n  "x": 2,\n  "b": 3\n}]', '[{\n  "a": 1,\n  "b": 3\n}]'],
    ["the last line of JSON", '[{\n  "a": 1,\n  "x": 2\n}]', '[{\n  "a": 1\n}]'],
    ["the last line of JSONC", '// a\n[{\n  "a": 1,\n  "x": 2,\n}]', '// a\n[{\n  "a": 1,\n}]'],
  ])("deletes %s", (_, text, expected) => {
    expect(removed(text)).toBe(expected);
    expect(itemIn(expected).entries.map(({ key }) => key.value)).not.toContain("x");
  });

  test.each([
    ["all there is", "- x: 1\n"],
    ["all there is on a line", "-\n  x: 1\n"],
    ["all there is between braces", "- {x: 1}\n"],
    ["a list", "- a: 1\n  x: [2]\n"],
    ["a block before another entry", "- a: 1\n  x: |\n    b\n  c: 1\n"],
    ["an alias", "- a: &a 1\n  x: *a\n  b: 2\n"],
    ["an anchored value", "- a: 1\n  x: &a 1\n"],
    ["nothing", "- a: 1\n  x:\n"],
    ["what a comment would go with", "- x: 1 # b\n  a: 2\n"],
    ["what a comment parts from its comma", '// a\n[{"x": 1, /* b */ "a": 2}]'],
    ["what a merge parts from its comma", "- {x: 1, <<: {b: 1}}\n"],
    ["an explicit key", "- ? x\n  : 1\n  a: 2\n"],
    ["what stands behind an anchor", "- &a x: 1\n  a: 2\n"],
  ])("declines %s", (_, text) => {
    expect(removed(text)).toBe(text);
  });
});

/** The text after the entry `x` of its item has gone. */
function removed(text: string): string {
  const item = itemIn(text);
  const index = item.entries.findIndex(({ key }) => key.value === "x");
  expect(index).not.toBe(-1);
  const edit = removeEntry(text, item, index);
  return applyEdits(text, edit ? [edit] : []);
}

/** The root of a text, or the only item in it. */
function itemIn(text: string): MappingNode {
  const [root] = parseFixture(text).syntax.roots;
  return (root?.kind === "sequence" ? root.items[0] : root) as MappingNode;
}
