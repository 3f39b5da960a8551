import { mutated } from "@restream-lint/testkit";
import { assert, property, readConfigureGlobal } from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnchorName, anchorNamesIn } from "./anchor-names.ts";
import { contentOf, type Node, type SyntaxTree } from "./node.ts";
import { parseSyntax } from "./syntax.ts";

/** Each anchor as `name@its offset`, and the offsets of its aliases. */
function found(text: string): string[] {
  return anchorNamesIn(text, "yaml", parseSyntax(text, "yaml").cuts).map(
    ({ name, range, aliases }) => {
      for (const it of [range, ...aliases]) expect(text.slice(it.start, it.end)).toBe(name);
      return [`${name}@${range.start}`, ...aliases.map(({ start }) => start)].join(" ");
    },
  );
}

describe("anchorNamesIn", () => {
  test.each<[string, string[]]>([
    ["a: &x 1\nb: *x\nc: [*x, *x]\n", ["x@4 12 19 23"]],
    // The last one before an alias counts, also where it stands in another of its name.
    ["- &x 1\n- *x\n- &x 2\n- *x\n", ["x@3 10", "x@15 22"]],
    ["- &x [&x 1]\n- *x\n", ["x@3", "x@7 15"]],
    ["- &x [*x]\n", ["x@3 7"]],
    // Nothing before it has its name.
    ["- *x\n- &x 1\n- *y\n", ["x@8"]],
    // Each YAML document has its own.
    ["- &x 1\n---\n- *x\n", ["x@3"]],
    ["- &x 1\n...\n- *x\n", ["x@3"]],
    ["--- &x\na: *x\n--- &x\nb: *x\n", ["x@5 11", "x@18 24"]],
    // Keys, tags, merges, empty values, flow.
    ["&x a: !!str &y b\n*x : *y\n", ["x@1 18", "y@13 23"]],
    ["x-base: &base\n  a: 1\nb:\n  <<: *base\n", ["base@9 31"]],
    ["a: &x\nb: *x\n", ["x@4 10"]],
    ['{"a":&x 1,"b":*x}', ["x@6 15"]],
    ["a: &x-1.2/é 1\nb: *x-1.2/é\n", ["x-1.2/é@4 18"]],
    // No anchors.
    ["a: b &x\n# &x\nb: '&x'\nc: \"\n  &x *x\"\nd: |\n  &x\n  *x\ne: a\n  &x\n", []],
    ["a: &\nb: * x\nc: & x\n", []],
    ["- & 1\n- &y 2\n- * 3\n", ["y@9"]],
    ["- &y 1\n- | &x z\n", ["y@3"]],
    ["--- |\n&x", []],
    ["- uri: srt://h.acme.net:9000?mode=caller&latency=2000\n", []],
    // A URI that is read to its end, though YAML cuts it.
    ["- {uri: srt://h.acme.net:1?streamid=#!::r=a,&x, stream_id: &x 1}\n- *x\n", ["x@60 68"]],
    // What the parser reads in place of the text is as long as it.
    ["\ufeffa: &x 1\nb: *x\n", ["x@5 13"]],
    ["a: &x 1\rb: *x\r", ["x@4 12"]],
    ["a: &x 1\r\nb: *x\r\n", ["x@4 13"]],
    ["a: &x 1\n<<<<<<< a\nb: *x\n=======\nb: &x 2\n>>>>>>> b\nc: *x\n", ["x@4 22 54"]],
    ["\0a: &x 1\n", []],
    ["", []],
  ])("YAML %j", (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test("are nothing that JSON has", () => {
    expect(anchorNamesIn('{"a": "x &y *y"}', "json")).toEqual([]);
    expect(anchorNamesIn('{"a": &y 1} // &y', "jsonc")).toEqual([]);
  });

  test("says which names an anchor stands among", () => {
    const anchors = anchorNamesIn("- &a 1\n- &b 2\n---\n- &c 3\n", "yaml");
    expect(anchors.map(({ names }) => [...names])).toEqual([["a", "b"], ["a", "b"], ["c"]]);
  });

  test.each([
    ["anchors on lines", "&a\n".repeat(100_000)],
    ["anchors side by side", "&a ".repeat(100_000)],
    ["one long name", `- &${"a".repeat(300_000)}\n`],
    ["aliases", `- &a 1\n${"- *a\n".repeat(100_000)}`],
    ["documents", "--- &a\n".repeat(100_000)],
    ["brackets", `&a ${"[".repeat(2000)}`],
    ["brackets with anchors", "[&a ".repeat(100_000)],
    ["unfinished quotes", "- &a '\n".repeat(100_000)],
  ])("takes %s", (_, text) => {
    expect(anchorNamesIn(text, "yaml").length).toBeGreaterThan(0);
  });

  test("finds all of them or none", () => {
    expect(anchorNamesIn(`- &a 1\n${"- *a\n".repeat(400_000)}`, "yaml")).toEqual([]);
  });

  test.each([
    ["- &x [&x 1]\n- *x\n", 1],
    ["- &x [&x [1], *x]\n", 1],
    ["a: &x 1\nb: &x\nc: *x\nd: *x\n", 2],
    ["&x a: &x 1\n*x : *x\n", 2],
    ["- &x a\n--- &x\nb: c\nd: &x\n  e: *x\n", 0],
  ])("agrees with the parser of %j", (text, number) => {
    expect(checkAliases(text, parseSyntax(text, "yaml"), anchorNamesIn(text, "yaml"))).toBe(number);
  });

  test("agrees with the parser", () => {
    const numRuns = 10 * (readConfigureGlobal().numRuns ?? 100);
    let agreed = 0;
    const check = property(mutated(TEXTS), (text) => {
      const tree = parseSyntax(text, "yaml");
      const anchors = anchorNamesIn(text, "yaml", tree.cuts);
      if (tree.faults.length > 0) return;
      agreed += checkAliases(text, tree, anchors);
    });
    assert(check, { numRuns });
    expect(agreed).toBeGreaterThan(numRuns);
  });
});

const TEXTS = [
  `x-base: &a
  stream_id: &b 20
restreams:
  - <<: *a
    uri: &c rtmp://h.acme.net/live/k
  - {uri: *c, stream_id: *b, <<: *a}
--- # two
- &a uri: &b "rtmp://h.acme.net/live/l"
- *a : *b
- &a [*b, &a !!str x, *a]
- *a
`,
];

/** What may stand between an anchor's name and its node: tags, blanks, comments, and the anchor of a first key. */
const PROPERTIES = /^(?:\s+(?:[!&]\S*|#.*|[?-](?=\s))?)*$/;

/** The number of aliases in a tree, each of which has its node behind the anchor that it stands for. */
function checkAliases(text: string, tree: SyntaxTree, anchors: readonly AnchorName[]): number {
  const byAlias = new Map(anchors.flatMap((it) => it.aliases.map((at) => [at.start, it])));
  const aliased = aliasedIn(tree);
  for (const node of aliased) {
    const anchor = byAlias.get((node.alias?.start ?? 0) + 1);
    expect(anchor && between(text, anchor, node), text).toMatch(PROPERTIES);
  }
  return aliased.length;
}

function between(text: string, anchor: AnchorName, node: Node): string {
  if (node.range.start < anchor.range.end) return "another anchor";
  return text.slice(anchor.range.end, node.range.start).replace(/^(?=\S)/, " ");
}

/** Every alias that a tree reaches. */
function aliasedIn({ roots }: SyntaxTree): Node[] {
  const aliased: Node[] = [];
  const seen = new Set<object>();
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.alias) aliased.push(node);
    if (seen.has(contentOf(node))) continue;
    seen.add(contentOf(node));
    if (node.kind === "sequence") stack.push(...node.items);
    else if (node.kind === "mapping") {
      stack.push(...node.merged);
      for (const { key, value } of node.entries) stack.push(key, ...(value ? [value] : []));
    }
  }
  return aliased;
}
