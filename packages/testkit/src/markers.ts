import { type Diagnostic, lineStartsOf, positionAt } from "@restream-lint/core";

const MARKER = /^[#\s]*\^+ .*$/;

/** Drops the marker lines of a fixture, leaving the document they speak of. */
export function strip(fixture: string): string {
  return fixture
    .split("\n")
    .filter((line) => !MARKER.test(line))
    .join("\n");
}

/** What a marker line says of a finding. */
export interface Marked extends Pick<Diagnostic, "range" | "message"> {}

/** Writes each finding under the text it covers, to the end of its first line: the inverse of `strip`. */
export function annotate(text: string, findings: readonly Marked[]): string {
  const lineStarts = lineStartsOf(text);
  const lines = text.split("\n");
  return lines.flatMap((line, number) => [line, ...markersUnder(line, number)]).join("\n");

  function markersUnder(line: string, number: number): string[] {
    return findings.flatMap(({ range, message }) => {
      const start = positionAt(lineStarts, range.start);
      const end = positionAt(lineStarts, range.end);
      if (start.line !== number) return [];
      const last = end.line === number ? end.character : line.length;
      const carets = "^".repeat(Math.max(last - start.character, 1));
      const margin = start.character === 0 ? "" : `#${" ".repeat(start.character - 1)}`;
      return [`${margin}${carets} ${message}`];
    });
  }
}
