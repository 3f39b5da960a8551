import { type Document, withKnowledge } from "./document.ts";
import { createTargetLookup } from "./gcore/known-targets.ts";
import { pageOf } from "./homepage.ts";
import type { Range } from "./range.ts";
import type { Finding, Fix, Related, Rule, Severity } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { isExacting, type Settings, severityOf } from "./settings.ts";

/** A finding, the rule that made it, and how bad it is: what users see. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  /** The rule's page. */
  readonly url: string;
  /** Safe ones first. */
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** What one rule says more often than this, nobody reads, and it would fill the memory. */
const MAX_FINDINGS = 10_000;

/** Runs the rules over a document. Same input, same output, in the order of the text. */
export function lint(
  document: Document,
  settings: Settings = {},
  rules: readonly Rule[] = allRules,
): Diagnostic[] {
  const known = knownIn(document, settings);
  const diagnostics: Diagnostic[] = [];
  for (const rule of rules) {
    if (settings.rules?.[rule.id] === "off") continue;
    let count = 0;
    for (const finding of findingsOf(rule, known, settings)) {
      const severity = severityOf(rule, finding, settings);
      if (severity !== "off") diagnostics.push(diagnosticOf(rule, finding, severity));
      count += 1;
      if (count === MAX_FINDINGS) break;
    }
  }
  return diagnostics.length < 2 ? diagnostics : distinct(diagnostics).toSorted(byPlace);
}

function findingsOf(rule: Rule, document: Document, settings: Settings): Iterable<Finding> {
  return rule.checkEach && isExacting(rule, settings)
    ? rule.checkEach(document)
    : rule.check(document);
}

/** The document with what the settings say of its targets. */
function knownIn(document: Document, { targets = [], latencyUnit, network }: Settings): Document {
  if (targets.length === 0 && !latencyUnit && !network) return document;
  return withKnowledge(document, { latencyUnit, network }, createTargetLookup(targets));
}

function diagnosticOf(
  rule: Rule,
  { message, range, path, fixes = [], related = [] }: Finding,
  severity: Severity,
): Diagnostic {
  return {
    rule: rule.id,
    severity,
    message,
    range,
    path,
    url: pageOf(rule.id),
    fixes: fixes.filter((it) => it !== undefined),
    related,
  };
}

/** An anchor is read once for each alias; what is wrong with it is said once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keys = diagnostics.map(
    ({ rule, range, message }) => `${rule} ${range.start} ${range.end} ${message}`,
  );
  const byKey = new Map<string, Diagnostic>();
  for (const [index, diagnostic] of diagnostics.entries()) {
    const key = keys[index] ?? "";
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
