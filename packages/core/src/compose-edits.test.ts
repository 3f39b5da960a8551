import { array, assert, constantFrom, nat, property, record, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { composeEdits } from "./compose-edits.ts";
import type { Edit } from "./edit.ts";
import { applyEdits } from "./fix.ts";

const at = (start: number, end: number, newText: string): Edit => ({
  range: { start, end },
  newText,
});

test.each<[string, readonly (readonly Edit[])[], readonly Edit[]]>([
  ["nothing", [], []],
  ["a round", [[at(1, 2, "x"), at(4, 4, "y")]], [at(1, 2, "x"), at(4, 4, "y")]],
  ["in the order of the text", [[at(4, 5, "y"), at(1, 2, "x")]], [at(1, 2, "x"), at(4, 5, "y")]],
  [
    "shifted by the round before",
    [[at(1, 1, "xyz")], [at(6, 7, "!")]],
    [at(1, 1, "xyz"), at(3, 4, "!")],
  ],
  ["in what the round before has put", [[at(1, 2, "xyz")], [at(2, 3, "-")]], [at(1, 2, "x-z")]],
  ["before and after that", [[at(2, 2, "x")], [at(2, 2, "<"), at(3, 3, ">")]], [at(2, 2, "<x>")]],
  ["over what was deleted", [[at(2, 4, "")], [at(1, 3, "x")]], [at(1, 5, "x")]],
  ["where something was deleted", [[at(2, 4, "")], [at(2, 2, "x")]], [at(2, 4, "x")]],
  ["beside each other", [[at(1, 2, "x")], [at(2, 3, "y")]], [at(1, 3, "xy")]],
  ["put and deleted again", [[at(2, 2, "xyz")], [at(2, 5, "")]], []],
  ["deleted and put again", [[at(2, 4, "")], [at(2, 2, "cd")]], []],
  ["far from each other", [[at(0, 1, "x")], [at(5, 6, "y")]], [at(0, 1, "x"), at(5, 6, "y")]],
  ["all", [[at(0, 6, "x")], [at(1, 1, "y")]], [at(0, 6, "xy")]],
])("edits of %s", (_, rounds, expected) => {
  expect(composeEdits("abcdef", rounds)).toEqual(expected);
});

/** Cuts of a text, by which every second piece of it is replaced. */
const round = tuple(
  array(nat({ max: 30 }), { maxLength: 8 }),
  array(string({ maxLength: 3 }), { minLength: 4 }),
);

function editsOf(
  text: string,
  [cuts, texts]: readonly [readonly number[], readonly string[]],
): Edit[] {
  const places = cuts.map((it) => Math.min(it, text.length)).toSorted((a, b) => a - b);
  return texts.flatMap((newText, index) => {
    const [start, end] = [places[2 * index], places[2 * index + 1]];
    return start === undefined || end === undefined ? [] : [at(start, end, newText)];
  });
}

test("rounds composed are rounds one after the other", () => {
  const check = property(string({ maxLength: 20 }), array(round, { maxLength: 5 }), (text, all) => {
    let current = text;
    const rounds = all.map((it) => {
      const edits = editsOf(current, it);
      current = applyEdits(current, edits);
      return edits;
    });
    const composed = composeEdits(text, rounds);
    expect(applyEdits(text, composed)).toBe(current);
    for (const [index, { range, newText }] of composed.entries()) {
      expect(range.start).toBeGreaterThan(composed[index - 1]?.range.end ?? -1);
      expect(text.slice(range.start, range.end)).not.toBe(newText);
    }
  });
  assert(check);
});

test("what no round touches is in no edit", () => {
  // Every letter is its own, so that what is left of the text can be told from what came in.
  const text = "abcdefghijklmnopqrstuvwxyz";
  const digits = string({ unit: constantFrom("0", "1"), maxLength: 3 });
  const each = record({
    cuts: array(nat({ max: 30 }), { maxLength: 8 }),
    texts: array(digits, { minLength: 4 }),
  });
  const check = property(array(each, { maxLength: 5 }), (all) => {
    let current = text;
    const rounds = all.map(({ cuts, texts }) => {
      const edits = editsOf(current, [cuts, texts]);
      current = applyEdits(current, edits);
      return edits;
    });
    const replaced = composeEdits(text, rounds)
      .map(({ range }) => text.slice(range.start, range.end))
      .join("");
    expect(replaced).toBe([...text].filter((it) => !current.includes(it)).join(""));
  });
  assert(check);
});

test("many edits in many rounds", () => {
  const text = "abcdefghij".repeat(10_000);
  let length = text.length;
  const rounds = Array.from({ length: 10 }, () => {
    const step = Math.floor(length / 10_000);
    length += 10_000;
    return Array.from({ length: 10_000 }, (_, index) => at(index * step, index * step + 1, "xy"));
  });
  const edits = composeEdits(text, rounds);
  expect(applyEdits(text, edits)).toBe(rounds.reduce(applyEdits, text));
});
