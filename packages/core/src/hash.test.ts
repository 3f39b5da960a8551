import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { hashOf, smallHashOf } from "./hash.ts";

test("answers the same for the same, in as many bits as a number holds", () => {
  assert(
    property(string(), (text) => {
      const hash = hashOf(text);
      expect(hashOf(`${text.slice(0, 1)}${text.slice(1)}`)).toBe(hash);
      expect(Number.isSafeInteger(hash) && hash >= 0).toBe(true);
      const small = smallHashOf(text);
      expect(Number.isInteger(small) && small >= 0 && small < 2 ** 30).toBe(true);
    }),
  );
});

/** Texts as they stand in one document, which differ in little. */
const ALIKE = Array.from({ length: 30_000 }, (_, index) => [
  `\${STREAM_KEY_${index}}`,
  `\${KEY_${String(index).padStart(6, "0")}?token=${index % 7}}`,
  `tcp\ningest${index % 100}.example.net\n1935\nlive/\${K${index}}?#`,
]).flat();

test("tells texts apart that differ in little", () => {
  expect(new Set(ALIKE.map(hashOf)).size).toBe(ALIKE.length);
});

test("and mostly in fewer bits, too", () => {
  const { size } = new Set(ALIKE.map(smallHashOf));
  // Among so many, three or four pairs are alike by chance.
  expect(ALIKE.length - size).toBeLessThan(20);
});
