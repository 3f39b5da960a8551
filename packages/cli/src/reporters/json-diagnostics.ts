import { lineStartsOf, type LineStarts, positionAt, type Range } from "@restream-lint/core";
import type { FileReport, Summary } from "../report.ts";
import { MOST_OF_FILE } from "./located.ts";

/** The findings of a file, as schema/output.schema.json has them; all but the first 10 000 are left out. */
export function jsonDiagnosticsOf({ file, text, diagnostics, fileOf }: FileReport): object[] {
  const lineStarts = lineStartsOf(text);
  const found = diagnostics.slice(0, MOST_OF_FILE);
  return found.map(({ path, rule, severity, message, range, url, fixes, related }) => ({
    file,
    path,
    rule,
    severity,
    message,
    range: rangeOf(range, lineStarts),
    url,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({
        range: rangeOf(edit.range, lineStarts),
        newText: edit.newText,
      })),
    })),
    related: related.map((it) => ({
      file: it.document ? fileOf(it.document) : file,
      range: rangeOf(it.range, it.document ? lineStartsOf(it.document.text) : lineStarts),
      message: it.message,
    })),
  }));
}

/** The counts that other programs are told. */
export function jsonSummaryOf({ files, errors, warnings, infos, suppressed }: Summary): object {
  return { files, errors, warnings, infos, suppressed };
}

/** Lines and columns from 1, offsets from 0, all in UTF-16 units. */
function rangeOf({ start, end }: Range, lineStarts: LineStarts): object {
  return { start: placeOf(start, lineStarts), end: placeOf(end, lineStarts) };
}

function placeOf(offset: number, lineStarts: LineStarts): object {
  const { line, character } = positionAt(lineStarts, offset);
  return { line: line + 1, column: character + 1, offset };
}
