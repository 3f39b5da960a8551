import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { hasPlaceholder, placeholdersIn } from "./placeholder.ts";

describe("placeholdersIn", () => {
  test.each([
    // Compose interpolation; `…` hides what may be a secret.
    ["${KEY}", "⟨${KEY}⟩"],
    ["a${A}b${B}c", "a⟨${A}⟩b⟨${B}⟩c"],
    ["${A}${B}", "⟨${A}⟩⟨${B}⟩"],
    ["${KEY:-abc}", "⟨${KEY…⟩"],
    ["${KEY-abc}", "⟨${KEY…⟩"],
    ["${KEY:?is not set}", "⟨${KEY…⟩"],
    ["${KEY?}", "⟨${KEY…⟩"],
    ["${KEY:+abc}", "⟨${KEY…⟩"],
    ["${KEY+abc}", "⟨${KEY…⟩"],
    ["${A:-${B:-${C}}}!", "⟨${A…⟩!"],
    ["${A:-$${B}}!", "⟨${A…⟩!"],
    ["${A:-{}}", "⟨${A…⟩}"],
    ["${env:KEY}", "⟨${env:KEY}⟩"],
    ["${env:KEY:-abc}", "⟨${env:KEY…⟩"],
    ["${env:-abc}", "⟨${env…⟩"],
    ["${stage.key}", "⟨${stage.key}⟩"],
    ["${ KEY }", "⟨${ KEY }⟩"],
    // Literal.
    ["$KEY", "$KEY"],
    ["a$", "a$"],
    ["$$", "$$"],
    ["$${KEY}", "$${KEY}"],
    ["$${KEY", "$${KEY"],
    ["$$${KEY}", "$$${KEY}"],
    ["$${A}${B}", "$${A}⟨${B}⟩"],
    ["{KEY}", "{KEY}"],
    ["${", "!unterminated⟨${⟩"],
    // Without an end: all that follows is in doubt.
    ["a${KEY", "a!unterminated⟨${KEY⟩"],
    ["a${KEY/b${C}", "a!unterminated⟨${KEY⟩/b${C}"],
    ["${A}${B:-${C}", "⟨${A}⟩!unterminated⟨${B⟩:-${C}"],
    // Without a name.
    ["${}", "!no-name⟨${}⟩"],
    ["${ }", "!no-name⟨${ }⟩"],
    ["${:-abc}", "!no-name⟨${:-abc}⟩"],
    ["${-}", "!no-name⟨${-}⟩"],
    ["${env:}", "!no-name⟨${env:}⟩"],
    ["${}${A}", "!no-name⟨${}⟩⟨${A}⟩"],
    // Templates, opaque; quotes in them may hold a secret.
    ["{{ key }}", "⟨{{ key }}⟩"],
    ["a{{ x }}/{{ y }}b", "a⟨{{ x }}⟩/⟨{{ y }}⟩b"],
    ['{{ x | default("abc") }}', "⟨{{…⟩"],
    ["{{ op://studio/youtube/key }}", "⟨{{ op://studio/youtube/key }}⟩"],
    ["${{ secrets.KEY }}", "⟨${{ secrets.KEY }}⟩"],
    ["$${{ secrets.KEY }}", "$⟨${{ secrets.KEY }}⟩"],
    ["<% key %>", "⟨<% key %>⟩"],
    ["<%= key %>", "⟨<%= key %>⟩"],
    ["{{ key", "{{ key"],
    ["<% key", "<% key"],
    ["{{ a ${B}", "{{ a ⟨${B}⟩"],
    ["${{ key", "!unterminated⟨${{⟩ key"],
    ["${{ key }", "!unterminated⟨${{⟩ key }"],
    // Whole values.
    ["op://studio/youtube/key", "⟨op://studio/youtube/key⟩"],
    ["op://studio/youtube live/section/key\n", "⟨op://studio/youtube live/section/key\n⟩"],
    [
      "ENC[AES256_GCM,data:ab,iv:cd,tag:ef,type:str]",
      "⟨ENC[AES256_GCM,data:ab,iv:cd,tag:ef,type:str]⟩",
    ],
    ["op://studio/youtube", "op://studio/youtube"],
    ["op:///youtube/key", "op:///youtube/key"],
    ["a op://studio/youtube/key", "a op://studio/youtube/key"],
    ["ENC[", "ENC["],
    ["xENC[a]", "xENC[a]"],
    ["", ""],
  ])("%j", (value, expected) => {
    expect(rendered(value)).toBe(expected);
    expect(hasPlaceholder(value)).toBe(expected.includes("⟨"));
  });

  test("in any text they stand apart, in order, and show only what is theirs", () => {
    const pieces = constantFrom(
      "${",
      "}",
      "{{",
      "}}",
      "<%",
      "%>",
      "$",
      "${A:-",
      "${}",
      "env:",
      "a",
      '"',
      " ",
      "op://a/b/",
      "ENC[x]",
    );
    assert(
      property(array(pieces), (texts) => {
        const value = texts.join("");
        const { found, malformed } = placeholdersIn(value);
        const ranges = [...found, ...malformed]
          .map(({ range }) => range)
          .toSorted((a, b) => a.start - b.start);
        let end = 0;
        for (const range of ranges) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(value.length);
        for (const { range, shown } of found) {
          expect(shown.start).toBe(range.start);
          expect(shown.end).toBeLessThanOrEqual(range.end);
        }
      }),
    );
  });
});

/** The value with its placeholders in brackets. */
function rendered(value: string): string {
  const { found, malformed } = placeholdersIn(value);
  const marks = [
    ...found.map(({ range, shown }) => ({
      range,
      text: `⟨${value.slice(range.start, shown.end)}${shown.end < range.end ? "…" : ""}⟩`,
    })),
    ...malformed.map(({ range, reason }) => ({
      range,
      text: `!${reason}⟨${value.slice(range.start, range.end)}⟩`,
    })),
  ].toSorted((a, b) => b.range.start - a.range.start);
  return marks.reduce(
    (text, { range, text: mark }) => text.slice(0, range.start) + mark + text.slice(range.end),
    value,
  );
}
