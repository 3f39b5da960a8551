import { describe, expect, test } from "vitest";
import { type Document, parseDocument } from "./document.ts";
import { lintAcross } from "./lint-across.ts";
import type { FindingIn, Rule } from "./rule.ts";

const a = parseDocument("restreams:\n  - uri: rtmp://h.acme.net/live/k\n");
const b = parseDocument("restreams:\n  - uri: rtmp://h.acme.net/live/k\n");

describe("lintAcross", () => {
  test("adds the rule, its severity, its page and the document", () => {
    expect(lintAcross([{ document: a }, { document: b }], [ruleWith([found(b, 1)])])).toEqual([
      {
        rule: "some-rule",
        severity: "warning",
        message: "Wrong",
        range: { start: 1, end: 2 },
        path: "",
        url: "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/some-rule.md",
        fixes: [],
        related: [],
        document: b,
      },
    ]);
  });

  test("goes by the documents, then by the text, and says nothing twice", () => {
    const rule = ruleWith([found(b, 2), found(b, 1), found(a, 7), found(b, 2)]);
    const diagnostics = lintAcross([{ document: b }, { document: a }], [rule]);
    expect(diagnostics.map((it) => [it.document === b, it.range.start])).toEqual([
      [true, 1],
      [true, 2],
      [false, 7],
    ]);
  });

  test("goes by the settings of the document that the finding stands in", () => {
    const severities = lintAcross(
      [
        { document: a, settings: { rules: { "some-rule": "info" } } },
        { document: b, settings: { extends: "strict" } },
      ],
      [ruleWith([found(a, 0), found(b, 0)])],
    ).map(({ severity }) => severity);
    expect(severities).toEqual(["info", "error"]);
  });

  test("leaves out what the settings of a document switch off, and does not run what all do", () => {
    const off = { rules: { "some-rule": "off" } } as const;
    const rule = ruleWith([found(a, 0), found(b, 0)]);
    const heard = lintAcross([{ document: a, settings: off }, { document: b }], [rule]);
    expect(heard.map(({ document }) => document)).toEqual([b]);

    const unheard: Rule = {
      ...rule,
      checkAcross: () => {
        throw new Error("It runs");
      },
    };
    const both = [a, b].map((document) => ({ document, settings: off }));
    expect(lintAcross(both, [unheard])).toEqual([]);
  });

  test("says nothing of what a rule finds in one document by itself", () => {
    const alone: Rule = { ...ruleWith([]), check: () => [found(a, 0)] };
    const each: Rule = { ...ruleWith([found(b, 5)]), checkEach: () => [found(b, 0)] };
    const strict = [a, b].map((document) => ({
      document,
      settings: { extends: "strict" } as const,
    }));
    const diagnostics = lintAcross(strict, [alone, each]);
    expect(diagnostics.map(({ range }) => range.start)).toEqual([5]);
  });

  test("has nothing to compare one document with", () => {
    expect(lintAcross([{ document: a }], [ruleWith([found(a, 0)])])).toEqual([]);
  });

  test("hears no rule out that has ten thousand things to say", () => {
    const endless: Rule = {
      ...ruleWith([]),
      *checkAcross() {
        for (let start = 0; ; start++) yield found(start % 2 === 0 ? a : b, start);
      },
    };
    expect(lintAcross([{ document: a }, { document: b }], [endless])).toHaveLength(10_000);
  });
});

function ruleWith(findings: readonly FindingIn[]): Rule {
  const docs = { summary: "", rationale: "", invalid: [], valid: [], sources: [] };
  const parts = { id: "some-rule", group: "document", severity: "warning", docs } as const;
  return { ...parts, check: () => [], checkAcross: () => findings };
}

function found(document: Document, start: number): FindingIn {
  return { message: "Wrong", range: { start, end: start + 1 }, path: "", document };
}
