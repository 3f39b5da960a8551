import { type Diagnostic, type LineStarts, lineStartsOf, type Related } from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";
import { type FileReport, type Paper, type Summary, summaryLine } from "../report.ts";
import { frameOf } from "./frame.ts";
import { capped } from "./capped.ts";
import { nameInLine } from "./name-in-line.ts";
import { positionText } from "./position-text.ts";

/** For people: each finding with its place, its rule, the line that it is about, and what to do. */
export async function pretty(
  reports: readonly FileReport[],
  summary: Summary,
  paper: Paper,
): Promise<string> {
  const blocks: string[] = [];
  for (const report of reports) {
    const lineStarts = lineStartsOf(report.text);
    const { shown, more } = capped(report.diagnostics);
    const widthOf = shown.length > 0 ? await widthIn(report.text) : lengthOf;
    for (const diagnostic of shown)
      blocks.push(blockOf(report, diagnostic, lineStarts, widthOf, paper));
    for (const left of more) blocks.push(`${nameInLine(report.file)}: ${left}\n`);
  }
  return [...blocks, `${summaryLine(summary)}\n`].join("\n");
}

/** How wide the pieces of a text are on a terminal: as long as they are, if it is all ASCII. */
async function widthIn(text: string): Promise<(piece: string) => number> {
  return /[^\0-\x7f]/.test(text) ? (await import("./display-width.ts")).displayWidth : lengthOf;
}

function lengthOf(text: string): number {
  return text.length;
}

function blockOf(
  report: FileReport,
  { range, severity, rule, url, message, fixes, related }: Diagnostic,
  lineStarts: LineStarts,
  widthOf: (piece: string) => number,
  paper: Paper,
): string {
  const { bold, cyan, dim, red, yellow, blue } = pc.createColors(paper.color);
  const tint = { error: red, warning: yellow, info: blue }[severity];
  const id = paper.isTerminal && paper.color ? linked(rule, url) : rule;
  const place = `${nameInLine(report.file)}:${positionText(range, lineStarts)}`;
  const frame = frameOf(report, range, lineStarts, widthOf, paper.width);
  const margin = " ".repeat(frame.number.length);
  return [
    `${bold(place)} ${tint(bold(severity))} ${cyan(id)}`,
    ...wrapped(printable(message), paper).map((line) => `${margin} ${line}`),
    `${dim(`${frame.number} │`)} ${frame.source}`,
    `${dim(`${margin} │`)} ${frame.indent}${tint(frame.carets)}`,
    ...related.map(
      (it) =>
        `${dim(`${margin} =`)} ${relatedPlace(it, report, lineStarts)}: ${printable(it.message)}`,
    ),
    ...fixes.map(
      ({ title, safe }) =>
        `${dim(`${margin} =`)} ${safe ? "fix" : "suggestion"}: ${printable(title)}`,
    ),
    "",
  ].join("\n");
}

/** `3:5`, or `other.yaml:3:5` where it is not in this file. */
function relatedPlace({ document, range }: Related, report: FileReport, own: LineStarts): string {
  if (!document) return positionText(range, own);
  const place = positionText(range, lineStartsOf(document.text));
  return `${printable(report.fileOf(document))}:${place}`;
}

/** A message in lines that a terminal need not break in the middle of a word; elsewhere it stays one line. */
function wrapped(message: string, { isTerminal, width }: Paper): string[] {
  if (!isTerminal) return [message];
  const room = Math.max(width - 6, 20);
  const lines: string[] = [];
  let line = "";
  for (const word of message.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > room && line !== "") lines.push(line);
    line = longer.length > room ? word : longer;
  }
  return [...lines, line];
}

/** A link as terminals understand it (OSC 8); those that do not show the text alone. */
function linked(text: string, url: string): string {
  return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}
