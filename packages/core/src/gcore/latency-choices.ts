import type { Edit } from "../edit.ts";
import { byHand, suggestion } from "../fix.ts";
import type { Fix } from "../rule.ts";
import { formatLatency, LATENCY_UNITS, type LatencyUnit, latencyValue } from "../uri/latency.ts";
import { judgeLatencyValue, type LatencyTerms } from "./latency.ts";

/** A way to write a latency that nothing is wrong with. */
export interface LatencyChoice {
  readonly ms: number;
  readonly text: string;
  readonly unit: LatencyUnit;
  /** `2 s in microseconds, as FFmpeg and OBS read it`. */
  readonly reading: string;
  /** `Write`, the reading, and `latency=2000000`. */
  readonly title: string;
  /** Whether the target is known to read this unit. */
  readonly isKnownUnit: boolean;
}

/** How to write a latency: in the target's unit, or in each where that is not known; the widest spread first. */
export function latencyChoices(ms: number, terms: LatencyTerms): LatencyChoice[] {
  const isKnown = terms.unit !== undefined && terms.unit !== "open";
  const units = isKnown ? LATENCY_UNITS.filter((it) => it === terms.unit) : LATENCY_UNITS;
  return units.flatMap((unit) => {
    const text = latencyValue(ms, unit);
    const isRead = [terms, { ...terms, unit }].every((it) => {
      const { kind } = judgeLatencyValue(text, it);
      return kind === "fine" || kind === "undeclared-unit";
    });
    const readers = isKnown ? "" : READERS[unit];
    const reading = `${formatLatency(ms)} in ${UNIT_NAMES[unit]}${readers}`;
    const title = `Write ${reading}: latency=${text}`;
    return isRead ? [{ ms, text, unit, reading, title, isKnownUnit: isKnown }] : [];
  });
}

/** Offers to write a latency so; where its unit is not known, another may be right, even if this is the only one left. */
export function latencySuggestion(
  { title, isKnownUnit }: LatencyChoice,
  edit: Edit | undefined,
): Fix | undefined {
  const fix = suggestion(title, edit);
  return isKnownUnit ? fix : byHand(fix);
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
