import { cpuTimeOf } from "@restream-lint/testkit";
import { array, assert, constantFrom, dictionary, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { type FilledIn, fillIn } from "./fill-in.ts";
import { placeholdersIn } from "./placeholder.ts";

const VARIABLES = new Map([
  ["A", "one"],
  ["B", "two"],
  ["EMPTY", ""],
  ["ODD", "${A}{{x}}$${"],
]);

describe("fillIn", () => {
  test.each([
    // ⟨…⟩ came from outside, ‹…› is left open, ⟪…⟫ was escaped.
    ["${A}", "⟨one⟩"],
    ["x${A}y${B}z", "x⟨one⟩y⟨two⟩z"],
    ["${env:A}${ B }", "⟨one⟩⟨two⟩"],
    ["${EMPTY}", "⟨⟩"],
    ["${UNSET}", "‹${UNSET}› UNSET"],
    // A default: with a colon for an empty variable too.
    ["${A:-x}", "⟨one⟩"],
    ["${EMPTY:-x}", "⟨x⟩"],
    ["${EMPTY-x}", "⟨⟩"],
    ["${UNSET:-x}", "⟨x⟩"],
    ["${UNSET-x}", "⟨x⟩"],
    ["${UNSET:-}", "⟨⟩"],
    // An error text.
    ["${A:?is not set}", "⟨one⟩"],
    ["${EMPTY?is not set}", "⟨⟩"],
    ["${EMPTY:?is not set}", "‹${EMPTY:?is not set}› EMPTY"],
    ["${UNSET?is not set}", "‹${UNSET?is not set}› UNSET"],
    // An alternative.
    ["${A:+x}", "⟨x⟩"],
    ["${EMPTY:+x}", "⟨⟩"],
    ["${EMPTY+x}", "⟨x⟩"],
    ["${UNSET+x}", "⟨⟩"],
    // Nested: what is not used need not be set.
    ["${UNSET:-${A}${B}}", "⟨onetwo⟩"],
    ["${UNSET:-x${EMPTY:-${B}}y}", "⟨xtwoy⟩"],
    ["${A:-${UNSET}}", "⟨one⟩"],
    ["${UNSET+${OTHER}}", "⟨⟩"],
    ["${UNSET:?${OTHER}}", "‹${UNSET:?${OTHER}}› UNSET"],
    ["${UNSET:-x${OTHER}}", "‹${UNSET:-x${OTHER}}› OTHER"],
    ["${UNSET:-${OTHER}${THIRD}}", "‹${UNSET:-${OTHER}${THIRD}}› OTHER THIRD"],
    ["${UNSET:-$${A}}", "⟨${A}⟩"],
    ["${UNSET:-$A}}", "⟨$A⟩}"],
    // What a variable holds is text.
    ["${ODD}", "⟨${A}{{x}}$${⟩"],
    // Literal.
    ["$${A}", "⟪${⟫A}"],
    ["$$${A}${A}", "$⟪${⟫A}⟨one⟩"],
    ["$A $", undefined],
    ["", undefined],
    ["op://a/b/c}", "‹op://a/b/c}›"],
    // What only others can fill in.
    ["{{ A }}${A}", "‹{{ A }}›⟨one⟩"],
    ["${A:x}${B}", "‹${A:x}›⟨two⟩"],
    ["${UNSET:-${}}", "‹${UNSET:-${}}›"],
    // Mistakes.
    ["${A}${}${B}", "⟨one⟩!${}!⟨two⟩"],
    ["${A}/${B", "⟨one⟩/!${B!"],
  ])("makes of %j %j", (written, expected) => {
    const result = fillIn(written, (name) => VARIABLES.get(name));
    expect(result && rendered(result)).toBe(expected);
  });

  test("in any text the pieces tell what stands where", () => {
    const texts = constantFrom(
      "${",
      "}",
      "$${",
      "${A:-",
      "${B}",
      "${C?",
      "{{",
      "}}",
      "a",
      "$",
      ":",
    );
    const variables = dictionary(constantFrom("A", "B", "C"), string());
    assert(
      property(array(texts), variables, (parts, known) => {
        const written = parts.join("");
        const result = fillIn(written, (name) => known[name]);
        const { found, escapes } = placeholdersIn(written);
        expect(result === undefined).toBe(found.length + escapes.length === 0);
        if (!result) return;

        let value = "";
        let at = 0;
        for (const piece of result.pieces) {
          value += written.slice(at, piece.written.start);
          expect(piece.range.start).toBe(value.length);
          value += result.value.slice(piece.range.start, piece.range.end);
          at = piece.written.end;
        }
        expect(result.value).toBe(value + written.slice(at));
        expect(result.pieces.length + result.left.found.length).toBe(found.length + escapes.length);
        for (const { range } of result.left.found)
          expect(written).toContain(result.value.slice(range.start, range.end));
      }),
    );
  });

  test.each([
    ["${A:-".repeat(100_000) + "}".repeat(100_000), 0],
    ["${C:-".repeat(100_000) + "x" + "}".repeat(100_000), 0],
    ["${C:-".repeat(100_000) + "${D}" + "}".repeat(100_000), 1],
    ["${".repeat(100_000) + "}".repeat(100_000), 0],
    ["${A}".repeat(100_000), 0],
    ["$${".repeat(100_000), 0],
  ])("takes time in proportion to the text", (written, unset) => {
    const took = cpuTimeOf(() => {
      expect(fillIn(written, (name) => VARIABLES.get(name))?.unset.length).toBe(unset);
    });
    expect(took).toBeLessThan(2000);
  });

  test("makes no value endless", () => {
    const result = fillIn("${LONG}".repeat(10_000), () => "x".repeat(100_000));
    expect(result?.value.length).toBeLessThan(2_000_000);
    expect(result?.left.found.length).toBeGreaterThan(9000);
  });
});

function rendered({ value, pieces, left, unset }: FilledIn): string {
  const marks = [
    ...pieces.map(({ range, isOutside }) => ({ range, brackets: isOutside ? "⟨⟩" : "⟪⟫" })),
    ...left.found.map(({ range }) => ({ range, brackets: "‹›" })),
    ...left.malformed.map(({ range }) => ({ range, brackets: "!!" })),
  ].toSorted((a, b) => b.range.start - a.range.start || b.range.end - a.range.end);
  let result = value;
  for (const { range, brackets } of marks) {
    const { start, end } = range;
    const marked = brackets.charAt(0) + result.slice(start, end) + brackets.charAt(1);
    result = result.slice(0, start) + marked + result.slice(end);
  }
  return [result, ...unset].join(" ");
}
