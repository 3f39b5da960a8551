import type { Arguments } from "../arguments.ts";
import type { Baseline } from "../baseline/baseline.ts";
import { tellBrokenSettings } from "../broken-settings.ts";
import type { Filler } from "../environment/environment.ts";
import { UsageError } from "../errors.ts";
import type { GitInputs } from "../git/git-documents.ts";
import { type Inputs, inputsOf, STDIN } from "../inputs.ts";
import { EXIT, type Io } from "../io.ts";
import { jobsOf, lintAhead } from "../jobs/lint-ahead.ts";
import { unpacked } from "../jobs/packed.ts";
import { createInputLinter } from "../lint-input.ts";
import { reportsOf } from "../linted.ts";
import { maxWarningsOf } from "../max-warnings.ts";
import { createProgress } from "../progress.ts";
import { printReports } from "../printing/print-reports.ts";
import { printoutsOf } from "../printing/printouts.ts";
import { recordsOnStdin } from "../records/on-stdin.ts";
import { readEach } from "../read-each.ts";
import { summaryLine, summaryOf } from "../report.ts";
import { createSettingsFinder } from "../settings.ts";
import { createStopwatch, statsOf } from "../stats.ts";

/** Lints what the arguments name, once or at each change, prints what was found, and answers the exit status. */
export async function lintPaths(args: Arguments, outer: Io): Promise<number> {
  const { io, hasRecords } = await recordsOnStdin(args, outer);
  if (hasRecords) return (await import("../records/lint-records.ts")).lintRecords(args, io);
  if (!args.has("watch")) return lintOnce(args, io);
  const { watchPaths } = await import("../watch/watch.ts");
  return watchPaths(args, io, async () => lintOnce(args, io));
}

async function lintOnce(args: Arguments, outer: Io): Promise<number> {
  const progress = createProgress(outer);
  const { io } = progress;
  const git = await gitInputs(args, io);
  const finder = await createSettingsFinder(args, io, git?.settings);
  const maxWarnings = maxWarningsOf(args);
  const jobs = jobsOf(args);
  if (args.has("unsafe-fixes") && !args.has("fix") && !args.has("diff")) {
    throw new UsageError("--unsafe-fixes needs --fix or --diff");
  }
  if (args.has("diff") && args.has("format"))
    throw new UsageError("--diff prints a patch, in no other format");
  const fill = await fillerOf(args, io);
  const { time, times } = createStopwatch();
  const inputs = await time("searching", () => git?.inputsOf(finder) ?? inputsOf(args, io, finder));
  const printouts = printoutsOf(args, io, inputs.files);
  const baseline = await baselineOf(args, io, inputs);
  const ahead =
    jobs === 1
      ? undefined
      : await time("linting", () => lintAhead(jobs, args, inputs, io, progress.step));
  const lintInput = createInputLinter({ inputs, finder, fill, time }, args, io);
  const { found: linted, failed } = await readEach(inputs, io, (input) => {
    const known = ahead?.get(input);
    if (!known) progress.step(inputs.files.length);
    const settings = known && finder.settingsOf(input);
    if (settings) return unpacked(input, known, settings);
    return lintInput(input);
  });
  progress.clear();
  const found = time("linting", () => reportsOf(linted, args.has("per-file")));
  const { reports, isStale } = baseline?.apply(linted, found) ?? { reports: found, isStale: false };
  if (finder.sources().length > 0) {
    const { fixSettings, settingsReports } = await import("../settings-reports.ts");
    const wrong = settingsReports(finder, linted, inputs.searched);
    reports.push(...(args.has("fix") ? fixSettings(wrong, io.cwd) : wrong));
  }
  const summary = summaryOf(reports);
  if (args.has("diff") && reports.length > 0) io.stderr.write(`${summaryLine(summary)}\n`);
  if (!args.has("diff")) {
    // Fixed standard input goes to standard output, so what is left to say goes beside it.
    const isTaken = args.has("fix") && inputs.files.includes(STDIN);
    const output = isTaken ? io.stderr : io.stdout;
    await time("printing", () => printReports(reports, summary, args, io, output, printouts));
  }
  if (args.has("stats")) io.stderr.write(statsOf(linted, times()));

  const isBroken = tellBrokenSettings(finder, io);
  if (failed || isBroken) return EXIT.usage;
  if (linted.length === 0 && !isStale) return nothingLinted(inputs.files.length > 0, args, io);
  const { errors, warnings } = summary;
  return errors > 0 || warnings > maxWarnings || isStale ? EXIT.found : EXIT.ok;
}

/** What is to be linted, where git is to say it. */
async function gitInputs(args: Arguments, io: Io): Promise<GitInputs | undefined> {
  if (!args.has("staged") && !args.has("changed")) return undefined;
  return (await import("../git/git-inputs.ts")).gitInputsOf(args, io);
}

/** The findings that are known, where a file says so. */
async function baselineOf(args: Arguments, io: Io, inputs: Inputs): Promise<Baseline | undefined> {
  if (args.has("baseline")) {
    const { openBaseline } = await import("../baseline/baseline.ts");
    return openBaseline(args, io, inputs);
  }
  const other = ["update-baseline", "prune-baseline"].find((it) => args.has(it));
  if (other !== undefined) throw new UsageError(`--${other} needs --baseline`);
  return undefined;
}

/** What fills in placeholders, where that is asked for: nothing else reads the environment. */
async function fillerOf(args: Arguments, io: Io): Promise<Filler | undefined> {
  if (!args.has("env") && !args.has("env-file")) return undefined;
  return (await import("../environment/environment.ts")).createFiller(args, io);
}

function nothingLinted(hasInputs: boolean, args: Arguments, io: Io): number {
  const isGits = args.has("staged") || args.has("changed");
  if (isGits && !hasInputs) {
    io.stderr.write("restream-lint: no restream document has changed\n");
    return EXIT.ok;
  }
  if (args.has("no-error-on-unmatched")) return EXIT.ok;
  if (!hasInputs) {
    const excluded = args.has("force-exclude") ? ", or what was named is excluded" : "";
    const ignored = args.has("no-ignore") ? "" : "; --no-ignore searches what git ignores, too";
    io.stderr.write(
      `restream-lint: nothing to lint: no restreams.yaml, *.restream.yaml or the like was found${excluded}; name a file${ignored}\n`,
    );
  }
  return EXIT.nothing;
}
