import type { Diagnostic } from "@restream-lint/core";
import type { Summary } from "../report.ts";

/** More than this of one file, or of one rule in it, nobody reads in a terminal. */
const MOST = 200;
const MOST_OF_RULE = 20;

/** The findings of a file that are worth printing, and lines that say how many were left out. */
export function capped(diagnostics: readonly Diagnostic[]): {
  shown: readonly Diagnostic[];
  more: readonly string[];
} {
  const counts = new Map<string, number>();
  const shown: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const count = (counts.get(diagnostic.rule) ?? 0) + 1;
    counts.set(diagnostic.rule, count);
    if (shown.length < MOST && count <= MOST_OF_RULE) shown.push(diagnostic);
  }
  const more = [...counts].flatMap(([rule, count]) => {
    const left = count - shown.filter((it) => it.rule === rule).length;
    return left > 0 ? [`and ${left} more ${rule}`] : [];
  });
  return { shown, more };
}

/** `2 files: 1 error, 3 warnings; --fix mends 2`. */
export function summaryLine({ files, errors, warnings, infos, fixable }: Summary): string {
  const counts = [counted(errors, "error"), counted(warnings, "warning"), counted(infos, "info")];
  const found = counts.filter((it) => !it.startsWith("0 ")).join(", ") || "no findings";
  return `${counted(files, "file")}: ${found}${fixable > 0 ? `; --fix mends ${fixable}` : ""}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
