import { expect, test } from "vitest";
import { firstAfter, firstWhere, rangeAt } from "./range-search.ts";

const RANGES = [
  { start: 2, end: 4 },
  { start: 4, end: 5 },
  { start: 7, end: 9 },
];

test.each([
  [0, 0, undefined],
  [2, 0, RANGES[0]],
  [3, 0, RANGES[0]],
  [4, 1, RANGES[1]],
  [5, 2, undefined],
  [7, 2, RANGES[2]],
  [9, 3, undefined],
])("at %i the next range is number %i, and %o is there", (offset, index, range) => {
  expect(firstAfter(RANGES, offset)).toBe(index);
  expect(rangeAt(RANGES, offset)).toBe(range);
});

test.each([0, 1, 2, 3, 4, 5])("finds the first of four numbers that is %i or more", (least) => {
  expect(firstWhere([1, 2, 3, 4], (it) => it >= least)).toBe(Math.max(least - 1, 0));
});
