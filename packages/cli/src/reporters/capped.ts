import type { Diagnostic } from "@restream-lint/core";

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
