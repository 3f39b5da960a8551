import type { Diagnostic } from "vscode-languageserver-types";
import { DiagnosticSeverity } from "vscode-languageserver-types";
import { type Outcome, outcomesIn } from "../submit/outcomes.ts";
import type { View } from "../view.ts";

/** What was wrong with the restreams of a view when they were planned or submitted last. */
export function outcomeDiagnostics(view: View, outcomes: readonly Outcome[]): Diagnostic[] {
  return outcomesIn(view, outcomes).flatMap(({ start, outcome: { faults } }) =>
    faults.map(({ source, rule, message, range = WHOLE }) => ({
      source,
      ...(rule !== undefined && { code: rule }),
      severity: DiagnosticSeverity.Error,
      message,
      range: view.converter.rangeOf({ start: start + range.start, end: start + range.end }),
    })),
  );
}

/** All that is wrong with a restream as a whole stands where it begins. */
const WHOLE = { start: 0, end: 0 };
