import { type Diagnostic, lineStartsOf } from "@restream-lint/core";
import type { FileReport, Paper } from "../report.ts";
import { type Region, regionOf } from "./region.ts";

/** A finding, and where other programs find it. */
export interface Located {
  /** As CI names the file. */
  readonly path: string;
  readonly region: Region;
  readonly diagnostic: Diagnostic;
  /** How many of its rule there are before it in the same place of the file. */
  readonly ordinal: number;
}

/** The most findings of one file that are written for other programs. */
export const MOST_OF_FILE = 10_000;

/** The findings of a file, as other programs want them; all but the first 10 000 are left out. */
export function locatedIn(
  { file, text, diagnostics }: Pick<FileReport, "file" | "text" | "diagnostics">,
  { pathOf }: Pick<Paper, "pathOf">,
): Located[] {
  const lineStarts = lineStartsOf(text);
  const path = pathOf(file);
  const counts = new Map<string, number>();
  return diagnostics.slice(0, MOST_OF_FILE).map((diagnostic) => {
    const key = `${diagnostic.rule} ${diagnostic.path}`;
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return { path, region: regionOf(diagnostic.range, lineStarts), diagnostic, ordinal };
  });
}

/** The worst first, otherwise in their order: for readers who do not read to the end. */
export function worstFirst(located: readonly Located[]): Located[] {
  return located.toSorted((a, b) => RANKS[a.diagnostic.severity] - RANKS[b.diagnostic.severity]);
}

const RANKS = { error: 0, warning: 1, info: 2 };
