import { describe, expect, test } from "vitest";
import { entryOf, type Node, valueOf } from "./node.ts";
import { parseYaml } from "./yaml.ts";

const PLACEHOLDER = 'Between braces or brackets a placeholder must be put in quotes, as in "${ID}"';

describe("parseYaml", () => {
  test.each([
    ["", []],
    ["# nothing\n", []],
    ["a: 1\n---\n- b\n...\n---\nc\n", [{ a: 1 }, ["b"], "c"]],
    ["a: &x 1\nb: *x\n", [{ a: 1, b: 1 }]],
    ["- &x { a: 1 }\n- *x\n", [[{ a: 1 }, { a: 1 }]]],
    ["a:\nb: ~\nc: null\nd: ''\n", [{ a: undefined, b: null, c: null, d: "" }]],
    [
      "a: yes\nb: true\nc: 0x1f\nd: 0o17\ne: 1e3\nf: .5\n",
      [{ a: "yes", b: true, c: 31, d: 15, e: 1000, f: 0.5 }],
    ],
    ["%YAML 1.1\n---\na: yes\n", [{ a: true }]],
    ["a: !!str 1\nb: !!int '2'\n", [{ a: "1", b: 2 }]],
    ["a: |\n  b\n  c\n", [{ a: "b\nc\n" }]],
    ["? a\n: b\n", [{ a: "b" }]],
    ["-\n- a\n", [[null, "a"]]],
    [
      "__proto__: 1\nconstructor: 2\ntoString: 3\n",
      [JSON.parse('{"__proto__":1,"constructor":2,"toString":3}')],
    ],
  ])("reads %j as %j", (text, values) => {
    const { roots, faults } = parse(text);
    expect(roots.map(plain)).toEqual(values);
    expect(faults).toEqual([]);
  });

  test.each([
    ["a: *x\n", ["*x: No anchor (&name) of this name stands before this alias"]],
    ["a: &x\n  b: *x\n", ["*x: This alias stands inside the very anchor that it means"]],
    ["a: &x [*x]\n", ["*x: This alias stands inside the very anchor that it means"]],
    ["a: &x\n  <<: *x\n", ["*x: This alias stands inside the very anchor that it means"]],
    ["- *a\n- &a 1\n", ["*a: No anchor (&name) of this name stands before this alias"]],
    ["]\n", ["]: This line is indented differently from the lines it belongs to"]],
    ["%x\n", [': A line "---" must follow the lines that begin with "%"']],
    ["a: 'b\n", ["': This quoted value has no closing quote"]],
    ["a: [b\nc: 1\n", ["[: A closing bracket is missing"]],
    ["a: 1\n\tb: 2\n", ["\t: A tab cannot indent YAML; use blanks"]],
    [
      "a: 1\n  b: 2\n",
      [
        '1: A second ": " in this value; put the value in quotes, or indent the next line like this one',
      ],
    ],
    ['a: "\\q"\n', ['\\: YAML knows no such escape in "…"; write a backslash as \\\\']],
    ["a: {b: ${B}, c: 1}\n", [`{: ${PLACEHOLDER}`]],
    ["a: {b: x${{ b }}}\n", [`{: ${PLACEHOLDER}`]],
    ["a: {\n  b:\n    ${B}\n}\n", [`{: ${PLACEHOLDER}`]],
    ["a: [${B}]\n", [`{: ${PLACEHOLDER}`]],
    ["a: {${B}: 1}\n", [`{: ${PLACEHOLDER}`]],
    ["a: {b: '$'{c}}\n", ["{: This cannot stand here"]],
    ["a: 'b'${B}\n", ["${B}: This cannot stand here"]],
    ["a: 1\n${A}{b\n", ['${A}{b: A key needs ":" and a blank after it']],
    ["a: [${B\n", [`{: ${PLACEHOLDER}`, "{: A closing bracket is missing"]],
    [
      "a: {b: 1 c: 2}\n",
      ["1 c: 2: A comma is missing here, or an indented mapping stands inside […] or {…}"],
    ],
  ])("says of %j: %j", (text, expected) => {
    const faults = parse(text).faults.map(
      ({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`,
    );
    expect(faults.slice(0, expected.length)).toEqual(expected);
  });

  test("a message never quotes the text", () => {
    for (const text of [
      "a: 'hunter2\n",
      "a: *hunter2\n",
      "hunter2\nb: [\n",
      "%hunter2\n",
      "a: !!int hunter2\n",
      "a: 1\n hunter2: 2\n",
      "a: {b: ${hunter2}, c: 1}\n",
    ])
      for (const { message } of parse(text).faults) expect(message).not.toContain("hunter2");
  });

  test("an alias is the node of its anchor", () => {
    const [root] = parse("a: &x { b: 1 }\nc: *x\n").roots;
    if (root?.kind !== "mapping") throw new Error("no mapping");
    expect(valueOf(root, "c")).toEqual({ ...valueOf(root, "a"), alias: { start: 18, end: 20 } });
  });

  test("a tag of the reader's own is kept, one of YAML's is not", () => {
    const [root] = parse("a: !secret key\nb: !!str 1\n").roots;
    if (root?.kind !== "mapping") throw new Error("no mapping");
    expect(valueOf(root, "a")).toMatchObject({ value: "key", tag: "!secret" });
    expect(valueOf(root, "b")).not.toHaveProperty("tag");
  });
});

describe("merge keys", () => {
  test.each([
    ["<<: *a\n", { x: 1, y: 1 }],
    ["<<: *a\ny: 2\n", { x: 1, y: 2 }],
    ["y: 2\n<<: *a\n", { x: 1, y: 2 }],
    ["<<: [*b, *a]\n", { x: 3, y: 1 }],
    ["<<: [*a, *b]\n", { x: 1, y: 1 }],
    ["<<: *c\n", { x: 3, y: 1 }],
    ["<<: { y: 4 }\n", { x: undefined, y: 4 }],
    // Not a merge: the key is a text.
    ['"<<": *a\n', { x: undefined, y: undefined }],
    ["<<: 1\n", { x: undefined, y: undefined }],
  ])("%j has %j", (text, expected) => {
    const bases = "a: &a { x: 1, y: 1 }\nb: &b { x: 3 }\nc: &c { <<: [*b, *a] }\nd:\n";
    const { roots, faults } = parse(bases + text.replaceAll(/^/gm, "  ").trimEnd());
    const root = roots[0]?.kind === "mapping" ? valueOf(roots[0], "d") : undefined;
    if (root?.kind !== "mapping") throw new Error("no mapping");
    expect(faults).toEqual([]);
    expect({ x: plain(valueOf(root, "x")), y: plain(valueOf(root, "y")) }).toEqual(expected);
    expect(entryOf(root, "z")).toBeUndefined();
  });
});

function parse(text: string): ReturnType<typeof parseYaml> {
  return parseYaml(text, { start: 0, end: text.length });
}

function plain(node: Node | undefined): unknown {
  if (node?.kind === "sequence") return node.items.map(plain);
  if (node?.kind !== "mapping") return node?.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}
