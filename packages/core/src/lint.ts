import { createConcealment } from "./secrets/conceal.ts";
import { byPlace, type Diagnostic } from "./diagnostic.ts";
import { type Document, withKnowledge } from "./document.ts";
import { MAX_FINDINGS } from "./max-findings.ts";
import { MAX_LENGTH } from "./max-length.ts";
import { createTargetLookup } from "./gcore/known-targets.ts";
import { pageOf } from "./homepage.ts";
import { createIgnoring } from "./suppression/ignoring.ts";
import type { Finding, Rule, Severity } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { type Ignore, isExacting, type Settings, severityOf } from "./settings/settings.ts";
import { createSuppressor } from "./suppression/suppress.ts";

/** What linting a document came to. */
export interface Judgement {
  /** In the order of the text. */
  readonly diagnostics: Diagnostic[];
  /** How many more there are, which comments or the settings silence. */
  readonly suppressed: number;
  /** What the settings leave alone and what is not there; nothing proves that of a text that cannot be read. */
  readonly unusedIgnores: readonly Ignore[];
}

/** Runs the rules over a document. Same input, same output, in the order of the text. */
export function lint(
  document: Document,
  settings: Settings = {},
  rules: readonly Rule[] = allRules,
): Diagnostic[] {
  return judge(document, settings, rules).diagnostics;
}

/** Lints, and keeps account of what is silenced. What silences nothing is known once all other rules were asked. */
export function judge(
  document: Document,
  settings: Settings = {},
  rules: readonly Rule[] = allRules,
): Judgement {
  const known = knownIn(document, settings);
  const ignoring = createIgnoring(settings.ignore);
  const suppressor = maySuppress(document) ? createSuppressor(known, registry(rules)) : undefined;
  const kept: Diagnostic[] = [];
  const silenced = new Set<string>();
  const heardOut = new Set<string>();

  const isLast = ({ group }: Rule) => group === "suppression";
  for (const rule of rules) if (!isLast(rule)) hear(rule, known);
  const last = rules.filter((it) => isLast(it) && settings.rules?.[it.id] !== "off");
  if (suppressor && last.length > 0) {
    const suppressions = suppressor.account({ rules: heardOut, limit: MAX_FINDINGS });
    for (const rule of last) hear(rule, { ...known, suppressions });
  }
  const isProven = document.syntax.faults.length === 0;
  return {
    diagnostics: withoutSecrets(
      kept.length < 2 ? kept : distinct(kept).toSorted(byPlace),
      document,
    ),
    suppressed: silenced.size,
    unusedIgnores: isProven
      ? ignoring.unused().filter(({ rule }) => rule === undefined || heardOut.has(rule))
      : [],
  };

  function hear(rule: Rule, of: Document): void {
    if (settings.rules?.[rule.id] === "off") return;
    let count = 0;
    for (const finding of findingsOf(rule, of, settings)) {
      const severity = severityOf(rule, finding, settings);
      if (severity === "off") continue;
      const diagnostic = diagnosticOf(rule, finding, severity);
      // Both keep account, so both are asked.
      const isIgnored = ignoring.ignores(diagnostic);
      const isSuppressed = !isLast(rule) && suppressor?.silences(rule.id, finding.range) === true;
      if (isIgnored || isSuppressed) {
        silenced.add(keyOf(diagnostic));
        continue;
      }
      kept.push(diagnostic);
      count += 1;
      if (count === MAX_FINDINGS) return;
    }
    // What only several texts show may be silenced here as well.
    if (!rule.checkAcross) heardOut.add(rule.id);
  }
}

/** Nothing is said of what came from a variable. */
function withoutSecrets(diagnostics: Diagnostic[], { resolution }: Document): Diagnostic[] {
  if (!resolution || diagnostics.length === 0) return diagnostics;
  return diagnostics.map(createConcealment(resolution));
}

/** Whether comments of a text may silence something. Few do, and the others should not pay for it. */
function maySuppress({ text, language, isUnsuppressed }: Document): boolean {
  if (isUnsuppressed || language === "json") return false;
  return text.length <= MAX_LENGTH && text.includes("restream-lint");
}

/** Every rule there is: a comment may name it, whether it runs or not. */
function registry(rules: readonly Rule[]): readonly Rule[] {
  const ids = new Set(allRules.map(({ id }) => id));
  return [...allRules, ...rules.filter(({ id }) => !ids.has(id))];
}

function findingsOf(rule: Rule, document: Document, settings: Settings): Iterable<Finding> {
  return rule.checkEach && isExacting(rule, settings)
    ? rule.checkEach(document)
    : rule.check(document);
}

/** The document with what the settings say of its targets. */
export function knownIn(
  document: Document,
  { targets = [], latencyUnit, network }: Settings,
): Document {
  if (targets.length === 0 && !latencyUnit && !network) return document;
  return withKnowledge(document, { latencyUnit, network }, createTargetLookup(targets));
}

function diagnosticOf(rule: Rule, finding: Finding, severity: Severity): Diagnostic {
  const { message, range, path, fixes = [], related = [] } = finding;
  return {
    rule: rule.id,
    severity,
    message,
    range,
    path,
    ...aboutOf(rule, finding),
    url: pageOf(rule.id),
    fixes: fixes.filter((it) => it !== undefined),
    related,
  };
}

/** Who knows of a warning does not know of an error in its place, whatever the settings make of both. */
function aboutOf(rule: Rule, { about, severity = rule.severity }: Finding): { about?: string } {
  const words = [about, severity === rule.severity ? undefined : severity];
  const said = words.filter((it) => it !== undefined).join(" ");
  return said === "" ? {} : { about: said };
}

/** An anchor is read once for each alias; what is wrong with it is said once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()];
}

function keyOf({ rule, range, message }: Diagnostic): string {
  return `${rule} ${range.start} ${range.end} ${message}`;
}
