import { describe, expect, test } from "vitest";
import { commentsWith } from "./comments.ts";
import type { Language } from "./syntax.ts";

/** Each comment's words, and the first words of the line below. */
function found(text: string, language: Language = "yaml"): string[] {
  return commentsWith("note", text, language).map(({ range, body, below }) => {
    expect(text.slice(range.start, range.end)).toMatch(/^(?:#|\/\/|\/\*)/);
    const line = below === undefined ? "nothing" : /[^\r\n]*/.exec(text.slice(below))?.[0].trim();
    return `${text.slice(body.start, body.end)} > ${line}`;
  });
}

describe("commentsWith", () => {
  test.each<[string, string[]]>([
    ["# note a\nb: 1\n", ["note a > b: 1"]],
    ["#note a  \r\n\r\n  # other\r\n\tb: 1", ["note a > b: 1"]],
    ["b: 1 # note a\n# note b", ["note a > nothing", "note b > nothing"]],
    ["b: 1\r# note a\rc: 2\r", ["note a > c: 2"]],
    ["\ufeff# note a\nb: 1\n", ["note a > b: 1"]],
    [
      "# note a\n\n# note b\n#\n# note c\nb: 1 # note d\nc: 2\n",
      ["a", "b", "c"].map((it) => `note ${it} > b: 1 # note d`).concat("note d > c: 2"),
    ],
    // Not at its beginning, not the word, no comment.
    ["# a note\n## note\n# # note\nb: 1# note\nc: x#note\n", []],
    ['b: "# note a"\nc: \' # note b\'\nd: "x\n  # note c"\n', []],
    ["b: |\n  # note a\nc: >-\n  x\n\n  # note b\n# note c\nd: 1\n", ["note c > d: 1"]],
    ["b: | # note a\n  # note b\nc: 1\n", ["note a > c: 1"]],
    [
      "b: {a: 1, # note a\n  c: '# note b'} # note c\nd: 1\n",
      ["note a > c: '# note b'} # note c", "note c > d: 1"],
    ],
    [
      "# note a\n---\nb: 1\n... # note b\n# note c\n---\nc: 1\n",
      ["note a > ---", "note b > ---", "note c > ---"],
    ],
    [
      "%YAML 1.2 # note a\n---\nb: &a 1 # note b\nc: *a # note c\n",
      ["note a > ---", "note b > c: *a # note c", "note c > nothing"],
    ],
    // An unfinished quote or bracket hides no comment of another item.
    [
      'restreams:\n  - uri: "a # note a\n  - uri: b # note b\n  - uri: [ # note c\n  - uri: d\n    # note d\nx: 1 # note e\n',
      [
        "note b > - uri: [ # note c",
        "note c > - uri: d",
        "note d > x: 1 # note e",
        "note e > nothing",
      ],
    ],
    [
      "# note a\nrestreams: # note b\n# note c\n  - uri: a\n",
      ["note a > restreams: # note b", "note b > - uri: a", "note c > - uri: a"],
    ],
  ])("YAML %j", (text, comments) => {
    expect(found(text)).toEqual(comments);
  });

  test.each<[string, string[]]>([
    ['// note a\n{"b": 1}\n', ['note a > {"b": 1}']],
    [
      '{\r\n  "b": 1, // note a\r\n  /* other\r\n   */\r\n  "c": 2 /* note b */\r\n}',
      ['note a > "c": 2 /* note b */', "note b > }"],
    ],
    ['{"b": "// note a", "c": "/* note b */"}', []],
    ['{ /** note a */ "b": 1, /* note b*/ "c": 2 }', ["note a > nothing", "note b > nothing"]],
    ['/*\n * note a,\n *   b\n */\n{"b": 1}', ['note a,\n *   b > {"b": 1}']],
    ["/* note a */ /* x\n*/ // note b\n{}", ["note a > {}", "note b > {}"]],
    ['{"b": "open // note a\n  , "c": 1 // note b\n}', ["note b > }"]],
    ["[1, /* note a\n 2 // note b\n]", ["note b > ]"]],
    ["/* */ /*/ // note a\n1", []],
    ["/***/ // note a\n1", ["note a > 1"]],
    ["# note a\n{}", []],
  ])("JSONC %j", (text, comments) => {
    expect(found(text, "jsonc")).toEqual(comments);
  });

  test("plain JSON has none", () => {
    expect(found("// note a\n{}", "json")).toEqual([]);
  });
});
