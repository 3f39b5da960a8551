import { FLOOR } from "./linters.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";
import type { Timing } from "./time-linters.ts";

/** One corpus: what each program took, by the floor of the same rounds. */
export function timingTable(timings: readonly Timing[]): Table {
  const floor = timings.find(({ linter }) => linter === FLOOR);
  return {
    head: ["program", "wall", `by ${FLOOR}`, "CPU", "peak memory", "rounds", "faults found"],
    rows: timings.map((timing) => {
      const { linter, runs, found } = timing;
      return [
        linter,
        figure(median(runs.map(({ wall }) => wall)), "ms"),
        floor === undefined ? "" : `${pairedRatio(timing, floor).toFixed(2)} ×`,
        figure(median(runs.map(({ cpu }) => cpu)), "ms"),
        figure(median(runs.map(({ memory }) => memory)), "MB"),
        String(runs.length),
        found,
      ];
    }),
  };
}

/** The median of the ratios of walls of the same round; NaN where there is none. */
export function pairedRatio({ runs }: Timing, other: Timing): number {
  const pairs = runs.slice(0, other.runs.length);
  return median(pairs.map(({ wall }, round) => wall / (other.runs[round]?.wall ?? Number.NaN)));
}

/** A figure that a person can read: three digits that count. */
export function figure(value: number, unit: string): string {
  if (Number.isNaN(value)) return "–";
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}
