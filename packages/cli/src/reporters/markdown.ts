import {
  type FileReport,
  type Paper,
  type Summary,
  summaryLine,
  withDiagnostics,
} from "../report.ts";
import { capped } from "./capped.ts";
import { type Located, locatedIn, worstFirst } from "./located.ts";
import { markdownCode, markdownText } from "./markdown-text.ts";

/** In bytes. A comment at GitHub may have 65 536 characters, a job summary 1 MiB. */
const LARGEST = 60_000;

/** A table for people, the worst first, for job summaries and comments. */
export function markdown(reports: readonly FileReport[], summary: Summary, paper: Paper): string {
  const all = reports.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
  const located = reports.flatMap((report) =>
    locatedIn(withDiagnostics(report, capped(report.diagnostics).shown), paper),
  );
  const rows = fitting(worstFirst(located).map(rowOf));
  const left = all - rows.length;
  const sections = [
    "### restream-lint",
    markdownText(summaryLine(summary)),
    ...(rows.length > 0 ? [[...HEAD, ...rows].join("\n")] : []),
    ...(left > 0 ? [`and ${left} more`] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

const HEAD = ["| severity | place | what is wrong | rule |", "|---|---|---|---|"];

function rowOf({ path, region, diagnostic: { severity, message, rule, url } }: Located): string {
  const place = markdownCode(`${path}:${region.startLine}:${region.startColumn}`);
  return `| ${severity} | ${place} | ${markdownText(message)} | [${rule}](${url}) |`;
}

function fitting(rows: readonly string[]): readonly string[] {
  let size = 0;
  const tooMany = rows.findIndex((row) => {
    size += Buffer.byteLength(row) + 1;
    return size > LARGEST;
  });
  return tooMany === -1 ? rows : rows.slice(0, tooMany);
}
