import { describe, expect, test } from "vitest";
import { parseFixture } from "@restream-lint/testkit";
import { applyEdits } from "../fix.ts";
import type { MappingNode } from "./node.ts";
import { setValue } from "./set-value.ts";

describe("setValue", () => {
  test.each<[string, string, string | number | boolean, string]>([
    ["a plain value", "a: b # c\n", "us", "a: us # c\n"],
    ["a value in double quotes", 'a: "b"\n', "us", 'a: "us"\n'],
    ["a value in single quotes", "a: 'b'\n", "it's", "a: 'it''s'\n"],
    ["a text with a number", 'a: "20"\n', 20, "a: 20\n"],
    ["a text with a truth value", "a: yes\n", true, "a: true\n"],
    ["a number with a text", "a: 20\n", "20", 'a: "20"\n'],
    ["what older readers take for a truth value", "a: b\n", "off", 'a: "off"\n'],
    ["a null", "a: ~\n", "${URI}", "a: ${URI}\n"],
    ["a null between braces", "{a: ~}\n", "${URI}", '{a: "${URI}"}\n'],
    ["a null of JSON", '{"a": null}', "us", '{"a": "us"}'],
    ["nothing", "a:\nb: c\n", "us", "a: us\nb: c\n"],
    ["nothing, before a comment", "a: # b\n", 20, "a: 20 # b\n"],
    ["nothing, at the end of the text", "a:", 20, "a: 20"],
    ["nothing, between braces", "x-a: {a: , b: c}\n", 20, "x-a: {a: 20 , b: c}\n"],
    ["a value on the next line", "a:\n  b\n", "us", "a:\n  us\n"],
    ["a value beside its key", 'x-a: {"a":"b"}\n', 20, 'x-a: {"a":20}\n'],
    ["a value of a quoted key", '"a": ~\n', "us", '"a": "us"\n'],
  ])("replaces %s", (_, text, value, expected) => {
    expect(changed(text, value)).toBe(expected);
  });

  test.each([
    ["an alias", "b: &b c\na: *b\n"],
    ["an anchored value", "a: &b c\n"],
    ["a tagged value", "a: !!str 20\n"],
    ["a block", "a: |-\n  b\n"],
    ["a list", "a: [b]\n"],
    ["an explicit key without a value", "? a\n"],
    ["an anchor without a value", "a: &b\n"],
    ["a key between braces without a colon", "x-a: {a, b: c}\n"],
  ])("declines %s", (_, text) => {
    expect(changed(text, 20)).toBe(text);
  });
});

/** The text after its last entry `a`, at the root or a level below, has got another value. */
function changed(text: string, value: string | number | boolean): string {
  const document = parseFixture(text);
  const [root] = document.syntax.roots as [MappingNode];
  const below = root.entries.flatMap((it) =>
    it.value?.kind === "mapping" ? it.value.entries : [],
  );
  const entry = [...root.entries, ...below].findLast(({ key }) => key.value === "a");
  const edit = entry && setValue(document, entry, value);
  return applyEdits(text, edit ? [edit] : []);
}
