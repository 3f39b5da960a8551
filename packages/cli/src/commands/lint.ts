import { applyFixes, createMask, type Document, judge } from "@restream-lint/core";
import { type DocumentFile, documentFileOf, isRestream } from "../document-files.ts";
import type { Filler } from "../environment.ts";
import { UsageError } from "../errors.ts";
import { isFileError, reasonOf, writeText } from "../text-files.ts";
import { inputsOf, STDIN } from "../inputs.ts";
import { EXIT, type Io } from "../io.ts";
import { type Linted, reportsOf } from "../linted.ts";
import type { Arguments } from "../options.ts";
import { printable } from "../printable.ts";
import { printReports } from "../print-reports.ts";
import { summaryLine, summaryOf } from "../report.ts";
import { createSettingsFinder, type SettingsFinder } from "../settings.ts";
import { settingsReports } from "../settings-reports.ts";

/** Lints what the arguments name, prints what was found, and answers the exit status. */
export async function lintPaths(args: Arguments, io: Io): Promise<number> {
  const finder = await createSettingsFinder(args, io);
  const maxWarnings = maxWarningsOf(args);
  if (args.has("unsafe-fixes") && !args.has("fix") && !args.has("diff")) {
    throw new UsageError("--unsafe-fixes needs --fix or --diff");
  }
  const fill = await fillerOf(args, io);
  const inputs = await inputsOf(args, io, finder);
  const linted: Linted[] = [];
  let failed = inputs.failed;
  for (const input of inputs.files) {
    try {
      const it = await lintInput(input, finder, fill, args, io);
      if (it) linted.push(it);
    } catch (error) {
      if (!isFileError(error)) throw error;
      failed = true;
      io.stderr.write(`restream-lint: ${printable(input)}: ${reasonOf(error)}\n`);
    }
  }
  const reports = reportsOf(linted, args.has("per-file"));
  if (finder.sources().length > 0) {
    reports.push(...settingsReports(finder, linted, inputs.searched));
  }
  const summary = summaryOf(reports);
  if (args.has("diff") && reports.length > 0) io.stderr.write(`${summaryLine(summary)}\n`);
  if (reports.length > 0 && !args.has("diff")) {
    // Fixed standard input goes to standard output, so what is left to say goes beside it.
    const isTaken = args.has("fix") && inputs.files.includes(STDIN);
    await printReports(reports, summary, args, io, isTaken ? io.stderr : io.stdout);
  }

  const broken = finder.sources().filter(({ byFile }) => !byFile);
  for (const { file } of broken) {
    io.stderr.write(`restream-lint: ${printable(file)}: nothing is linted under broken settings\n`);
  }
  if (failed || broken.length > 0) return EXIT.usage;
  if (linted.length === 0) return nothingLinted(inputs.files.length > 0, args, io);
  const { errors, warnings } = summary;
  return errors > 0 || warnings > maxWarnings ? EXIT.found : EXIT.ok;
}

/** Lints one input, and mends it where that is asked for; nothing if it is no restream document, or its settings are broken. */
async function lintInput(
  input: string,
  finder: SettingsFinder,
  fill: Filler | undefined,
  args: Arguments,
  io: Io,
): Promise<Linted | undefined> {
  const found = await documentFileOf(input, args, io);
  const { file } = found;
  const settings = finder.settingsOf(file);
  if (!settings) return undefined;
  if (!isRestream(found, finder)) {
    io.stderr.write(
      `restream-lint: ${printable(file)}: not a restream document: it has no "restreams", no "restream", and no "uri" with "stream_id"\n`,
    );
    return undefined;
  }
  const document = fill ? fill(file, found.document) : found.document;
  if (!args.has("fix") && !args.has("diff"))
    return { file, document, settings, ...judge(document, settings) };

  const { document: fixed } = applyFixes(document, settings, { unsafe: args.has("unsafe-fixes") });
  if (args.has("diff")) {
    const { patchOf } = await import("../diff.ts");
    io.stdout.write(patchOf(file, sideOf(document), sideOf(fixed)));
    return { file, document, settings, ...judge(document, settings) };
  }
  write(found, fixed, io);
  return { file, document: fixed, settings, ...judge(fixed, settings) };
}

/** What fills in placeholders, where that is asked for: nothing else reads the environment. */
async function fillerOf(args: Arguments, io: Io): Promise<Filler | undefined> {
  if (!args.has("env") && !args.has("env-file")) return undefined;
  return (await import("../environment.ts")).createFiller(args, io);
}

function write({ path, document }: DocumentFile, { text }: Document, io: Io): void {
  if (path === undefined) io.stdout.write(text);
  else if (text !== document.text) writeText(path, text);
}

function sideOf(document: Document): { text: string; masked: string } {
  const { text } = document;
  return { text, masked: createMask(document)({ start: 0, end: text.length }) };
}

function nothingLinted(hasInputs: boolean, args: Arguments, io: Io): number {
  if (args.has("no-error-on-unmatched")) return EXIT.ok;
  if (!hasInputs) {
    const excluded = args.has("force-exclude") ? ", or what was named is excluded" : "";
    io.stderr.write(
      `restream-lint: nothing to lint: no restreams.yaml, *.restream.yaml or the like was found${excluded}; name a file\n`,
    );
  }
  return EXIT.nothing;
}

function maxWarningsOf(args: Arguments): number {
  const given = args.value("max-warnings");
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[0-9]{1,9}$/.test(given))
    throw new UsageError("--max-warnings needs a whole number, 0 or more");
  return Number(given);
}
