import type { Range } from "./range.ts";
import type { Fix, Related, Severity } from "./rule.ts";

/** A finding, the rule that made it, and how bad it is: what users see. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  /** Which of the things at the path, where the rule can say several there; and its own severity, where that is not the rule's. */
  readonly about?: string;
  /** The rule's page. */
  readonly url: string;
  /** Safe ones first. */
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** Compares diagnostics by where they begin, then by where they end. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

/** All ranges of a diagnostic: its own, those that it speaks of, and those that its fixes change. */
export function rangesOf({ range, fixes, related }: Diagnostic): readonly Range[] {
  const edits = fixes.flatMap((fix) => fix.edits);
  return [range, ...[...related, ...edits].map((it) => it.range)];
}

/** The diagnostic with each of its ranges moved. */
export function movedBy(move: (range: Range) => Range, diagnostic: Diagnostic): Diagnostic {
  const moved = <T extends { readonly range: Range }>(it: T): T => ({
    ...it,
    range: move(it.range),
  });
  return {
    ...moved(diagnostic),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    related: diagnostic.related.map(moved),
  };
}

/** Each once: an anchor is read once for each alias, and what is wrong with it is said once. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byKey = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    if (!byKey.has(key)) byKey.set(key, diagnostic);
  }
  return [...byKey.values()];
}

/** What tells diagnostics of one text apart. */
export function keyOf({ rule, range, message }: Diagnostic): string {
  return `${rule} ${range.start} ${range.end} ${message}`;
}
