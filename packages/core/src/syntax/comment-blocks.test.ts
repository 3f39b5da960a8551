import { expect, test } from "vitest";
import { commentBlocksIn } from "./comment-blocks.ts";
import { parseSyntax, type Language } from "./syntax.ts";

test.each<[Language, string, readonly string[]]>([
  ["yaml", "", []],
  ["yaml", "# a\n# b\na: 1 # c\n# d\n", ["# a\n# b", "# d"]],
  ["yaml", "a:\n  # a\n # b \n\n  # c\n  - 1", ["# a\n # b", "# c"]],
  ["yaml", "\ufeff# a\r\n# b\r\na: 1", ["# a\r\n# b"]],
  // In a value nothing is a comment; after it, it is.
  ["yaml", "a: |\n  x\n  # no\n  # no\n# yes\nb: 1\n", ["# yes"]],
  ["yaml", 'a: "x\n  # no\n  # no"\n# yes\nb: 1\n', ["# yes"]],
  ["yaml", "- a: |\n    # no\n    # no\n  # yes\n- b\n", ["# yes"]],
  ["jsonc", '// a\n// b\n{ "a": 1, // c\n// d\n"b": "\\n// no" }', ["// a\n// b", "// d"]],
  ["jsonc", "  /* a\n b */\n  // c\n\n/* d */ {} /* e */", ["/* a\n b */\n  // c"]],
  ["json", "// a\n// b\n{}", []],
])("%s: %j", (language, text, expected) => {
  const { roots } = parseSyntax(text, language);
  const blocks = commentBlocksIn(text, language, roots);
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
