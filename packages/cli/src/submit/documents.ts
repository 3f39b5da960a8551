import { type Protocol, withSources } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { type DocumentFile, documentFilesOf } from "../document-files.ts";
import { createFiller } from "../environment/environment.ts";
import { UsageError } from "../errors.ts";
import { type Inputs, inputsOf } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Linted } from "../linted-text.ts";
import { lintedOf, reportsOf } from "../linted.ts";
import { printReports } from "../printing/print-reports.ts";
import { type FileReport, summaryLine, summaryOf } from "../report.ts";
import { createSettingsFinder } from "../settings.ts";
import { settingsReports } from "../settings-reports.ts";

/** The documents that the arguments name, with what linting them says. */
export interface Documents {
  readonly linted: readonly Linted[];
  readonly reports: readonly FileReport[];
}

/**
 * Reads and lints what is to be planned, with its placeholders filled in. Throws a UsageError unless all of it can be: a
 * plan that leaves something out would be a wrong one.
 */
export async function readDocuments(args: Arguments, io: Io): Promise<Documents> {
  const finder = await createSettingsFinder(args, io);
  const fill = args.has("env") || args.has("env-file") ? createFiller(args, io) : undefined;
  const inputs = await inputsOf(args, io, finder);
  const { files, failed } = await documentFilesOf(inputs, finder, args, io);
  const broken = finder.sources().find(({ byFile }) => !byFile);
  if (broken) throw new UsageError(`${broken.file}: broken settings: see restream-lint config`);
  if (failed) throw new UsageError("nothing is planned while a file cannot be read");
  if (files.length === 0) {
    throw new UsageError(
      "nothing to plan: there is no restreams.yaml, *.restream.yaml or the like: name a file",
    );
  }
  if (args.has("prune")) checkForPruning(inputs, files, args);
  const linted = files.map(({ file, document: written }): Linted => {
    const document = fill ? fill(file, written) : written;
    const settings = finder.settingsOf(file) ?? {};
    return lintedOf(file, document, settings);
  });
  const reports = [
    ...reportsOf(linted, false),
    ...settingsReports(finder, linted, inputs.searched),
  ];
  return { linted, reports };
}

/**
 * Throws a UsageError where there may be documents that nobody looked at: what stands in one of them would be deleted. A
 * search passes over links, over what is excluded and over other names without a word, so it will not do.
 */
function checkForPruning(
  inputs: Inputs,
  files: readonly DocumentFile[],
  { paths }: Arguments,
): void {
  if (files.length < inputs.files.length) {
    throw new UsageError(
      "--prune deletes what no document speaks of, and not all of these files are restream documents: name those that are",
    );
  }
  if (inputs.searched.length === 0 && inputs.files.every((it) => paths.includes(it))) return;
  const found = inputs.files
    .slice(0, MOST_NAMED)
    .map((it) => (/[^\w./-]/.test(it) ? `'${it}'` : it));
  const more = inputs.files.length > MOST_NAMED ? " …" : "";
  throw new UsageError(
    `--prune deletes what no document speaks of, and a search passes over links, excluded files and other names: name all documents. These were found: ${found.join(" ")}${more}`,
  );
}

/** Nobody reads more of them. */
const MOST_NAMED = 20;

/** Lints documents again with what the API tells of their sources; the same ones where that changes nothing. */
export function withLearntSources(
  documents: Documents,
  sources: ReadonlyMap<number, readonly Protocol[]>,
): Documents {
  const linted = documents.linted.map((it): Linted => {
    const document = withSources(it.document, sources);
    return document === it.document ? it : lintedOf(it.file, document, it.settings);
  });
  if (linted.every((it, index) => it === documents.linted[index])) return documents;
  const others = documents.reports.filter(({ isSettings }) => isSettings);
  return { linted, reports: [...reportsOf(linted, false), ...others] };
}

/** Prints the findings of documents that have errors, and answers whether they have. */
export async function hasErrors({ reports }: Documents, args: Arguments, io: Io): Promise<boolean> {
  const summary = summaryOf(reports);
  if (summary.errors === 0) return false;
  await printReports(reports, summary, args, io, io.stdout);
  io.stderr.write("restream-lint: nothing is planned while there are errors\n");
  return true;
}

/** Says on stderr how many findings there are, which keep nobody from submitting. */
export function mentionWarnings({ reports }: Documents, io: Io): void {
  const summary = summaryOf(reports);
  if (summary.warnings > 0)
    io.stderr.write(`restream-lint: ${summaryLine(summary)}: lint them to see\n`);
}
