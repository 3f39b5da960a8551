import { formatLatency, LATENCY_UNITS, type LatencyUnit, latencyValue } from "../uri/latency.ts";
import { judgeLatencyValue, type LatencyTerms } from "./latency.ts";

/** A way to write a latency that nothing is wrong with. */
export interface LatencyChoice {
  readonly text: string;
  readonly unit: LatencyUnit;
  /** `Write 2 s in microseconds, as FFmpeg and OBS read it: latency=2000000`. */
  readonly title: string;
}

/** How to write a latency: in the target's unit, or in each where that is not known; the widest spread first. */
export function latencyChoices(ms: number, terms: LatencyTerms): LatencyChoice[] {
  const isKnown = terms.unit !== undefined && terms.unit !== "open";
  const units = isKnown ? LATENCY_UNITS.filter((it) => it === terms.unit) : LATENCY_UNITS;
  return units.flatMap((unit) => {
    const text = latencyValue(ms, unit);
    const { kind } = judgeLatencyValue(text, terms);
    const readers = isKnown ? "" : READERS[unit];
    const title = `Write ${formatLatency(ms)} in ${UNIT_NAMES[unit]}${readers}: latency=${text}`;
    return kind === "fine" || kind === "undeclared-unit" ? [{ text, unit, title }] : [];
  });
}

/** What a person would type where nothing is said: 2 s, right for both of Gcore's networks. */
export function usualLatency({ range }: LatencyTerms): number {
  return range ? Math.min(Math.max(2000, range.min), range.max) : 2000;
}

export const UNIT_NAMES: Readonly<Record<LatencyUnit, string>> = {
  us: "microseconds",
  ms: "milliseconds",
  s: "seconds",
};

/** No server is known that reads seconds; Gcore's page names that unit too. */
const READERS: Readonly<Record<LatencyUnit, string>> = {
  us: ", as FFmpeg and OBS read it",
  ms: ", as most others read it",
  s: "",
};
