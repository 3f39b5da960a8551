import { mutated } from "@restream-lint/testkit";
import { assert, nat, property } from "fast-check";
import { expect, test } from "vitest";
import { scalarsWithin } from "./scalars-within.ts";
import { parseSyntax } from "./syntax.ts";

/** The values in or at what stands between `<` and `>`. */
test.each([
  ["a: <1\nb: 2>\nc: 3", "1 2"],
  ["a: 1<>\nb: 2", "1"],
  ["- 1\n- [2, <3, 4]\n- 5\n>- 6", "3 4 5"],
  // Aliases are written elsewhere, what is merged in where it stands is not; keys are no values.
  ["<a: &x {b: 1}\nc: *x\nd:\n  <<: {e: 2}\n  f: 3>", "1 3 2"],
  ["a: 1\n---\n<- 2>\n---\nc: 3", "2"],
  ["<>", ""],
])("%s", (fixture, expected) => {
  const start = fixture.indexOf("<");
  const end = fixture.lastIndexOf(">") - 1;
  const text = fixture.slice(0, start) + fixture.slice(start + 1, end + 1) + fixture.slice(end + 2);
  const found = scalarsWithin(parseSyntax(text, "yaml").roots, { start, end });
  expect(found.map(({ range }) => text.slice(range.start, range.end)).join(" ")).toBe(expected);
});

test("those of a range are those of the text that reach it", () => {
  const texts = [
    "x-a: &a {b: [1, *b], c: &b 2}\nrestreams:\n  - *a\n  - <<: *a\n    d: [a, [b], c]\n  - e: |\n      f\n---\n- 1\n- - 2\n  - 3\n",
  ];
  const check = property(mutated(texts), nat(), nat(), (text, a, b) => {
    const { roots } = parseSyntax(text, "yaml");
    const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted(
      (one, other) => one - other,
    );
    const all = scalarsWithin(roots, { start: 0, end: text.length });
    expect(scalarsWithin(roots, { start, end })).toEqual(
      all.filter(({ range }) => range.start <= end && range.end >= start),
    );
  });
  assert(check, { numRuns: 500 });
});
