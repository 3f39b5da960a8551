import type { Document } from "./document.ts";
import { lint } from "./lint.ts";
import { MAX_FINDINGS } from "./max-findings.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import type { Settings } from "./settings/settings.ts";

/** A document, and the settings that hold for it. */
export interface Judged {
  readonly document: Document;
  readonly settings?: Settings | undefined;
}

/** A diagnostic, and the document that it stands in. */
export interface DiagnosticIn extends Diagnostic {
  readonly document: Document;
}

/**
 * Runs what rules have to say of several documents together; what they say of each by itself is `lint`'s. In the
 * order of the documents, then of the text; the settings of a finding's own document decide on it.
 */
export function lintAcross(
  judged: readonly Judged[],
  rules: readonly Rule[] = allRules,
): DiagnosticIn[] {
  if (judged.length < 2) return [];
  const documents = judged.map(({ document }) => document);
  const isOff = ({ id }: Rule) => judged.every(({ settings }) => settings?.rules?.[id] === "off");
  const across = rules.flatMap((rule) =>
    rule.checkAcross && !isOff(rule) ? [{ rule, found: foundBy(rule, documents) }] : [],
  );
  return judged.flatMap(({ document, settings }) => {
    const own = across.flatMap(({ rule, found }) => {
      const findings = found.get(document);
      return findings ? [sayingOnly(rule, findings)] : [];
    });
    if (own.length === 0) return [];
    return lint(document, settings, own).map((diagnostic) => ({ ...diagnostic, document }));
  });
}

function foundBy(
  rule: Rule,
  documents: readonly Document[],
): ReadonlyMap<Document, readonly Finding[]> {
  const found = new Map<Document, Finding[]>();
  let count = 0;
  for (const { document, ...finding } of rule.checkAcross?.(documents) ?? []) {
    const findings = found.get(document);
    if (findings) findings.push(finding);
    else found.set(document, [finding]);
    count += 1;
    if (count === MAX_FINDINGS) break;
  }
  return found;
}

/** The rule as if it had found this in a document by itself, so that `lint` judges it as it judges everything. */
function sayingOnly({ id, group, severity, docs }: Rule, findings: readonly Finding[]): Rule {
  return { id, group, severity, docs, check: () => findings };
}
