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
