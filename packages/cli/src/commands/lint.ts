import { resolve } from "node:path";
import {
  applyFixes,
  createMask,
  type Document,
  isRestreamDocument,
  isRestreamFile,
  languageOf,
  languageOfText,
  lint,
  parseDocument,
  type Settings,
} from "@restream-lint/core";
import { UsageError } from "../errors.ts";
import { isFileError, readText, reasonOf, writeText } from "../text-files.ts";
import { inputsOf, STDIN } from "../inputs.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../options.ts";
import { printable } from "../printable.ts";
import { printReports } from "../print-reports.ts";
import { type FileReport, summaryLine, summaryOf } from "../report.ts";
import { createSettingsFinder, type SettingsFinder } from "../settings.ts";

/** Lints what the arguments name, prints what was found, and answers the exit status. */
export async function lintPaths(args: Arguments, io: Io): Promise<number> {
  const finder = await createSettingsFinder(args, io);
  const maxWarnings = maxWarningsOf(args);
  if (args.has("unsafe-fixes") && !args.has("fix") && !args.has("diff")) {
    throw new UsageError("--unsafe-fixes needs --fix or --diff");
  }
  const inputs = await inputsOf(args, io, finder);
  const reports: FileReport[] = [];
  let failed = inputs.failed;
  for (const input of inputs.files) {
    try {
      const report = await lintInput(input, finder, args, io);
      if (report) reports.push(report);
    } catch (error) {
      if (!isFileError(error)) throw error;
      failed = true;
      io.stderr.write(`restream-lint: ${printable(input)}: ${reasonOf(error)}\n`);
    }
  }
  const broken = finder.sources().filter(({ byFile }) => !byFile);
  for (const { file } of broken) {
    io.stderr.write(`restream-lint: ${printable(file)}: nothing is linted under broken settings\n`);
  }
  if (finder.sources().length > 0) {
    const { settingsReports } = await import("../settings-reports.ts");
    reports.push(...settingsReports(finder.sources()));
  }
  const summary = summaryOf(reports);
  if (args.has("diff") && reports.length > 0) io.stderr.write(`${summaryLine(summary)}\n`);
  if (reports.length > 0 && !args.has("diff")) {
    // Fixed standard input goes to standard output, so what is left to say goes beside it.
    const isTaken = args.has("fix") && inputs.files.includes(STDIN);
    await printReports(reports, summary, args, io, isTaken ? io.stderr : io.stdout);
  }

  if (failed || broken.length > 0) return EXIT.usage;
  if (reports.length === 0) return nothingLinted(inputs.files.length > 0, args, io);
  const { errors, warnings } = summary;
  return errors > 0 || warnings > maxWarnings ? EXIT.found : EXIT.ok;
}

/** Lints one input, and mends it where that is asked for; nothing if it is no restream document. */
async function lintInput(
  input: string,
  finder: SettingsFinder,
  args: Arguments,
  io: Io,
): Promise<FileReport | undefined> {
  const isStdin = input === STDIN;
  const file = isStdin ? (args.value("stdin-filename") ?? "<stdin>") : input;
  const settings = finder.settingsOf(file);
  if (!settings) return undefined;
  const text = isStdin ? decode(await io.readStdin()) : readText(resolve(io.cwd, input));
  const language = isStdin && !args.has("stdin-filename") ? languageOfText(text) : languageOf(file);
  const document = parseDocument(text, { language });
  if (
    !isRestreamDocument(document) &&
    !isRestreamFile(file) &&
    !finder.isTaken(file) &&
    document.syntax.faults.length === 0
  ) {
    io.stderr.write(
      `restream-lint: ${printable(file)}: not a restream document: it has no "restreams", no "restream", and no "uri" with "stream_id"\n`,
    );
    return undefined;
  }
  if (!args.has("fix") && !args.has("diff")) return reportOf(file, document, settings);

  const { document: fixed } = applyFixes(document, settings, { unsafe: args.has("unsafe-fixes") });
  if (args.has("diff")) {
    const { patchOf } = await import("../diff.ts");
    io.stdout.write(patchOf(file, sideOf(document), sideOf(fixed)));
    return reportOf(file, document, settings);
  }
  if (isStdin) io.stdout.write(fixed.text);
  else if (fixed.text !== text) writeText(resolve(io.cwd, input), fixed.text);
  return reportOf(file, fixed, settings);
}

function reportOf(file: string, document: Document, settings: Settings): FileReport {
  let mask: FileReport["mask"] | undefined;
  return {
    file,
    text: document.text,
    diagnostics: lint(document, settings),
    mask(range) {
      mask ??= createMask(document);
      return mask(range);
    },
  };
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

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
