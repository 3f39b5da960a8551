import { array, assert, constantFrom, nat, property, record } from "fast-check";
import { expect, test } from "vitest";
import { pieceOf } from "./piece.ts";
import { Pieces } from "./pieces.ts";

const FACTS = { address: 1, name: 2, streamId: 1, isActive: true, isSecure: false, key: 0 };

test("stands for a list of pieces, whatever takes the place of some", () => {
  const piece = record({
    text: constantFrom("- a: 1\n", "- b: 1\n  c: 2\n", "- d\n"),
    isFine: constantFrom(true, true, false),
  }).map(({ text, isFine }) => pieceOf(text, isFine ? FACTS : undefined));
  const change = record({
    from: nat(260),
    length: nat(120),
    others: array(piece, { maxLength: 120 }),
  });
  const lists = record({
    list: array(piece, { minLength: 1, maxLength: 250, size: "max" }),
    changes: array(change, { maxLength: 4 }),
  });
  assert(
    property(lists, constantFrom("", "x: 1"), ({ list, changes }, tail) => {
      let expected = [pieceOf("restreams:\n"), ...list, pieceOf(tail)];
      let pieces = Pieces.of(expected);
      for (const { from: wish, length, others } of changes) {
        const last = expected.length - 1;
        const from = Math.min(wish + 1, last);
        const to = Math.min(from + length, last);
        pieces = pieces.with(from, to, others);
        expected = [...expected.slice(0, from), ...others, ...expected.slice(to)];
      }
      check(pieces, expected);
    }),
    { numRuns: 50 },
  );
});

function check(pieces: Pieces, expected: readonly ReturnType<typeof pieceOf>[]): void {
  const text = expected.map((it) => it.text).join("");
  expect(pieces.text()).toBe(text);
  expect(pieces.count).toBe(expected.length);
  expect(pieces.size).toEqual({
    index: expected.length,
    start: text.length,
    line: text.split("\n").length - 1,
  });
  let [start, line] = [0, 0];
  for (const [index, piece] of expected.entries()) {
    const placed = { ...piece, itself: piece, index, start, line };
    expect(pieces.at(index)).toEqual(placed);
    if (piece.text !== "") {
      expect(pieces.atOffset(start).index).toBe(index);
      expect(pieces.atOffset(start + piece.text.length - 1).index).toBe(index);
      expect(pieces.atLine(line).index).toBe(index);
    }
    start += piece.text.length;
    line += piece.text.split("\n").length - 1;
  }
  const odd = [...expected.keys()].filter((it) => it % 3 === 1);
  expect(pieces.pick(odd)).toEqual(odd.map((it) => pieces.at(it)));
  expect(pieces.slice(1, 3)).toEqual([1, 2].flatMap((it) => pieces.pick([it])));
  expect(pieces.unsure()).toEqual(
    [...expected.entries()].flatMap(([index, itself]) => {
      if (itself.facts) return [];
      const before = expected[index - 1];
      return [{ itself, text: itself.text, index, start: pieces.at(index).start, before }];
    }),
  );
}

test("knows what stands before a piece without facts, wherever it is among many that have some", () => {
  const fine = Array.from({ length: 350 }, (_, index) => pieceOf(`- a: ${index}\n`, FACTS));
  const unsure = pieceOf("- b: 1\n");
  for (const index of fine.keys()) {
    const all = [pieceOf("restreams:\n"), ...fine.with(index, unsure), pieceOf("")];
    const pieces = Pieces.of(all);
    const found = pieces.unsure()[1];
    expect(found?.before).toBe(all[index]);
    expect(found).toMatchObject({ itself: unsure, index: index + 1 });
    expect(found?.start).toBe(pieces.at(index + 1).start);
  }
});

test.each<[string, string]>([
  ["a line break", "- a: 1\n"],
  ["none", "- a: 1"],
])("the end of a text belongs to its last item, which ends with %s", (_, item) => {
  const pieces = Pieces.of([pieceOf("restreams:\n"), pieceOf(item), pieceOf("")]);
  expect(pieces.atOffset(11 + item.length).index).toBe(1);
  expect(pieces.atLine(1).index).toBe(1);
  expect(pieces.atLine(9).index).toBe(1);
  expect(pieces.at(2).index).toBe(2);
});
