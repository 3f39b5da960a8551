import { cpuTimeOf } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { viewOf } from "../../test/view-of.ts";
import { createOutcomes, type Outcome, outcomeOf, outcomesIn } from "./outcomes.ts";

/** The outcomes of a text's restreams: each is called by its number, from 1. */
function outcomesOf(text: string): readonly Outcome[] {
  return viewOf(text).document.restreams.map((it, index) =>
    outcomeOf(it, text, String(index + 1), []),
  );
}

/** Which outcomes are shown in another text, with the lines that they stand in, from 0: `1@2`. */
function shownIn(text: string, outcomes: readonly Outcome[]): string[] {
  return outcomesIn(viewOf(text), outcomes).map(
    ({ start, outcome }) => `${outcome.words}@${text.slice(0, start).split("\n").length - 1}`,
  );
}

const [A, B, C] = ["  - { uri: a }\n", "  - { uri: b }\n", "  - { uri: c }\n"];
const HEAD = "restreams:\n";
const ALIASES = "x: &x { uri: a }\nrestreams:\n  - *x\n  - { uri: b }\n";

test.each([
  ["the same", HEAD + A + B, HEAD + A + B, ["1@1", "2@2"]],
  ["moved down", HEAD + A + B, `# Tonight\n\n${HEAD}${A}${B}`, ["1@3", "2@4"]],
  ["reordered", HEAD + A + B, HEAD + B + A, ["2@1", "1@2"]],
  ["one more between them", HEAD + A + B, HEAD + A + C + B, ["1@1", "2@3"]],
  ["one edited", HEAD + A + B, HEAD + A.replace("a", "aa") + B, ["2@2"]],
  ["one gone", HEAD + A + B, HEAD + B, ["2@1"]],
  // Of several that are written alike, the first is the first.
  ["twins", HEAD + A + A, HEAD + A + B + A, ["1@1", "2@3"]],
  ["a twin gone", HEAD + A + A, HEAD + A, ["1@1"]],
  ["a twin more", HEAD + A, HEAD + A + A, ["1@1"]],
  // What an alias stands for may change without a word of the restream.
  ["aliases", ALIASES, ALIASES, ["1@2", "2@3"]],
  ["what an alias stands for", ALIASES, ALIASES.replace("uri: a", "uri: c"), ["2@3"]],
  ["nothing left", HEAD + A, "restreams: []\n", []],
])("%s", (_, before, now, expected) => {
  expect(shownIn(now, outcomesOf(before))).toEqual(expected);
});

test("ten thousand of them take no time", () => {
  const items = Array.from({ length: 10_000 }, (_, index) => `  - { uri: a${index} }\n`);
  const text = `x: &x {}\n${HEAD}  - *x\n${items.join("")}`;
  const outcomes = outcomesOf(text);
  const view = viewOf(text);
  const took = cpuTimeOf(() => {
    expect(outcomesIn(view, outcomes)).toHaveLength(10_001);
  });
  expect(took).toBeLessThan(500);
});

test("faults stand in their restreams, and those that stand elsewhere are of the whole", () => {
  const text = HEAD + A + B;
  const [first] = viewOf(text).document.restreams;
  if (!first) throw new Error("there is one");
  const fault = (start: number, end: number) => ({
    source: "Gcore" as const,
    message: "no",
    range: { start, end },
  });
  const { start, end } = first.node.range;
  const { faults } = outcomeOf(first, text, undefined, [
    fault(start + 2, start + 5),
    fault(0, 9),
    fault(end, end + 4),
    { source: "Gcore", message: "no" },
  ]);
  expect(faults.map(({ range }) => range)).toEqual([
    { start: 2, end: 5 },
    undefined,
    undefined,
    undefined,
  ]);
});

test("whoever shows them hears of what is new, and of what is gone", () => {
  let told = 0;
  const outcomes = createOutcomes(() => (told += 1));
  outcomes.tell("file:///a%20b.yaml", []);
  expect(told).toBe(0);
  const some = outcomesOf(HEAD + A);
  outcomes.tell("file:///a%20b.yaml", some);
  expect([told, outcomes.of("file:///a b.yaml")]).toEqual([1, some]);
  expect(outcomes.of("file:///c.yaml")).toEqual([]);
  outcomes.tell("file:///a b.yaml", []);
  expect([told, outcomes.of("file:///a%20b.yaml")]).toEqual([2, []]);
});
