import { languageOfText } from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../apply-fixes.ts";
import { type Document, parseDocument } from "../document.ts";
import { lineStartsOf, positionAt } from "../lines.ts";
import { judge, lint } from "../lint.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Rule } from "../rule.ts";
import type { Language } from "../syntax/syntax.ts";
import { rules } from "../rules/index.ts";

const DOCS = { summary: "", rationale: "", invalid: [], valid: [], sources: [] };

/** Reports each `!` in a text. */
const loud = ruleAt("loud", /!/g);
/** Reports each `?` in a text. */
const asking = ruleAt("asking", /\?/g);

function ruleAt(id: string, sign: RegExp): Rule {
  return {
    id,
    group: "document",
    severity: "warning",
    docs: DOCS,
    *check({ text }) {
      for (const { index } of text.matchAll(sign)) {
        yield { message: "Loud", range: { start: index, end: index + 1 }, path: "" };
      }
    },
  };
}

/** The lines, counted from one, on which each rule still has something to say. */
function heard(text: string, language: Document["language"] = "yaml"): string {
  const lineStarts = lineStartsOf(text);
  return lint(parseDocument(text, { language }), {}, [loud, asking])
    .map(({ rule, range }) => `${rule} ${positionAt(lineStarts, range.start).line + 1}`)
    .join(", ");
}

describe("comments silence", () => {
  test.each<[string, string, string]>([
    [
      "their line",
      "a: x!?\nb: x!? # restream-lint-disable-line loud\nc: x!?\n",
      "loud 1, asking 1, asking 2, loud 3, asking 3",
    ],
    [
      "their line, of all rules",
      "a: x!?\nb: x!? # restream-lint-disable-line\n",
      "loud 1, asking 1",
    ],
    [
      "the next line",
      "# restream-lint-disable-next-line loud, asking -- why\na: x!?\nb: x!\n",
      "loud 3",
    ],
    [
      "the next line that holds something",
      "a: x! # restream-lint-disable-next-line loud\n\n  # x\n\t\nb: x!\nc: x!\n",
      "loud 1, loud 6",
    ],
    [
      "the same line several times",
      "# restream-lint-disable-next-line loud\n# restream-lint-disable-next-line asking\na: x!?\nb: x!?\n",
      "loud 4, asking 4",
    ],
    [
      "lines of any kind",
      "# restream-lint-disable-next-line\r\na: x!\r\n# restream-lint-disable-next-line\rb: x!\rc: x! # restream-lint-disable-line\n",
      "",
    ],
    [
      "values that begin on a line",
      'a: "x\n  y! ? z" # restream-lint-disable-line asking\n# restream-lint-disable-next-line loud\nb: "x!\n  y!\n\n  z!?"\nc: x!\n',
      "loud 2, asking 7, loud 8",
    ],
    [
      "block scalars that begin on a line",
      "# restream-lint-disable-next-line loud\nb: >- # a block\n  x!\n  # restream-lint-disable-next-line asking\n  y!?\nc: x!\n",
      "asking 5, loud 6",
    ],
    [
      "the whole text, wherever they stand",
      "a: x!?\nb: # restream-lint-disable-file loud\n  c: x!\n",
      "asking 1",
    ],
    [
      "several YAML documents",
      "a: x!\n---\n# restream-lint-disable loud\nb: x!\n---\nc: x!\n# restream-lint-enable\nd: x!\n",
      "loud 1, loud 8",
    ],
    [
      "blocks",
      "a: x!?\n# restream-lint-disable loud\nb: x!?\n# restream-lint-enable loud\nc: x!?\n",
      "loud 1, asking 1, asking 3, loud 5, asking 5",
    ],
    ["blocks without an end", "a: x!\n# restream-lint-disable\nb: x!\nc: x!", "loud 1"],
    [
      "blocks of a line's rest",
      "a: x!\nb: [x!, # restream-lint-disable\n  y!]\nc: x! # restream-lint-enable\nd: x!\n",
      "loud 1, loud 2, loud 5",
    ],
    [
      "no block in a block",
      "# restream-lint-disable\n# restream-lint-disable loud\na: x!?\n# restream-lint-enable\nb: x!\n",
      "loud 5",
    ],
    [
      "all rules but one",
      "# restream-lint-disable\na: x!?\n# restream-lint-enable asking\nb: x!?\n# restream-lint-disable asking\nc: x!?\n# restream-lint-enable loud\nd: x!?\n# restream-lint-enable\ne: x!?\n",
      "asking 4, loud 8, loud 10, asking 10",
    ],
    [
      "all rules, but for what was enabled before",
      "# restream-lint-disable\n# restream-lint-enable asking\na: x!?\n# restream-lint-disable\nb: x!?\n",
      "asking 3",
    ],
    [
      "nothing with unknown rules alone",
      "# restream-lint-disable-file no-such-rule\na: x!\n",
      "loud 2",
    ],
    [
      "nothing with words in quotes",
      'a: "x! # restream-lint-disable-file"\nb: |\n  x! # restream-lint-disable-line\nrtmp://h/a#restream-lint-disable-file: x\n',
      "loud 1, loud 3",
    ],
    [
      "beside what is broken",
      'restreams:\n  - a: "x!\n  - b: x! # restream-lint-disable-line\n  - c: [x! # restream-lint-disable-line\n  - d: x!\n',
      "loud 2, loud 5",
    ],
    ["with a colon, and without commas", "# restream-lint-disable-file: loud asking\na: x!?\n", ""],
  ])("%s", (_, text, expected) => {
    expect(heard(text)).toBe(expected);
  });

  test.each<[string, string]>([
    [
      '{\n  // restream-lint-disable-next-line loud\n  "a": "x!?",\n  "b": "x!", // restream-lint-disable-line\n  "c": "x!"\n}',
      "asking 3, loud 5",
    ],
    ['{"a": "x!", /* restream-lint-disable-line loud */ "b": "x!?"}', "asking 1"],
    [
      '/* restream-lint-disable-next-line\n * asking,\n * loud -- why! */ // y\n\n{"a": "x!?", "b": [\n"x!"]}',
      "loud 3, loud 6",
    ],
    [
      '{"a": "x!" /* restream-lint-disable */, "b": "x!" /* restream-lint-enable */, "c": "x!"}',
      "loud 1, loud 1",
    ],
    ['{"a": "x! // restream-lint-disable-file"}', "loud 1"],
  ])("JSONC %j", (text, expected) => {
    expect(heard(text, "jsonc")).toBe(expected);
  });

  test("plain JSON has no comments", () => {
    expect(heard('{"a": "x!"} // restream-lint-disable-file', "json")).toBe("loud 1");
  });

  test("what is read through aliases at its anchor", () => {
    const text =
      "restreams:\n  - &a\n    stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000 # restream-lint-disable-line srt-not-caller\n    latency_unit: ms\n  - *a\n";
    const { diagnostics, suppressed } = judge(parseDocument(text));
    expect(diagnostics.filter(({ rule }) => rule === "srt-not-caller")).toEqual([]);
    expect(suppressed).toBe(1);
  });

  test("nothing that is said of comments", () => {
    const text =
      "# restream-lint-disable-file\n# restream-lint-disable-file no-such-rule, unknown-rule\na: x!\n";
    const said = judge(parseDocument(text), {}, [
      loud,
      ...rules.filter((it) => it.group === "suppression"),
    ]);
    expect(said.diagnostics.map(({ rule }) => rule)).toEqual([
      "unknown-rule",
      "unused-suppression",
    ]);
    expect(said.suppressed).toBe(1);
  });
});

