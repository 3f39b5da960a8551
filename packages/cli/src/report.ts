import { counted, type Diagnostic, type Document, type Range } from "@restream-lint/core";
import type { Mark } from "./marks.ts";

/** What linting one file came to. */
export interface FileReport {
  /** As the user named it, or below the directory that they named. */
  readonly file: string;
  readonly text: string;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it is a settings file, which is not counted among those that were linted. */
  readonly isSettings?: boolean;
  /** How many more there are, which comments or the settings silence. */
  readonly suppressed: number;
  /** The text of a range with its secrets masked, as long as written: the only way to show source. */
  readonly mask: (range: Range) => string;
  /** What a finding is known by while lines and other restreams come and go. */
  readonly markOf: (diagnostic: Diagnostic) => Mark;
  /** The file of another document, which a finding speaks of. */
  readonly fileOf: (document: Document) => string;
}

/** A report with other diagnostics; what it works out when it is asked is asked for here, since `...` would leave it out. */
export function withDiagnostics(
  { file, text, isSettings = false, suppressed, mask, markOf, fileOf }: FileReport,
  diagnostics: readonly Diagnostic[],
): FileReport {
  return { file, text, diagnostics, isSettings, suppressed, mask, markOf, fileOf };
}

/** What a reporter needs to know of the place that it prints to. */
export interface Paper {
  readonly color: boolean;
  /** Whether a terminal shows it, so that links can be followed. */
  readonly isTerminal: boolean;
  /** In columns. */
  readonly width: number;
  /** What CI calls a file: from the root of the checkout, with `/`. */
  readonly pathOf: (file: string) => string;
}

/** How many of each severity, over all files. */
export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of them `--fix` mends. */
  readonly fixable: number;
  /** How many more are silenced. */
  readonly suppressed: number;
}

/** Turns reports into text; the summary counts also what `--quiet` left out of them. */
export type Reporter = (
  reports: readonly FileReport[],
  summary: Summary,
  paper: Paper,
) => string | Promise<string>;

/** Counts the findings of all files. */
export function summaryOf(reports: readonly FileReport[]): Summary {
  const counts = { error: 0, warning: 0, info: 0 };
  let fixable = 0;
  let silenced = 0;
  for (const { diagnostics, suppressed } of reports) {
    silenced += suppressed;
    for (const { severity, fixes } of diagnostics) {
      counts[severity] += 1;
      if (fixes.some(({ safe }) => safe)) fixable += 1;
    }
  }
  const { error: errors, warning: warnings, info: infos } = counts;
  const files = reports.filter(({ isSettings }) => !isSettings).length;
  return { files, errors, warnings, infos, fixable, suppressed: silenced };
}

/** `2 files: 1 error, 3 warnings; 2 suppressed; --fix mends 2`. */
export function summaryLine(summary: Summary): string {
  const { files, errors, warnings, infos, fixable, suppressed } = summary;
  const counts = [counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info")];
  const found = counts.filter((it) => !it.startsWith("0 ")).join(", ") || "no findings";
  const silenced = suppressed > 0 ? `; ${suppressed} suppressed` : "";
  const mended = fixable > 0 ? `; --fix mends ${fixable}` : "";
  return `${counted(files, "file")}: ${found}${silenced}${mended}`;
}
