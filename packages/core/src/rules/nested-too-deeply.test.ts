import { expect, test } from "vitest";
import { checkRule } from "@restream-lint/testkit";
import { parseDocument } from "../document.ts";
import { lint } from "../lint.ts";
import { nestedTooDeeply } from "./nested-too-deeply.ts";

/** Lists in lists. */
function nested(levels: number): string {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

checkRule(nestedTooDeeply, {
  valid: [
    nested(100),
    `restreams: []\nx-a: ${nested(99)}\n`,
    // A fault of another kind.
    "restreams: [\n",
  ],
  invalid: [
    { code: `${nested(101)}\n#${" ".repeat(99)}^ Nested more than 100 levels deep` },
    { code: `${'{"a":'.repeat(101)}\n#${" ".repeat(499)}^ Nested more than 100 levels deep` },
  ],
});

test.each([
  ["lists", `x-a: ${nested(100_000)}\n`],
  ["unclosed lists", `x-a: ${"[".repeat(100_000)}`],
  ["mappings", `x-a: ${"{a: ".repeat(100_000)}`],
  ["indented mappings", Array.from({ length: 2000 }, (_, it) => `${" ".repeat(it)}a:\n`).join("")],
  ["dashes", "- ".repeat(100_000)],
  ["keys", "? ".repeat(100_000)],
])("reports %s without end once, and nothing else", (_, text) => {
  const found = lint(parseDocument(text));
  expect(found.map(({ rule, path }) => ({ rule, path }))).toEqual([
    { rule: "nested-too-deeply", path: "" },
  ]);
});
