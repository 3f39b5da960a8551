import { existsSync, lstatSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import {
  counted,
  type Diagnostic,
  isRestreamFile,
  MAX_LENGTH,
  rules,
  SETTINGS_FILES,
} from "@restream-lint/core";
import { readRegularText } from "@restream-lint/files";
import type { Arguments } from "../arguments.ts";
import { baselineText, type KnownFinding, parseBaseline } from "./baseline-file.ts";
import { countsOf, merged, without } from "./known-findings.ts";
import { UsageError } from "../errors.ts";
import { identityOf } from "../identity.ts";
import { type Inputs, STDIN } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { Linted } from "../linted-text.ts";
import { named } from "../named.ts";
import { printedFiles } from "../printing/printed-files.ts";
import { printable } from "../printable.ts";
import { type FileReport, withDiagnostics } from "../report.ts";
import { writeNewText } from "../text-files.ts";

/** The findings that are known already, and what is to be done about them. */
export interface Baseline {
  /**
   * Leaves out of the reports, which are in the order of the documents, what is known; writes the file anew where that
   * is asked for. Answers also whether the file speaks of findings that are there no longer, which is said on stderr.
   */
  readonly apply: (
    linted: readonly Linted[],
    reports: readonly FileReport[],
  ) => { readonly reports: FileReport[]; readonly isStale: boolean };
}

/**
 * Reads the baseline that the arguments name. Of what some rules find only several documents show together: in fewer of them,
 * nothing proves that it is gone. Throws a UsageError for what is no baseline, and where none may be written.
 */
export function openBaseline(args: Arguments, io: Io, inputs: Inputs): Baseline {
  const file = args.value("baseline") ?? "";
  const isUpdate = args.has("update-baseline");
  const isWritten = isUpdate || args.has("prune-baseline");
  if (isUpdate && args.has("prune-baseline"))
    throw new UsageError("--update-baseline and --prune-baseline exclude each other");
  const path = resolve(io.cwd, file);
  const isThere = named(file, () => lstatSync(path, { throwIfNoEntry: false })) !== undefined;
  if (!isThere && !isUpdate)
    throw new UsageError(`${file}: no such file: --update-baseline writes it`);
  const known = isThere ? readBaseline(file, path) : [];
  if (isWritten) checkPlace(file, path, args, io, inputs);
  const isWhole = inputs.searched.some((it) => path.startsWith(`${it}${it === sep ? "" : sep}`));
  const isPartial = args.has("per-file") || !isWhole;

  const across = new Set(rules.filter((it) => it.checkAcross !== undefined).map(({ id }) => id));
  return { apply };

  function apply(linted: readonly Linted[], reports: readonly FileReport[]) {
    const left = countsOf(known);
    const found: KnownFinding[] = [];
    const judged = new Set<string>();
    const shown = reports.map((report, index) => {
      const it = linted[index];
      if (!it || report.isSettings || it.file !== report.file) return report;
      const from = relative(dirname(path), resolve(io.cwd, it.file)).split(sep).join("/");
      // Of what is too large, nothing is read.
      if (it.isWhole && it.text.length <= MAX_LENGTH) judged.add(from);
      const isNew = (diagnostic: Diagnostic): boolean => {
        if (HIDING.includes(diagnostic.rule)) return true;
        const mark = { file: from, ...report.markOf(diagnostic) };
        found.push({ ...mark, count: 1 });
        return !left.take(mark) && !isUpdate;
      };
      const diagnostics = report.diagnostics.filter(isNew);
      const silenced = report.diagnostics.length - diagnostics.length;
      return { ...withDiagnostics(report, diagnostics), suppressed: report.suppressed + silenced };
    });
    const isGone = (it: KnownFinding) =>
      judged.has(it.file)
        ? !(isPartial && across.has(it.rule))
        : !existsSync(resolve(dirname(path), it.file));
    const unseen = merged(known, left.of);
    const stale = unseen.filter(isGone);
    if (isUpdate) write([...found, ...unseen.filter((it) => !isGone(it))]);
    else if (isWritten) write(without(known, stale));
    else if (stale.length > 0) sayStale(file, stale, io);
    return { reports: shown, isStale: stale.length > 0 && !isWritten };
  }

  function write(findings: readonly KnownFinding[]): void {
    const text = baselineText(merged(findings));
    named(file, () => writeNewText(path, text));
    const count = findings.reduce((sum, it) => sum + it.count, 0);
    io.stderr.write(`restream-lint: ${printable(file)} holds ${counted(count, "finding")}\n`);
  }
}

function readBaseline(file: string, path: string): readonly KnownFinding[] {
  const parsed = parseBaseline(named(file, () => readRegularText(path)));
  if ("fault" in parsed) throw new UsageError(`${file} ${parsed.fault}: it stays as it is`);
  return parsed.findings;
}

/** A baseline stands in the place of nothing else. */
function checkPlace(file: string, path: string, args: Arguments, io: Io, inputs: Inputs): void {
  if (inputs.files.includes(STDIN))
    throw new UsageError("a baseline holds what is found in files, and not in standard input");
  const others = [...printedFiles(args), ...args.values("config"), ...args.values("env-file")];
  const taken = [...inputs.files, ...others];
  const real = identityOf(path);
  const isTaken = taken.some((it) => identityOf(resolve(io.cwd, it)) === real);
  if (isTaken || isRestreamFile(file) || SETTINGS_FILES.includes(basename(file)))
    throw new UsageError(`${file} is something else already: name another file for the baseline`);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${file} cannot be written: make its folder first`);
}

function sayStale(file: string, stale: readonly KnownFinding[], io: Io): void {
  for (const it of stale.slice(0, MOST_SHOWN)) {
    const place = [it.restream, it.path].filter((part) => part).join(" ") || "the root";
    const which = it.about === undefined ? "" : ` (${it.about})`;
    io.stderr.write(
      `restream-lint: ${printable(file)}: no longer found: ${printable(`${it.file}: ${it.rule} at ${place}${which}`)}\n`,
    );
  }
  const more = stale.length > MOST_SHOWN ? `, and ${stale.length - MOST_SHOWN} more` : "";
  io.stderr.write(
    `restream-lint: ${printable(file)} holds what is no longer found${more}: --prune-baseline takes it out\n`,
  );
}

const MOST_SHOWN = 10;

/** Where these are found, the rest is not judged: whoever left them alone would leave alone all that comes later. */
const HIDING = ["syntax-error", "nested-too-deeply", "file-too-large"];
