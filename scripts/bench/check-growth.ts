import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, instructionsOf, SMOOTH } from "./callgrind.ts";
import { type Growth, GROWTHS } from "./growth-texts.ts";
import { LINTER } from "./linters.ts";
import { typingInto } from "./typing.ts";

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

/** Does these things to every kind of text at three sizes, so many times as long as CI does. */
export async function checkGrowth(
  folder: string,
  scale: number,
  isMeant: (step: Growth["step"]) => boolean,
): Promise<Growing[]> {
  const meant = GROWTHS.filter(({ step }) => isMeant(step));
  const commands = meant.flatMap((growth, index) =>
    TIMES.map((times) => {
      const path = join(folder, `growth-${index}-${times}.restream.yaml`);
      return commandOf(growth, path, growth.textOf(growth.n * scale * times));
    }),
  );
  const counts = await instructionsOf(commands);
  return meant.map((growth, index) =>
    growingOf(growth, scale, counts.slice(index * TIMES.length, (index + 1) * TIMES.length)),
  );
}

const OPTIONS = {
  lint: ["--format", "jsonl"],
  print: ["--format", "pretty"],
  // Mended, and printed, and nothing is written.
  fix: ["--diff"],
} as const;
/** So many that what each costs shows beside what it costs to open the text. */
const KEYS = 6;

function commandOf({ step }: Growth, path: string, text: string): Command {
  const isTyped = step === "type";
  writeFileSync(path, isTyped ? typingInto(text, KEYS) : text);
  return isTyped
    ? { args: [...SMOOTH, LINTER, "lsp"], input: path }
    : { args: [...SMOOTH, LINTER, ...OPTIONS[step], path] };
}

function growingOf({ name, step, n }: Growth, scale: number, counts: readonly number[]): Growing {
  const [once = Number.NaN, twice = Number.NaN, fourfold = Number.NaN] = counts;
  const ratio = (fourfold - twice) / (twice - once);
  return { growth: `${name}, ${STEPS[step]}`, n: n * scale, counts, ratio };
}

const STEPS: Readonly<Record<Growth["step"], string>> = {
  lint: "linted",
  print: "linted and printed",
  fix: "mended",
  type: `typed into, ${KEYS} keys`,
};
