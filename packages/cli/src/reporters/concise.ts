import { lineStartsOf } from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";
import { type FileReport, type Paper, type Summary, summaryLine } from "../report.ts";
import { capped } from "./capped.ts";
import { nameInLine } from "./name-in-line.ts";
import { positionText } from "./position-text.ts";

/** One line a finding: `file:line:column: severity: message [rule]`, which editors and `grep` understand. */
export function concise(
  reports: readonly FileReport[],
  summary: Summary,
  { color }: Paper,
): string {
  const { bold, dim } = pc.createColors(color);
  const lines = reports.flatMap((report) => {
    const lineStarts = lineStartsOf(report.text);
    const { shown, more } = capped(report.diagnostics);
    return [
      ...shown.map(({ range, severity, message, rule }) => {
        const place = `${nameInLine(report.file)}:${positionText(range, lineStarts)}`;
        return `${bold(place)}: ${severity}: ${printable(message)} ${dim(`[${rule}]`)}`;
      }),
      ...more.map((it) => `${bold(nameInLine(report.file))}: ${it}`),
    ];
  });
  return `${[...lines, summaryLine(summary)].join("\n")}\n`;
}