describe("every finding of the rules' examples can be suppressed, and only that", () => {
  const examples = rules
    .flatMap(({ docs, group }) => (group === "suppression" ? [] : docs.invalid))
    .filter((text) => languageOfText(text) === "yaml");

  test.each(examples)("on its line, or from above: %j", (text) => {
    const found = lint(parseDocument(text));
    const lines = text.split("\n");
    const lineStarts = lineStartsOf(text);
    const foundOn = (number: number) =>
      found.filter(({ range }) => positionAt(lineStarts, range.start).line === number);
    const commented = lines.flatMap((line, number) => {
      const names = namesOf(foundOn(number));
      if (names === "") return [line];
      // An unfinished quote would take a comment in.
      return line.includes("#") || names.includes("syntax-error")
        ? [`# restream-lint-disable-next-line ${names}`, line]
        : [`${line} # restream-lint-disable-line ${names} -- an example`];
    });
    const { diagnostics, suppressed } = judge(parseDocument(commented.join("\n")));
    expect(diagnostics).toEqual([]);
    expect(suppressed).toBe(found.length);
  });
});

function namesOf(diagnostics: readonly Diagnostic[]): string {
  return [...new Set(diagnostics.map(({ rule }) => rule))].join(", ");
}

describe("account", () => {
  const text = (rule: string) =>
    `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line ${rule}\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n`;
  const saidOf = (rule: string, settings = {}) =>
    lint(parseDocument(text(rule)), settings).map((it) => it.rule);

  test("of rules that are off too: what they would say counts", () => {
    expect(saidOf("srt-not-caller", { rules: { "srt-not-caller": "off" } })).toEqual([]);
    expect(saidOf("", { rules: { "srt-not-caller": "off" } })).toEqual([]);
    expect(saidOf("unusual-port", { rules: { "srt-not-caller": "off" } })).toEqual([
      "unused-suppression",
    ]);
  });

  test("settings silence it", () => {
    const off = { rules: { "unused-suppression": "off", "srt-not-caller": "off" } } as const;
    expect(saidOf("unusual-port", off)).toEqual([]);
    expect(saidOf("srt-not-caller", { ignore: [{ rule: "srt-not-caller" }] })).toEqual([]);
    const ignore = [{ rule: "unused-suppression" }, { rule: "srt-not-caller" }];
    const { diagnostics, suppressed, unusedIgnores } = judge(parseDocument(text("unusual-port")), {
      ignore,
    });
    expect(diagnostics).toEqual([]);
    expect(suppressed).toBe(2);
    expect(unusedIgnores).toEqual([]);
  });

  test("of a rule that could not be heard out, nothing is said", () => {
    const endless: Rule = {
      ...loud,
      *check() {
        for (let start = 0; ; start++)
          yield { message: "Loud", range: { start, end: start }, path: "" };
      },
    };
    const last = rules.filter((it) => it.group === "suppression");
    const of = `a: 1\n${"b: x\n".repeat(4000)}# restream-lint-disable-next-line loud\nc: 1\n`;
    const said = lint(parseDocument(of), {}, [endless, ...last]);
    expect(said.filter(({ rule }) => rule !== "loud")).toEqual([]);
  });

  test("fixes leave alone what is suppressed, and then what suppressed nothing", () => {
    const { document, applied } = applyFixes(
      parseDocument(
        "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-missing-mode, srt-not-caller\n    uri: SRT://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
      ),
    );
    expect(document.text).toBe(
      "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-missing-mode\n    uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n",
    );
    expect(applied).toBe(2);
  });
});

