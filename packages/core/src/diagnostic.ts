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
  readonly about?: string | undefined;
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

/**
 * The diagnostic with each of its ranges moved, and about another path where that moves, too. Field by field: there may be
 * hundreds to move at each key, and V8 takes twenty times as long for `...`.
 */
export function movedBy(
  move: (range: Range) => Range,
  { rule, severity, message, range, path, about, url, fixes, related }: Diagnostic,
  newPath: string = path,
): Diagnostic {
  return {
    rule,
    severity,
    message,
    range: move(range),
    path: newPath,
    about,
    url,
    fixes: fixes.map(({ title, safe, byHand, edits }) => ({
      title,
      safe,
      byHand,
      edits: edits.map((it) => ({ range: move(it.range), newText: it.newText })),
    })),
    related: related.map((it) => ({ ...it, range: move(it.range) })),
  };
}
