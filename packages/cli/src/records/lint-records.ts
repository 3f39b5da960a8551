import {
  certainlyFine,
  isIdle,
  judge,
  type Judgement,
  MAX_LENGTH,
  parseDocument,
  type Settings,
} from "@restream-lint/core";
import { isFileError } from "@restream-lint/files";
import type { Arguments } from "../arguments.ts";
import { tellBrokenSettings } from "../broken-settings.ts";
import { EXIT, type Io } from "../io.ts";
import { jobsOf } from "../jobs/lint-ahead.ts";
import { maxWarningsOf } from "../max-warnings.ts";
import { printable } from "../printable.ts";
import type { FileReport } from "../report.ts";
import { jsonDiagnosticsOf, jsonDiagnosticsOfLine } from "../reporters/json-diagnostics.ts";
import { jsonLine } from "../reporters/json-text.ts";
import { createSettingsFinder } from "../settings.ts";
import { reasonOf } from "../reason-of.ts";
import { Cutter, type RecordLine } from "./cutter.ts";
import { Tally } from "./tally.ts";

/**
 * Lints each line of standard input as a document by itself, and prints what is found of it before it reads on, so that
 * the memory it takes depends on the longest line alone. Answers the exit status.
 */
export async function lintRecords(args: Arguments, io: Io): Promise<number> {
  const finder = await createSettingsFinder(args, io);
  const maxWarnings = maxWarningsOf(args);
  jobsOf(args);
  const file = args.value("stdin-filename") ?? "<stdin>";
  const settings = finder.settingsOf(file);
  const tally = new Tally();
  const statusOf = () => (tally.isOver(maxWarnings) ? EXIT.found : EXIT.ok);
  try {
    const cutter = new Cutter(MAX_LENGTH);
    for await (const bytes of settings ? io.stdin() : []) {
      print(cutter.cut(bytes), settings);
      // Who reads the output sets the pace, and whoever has read enough ends it.
      if (!(await io.room())) return statusOf();
    }
    print(cutter.end(), settings);
  } catch (error) {
    if (!isFileError(error)) throw error;
    io.stderr.write(`restream-lint: ${printable(file)}: ${reasonOf(error)}\n`);
    return EXIT.usage;
  }
  if (finder.sources().length > 0) {
    const { settingsReports } = await import("../settings-reports.ts");
    for (const report of settingsReports(finder)) tell(report);
  }
  io.stdout.write(jsonLine({ version: 1, summary: tally.summary() }));
  if (tellBrokenSettings(finder, io)) return EXIT.usage;
  if (tally.records > 0 || args.has("no-error-on-unmatched")) return statusOf();
  io.stderr.write(`restream-lint: ${printable(file)}: nothing to lint: no line holds anything\n`);
  return EXIT.nothing;

  function print(lines: readonly RecordLine[], known: Settings = {}): void {
    for (const it of lines) {
      // JSON takes it for a blank; without it, a line is known to be fine at once.
      const text = it.text.endsWith("\r") ? it.text.slice(0, -1) : it.text;
      if (BLANK.test(text) && !it.isTooLong) continue;
      tally.countRecord();
      // Of what is too long, rules look at the length alone.
      const judged = judgedOf(it.isTooLong ? "\0".repeat(MAX_LENGTH + 1) : text, known);
      if (judged) tell({ file, text, fileOf: () => file, ...judged }, it);
    }
  }

  function tell(report: Told, place?: RecordLine): void {
    const { diagnostics } = report;
    tally.count(report);
    const isShown = ({ severity }: { severity: string }) =>
      severity === "error" || !args.has("quiet");
    const shown = { ...report, diagnostics: diagnostics.filter(isShown) };
    const found = place ? jsonDiagnosticsOfLine(shown, place) : jsonDiagnosticsOf(shown);
    if (found.length > 0) io.stdout.write(found.map(jsonLine).join(""));
  }
}

type Told = Pick<FileReport, "file" | "text" | "diagnostics" | "suppressed" | "fileOf">;

/** A line as JSON lets it be empty, or an empty file that says that it is UTF-8. */
const BLANK = /^\ufeff?[ \t\r]*$/;

/** Undefined where there is certainly nothing to say. */
function judgedOf(text: string, settings: Settings): Judgement | undefined {
  if (isIdle(settings) && certainlyFine(text, "json", true)) return undefined;
  return judge(parseDocument(text, { language: "json" }), settings);
}
