import { expect, test } from "vitest";
import { byteLengthOf } from "./byte-length.ts";

test.each([
  ["", 0, 0],
  ["abc", 3, 3],
  ["\u007f\u0080", 3, 3],
  ["é", 2, 2],
  ["\u07ff\u0800", 5, 5],
  ["€", 3, 3],
  ["\uffff", 3, 3],
  ["🎥", 4, 4],
  ["%C3%a9", 6, 2],
  ["%zz%4", 5, 5],
  ["100%%41", 7, 5],
])("%j has %i bytes, %i decoded", (text, written, decoded) => {
  expect(byteLengthOf(text)).toEqual({ written, decoded });
  expect(new TextEncoder().encode(text)).toHaveLength(written);
});
