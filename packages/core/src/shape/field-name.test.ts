import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { fieldName } from "./field-name.ts";

test.each([
  ["stream_id: 20", '"stream_id"'],
  ['"uri": 1', '"uri"'],
  ["uri:", '"uri"'],
  ["{uri: a}", '"uri"'],
  // May be the rest of a secret that a comma cut, or a secret in the place of a key.
  ["{hunter}", undefined],
  ['{"hunter"}', undefined],
  ['{"uri"}', '"uri"'],
  ["hunter:", '"hunter"'],
  ["hunter2: a", undefined],
  ["Hunter: a", undefined],
  ["live key: a", undefined],
  ["x-a: a", undefined],
  ["1: a", undefined],
  [`${"a".repeat(24)}: a`, `"${"a".repeat(24)}"`],
  [`${"a".repeat(25)}: a`, undefined],
])("of %s, %s may be said", (text, expected) => {
  const [root] = parseDocument(text).syntax.roots;
  const [entry] = root?.kind === "mapping" ? root.entries : [];
  expect(entry && fieldName(entry)).toBe(expected);
});
