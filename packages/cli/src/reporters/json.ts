import type { FileReport, Summary } from "../report.ts";
import { jsonDiagnosticsOf, jsonSummaryOf } from "./json-diagnostics.ts";
import { jsonText } from "./json-text.ts";

/** Everything, for other programs; schema/output.schema.json describes it. */
export function json(reports: readonly FileReport[], summary: Summary): string {
  return jsonText({
    version: 1,
    diagnostics: reports.flatMap(jsonDiagnosticsOf),
    summary: jsonSummaryOf(summary),
  });
}
