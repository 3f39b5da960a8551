import type { Target } from "../document.ts";
import { formatLatency, MAX_LATENCY_MS } from "../uri/latency.ts";
import type { LatencyReading } from "../uri/latency-readings.ts";
import { latencyUnitOf } from "./latency-unit.ts";
import type { Reference } from "./target-facts.ts";

/** Why the latency of a target is read in the unit that `latencyUnitOf` says; plain words, which go on with "according to" the source. */
export function latencyUnitReason(target: Target): {
  readonly words: string;
  readonly source?: Reference;
} {
  const source = target.platform?.latencyUnit?.source;
  switch (latencyUnitOf(target).by) {
    case "restream":
      return { words: "latency_unit of this restream says so" };
    case "host":
      return { words: "known of this host", ...(source && { source }) };
    case "settings":
      return { words: "latencyUnit of the settings says so" };
    case undefined:
      return { words: "guessed by its size, as nothing declares the unit" };
  }
}

/** What is said after a latency that SRT cannot carry; undefined after any other. */
export function wrappingWords(reading: LatencyReading): string | undefined {
  if ("malformed" in reading || reading.wrapsTo === undefined) return undefined;
  const [most, left] = [formatLatency(MAX_LATENCY_MS), formatLatency(reading.wrapsTo)];
  return `more than the ${most} that SRT can carry: wraps around to ${left}`;
}
