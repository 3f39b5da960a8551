import { describe, expect, test } from "vitest";
import { type Node, valueOf } from "./node.ts";
import { type Language, parseSyntax } from "./syntax.ts";

describe("a broken restream hides no other", () => {
  test.each([
    ["  - uri: 'x\n", "'x"],
    ['  - uri: "x\n', '"x'],
    ["  - uri: x\n\tname: y\n", "\t"],
    ["\t- uri: x\n", "\t"],
    ["  - uri: [x\n", "[x"],
    ["  - {uri: x\n", "{uri"],
    ["  - uri x\n    stream_id: 1\n", "uri x"],
    ["  - uri: x\n      stream_id: 1\n", "x\n"],
    ["  - uri: x\n   stream_id: 1\n", "   stream_id: 1"],
    ["  - uri: x\n  stream_id: 1\n", "stream_id: 1"],
    ["  - uri: x\n stream_id: 1\n", "stream_id: 1"],
    ["  - uri: a: b\n", "a: b"],
    ['  - uri: "a" b\n', "b\n"],
    ["  - uri: @x\n", "@x"],
    ["  - uri: `x\n", "`x"],
    ["  - uri: *\n", "*"],
    ["  - uri: x\n    |\n", "|\n"],
    ["  - uri: |\n  x\n", "x\n"],
    ["  - uri: x\n - uri: y\n", "- uri: y"],
    ["  - uri: x\n- uri: y\n", "- uri: y"],
    // Half typed, at the left margin.
    ["  - uri: x\nn\n", "n\n"],
    ["  - uri: x\n-\n", "-\n"],
    ["  - uri: x\n--\n", "--\n"],
    [`  - uri: ${"[".repeat(200)}\n`, "["],
    [`  - uri: ${"- ".repeat(200)}x\n`, "- "],
  ])("%j, marked from %j on", (broken, start) => {
    for (const [head, tail] of [
      ["restreams:\n", ""],
      ["x-a: 1\nrestreams: # all\n", "x-b: 2\n"],
    ]) {
      const [first, last] = [1, 3].map((id) => `  - uri: rtmp://h${id}.acme.net/live/k\n`);
      const text = `${head}${first}${broken}${last}${tail}`;
      const { roots, faults } = parseSyntax(text, "yaml");
      const items = listIn(roots[0]).map(plain);
      expect(items).toHaveLength(3);
      expect(items[0]).toEqual({ uri: "rtmp://h1.acme.net/live/k" });
      expect(items[2]).toEqual({ uri: "rtmp://h3.acme.net/live/k" });
      expect(faults).toHaveLength(1);
      const at = (faults[0]?.range.start ?? 0) - text.indexOf(broken);
      expect(broken.slice(at, at + start.length)).toBe(start);
    }
  });

  test("nor what stands before the list", () => {
    const text = "streams:\n  - name: 'x\nrestreams:\n  - uri: a\n  - uri: b\n";
    const { roots, faults } = parseSyntax(text, "yaml");
    expect(listIn(roots[0]).map(plain)).toEqual([{ uri: "a" }, { uri: "b" }]);
    expect(faults).toHaveLength(1);
  });
});

describe("every fault is reported", () => {
  test.each<[string, Language, number[]]>([
    ["restreams:\n  - uri: 'a\n  - uri: [b\n  - uri: c\n  - uri: \"d\n", "yaml", [1, 2, 4]],
    ["\tx: 1\nrestreams:\n  - uri: @a\n  - uri: b\ny\n", "yaml", [0, 2, 4]],
    ["x: &a 1\ny: *b\nz: 'c'd\n", "yaml", [1, 2]],
    ["<<<<<<< a\nx: 'b\n=======\n>>>>>>> c\ny: \ufffd\n", "yaml", [0, 1, 4]],
    ['{\n  "a": ,\n  "b": x,\n  "c": 1 2\n}', "json", [1, 2, 3]],
    // Once a line.
    ['{"a": x, "b": y, "c": z}', "json", [0]],
    ["x: 'a\ry: [b\r", "yaml", [0]],
  ])("in %j (%s), on lines %j", (text, language, lines) => {
    const { faults } = parseSyntax(text, language);
    expect(
      faults.map(({ range }) => text.slice(0, range.start).split(/\r\n?|\n/).length - 1),
    ).toEqual(lines);
  });
});

describe("what would fill the memory is refused, and says so", () => {
  const tooMuch = "From here on this is too large, or too broken";

  test.each<[string, Language, () => string, string]>([
    ["lines", "yaml", () => "a:\n".repeat(2_500_001), "This text has too many lines"],
    ["lexemes", "yaml", () => `[${"a,".repeat(400_000)}]`, tooMuch],
    ["fields beside an anchor", "yaml", () => `a: &a 1\n${"b: 1\n".repeat(200_000)}`, tooMuch],
    ["brackets", "yaml", () => "]".repeat(20_000), tooMuch],
    ["errors", "json", () => `[${'"\n'.repeat(20_000)}`, tooMuch],
    ["comments", "json", () => `[${"//\n".repeat(20_000)}`, tooMuch],
  ])("%s", (_, language, text, message) => {
    const { roots, faults } = parseSyntax(text(), language);
    expect(roots).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ kind: "syntax", message: expect.stringContaining(message) });
  });

  test("ten thousand faults are enough", () => {
    const { roots, faults } = parseSyntax(`restreams:\n${"- a: 'b\n".repeat(20_000)}`, "yaml");
    expect(faults).toHaveLength(10_000);
    expect(listIn(roots[0])).toHaveLength(10_001);
  });
});

test("items of JSON on one line are said to be broken one by one", () => {
  const text = '{"restreams":[{"a":1 "b":2 "c":3},{"a":1},{"a":1,,"b":2}]}';
  const places = parseSyntax(text, "json").faults.map(({ range }) =>
    text.slice(range.start, range.start + 4),
  );
  expect(places).toEqual(['"b":', ',"b"']);
});

function listIn(root: Node | undefined): readonly Node[] {
  const list = root?.kind === "mapping" ? valueOf(root, "restreams") : root;
  return list?.kind === "sequence" ? list.items : [];
}

function plain(node: Node | undefined): unknown {
  if (node?.kind === "sequence") return node.items.map(plain);
  if (node?.kind !== "mapping") return node?.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}
