import { lineStartsOf, positionAt, type Range } from "@restream-lint/core";
import type { FileReport, Summary } from "../report.ts";
import { MOST_OF_FILE } from "./located.ts";

/** What is told of a file's findings. */
type Told = Pick<FileReport, "file" | "text" | "diagnostics" | "fileOf">;

/** The findings of a file, as schema/output.schema.json has them; all but the first 10 000 are left out. */
export function jsonDiagnosticsOf(report: Told): object[] {
  return diagnosticsOf(report, inText(report.text));
}

/** Where a line begins: lines from 1, offsets from 0. */
export interface LinePlace {
  readonly line: number;
  readonly offset: number;
}

/** The same of one line of a longer text, where its findings are in that. */
export function jsonDiagnosticsOfLine(report: Told, place: LinePlace): object[] {
  return diagnosticsOf(report, inLine(place));
}

function diagnosticsOf({ file, diagnostics, fileOf }: Told, rangeOf: Locator): object[] {
  const found = diagnostics.slice(0, MOST_OF_FILE);
  return found.map(({ path, rule, severity, message, range, url, fixes, related }) => ({
    file,
    path,
    rule,
    severity,
    message,
    range: rangeOf(range),
    url,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({
        range: rangeOf(edit.range),
        newText: edit.newText,
      })),
    })),
    related: related.map((it) => ({
      file: it.document ? fileOf(it.document) : file,
      range: (it.document ? inText(it.document.text) : rangeOf)(it.range),
      message: it.message,
    })),
  }));
}

/** The counts that other programs are told. */
export function jsonSummaryOf({ files, errors, warnings, infos, suppressed }: Summary): object {
  return { files, errors, warnings, infos, suppressed };
}

/** Says where a range is: lines and columns from 1, offsets from 0, all in UTF-16 units. */
type Locator = (range: Range) => object;

function inText(text: string): Locator {
  const lineStarts = lineStartsOf(text);
  const placeOf = (offset: number) => {
    const { line, character } = positionAt(lineStarts, offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) });
}

function inLine({ line, offset: before }: LinePlace): Locator {
  const placeOf = (offset: number) => ({ line, column: offset + 1, offset: before + offset });
  return ({ start, end }) => ({ start: placeOf(start), end: placeOf(end) });
}
