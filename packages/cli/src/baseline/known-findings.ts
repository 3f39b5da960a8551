import { keyOf, type Mark } from "../marks.ts";
import type { KnownFinding } from "./baseline-file.ts";

// Findings are known by their files and marks; what nothing tells apart is counted.

/** A mark, and the file that it is of. */
type Placed = Mark & Pick<KnownFinding, "file">;

/** How many there are of each; taking some changes it. */
export interface Counts {
  readonly of: (it: Placed) => number;
  /** Takes one, and answers whether there was one. */
  readonly take: (it: Placed) => boolean;
}

/** Counts findings, which may be listed more than once. */
export function countsOf(findings: readonly KnownFinding[]): Counts {
  const counts = new Map<string, number>();
  const of = (it: Placed): number => counts.get(fileKeyOf(it)) ?? 0;
  for (const it of findings) counts.set(fileKeyOf(it), of(it) + it.count);
  return {
    of,
    take: (it) => {
      const count = of(it);
      if (count > 0) counts.set(fileKeyOf(it), count - 1);
      return count > 0;
    },
  };
}

/** Each once, with as many as are asked for; without one, all that there are of it. */
export function merged(
  findings: readonly KnownFinding[],
  countOf: Counts["of"] = countsOf(findings).of,
): KnownFinding[] {
  const byKey = new Map(findings.map((it) => [fileKeyOf(it), it]));
  return Array.from(byKey.values(), (it) => ({ ...it, count: countOf(it) })).filter(
    ({ count }) => count > 0,
  );
}

/** What is left of findings when others are taken away. */
export function without(
  findings: readonly KnownFinding[],
  others: readonly KnownFinding[],
): KnownFinding[] {
  const [all, gone] = [countsOf(findings), countsOf(others)];
  return merged(findings, (it) => all.of(it) - gone.of(it));
}

function fileKeyOf(it: Placed): string {
  return `${it.file}\0${keyOf(it)}`;
}
