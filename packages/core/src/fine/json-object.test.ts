import { expect, test } from "vitest";
import { endOfObject } from "./json-object.ts";

// Each ends at the mark.
test.each([
  "{}|",
  "{}|}",
  '{"a": 1}|, {',
  '{"a": {"b": [{}, []]}}|]',
  '{"}": "]}"}|',
  '{"a": "\\"}"}|}',
  '{"a": "\\\\"}|"}',
  // A text ends with its line, as for the parser.
  '{"a": "b\n}|"',
  '{"a": "b\r\n}|"',
  '{"a": "b\\\n}"}|',
  // Brackets that are not of one kind are for the parser to find.
  "{]|}",
])("%j", (marked) => {
  const end = marked.indexOf("|");
  const text = marked.replace("|", "");
  expect(endOfObject(text, 0)).toBe(end);
  expect(endOfObject(`x${text}`, 1)).toBe(end + 1);
});

test.each([
  "",
  "[]",
  "1",
  ' {"a": 1}',
  "{",
  '{"a": "}',
  '{"a": "b\\',
  "{[}",
  "{ // }\n}",
  "{/**/}",
])("of %j, nobody can tell", (text) => {
  expect(endOfObject(text, 0)).toBeUndefined();
});
