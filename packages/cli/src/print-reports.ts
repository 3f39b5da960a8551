import { hasColor } from "./color.ts";
import type { Io, Output } from "./io.ts";
import type { Arguments } from "./arguments.ts";
import { type FileReport, type Paper, type Reporter, type Summary, summaryLine } from "./report.ts";

/** Prints what was found, in the format that the arguments name. */
export async function printReports(
  reports: readonly FileReport[],
  summary: Summary,
  args: Arguments,
  io: Io,
  output: Output,
): Promise<void> {
  const shown = args.has("quiet") ? reports.map(errorsOf) : reports;
  const format = args.value("format") ?? "pretty";
  // Most runs find nothing: they need no reporter to say so.
  if (format !== "json" && shown.every(({ diagnostics }) => diagnostics.length === 0)) {
    output.write(`${summaryLine(summary)}\n`);
    return;
  }
  const reporter = await reporterOf(format);
  output.write(await reporter(shown, summary, paperOf(args, io, output)));
}

/** What reports are printed to. */
export function paperOf(args: Arguments, io: Io, output: Output): Paper {
  return {
    color: hasColor(args, io, output),
    isTerminal: output.isTTY,
    width: output.columns ?? DEFAULT_WIDTH,
  };
}

/** In pipes and files, where nothing says how wide the page is. */
const DEFAULT_WIDTH = 120;

async function reporterOf(format: string): Promise<Reporter> {
  switch (format) {
    case "json":
      return (await import("./reporters/json.ts")).json;
    case "concise":
      return (await import("./reporters/concise.ts")).concise;
    default:
      return (await import("./reporters/pretty.ts")).pretty;
  }
}

function errorsOf(report: FileReport): FileReport {
  return {
    ...report,
    diagnostics: report.diagnostics.filter(({ severity }) => severity === "error"),
  };
}
