import { expect, test } from "vitest";
import { languageOfText } from "../file-name.ts";
import { applyEdits } from "../fix.ts";
import { appendItem } from "./append-item.ts";
import { type MappingNode, type SequenceNode, valueOf } from "./node.ts";
import { parseSyntax } from "./syntax.ts";

test.each([
  ["s:\n  - id: 1\nx: 1\n", "s:\n  - id: 1\n  - id: 9\nx: 1\n"],
  ["s:\n- id: 1", "s:\n- id: 1\n- id: 9"],
  [
    "s:\r\n  -   a: 1\r\n      id: 'x' # y\r\n",
    "s:\r\n  -   a: 1\r\n      id: 'x' # y\r\n  -   id: 9\r\n",
  ],
  ['"s":\n  - "id": 1\n', '"s":\n  - "id": 1\n  - "id": 9\n'],
  ["s:\n  - {id: 1} # y\n", "s:\n  - {id: 1} # y\n  - {id: 9}\n"],
  ["s: [{id: 1}]\n", "s: [{id: 1}, {id: 9}]\n"],
  ["s: [{ id: 1 }, ]\n", "s: [{ id: 1 }, { id: 9 }, ]\n"],
  ['{"s":[{"id":1}]}', '{"s":[{"id":1},{"id":9}]}'],
  ['{ "s": [{ "id": 1 }] }', '{ "s": [{ "id": 1 }, { "id": 9 }] }'],
  [
    '{\n  "s": [\n    {\n      "id": 1\n    }\n  ]\n}',
    '{\n  "s": [\n    {\n      "id": 1\n    },\n    { "id": 9 }\n  ]\n}',
  ],
  [
    '{\n  "s": [\n    { "id": 1 } // y\n  ]\n}',
    '{\n  "s": [\n    { "id": 1 }, { "id": 9 } // y\n  ]\n}',
  ],
  ["s:\n  - ? id\n    : 1\n", "s:\n  - ? id\n    : 1\n  - id: 9\n"],
  // A comment at the dash is about what follows.
  ["s:\n  - id: 1\n  # next\n", "s:\n  - id: 1\n  - id: 9\n  # next\n"],
])("%j becomes %j", (text, expected) => {
  const edit = appended(text);
  expect(edit && applyEdits(text, [edit])).toBe(expected);
});

test.each([
  "s: []\n",
  "s:\n  - 1\n",
  "s:\n  - id: |\n      1\n",
  "s:\n  - id:\n",
  "s:\n  - id: 1\n    # about it\n",
  "s:\n  - &a id: 1\n",
  "s:\n  - &a {id: 1}\n",
  "s:\n  - &a {id: 1}\n  - *a\n",
  "s:\n  - !ref {id: 1}\n",
  "s:\n  - <<: {a: 1}\n    id: 1\n",
  "s:\n  - id: &b 1\n",
  "s: [id: 1]\n",
  "x: &x\n  - id: 1\ns: *x\n",
  "s:\n  - - id: 1\n",
])("%j has no safe place", (text) => {
  expect(appended(text)).toBeUndefined();
});

function appended(text: string): ReturnType<typeof appendItem> {
  const [root] = parseSyntax(text, languageOfText(text) === "yaml" ? "yaml" : "jsonc").roots;
  return appendItem(text, valueOf(root as MappingNode, "s") as SequenceNode, "id", 9);
}
