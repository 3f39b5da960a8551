import { counted, type Severity } from "@restream-lint/core";
import { visible } from "../printable.ts";
import {
  type FileReport,
  type Paper,
  type Summary,
  summaryLine,
  withDiagnostics,
} from "../report.ts";
import { capped } from "./capped.ts";
import { type Located, locatedIn, worstFirst } from "./located.ts";
import { nameInLine } from "./name-in-line.ts";

/** GitHub's workflow commands, the errors first, and the counts. */
export function github(reports: readonly FileReport[], summary: Summary, paper: Paper): string {
  return `${annotations(reports, summary, paper)}${summaryLine(summary)}\n`;
}

/** The workflow commands alone. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
export function annotations(reports: readonly FileReport[], _: Summary, paper: Paper): string {
  const shortened = reports.map((report) => ({ report, ...capped(report.diagnostics) }));
  const located = shortened.flatMap(({ report, shown }) =>
    locatedIn(withDiagnostics(report, shown), paper),
  );
  const lines = [
    ...worstFirst(located).map(commandOf),
    ...shortened.flatMap(({ report, more }) =>
      more.map((it) => `${nameInLine(paper.pathOf(report.file))}: ${it}`),
    ),
    ...hiddenIn(located),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The most of each kind that GitHub shows of one step; the rest is in its log. */
const MOST_SHOWN = 10;

function hiddenIn(located: readonly Located[]): string[] {
  const hidden = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = located.filter(({ diagnostic }) => diagnostic.severity === severity).length;
    const left = count - MOST_SHOWN;
    return left > 0 ? [counted(left, `more ${severity}`)] : [];
  });
  if (hidden.length === 0) return [];
  return [`GitHub shows ${MOST_SHOWN} of each kind; in this log alone: ${hidden.join(", ")}`];
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/** The place is in the message as well, for the log shows nothing else. */
function commandOf({ path, region, diagnostic: { rule, severity, message } }: Located): string {
  const { startLine, startColumn, endLine, endColumn } = region;
  // Columns of different lines are refused.
  const columns = startLine === endLine ? { col: startColumn, endColumn } : {};
  const properties = { file: path, line: startLine, endLine, ...columns, title: rule };
  const written = Object.entries(properties)
    .map(([name, value]) => `${name}=${propertyText(String(value))}`)
    .join(",");
  const text = `${path}:${startLine}:${startColumn}: ${message}`;
  return `::${COMMANDS[severity]} ${written}::${dataText(text)}`;
}

/** As @actions/core escapes. */
function dataText(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function propertyText(text: string): string {
  return dataText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
