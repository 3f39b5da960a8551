import { readFileSync } from "node:fs";
import type { Corpus, Linter } from "./linters.ts";
import type { Run, Stopwatch } from "./stopwatch.ts";

/** What one program took for one corpus, round after round. */
export interface Timing {
  readonly corpus: string;
  readonly linter: string;
  /** The rounds that it took part in, from the first on; none are left out in between. */
  readonly runs: readonly Run[];
  /** What it found, in words; what differs from what is there begins with "only" or "not". */
  readonly found: string;
}

/** How often all run at most, and how many milliseconds one program gets for a corpus. */
export interface Patience {
  readonly rounds: number;
  readonly budget: number;
}

/** No run takes longer, in milliseconds: what would is said not to finish. */
export const LIMIT = 60_000;

/** Times all programs in turn, so that what else the machine does meets all of them; slow ones leave early. */
export async function timeLinters(
  corpus: Corpus,
  linters: readonly Linter[],
  stopwatch: Stopwatch,
  output: string,
  { rounds, budget }: Patience,
): Promise<Timing[]> {
  const timings = new Map<Linter, Timing>();
  for (let round = 0; round < rounds; round += 1) {
    for (const linter of linters) {
      const { runs, found } = timings.get(linter) ?? { runs: [], found: "" };
      if (runs.length < round || spent(runs) > budget) continue;
      const run = await stopwatch.run(linter.command(corpus), output, LIMIT);
      const said = round === 0 ? verdict(linter, corpus, run, output) : found;
      timings.set(linter, {
        corpus: corpus.name,
        linter: linter.name,
        runs: [...runs, run],
        found: said,
      });
    }
  }
  return [...timings.values()];
}

function spent(runs: readonly Run[]): number {
  return runs.reduce((sum, { wall }) => sum + wall, 0);
}

function verdict(linter: Linter, corpus: Corpus, { status }: Run, output: string): string {
  const { faults, faultyFiles } = corpus;
  if (status < 0) return `not finished in ${LIMIT / 1000} s`;
  if (linter.found === undefined) {
    if (status === 0) return "";
    throw new Error(`${linter.name}: exit status ${status}\n${readFileSync(output, "utf8")}`);
  }
  const found = linter.found(readFileSync(output, "utf8"));
  const isRightStatus = (status === 0) === (faults === 0);
  if (!isRightStatus) return `not comparable: exit status ${status}`;
  if (linter.stopsAtFirst === true && found === faultyFiles && found < faults)
    return `only ${found} of ${faults}: the first of each file`;
  return found === faults ? `${found} of ${faults}` : `not comparable: ${found} of ${faults}`;
}
