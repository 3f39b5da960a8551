import {
  type Diagnostic,
  type LineStarts,
  lineStartsOf,
  positionAt,
  type Range,
} from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";
import type { FileReport, Paper, Summary } from "../report.ts";
import { frameOf } from "./frame.ts";
import { capped, summaryLine } from "./shared.ts";

/** For people: each finding with its place, its rule, the line that it is about, and what to do. */
export function pretty(reports: readonly FileReport[], summary: Summary, paper: Paper): string {
  const blocks = reports.flatMap((report) => {
    const lineStarts = lineStartsOf(report.text);
    const { shown, more } = capped(report.diagnostics);
    return [
      ...shown.map((diagnostic) => blockOf(report, diagnostic, lineStarts, paper)),
      ...more.map((it) => `${printable(report.file)}: ${it}\n`),
    ];
  });
  return [...blocks, `${summaryLine(summary)}\n`].join("\n");
}

function blockOf(
  report: FileReport,
  { range, severity, rule, url, message, fixes, related }: Diagnostic,
  lineStarts: LineStarts,
  paper: Paper,
): string {
  const { bold, cyan, dim, red, yellow, blue } = pc.createColors(paper.color);
  const tint = { error: red, warning: yellow, info: blue }[severity];
  const id = paper.isTerminal && paper.color ? linked(rule, url) : rule;
  const place = `${printable(report.file)}:${placeOf(range, lineStarts)}`;
  const frame = frameOf(report, range, lineStarts, paper.width);
  const margin = " ".repeat(frame.number.length);
  return [
    `${bold(place)} ${tint(bold(severity))} ${cyan(id)}`,
    `${margin} ${printable(message)}`,
    `${dim(`${frame.number} │`)} ${frame.source}`,
    `${dim(`${margin} │`)} ${frame.indent}${tint(frame.carets)}`,
    ...related.map(
      (it) => `${dim(`${margin} =`)} ${placeOf(it.range, lineStarts)}: ${printable(it.message)}`,
    ),
    ...fixes.map(
      ({ title, safe }) =>
        `${dim(`${margin} =`)} ${safe ? "fix" : "suggestion"}: ${printable(title)}`,
    ),
    "",
  ].join("\n");
}

function placeOf({ start }: Range, lineStarts: LineStarts): string {
  const { line, character } = positionAt(lineStarts, start);
  return `${line + 1}:${character + 1}`;
}

/** A link as terminals understand it (OSC 8); those that do not show the text alone. */
function linked(text: string, url: string): string {
  return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}
