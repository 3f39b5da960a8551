import { applyEdits, type Diagnostic, type Fix, lint, type Rule } from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { parseFixture } from "./fixture.ts";
import { annotate, strip } from "./markers.ts";

/** What a rule accepts and what it reports. */
export interface RuleCases {
  readonly valid: readonly string[];
  readonly invalid: readonly InvalidCase[];
}

/** A document that a rule reports. */
export interface InvalidCase {
  /**
   * A document with `^^^^ message` under each finding of the rule, and `^^^^ warning: message` where the severity
   * is not the rule's own.
   */
  readonly code: string;
  /** What the safe fixes make of it; left out where there are none. */
  readonly fixed?: string;
  /** What each suggestion of the document makes of it, by its title; left out where there are none. */
  readonly suggested?: Readonly<Record<string, string>>;
}

/** One table, one rule: what it reports, where, in which words, and what its fixes do. */
export function checkRule(rule: Rule, { valid, invalid }: RuleCases): void {
  describe(rule.id, () => {
    test.each(valid)("accepts %j", (text) => {
      expect(annotated(text)).toBe(text);
    });
    test.each(invalid)("reports $code", ({ code, fixed, suggested }) => {
      const text = strip(code);
      expect(annotated(text)).toBe(code);

      const found = run(text);
      const safe = found.flatMap(({ fixes }) => fixes.find((it) => it.safe)?.edits ?? []);
      expect(safe.length > 0 ? applyEdits(text, safe) : undefined).toBe(fixed);
      if (fixed !== undefined) expect(applySafe(fixed)).toBe(fixed);

      const offered = found.flatMap(({ fixes }) => fixes.filter((it) => !it.safe));
      const results = offered.map((it) => [it.title, applyEdits(text, it.edits)]);
      expect(Object.fromEntries(results)).toEqual(suggested ?? {});
    });
    test.each(invalid)("mends, and breaks nothing else, in $code", ({ code }) => {
      const text = strip(code);
      for (const { fixes } of run(text)) for (const fix of fixes) checkFix(text, fix);
    });
  });

  /** A fix is right or absent: the rule has less to say after it, and no other rule has more. */
  function checkFix(text: string, fix: Fix): void {
    const mended = applyEdits(text, fix.edits);
    expect(run(mended).length, `after "${fix.title}":\n${mended}`).toBeLessThan(run(text).length);
    const before = count(lint(parseFixture(text)));
    for (const [id, number] of count(lint(parseFixture(mended)))) {
      expect(number, `${id} after "${fix.title}":\n${mended}`).toBeLessThanOrEqual(
        before.get(id) ?? 0,
      );
    }
  }

  function annotated(text: string): string {
    const marked = run(text).map(({ range, severity, message }) => ({
      range,
      message: severity === rule.severity ? message : `${severity}: ${message}`,
    }));
    return annotate(text, marked);
  }

  function applySafe(text: string): string {
    const edits = run(text).flatMap(({ fixes }) => fixes.find((it) => it.safe)?.edits ?? []);
    return applyEdits(text, edits);
  }

  function run(text: string): Diagnostic[] {
    return lint(parseFixture(text), {}, [rule]);
  }
}

/** How often each rule reports. Infos are left out: a mended document may have more to say of itself. */
function count(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of diagnostics) {
    if (severity !== "info") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}
