import type { FileReport, Summary } from "../report.ts";
import { jsonDiagnosticsOf, jsonSummaryOf } from "./json-diagnostics.ts";
import { jsonLine } from "./json-text.ts";

/** A finding on each line, and the counts on the last; schema/output-line.schema.json describes a line. */
export function jsonl(reports: readonly FileReport[], summary: Summary): string {
  const lines = [
    ...reports.flatMap(jsonDiagnosticsOf),
    // Without it, nobody could tell the end from a break.
    { version: 1, summary: jsonSummaryOf(summary) },
  ];
  return lines.map(jsonLine).join("");
}
