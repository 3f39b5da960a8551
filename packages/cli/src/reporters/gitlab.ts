import type { Severity } from "@restream-lint/core";
import type { FileReport, Paper, Summary } from "../report.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { jsonText } from "./json-text.ts";
import { locatedIn } from "./located.ts";

/** GitLab's Code Quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlab(reports: readonly FileReport[], _: Summary, paper: Paper): string {
  const issues = reports
    .flatMap((report) => locatedIn(report, paper))
    .map((it) => ({
      description: it.diagnostic.message,
      check_name: it.diagnostic.rule,
      fingerprint: fingerprintOf(it),
      severity: SEVERITIES[it.diagnostic.severity],
      location: { path: it.path, lines: { begin: it.region.startLine, end: it.region.endLine } },
    }));
  return jsonText(issues);
}

/** GitLab's words, of which the worst, `blocker`, is left to those who know what must not be merged. */
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "minor",
  info: "info",
};
