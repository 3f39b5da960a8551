import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { instructionsOf, SMOOTH } from "./callgrind.ts";
import { type Growth, GROWTHS } from "./growth-texts.ts";
import { LINTER } from "./linters.ts";

/** What a way to grow costs: instructions at n, 2n and 4n. */
export interface Growing {
  readonly growth: string;
  readonly n: number;
  readonly counts: readonly number[];
  /** The step from 2n to 4n by the step from n to 2n: 2 where cost is linear, 4 where it is quadratic. */
  readonly ratio: number;
}

/** Above it, something is worse than linear: a quadratic part of a fortieth is seen. */
export const STEEPEST = 2.15;

const TIMES = [1, 2, 4];

/** Lints every kind of text at three sizes, so many times as long as CI does. */
export async function checkGrowth(folder: string, scale: number): Promise<Growing[]> {
  const commands = GROWTHS.flatMap((growth, index) =>
    TIMES.map((times) => {
      const path = join(folder, `growth-${index}-${times}.restream.yaml`);
      writeFileSync(path, growth.textOf(growth.n * scale * times));
      return [...SMOOTH, LINTER, "--format", "jsonl", path];
    }),
  );
  const counts = await instructionsOf(commands);
  return GROWTHS.map((growth, index) =>
    growingOf(growth, scale, counts.slice(index * TIMES.length, (index + 1) * TIMES.length)),
  );
}

function growingOf({ name, n }: Growth, scale: number, counts: readonly number[]): Growing {
  const [once = Number.NaN, twice = Number.NaN, fourfold = Number.NaN] = counts;
  return { growth: name, n: n * scale, counts, ratio: (fourfold - twice) / (twice - once) };
}
