import { hasColor } from "../color.ts";
import type { Io, Output } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import type { Printout } from "./printouts.ts";
import {
  type FileReport,
  type Paper,
  type Reporter,
  type Summary,
  summaryLine,
} from "../report.ts";
import { createRepositoryPath } from "./repository-path.ts";

/** Prints what was found, in the format that the arguments name, or in all those that are asked for. */
export async function printReports(
  reports: readonly FileReport[],
  summary: Summary,
  args: Arguments,
  io: Io,
  output: Output,
  printouts: readonly Printout[] = [{ format: args.value("format") ?? "pretty" }],
): Promise<void> {
  const shown = args.has("quiet") ? reports.map(errorsOf) : reports;
  const isFine = shown.every(({ diagnostics }) => diagnostics.length === 0);
  const paper = paperOf(args, io, output);
  for (const { format, file } of printouts) {
    if (file !== undefined) continue;
    // Most runs find nothing: they need no reporter to say so.
    if (!isFine || FOR_PROGRAMS.has(format)) {
      const reporter = await reporterOf(format);
      output.write(await reporter(shown, summary, paper));
    } else if (format !== "annotations" && reports.length > 0) {
      output.write(`${summaryLine(summary)}\n`);
    }
  }
  const files = printouts.filter(({ file }) => file !== undefined);
  if (files.length === printouts.length && reports.length > 0)
    output.write(`${summaryLine(summary)}\n`);
  if (files.length > 0) {
    const { printToFiles } = await import("./print-to-files.ts");
    const plain = { ...paper, color: false, isTerminal: false, width: DEFAULT_WIDTH };
    await printToFiles(
      files,
      async (format) => (await reporterOf(format))(shown, summary, plain),
      io,
    );
  }
  // Last: no one asked for it by name.
  const isAnnotated = printouts.some((it) => it.file === undefined && ANNOTATING.has(it.format));
  if (isAnnotated && !isFine) {
    const { writeJobSummary } = await import("./job-summary.ts");
    await writeJobSummary(shown, summary, paper, io);
  }
}

/** What reports are printed to. */
export function paperOf(args: Arguments, io: Io, output: Output): Paper {
  return {
    color: hasColor(args, io, output),
    isTerminal: output.isTTY,
    width: output.columns ?? DEFAULT_WIDTH,
    pathOf: createRepositoryPath(io),
  };
}

/** In pipes and files, where nothing says how wide the page is. */
const DEFAULT_WIDTH = 120;

/** Who reads these wants them where nothing was found, too. */
const FOR_PROGRAMS: ReadonlySet<string> = new Set([
  "json",
  "jsonl",
  "sarif",
  "gitlab",
  "junit",
  "checkstyle",
  "markdown",
]);

/** What GitHub reads from a step's output. */
const ANNOTATING: ReadonlySet<string> = new Set(["annotations", "github"]);

async function reporterOf(format: string): Promise<Reporter> {
  switch (format) {
    case "json":
      return (await import("../reporters/json.ts")).json;
    case "jsonl":
      return (await import("../reporters/jsonl.ts")).jsonl;
    case "sarif":
      return (await import("../reporters/sarif.ts")).sarif;
    case "github":
      return (await import("../reporters/github.ts")).github;
    case "annotations":
      return (await import("../reporters/github.ts")).annotations;
    case "gitlab":
      return (await import("../reporters/gitlab.ts")).gitlab;
    case "junit":
      return (await import("../reporters/junit.ts")).junit;
    case "checkstyle":
      return (await import("../reporters/checkstyle.ts")).checkstyle;
    case "markdown":
      return (await import("../reporters/markdown.ts")).markdown;
    case "concise":
      return (await import("../reporters/concise.ts")).concise;
    default:
      return (await import("../reporters/pretty.ts")).pretty;
  }
}

function errorsOf(report: FileReport): FileReport {
  return {
    ...report,
    diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
  };
}
