import { expect, test } from "vitest";
import { yamlDocumentsIn } from "./yaml-documents.ts";

test.each([
  ["", []],
  ["a: 1\n", []],
  ["a: 1\n---\nb: 2\n\n", ["---\nb: 2"]],
  ["---\r\na: 1\r\n--- # two\r\nb: 2\r\n...\r\n", ["---\r\na: 1", "--- # two\r\nb: 2"]],
  ["---\n---", ["---", "---"]],
  // No line of its own, and not at the margin.
  ["a: ---\nb: |\n  ---\n----\n", []],
  // Even a quoted text ends there.
  ['a: "x\n---\ny"', ['---\ny"']],
  ["\ufeff---\na: 1", ["---\na: 1"]],
])("%j", (text, expected) => {
  expect(yamlDocumentsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
