import { type Diagnostic, lineStartsOf } from "@restream-lint/core";
import { keyOf, type Mark } from "../marks.ts";
import type { FileReport, Paper } from "../report.ts";
import { type Region, regionOf } from "./region.ts";

/** A finding, and where other programs find it. */
export interface Located {
  /** As CI names the file. */
  readonly path: string;
  readonly region: Region;
  readonly diagnostic: Diagnostic;
  readonly mark: Mark;
  /** How many with the same mark there are before it in the file. */
  readonly ordinal: number;
}

/** The most findings of one file that are written for other programs. */
export const MOST_OF_FILE = 10_000;

/** The findings of a file, as other programs want them; all but the first 10 000 are left out. */
export function locatedIn(
  { file, text, diagnostics, markOf }: Pick<FileReport, "file" | "text" | "diagnostics" | "markOf">,
  { pathOf }: Pick<Paper, "pathOf">,
): Located[] {
  const lineStarts = lineStartsOf(text);
  const path = pathOf(file);
  const counts = new Map<string, number>();
  return diagnostics.slice(0, MOST_OF_FILE).map((diagnostic) => {
    const mark = markOf(diagnostic);
    const key = keyOf(mark);
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return { path, region: regionOf(diagnostic.range, lineStarts), diagnostic, mark, ordinal };
  });
}

/** The worst first, otherwise in their order: for readers who do not read to the end. */
export function worstFirst(located: readonly Located[]): Located[] {
  return located.toSorted((a, b) => RANKS[a.diagnostic.severity] - RANKS[b.diagnostic.severity]);
}

const RANKS = { error: 0, warning: 1, info: 2 };
