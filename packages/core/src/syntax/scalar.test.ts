import {
  assert,
  constantFrom,
  nat,
  oneof,
  property,
  readConfigureGlobal,
  string,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { type ScalarNode, valueOf } from "./node.ts";
import { encodeIn, rangeIn } from "./scalar.ts";
import { type Language, parseSyntax } from "./syntax.ts";

describe("rangeIn", () => {
  test.each<[string, Language, string, string]>([
    ["uri: srt://h:1?mode=caller", "yaml", "mode", "mode"],
    ["uri: 'it''s mode'", "yaml", "s mode", "s mode"],
    ["uri: 'it''s mode'", "yaml", "'", "''"],
    ['uri: "a\\u0026mode"', "yaml", "&", "\\u0026"],
    ['uri: "a\\x26\\tmode\\/"', "yaml", "mode/", "mode\\/"],
    ['uri: "\\U0001F600mode"', "yaml", "\u{1F600}", "\\U0001F600"],
    ['uri: "\u{1F600}mode"', "yaml", "mode", "mode"],
    ["uri: \u{1F600}mode", "yaml", "mode", "mode"],
    ["x: {uri: 1}\nuri: mode # mode", "yaml", "mode", "mode"],
    ['{"uri": "a\\u0026mode"}', "json", "&mode", "\\u0026mode"],
    ['{"uri": "\\ud83d\\ude00mode"}', "json", "\u{1F600}m", "\\ud83d\\ude00m"],
    ['\ufeff{"uri": "srt:\\/\\/h"}', "json", "//", "\\/\\/"],
    ["\ufeffuri: mode\n", "yaml", "mode", "mode"],
    ["# é\r\nuri: mode\r\n", "yaml", "mode", "mode"],
    ["# lone\ruri: mode\r", "yaml", "mode", "mode"],
    // Where no character can be matched, the whole scalar.
    ["uri: |\n  mode\n", "yaml", "mode", "|\n  mode\n"],
    ["uri: >-\n  the\n  mode\n", "yaml", "mode", ">-\n  the\n  mode\n"],
    ["uri: the\n  mode", "yaml", "mode", "the\n  mode"],
    ['uri: "the\n  mode"', "yaml", "mode", '"the\n  mode"'],
    ['uri: "the \\\n  mode"', "yaml", "mode", '"the \\\n  mode"'],
  ])("in %j (%s), %j is written %j", (text, language, part, written) => {
    const node = scalarIn(text, language);
    const start = String(node.value).indexOf(part);
    const range = rangeIn(node, { start, end: start + part.length });
    expect(text.slice(range.start, range.end)).toBe(written);
  });

  test.each<[string, (value: string) => string, (written: string) => string]>([
    ["JSON", JSON.stringify, (it) => JSON.parse(`"${it}"`) as string],
    ["escapes", escaped, (it) => JSON.parse(`"${it}"`) as string],
    ["single quotes", (it) => `'${it.replaceAll("'", "''")}'`, (it) => it.replaceAll("''", "'")],
  ])("finds every character of a value in %s", (notation, write, read) => {
    const values = string({ unit: constantFrom(...CHARACTERS), minLength: 1 });
    const check = property(values, nat(), (value, seed) => {
      // No escape, no line break.
      if (notation === "single quotes" && value.includes("\n")) return;
      const characters = [...value];
      const index = seed % characters.length;
      const start = characters.slice(0, index).join("").length;
      const text = `uri: ${write(value)} # end\n`;
      const range = rangeIn(scalarIn(text, "yaml"), {
        start,
        end: start + characters[index]!.length,
      });
      expect(read(text.slice(range.start, range.end))).toBe(characters[index]);
    });
    assert(check);
  });
});

describe("encodeIn", () => {
  test.each<[string, string, string | undefined]>([
    ["uri: a-b", "x", "x"],
    ["uri: a-b", "x y", "x y"],
    ["uri: a-b", "x: y", undefined],
    ["uri: a-b", "x #y", undefined],
    ["uri: a-b", "x\ny", undefined],
    ["uri: a-b", "[x, y]", "[x, y]"],
    ["{uri: a-b}", "[x, y]", undefined],
    ["{uri: a-b}", "${X}", undefined],
    ["{uri: a-b}", "x#y", "x#y"],
    ["uri: 'a-b'", "it's", "it''s"],
    ["uri: 'a-b'", "x\ny", undefined],
    ['uri: "a-b"', 'x"\n\\', 'x\\"\\n\\\\'],
    ["uri: >-\n  a-b\n", "x", undefined],
    ["uri: a\n  -b", "x", undefined],
  ])("in %j, %j is written %j", (text, newText, written) => {
    const node = scalarIn(text, "yaml");
    expect(encodeIn(node, { start: 1, end: 2 }, newText)).toBe(written);
  });

  test("what it writes is read as it was meant", () => {
    const text = string({ unit: constantFrom(...CHARACTERS), maxLength: 6 });
    const notations = constantFrom(
      ...['"', "'", ""].flatMap((quote) => [
        `uri: ${quote}@${quote}\n`,
        `{ uri: ${quote}@${quote} }\n`,
      ]),
    );
    const values = oneof(text, constantFrom("rtmp://h.acme.net/live/k", "a: b", "0x10", "nul"));
    const check = property(
      notations,
      values,
      text,
      nat(),
      nat(),
      (notation, value, newText, from, length) => {
        const document = notation.replace("@", () => value);
        const { roots, faults } = parseSyntax(document, "yaml");
        const [root] = roots;
        const node = root?.kind === "mapping" ? valueOf(root, "uri") : undefined;
        if (faults.length > 0 || node?.kind !== "scalar" || node.value !== value) return;

        const start = from % (value.length + 1);
        const part = { start, end: start + (length % (value.length - start + 1)) };
        if ([part.start, part.end].some((it) => splitsCharacter(value, it))) return;
        const encoded = encodeIn(node, part, newText);
        if (encoded === undefined) return;
        const range = rangeIn(node, part);
        const changed = document.slice(0, range.start) + encoded + document.slice(range.end);
        const meant = value.slice(0, part.start) + newText + value.slice(part.end);
        expect(scalarIn(changed, "yaml")).toMatchObject({ value: meant, style: node.style });
        expect(parseSyntax(changed, "yaml").faults).toEqual([]);
      },
    );
    assert(check, { numRuns: 10 * (readConfigureGlobal().numRuns ?? 100) });
  });
});

const CHARACTERS: readonly string[] = [
  ..."ab:/?&=#'\"\\ -,{}[]|>%@!*~0.é\u{1F600}\t\n\u2028\u00a0\ufeff",
];

/** Every unit as a `\u` escape. */
function escaped(value: string): string {
  const units = value.split("").map((it) => it.charCodeAt(0).toString(16).padStart(4, "0"));
  return `"${units.map((it) => `\\u${it}`).join("")}"`;
}

function splitsCharacter(value: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(value.charAt(at));
}

/** The scalar under the key `uri` of a text. */
function scalarIn(text: string, language: Language): ScalarNode {
  const [root] = parseSyntax(text, language).roots;
  const node = root?.kind === "mapping" ? valueOf(root, "uri") : undefined;
  if (node?.kind !== "scalar") throw new Error(`no scalar in ${JSON.stringify(text)}`);
  return node;
}
