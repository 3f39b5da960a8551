import { expect, test } from "vitest";
import { isWithin } from "./folders.ts";

test.each([
  ["file:///w/a.yaml", true],
  ["file:///w", true],
  ["file:///w/..a/b", true],
  ["file:///w2/a.yaml", false],
  ["file:///w/../etc/passwd", false],
  ["file:///w/%2e%2e/etc/passwd", false],
  ["file:///w/%E0/%2e%2e/%2E%2E/etc/passwd", false],
  ["file:///w/a%2F..%2F..%2Fetc", false],
  ["file:///w/a%5C..%5C..%5Cetc", false],
  ["memory:/w/a.yaml", false],
])("what is in a folder: %s", (uri, expected) => {
  expect(isWithin(["file:///w"], uri)).toBe(expected);
});
