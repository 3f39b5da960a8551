import {
  LATENCY_UNITS,
  type LatencyUnit,
  type MalformedLatency,
  MAX_LATENCY_MS,
  readLatency,
} from "./latency.ts";
import type { Part } from "./part.ts";
import { redactedIn } from "./redact.ts";
import type { Uri } from "./uri.ts";

/** What a server that reads `latency` in a unit makes of a value, or why that unit cannot have it. */
export type LatencyReading = { readonly unit: LatencyUnit } & (CarriedLatency | MalformedLatency);

interface CarriedLatency {
  /** Whole milliseconds, as SRT carries them: tools drop the rest. Only what is written in seconds keeps a fraction. */
  readonly ms: number;
  /** In milliseconds; only there where `ms` is more than SRT can carry. */
  readonly wrapsTo?: number;
}

/**
 * What the value of a URI's latency means under each unit, the smallest first. None where it says nothing yet, as with
 * a placeholder, or where a reading would repeat what may be a secret in a wrong place.
 */
export function latencyReadings(uri: Uri, value: Part): readonly LatencyReading[] {
  if (value.isOpen || redactedIn(uri, value.range) !== value.text) return [];
  return LATENCY_UNITS.map((unit) => readingIn(unit, value.text));
}

function readingIn(unit: LatencyUnit, text: string): LatencyReading {
  const read = readLatency(text, unit);
  if ("malformed" in read) return { unit, malformed: read.malformed };
  // In floating point, 1.001 s is 1000.9999999999999 ms: cut, it would lose a millisecond.
  const ms = unit === "s" ? read.ms : Math.floor(read.ms);
  if (ms <= MAX_LATENCY_MS) return { unit, ms };
  return { unit, ms, wrapsTo: Math.trunc(ms) % (MAX_LATENCY_MS + 1) };
}
