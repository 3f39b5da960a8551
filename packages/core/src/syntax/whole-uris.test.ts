import { expect, test } from "vitest";
import { parseSyntax } from "./syntax.ts";

/** Each URI that was cut, as it was read. */
function cutsOf(text: string): readonly unknown[] {
  return (parseSyntax(text, "yaml").cuts ?? []).map(({ node }) => node.value);
}

test.each([
  ["{uri: a,b}", ["a,b"]],
  ["{uri: a,b, x: {uri: c,d}}", ["a,b", "c,d"]],
  ["- {uri: a,b}\n- {uri: c}\n- {uri: d,e}\n", ["a,b", "d,e"]],
  ["[{uri: a${B}}, {'uri': &u c${D}}]", ["a${B}", "c${D}"]],
  ["- {uri: a${B}}\n- &x {uri: c${D}}\n- *x\n", ["a${B}", "c${D}"]],
  ["--- {uri: a,b}\n--- {uri: c,d}\n", ["a,b", "c,d"]],
  // What is in quotes and in comments is none, and does not hide what is one.
  ['[{uri: a${B}, x: "{uri: c${D}}"}, # {uri: e${F}}\n]', ["a${B}"]],
  // What looks like one inside of one.
  ["[{uri: a${B:-{uri: c,d}}}]", ["a${B:-{uri: c,d}}"]],
  // Other keys, other notations.
  ["{x: a,b}", []],
  ["{uri: 'a,b'}", []],
  ["{uri: !x a,b}", []],
  ["uri: a,b", []],
  // A placeholder that never ends has not swallowed the rest.
  ["{a: {uri: b${C:-d, e: 20}, f: 1}", []],
  // Nothing is mended where something before it is broken.
  ["{x: a${B}, uri: c,d}", []],
])("reads of %j the URIs %j", (text, uris) => {
  expect(cutsOf(text)).toEqual(uris);
});

test("what follows a cut URI is read, and faults after it are found", () => {
  const text = "- {uri: a${B}, stream_id: 20}\n- {uri: c${D}, name: e${F}}\n";
  const { roots, faults, cuts } = parseSyntax(text, "yaml");
  expect(JSON.stringify(roots)).toContain('"value":20');
  expect(faults.map(({ range }) => range.start)).toEqual([text.indexOf("${F}") + 1]);
  expect(cuts).toHaveLength(2);
});

test("takes many, and what never ends", () => {
  const many = `[${"{uri: a${B},c=d},".repeat(3000)}]`;
  expect(cutsOf(many)).toHaveLength(3000);
  for (const part of [
    "${A:-",
    ",a",
    ", a=b",
    "{{",
    "{a}",
    ",uri: a",
    "{uri: ${A:-",
    "{uri: a,{uri: ${A}",
  ]) {
    for (const text of [
      `{uri: a${part.repeat(5_000)}`,
      `- {uri: a,b}\n- {uri: a${part.repeat(5_000)}}\n`,
    ])
      expect(cutsOf(text).length).toBeLessThan(3);
  }
});
