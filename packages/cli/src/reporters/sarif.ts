import { HOMEPAGE } from "@restream-lint/core";
import type { Invocation, Log } from "sarif";
import type { FileReport, Paper, Summary } from "../report.ts";
import { VERSION } from "../version.ts";
import { jsonSummaryOf } from "./json-diagnostics.ts";
import { jsonText } from "./json-text.ts";
import { worstFirst } from "./located.ts";
import { resultSourcesOf, ROOT_ID } from "./sarif-result.ts";
import { descriptorsOf } from "./sarif-rule.ts";

/** In a run; GitHub refuses a file with more. https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0, with the documentation of the rules that found something. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function sarif(reports: readonly FileReport[], summary: Summary, paper: Paper): string {
  const sources = resultSourcesOf(reports, paper);
  const kept = new Set(worstFirst(sources.map(({ located }) => located)).slice(0, MOST_RESULTS));
  const results = sources.flatMap(({ located, result }) => (kept.has(located) ? [result()] : []));
  const all = reports.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "restream-lint",
            version: VERSION,
            semanticVersion: VERSION,
            informationUri: HOMEPAGE,
            rules: descriptorsOf(results.flatMap(({ ruleId }) => ruleId ?? [])),
          },
        },
        invocations: [invocationOf(all - results.length)],
        originalUriBaseIds: {
          [ROOT_ID]: {
            description: { text: "The root of the checkout, or the working directory" },
          },
        },
        columnKind: "utf16CodeUnits",
        results,
        properties: { ...jsonSummaryOf(summary) },
      },
    ],
  };
  return jsonText(log);
}

function invocationOf(left: number): Invocation {
  if (left === 0) return { executionSuccessful: true };
  const text = `${left} more findings were left out: 10 000 of a file and ${MOST_RESULTS} in all are written`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: "warning", message: { text } }],
  };
}
