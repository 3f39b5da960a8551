import { corpusName, grouped, shuffledName, smallFilesName } from "./corpora.ts";
import { pairedRatio } from "./linter-tables.ts";
import { FLOOR, OURS } from "./linters.ts";
import { quantile } from "./statistics.ts";
import type { Table } from "./table.ts";
import type { Timing } from "./time-linters.ts";
import type { ServerTiming } from "./time-servers.ts";

/** What was promised, and what came of it. */
export interface Bar {
  readonly what: string;
  readonly bound: string;
  /** NaN where it was not measured. */
  readonly measured: number;
  readonly unit: string;
  readonly holds: boolean;
}

/** All that is promised of whole processes. */
export function linterBars(timings: readonly Timing[]): Bar[] {
  const ten = corpusName(10, "yaml", true);
  const many = corpusName(10_000, "yaml", true);
  const most = corpusName(100_000, "yaml", true);
  const shuffled = shuffledName(100_000);
  const files = smallFilesName(2000, true);
  const byFloor = (corpus: string) => ratioIn(timings, corpus, OURS, FLOOR);
  return [
    atMost(`${ten}, by ${FLOOR}`, 1.3, byFloor(ten), "×"),
    atMost(`${many}, by ${FLOOR}`, 3, byFloor(many), "×"),
    atLeast(`${many}: ajv-cli by us`, 4, ratioIn(timings, many, "ajv-cli", OURS), "×"),
    atLeast(`${most}: native by us`, 3, ratioIn(timings, most, "jsonschema (native)", OURS), "×"),
    atLeast(
      `${shuffled}: native by us`,
      3,
      ratioIn(timings, shuffled, "jsonschema (native)", OURS),
      "×",
    ),
    atMost(`${files}, by ${FLOOR}`, 5, byFloor(files), "×"),
  ];
}

/** All that is promised of the language server, at its worst: whether it is asked or not. */
export function serverBars(timings: readonly ServerTiming[]): Bar[] {
  const ours = timings.filter(({ server }) => server.name.startsWith(OURS));
  const p99 = (figures: "waits" | "runs") => (timing: ServerTiming) =>
    quantile(timing[figures], 0.99);
  const bars = [true, false].flatMap((isSound) => {
    const state = isSound ? "valid" : "5 % faulty";
    const worst = (size: number, figure: (timing: ServerTiming) => number) =>
      largest(
        ours
          .filter((it) => it.server.format === "yaml" && it.size === size && it.isSound === isSound)
          .map(figure),
      );
    const keystroke = (size: number, bound: number) => [
      atMost(
        `a keystroke, ${grouped(size)} restreams, ${state}, p99`,
        bound,
        worst(size, p99("waits")),
        "ms",
      ),
      atMost("the same keys, main thread running, p99", bound, worst(size, p99("runs")), "ms"),
    ];
    return [
      ...keystroke(1000, 5),
      ...keystroke(10_000, 10),
      atMost(
        `opening 10\u{a0}000, ${state}`,
        100,
        worst(10_000, (it) => it.opening.wait),
        "ms",
      ),
      atMost(
        "the same opening, main thread running",
        100,
        worst(10_000, (it) => it.opening.running),
        "ms",
      ),
      atMost(`server memory, 10\u{a0}000, ${state}`, 80, worst(10_000, memoryIn), "MB"),
    ];
  });
  const grown = ours.filter(({ size, settled }) => size === 1000 && !Number.isNaN(settled));
  const growth = grown.map(({ settled, last }) => last / settled);
  return [
    ...bars,
    atMost(
      "memory after all keystrokes by after 100, 1\u{a0}000 restreams",
      1.2,
      largest(growth),
      "×",
    ),
  ];
}

/** Bars, one a row. */
export function barTable(bars: readonly Bar[]): Table {
  return {
    head: ["bar", "bound", "measured", "verdict"],
    rows: bars.map(({ what, bound, measured, unit, holds }) => [
      what,
      `${bound} ${unit}`,
      Number.isNaN(measured) ? "–" : `${measured.toFixed(measured < 20 ? 2 : 0)} ${unit}`,
      Number.isNaN(measured) ? "not measured" : holds ? "holds" : "MISSED",
    ]),
  };
}

/** Whether it was measured, and does not hold. */
export function isMissed({ measured, holds }: Bar): boolean {
  return !Number.isNaN(measured) && !holds;
}

function atMost(what: string, bound: number, measured: number, unit: string): Bar {
  return { what, bound: `≤ ${bound}`, measured, unit, holds: measured <= bound };
}

function atLeast(what: string, bound: number, measured: number, unit: string): Bar {
  return { what, bound: `≥ ${bound}`, measured, unit, holds: measured >= bound };
}

function ratioIn(timings: readonly Timing[], corpus: string, one: string, other: string): number {
  const inCorpus = timings.filter((it) => it.corpus === corpus);
  const dividend = inCorpus.find(({ linter }) => linter === one);
  const divisor = inCorpus.find(({ linter }) => linter === other);
  return dividend && divisor ? pairedRatio(dividend, divisor) : Number.NaN;
}

function memoryIn({ opened, last }: ServerTiming): number {
  return Math.max(opened, last);
}

function largest(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : Math.max(...values);
}