describe("a comment above a restream is about all of it", () => {
  const LISTENER = "uri: srt://h.acme.net:9000?mode=listener&latency=2000";
  const COMMENT = "restream-lint-disable-next-line srt-not-caller";
  test.each<[string, Language, readonly number[]]>([
    [
      `restreams:\n  # ${COMMENT}\n  - stream_id: 1\n    ${LISTENER}\n  - stream_id: 2\n    ${LISTENER}\n`,
      "yaml",
      [6],
    ],
    // Of the line that it stands on, not of the restream that begins there.
    [
      `restreams:\n  - stream_id: 1 # ${COMMENT.replace("next-line", "line")}\n    ${LISTENER}\n`,
      "yaml",
      [3],
    ],
    // Above a field it is about that field.
    [`restreams:\n  - stream_id: 1\n    # ${COMMENT}\n    name: A\n    ${LISTENER}\n`, "yaml", [5]],
    // Nor is all of the document meant where its first field begins.
    [`# ${COMMENT}\nrestreams:\n  - stream_id: 1\n    ${LISTENER}\n`, "yaml", [4]],
    [`# ${COMMENT}\nstream_id: 1\n${LISTENER}\n`, "yaml", []],
    [
      `{ "restreams": [\n  // ${COMMENT}\n  {\n    "stream_id": 1,\n    "uri": "srt://h.acme.net:9000?mode=listener"\n  }, {\n    "stream_id": 1,\n    "uri": "srt://h.acme.net:9001?mode=listener"\n  }\n] }`,
      "jsonc",
      [8],
    ],
  ])("in %j", (text, language, lines) => {
    const starts = lineStartsOf(text);
    const found = lint(parseDocument(text, { language })).filter(
      ({ rule }) => rule === "srt-not-caller",
    );
    expect(found.map(({ range }) => positionAt(starts, range.start).line + 1)).toEqual(lines);
  });
});

test.each([
  "# restream-lint-disable unreachable-hosts\n# restream-lint-enable\n",
  "# restream-lint-disabel unreachable-host\n# restream-lint-enable unreachable-host\n",
])("what ends a block that a slip kept from beginning is not unused: %j", (comments) => {
  const text = `restreams:\n  - stream_id: 1\n    uri: rtmp://h.acme.net/live/\${K}\n${comments}`;
  const found = lint(parseDocument(text));
  expect(found.map(({ range }) => text.slice(range.start, range.end))).toHaveLength(1);
  const { document } = applyFixes(parseDocument(text));
  expect(document.text).toBe(text);
});
