import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkGrowth, type Growing, STEEPEST } from "./check-growth.ts";
import { type Counts, countCases } from "./count-cases.ts";
import type { Table } from "./table.ts";

/** All that is counted. */
export interface Instructions {
  readonly counts: Counts;
  readonly growing: readonly Growing[];
}

/** Counts what cases take, and how that of linting grows, with texts so many times as long as in CI. */
export async function countInstructions(folder: string, scale: number): Promise<Instructions> {
  const growing = await checkGrowth(folder, scale, (step) => step === "lint");
  return { counts: await countCases(folder), growing };
}

const EXPECTED = join(import.meta.dirname, "expected-instructions.json");
/** More than so much of what is expected is a regression. */
const TOLERANCE = 1.15;
const [MAJOR = ""] = process.versions.node.split(".");

/** Writes the counts down as what this Node.js is expected to take. */
export function recordCounts(counts: Counts): void {
  writeFileSync(EXPECTED, `${JSON.stringify({ ...expected(), [MAJOR]: counts }, undefined, 2)}\n`);
}

/** What is worse than it was, or than linear, in sentences. Says itself what is better by as much. */
export function regressionsIn({ counts, growing }: Instructions): string[] {
  const before = expected()[MAJOR];
  if (before === undefined) console.log(`No counts are expected of Node ${MAJOR}: --record them.`);
  const more = Object.entries(counts).flatMap(([name, count]) => {
    const share = count / (before?.[name] ?? count);
    // Else it could grow again unseen.
    if (share < 1 / TOLERANCE) console.log(`${name}: fewer than expected; --record what they are.`);
    return share > TOLERANCE
      ? [`${name}: ${share.toFixed(2)} × the instructions that are expected, ${TOLERANCE} at most`]
      : [];
  });
  return [...more, ...steepIn(growing)];
}

/** What grows worse than linearly, in sentences. */
export function steepIn(growing: readonly Growing[]): string[] {
  return growing.flatMap(({ growth, ratio }) =>
    ratio <= STEEPEST ? [] : [`${growth}: cost grows worse than linearly (${ratio.toFixed(2)})`],
  );
}

/** Millions of instructions beside those that are expected. */
export function countsTable(counts: Counts): Table {
  const before = expected()[MAJOR];
  return {
    head: ["case", "million instructions", "of what is expected"],
    rows: Object.entries(counts).map(([name, count]) => {
      const past = before?.[name];
      return [name, millions(count), past === undefined ? "" : `${(count / past).toFixed(2)} ×`];
    }),
  };
}

/** Millions of instructions at n, 2n and 4n, with the start of Node.js in each. */
export function growthTable(growing: readonly Growing[]): Table {
  return {
    head: ["what grows", "n", "at n", "at 2n", "at 4n", "second step by first"],
    rows: growing.map(({ growth, n, counts, ratio }) => [
      growth,
      String(n),
      ...counts.map(millions),
      ratio.toFixed(2),
    ]),
  };
}

function expected(): Readonly<Record<string, Counts>> {
  return existsSync(EXPECTED) ? JSON.parse(readFileSync(EXPECTED, "utf8")) : {};
}

function millions(count: number): string {
  return (count / 1e6).toFixed(1);
}
