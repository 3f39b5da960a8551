import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { hasPlaceholder, placeholdersIn, type Variable } from "./placeholder.ts";

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

  test.each([
    ["${KEY}", "KEY"],
    ["${env:KEY}", "KEY"],
    ["${ KEY }", "KEY"],
    ["${stage.key}", "stage.key"],
    ["${KEY:-abc}", "KEY :- [abc]"],
    ["${KEY-abc}", "KEY - [abc]"],
    ["${KEY:?is not set}", "KEY :? [is not set]"],
    ["${KEY?}", "KEY ? []"],
    ["${KEY:+abc}", "KEY :+ [abc]"],
    ["${KEY+a:-b}", "KEY + [a:-b]"],
    ["${env:-abc}", "env :- [abc]"],
    ["${env:KEY:-abc}", "KEY :- [abc]"],
    ["${A:-${B:-${C}}}", "A :- [${B:-${C}}]"],
    ["${A:-$${B}}", "A :- [$${B}]"],
    // Nobody but their own reader can fill them in.
    ["${KEY:abc}", "opaque"],
    ["${KEY abc}", "opaque"],
    ["${A${B}}", "opaque"],
    ["${{ KEY }}", "opaque"],
    ["{{ KEY }}", "opaque"],
    ["<% KEY %>", "opaque"],
    ["op://studio/youtube/key", "opaque"],
    ["ENC[a]", "opaque"],
  ])("asks in %j for %j", (value, expected) => {
    const [{ range, variable } = fail()] = placeholdersIn(value).found;
    expect(range).toEqual({ start: 0, end: value.length });
    expect(variable ? asked(value, variable) : "opaque").toBe(expected);
  });

  test("tells what is a literal `${`", () => {
    const texts = ["$${A}", "a$${A}${B}$${", "$$${A}", "$${{ x }}", "$$A"];
    const starts = texts.map((it) => placeholdersIn(it).escapes.map(({ start }) => start));
    expect(starts).toEqual([[0], [1, 10], [1], [], []]);
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

function asked(value: string, { name, operator, operand }: Variable): string {
  const given = value.slice(operand.start, operand.end);
  return operator === undefined ? name : `${name} ${operator} [${given}]`;
}

function fail(): never {
  throw new Error("no placeholder was found");
}

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

test.each([
  ["a${KEY}b${a b}", ["interpolation", "interpolation"]],
  ["${{ key }} {{ key }} <% key %>", ["template", "template", "template"]],
  ["op://studio/youtube/key", ["1password"]],
  ["ENC[AES256_GCM,data]", ["sops"]],
])("the kinds of %j are %j", (value, kinds) => {
  expect(placeholdersIn(value).found.map(({ kind }) => kind)).toEqual(kinds);
});
