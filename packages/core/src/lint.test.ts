import { describe, expect, test } from "vitest";
import { parseDocument } from "./document.ts";
import { lint } from "./lint.ts";
import type { Settings } from "./settings/settings.ts";
import type { Finding, Rule } from "./rule.ts";

const document = parseDocument("restreams:\n  - uri: rtmp://h.acme.net/live/k\n");

describe("lint", () => {
  test("adds the rule, its severity and its page to what it finds", () => {
    const rule = ruleWith([
      { message: "Wrong", range: { start: 1, end: 2 }, path: "/restreams/0" },
    ]);
    expect(lint(document, {}, [rule])).toEqual([
      {
        rule: "some-rule",
        severity: "warning",
        message: "Wrong",
        range: { start: 1, end: 2 },
        path: "/restreams/0",
        url: "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/some-rule.md",
        fixes: [],
        related: [],
      },
    ]);
  });

  test("a finding's severity goes before the rule's, and the user's before both", () => {
    const rule = ruleWith([found(0), { ...found(1), severity: "error" }]);
    const severities = (rules: Settings["rules"]) =>
      lint(document, { rules }, [rule]).map((it) => it.severity);
    expect(severities({})).toEqual(["warning", "error"]);
    expect(severities({ "some-rule": "info" })).toEqual(["info", "info"]);
    expect(severities({ "some-rule": "off" })).toEqual([]);
    expect(severities({ "other-rule": "off" })).toEqual(["warning", "error"]);
  });

  test("says things in the order of the text, and nothing twice", () => {
    const rules = [ruleWith([found(5), found(1)]), ruleWith([found(3), found(3), found(1)])];
    expect(lint(document, {}, rules).map(({ range }) => range.start)).toEqual([1, 3, 5]);
  });

  test("leaves out the fixes that were not possible", () => {
    const fix = { title: "Mend it", safe: true, edits: [] };
    const rule = ruleWith([{ ...found(0), fixes: [undefined, fix] }]);
    expect(lint(document, {}, [rule])[0]?.fixes).toEqual([fix]);
  });

  test("hears no rule out that has ten thousand things to say", () => {
    const endless: Rule = {
      ...ruleWith([]),
      *check() {
        for (let start = 0; ; start++) yield found(start);
      },
    };
    expect(lint(document, {}, [endless, ruleWith([found(0)])])).toHaveLength(10_000);
  });
});

function ruleWith(findings: readonly Finding[]): Rule {
  const docs = { summary: "", rationale: "", invalid: [], valid: [], sources: [] };
  return { id: "some-rule", group: "document", severity: "warning", docs, check: () => findings };
}

function found(start: number): Finding {
  return { message: "Wrong", range: { start, end: start + 1 }, path: "" };
}
