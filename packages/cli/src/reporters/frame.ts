import { type LineStarts, positionAt, type Range } from "@restream-lint/core";
import { printableInPlace } from "../printable.ts";
import type { FileReport } from "../report.ts";

/** The line that a finding is about, and the carets under it. */
export interface Frame {
  /** Of the line, from 1. */
  readonly number: string;
  readonly source: string;
  /** As wide as what stands before the carets. */
  readonly indent: string;
  readonly carets: string;
}

/** Cuts a finding's first line to a width, around the range, with its secrets masked. */
export function frameOf(
  report: FileReport,
  range: Range,
  lineStarts: LineStarts,
  widthOf: (piece: string) => number,
  width: number,
): Frame {
  const { line } = positionAt(lineStarts, range.start);
  const number = String(line + 1);
  const whole = lineAt(report.text, lineStarts, line);
  const end = Math.max(Math.min(range.end, whole.end), range.start);
  const room = Math.max(width - number.length - 5, 20);
  const shown = windowAround({ start: range.start, end }, whole, room);

  const before = shown.start > whole.start ? "…" : "";
  const after = shown.end < whole.end ? "…" : "";
  const visible = { start: range.start, end: Math.min(end, shown.end) };
  const lead = before + printableInPlace(report.mask({ start: shown.start, end: visible.start }));
  const marked = printableInPlace(report.mask(visible));
  const tail = printableInPlace(report.mask({ start: visible.end, end: shown.end })) + after;
  return {
    number,
    // What is harmless in each piece may not be in the whole.
    source: printableInPlace(lead + marked + tail).trimEnd(),
    indent: " ".repeat(widthOf(lead)),
    carets: "^".repeat(Math.max(widthOf(marked), 1)),
  };
}

/** A line without its line break. */
function lineAt(text: string, lineStarts: LineStarts, line: number): Range {
  const start = lineStarts[line] ?? 0;
  const next = lineStarts[line + 1] ?? text.length;
  let end = next;
  while (end > start && (text.charAt(end - 1) === "\n" || text.charAt(end - 1) === "\r")) end -= 1;
  return { start, end };
}

/** As much of a line as fits, with the range in it, and what comes before it where there is room. */
function windowAround(range: Range, line: Range, room: number): Range {
  if (line.end - line.start <= room) return line;
  const length = Math.min(range.end - range.start, room);
  const lead = Math.floor((room - length) / 2);
  const start = Math.max(Math.min(range.start - lead, line.end - room), line.start);
  return { start, end: Math.min(start + room, line.end) };
}
