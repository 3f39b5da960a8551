import { lineStartsOf, type Range } from "@restream-lint/core";
import pc from "picocolors";
import { printable } from "../printable.ts";
import type { FileReport, Paper } from "../report.ts";
import { displayWidth } from "./display-width.ts";
import { frameOf } from "./frame.ts";
import { nameInLine } from "./name-in-line.ts";
import { positionText } from "./position-text.ts";

/** What others say of a place in a document, as `pretty` shows a finding: `file:line:column: error: message`, and the line. */
export function refusal(report: FileReport, range: Range, message: string, paper: Paper): string {
  const { bold, dim, red } = pc.createColors(paper.color);
  const lineStarts = lineStartsOf(report.text);
  const place = `${nameInLine(report.file)}:${positionText(range, lineStarts)}`;
  const frame = frameOf(report, range, lineStarts, displayWidth, paper.width);
  const margin = " ".repeat(frame.number.length);
  return [
    `${bold(`${place}:`)} ${red(bold("error:"))} ${printable(message)}`,
    `${dim(`${frame.number} │`)} ${frame.source}`,
    `${dim(`${margin} │`)} ${frame.indent}${red(frame.carets)}`,
    "",
  ].join("\n");
}
