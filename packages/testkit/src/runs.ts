import { type Arbitrary, assert, asyncProperty } from "fast-check";

/** How often to try something at random: so often in `pnpm test`, and so often in `pnpm fuzz`. */
export function runsOf(usual: number, fuzzing: number): number {
  return process.env["RESTREAM_LINT_FUZZ"] === undefined ? usual : fuzzing;
}

/** So many samples a time, Vitest may hear that its worker lives: one that is silent for a minute, it gives up. */
const AT_ONCE = 1000;

/** Checks so many samples, a million of them too. */
export async function checkEach<T>(
  samples: Arbitrary<T>,
  numRuns: number,
  check: (sample: T) => void,
): Promise<void> {
  let count = 0;
  const checked = asyncProperty(samples, async (sample) => {
    count += 1;
    if (count % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    check(sample);
  });
  await assert(checked, { numRuns });
}
