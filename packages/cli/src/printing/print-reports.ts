import { hasColor } from "../color.ts";
import type { Io, Output } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import type { Printout } from "./printout.ts";
import {
  type FileReport,
  type Paper,
  type Reporter,
  type Summary,
  summaryLine,
  withDiagnostics,
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
    if (!isFine || formatOf(format).isForPrograms) {
      const reporter = await formatOf(format).load();
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
      async (format) => (await formatOf(format).load())(shown, summary, plain),
      io,
    );
  }
  // Last: no one asked for it by name.
  const isAnnotated = printouts.some(
    (it) => it.file === undefined && formatOf(it.format).annotates,
  );
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

interface Format {
  readonly load: () => Promise<Reporter>;
  /** Who reads it wants it where nothing was found, too. */
  readonly isForPrograms?: true;
  /** Whether GitHub reads it from a step's output. */
  readonly annotates?: true;
}

const PRETTY: Format = { load: async () => (await import("../reporters/pretty.ts")).pretty };

const FORMATS: Readonly<Record<string, Format>> = {
  pretty: PRETTY,
  concise: { load: async () => (await import("../reporters/concise.ts")).concise },
  json: { load: async () => (await import("../reporters/json.ts")).json, isForPrograms: true },
  jsonl: { load: async () => (await import("../reporters/jsonl.ts")).jsonl, isForPrograms: true },
  sarif: { load: async () => (await import("../reporters/sarif.ts")).sarif, isForPrograms: true },
  github: { load: async () => (await import("../reporters/github.ts")).github, annotates: true },
  annotations: {
    load: async () => (await import("../reporters/github.ts")).annotations,
    annotates: true,
  },
  gitlab: {
    load: async () => (await import("../reporters/gitlab.ts")).gitlab,
    isForPrograms: true,
  },
  junit: { load: async () => (await import("../reporters/junit.ts")).junit, isForPrograms: true },
  checkstyle: {
    load: async () => (await import("../reporters/checkstyle.ts")).checkstyle,
    isForPrograms: true,
  },
  markdown: {
    load: async () => (await import("../reporters/markdown.ts")).markdown,
    isForPrograms: true,
  },
};

function formatOf(name: string): Format {
  return FORMATS[name] ?? PRETTY;
}

function errorsOf(report: FileReport): FileReport {
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  return withDiagnostics(report, errors);
}
