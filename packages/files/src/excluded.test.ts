import { expect, test } from "vitest";
import { isExcluded } from "./excluded.ts";

test.each([
  ["node_modules/a.yaml", true],
  ["./a/node_modules/b/c.yaml", true],
  ["/a/.git/b.yaml", true],
  [String.raw`a\.git\b.yaml`, true],
  ["node_modules", false],
  ["a/.git", false],
  ["my_node_modules/a.yaml", false],
  [".github/a.yaml", false],
  ["-", false],
])("%s is excluded: %s", (path, expected) => {
  expect(isExcluded(path)).toBe(expected);
});
