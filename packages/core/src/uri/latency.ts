/** The unit that a target's server reads `latency` in. */
export type LatencyUnit = "us" | "ms" | "s";
/** The smallest first. */
export const LATENCY_UNITS: readonly LatencyUnit[] = ["us", "ms", "s"];

/** SRT's handshake carries latency in 16 bits of milliseconds; more wraps around silently (srtcore/handshake.h). */
export const MAX_LATENCY_MS = 65_535;

const MS_PER_UNIT: Readonly<Record<LatencyUnit, number>> = { us: 0.001, ms: 1, s: 1000 };

/** Inclusive bounds in milliseconds. */
export interface LatencyRange {
  readonly min: number;
  readonly max: number;
}

/** A `latency` value, understood. */
export interface Latency {
  readonly ms: number;
  readonly unit: LatencyUnit;
  /** Whether the unit was given, or guessed from the number's size. */
  readonly isGuess: boolean;
}

/** What a `latency` value cannot be read as, and why. */
export interface MalformedLatency {
  readonly malformed: "empty" | "not-a-number" | "fraction";
}

/**
 * Reads a `latency` value in the given unit, else by its size: a decimal point or below 20 is seconds,
 * to 65 535 milliseconds, above microseconds. Only seconds may have a fraction.
 */
export function readLatency(value: string, unit?: LatencyUnit): Latency | MalformedLatency {
  if (value === "") return { malformed: "empty" };
  if (!/^[0-9]{1,100}(?:\.[0-9]{1,9})?$/.test(value)) return { malformed: "not-a-number" };
  const number = Number(value);
  const hasFraction = value.includes(".");
  if (unit && unit !== "s" && hasFraction) return { malformed: "fraction" };
  const read = unit ?? unitBySize(number, hasFraction);
  return { ms: toMilliseconds(number, read), unit: read, isGuess: unit === undefined };
}

/** A number of a unit, in milliseconds. */
export function toMilliseconds(number: number, unit: LatencyUnit): number {
  return number * MS_PER_UNIT[unit];
}

/** Milliseconds as a `latency` value of a unit: whole, or with a fraction where the unit is seconds. */
export function latencyValue(ms: number, unit: LatencyUnit): string {
  const number = ms / MS_PER_UNIT[unit];
  return String(unit === "s" ? Number(number.toFixed(3)) : Math.round(number));
}

/** `2.5 s`, `120 ms`, `40 µs`: in the largest unit that keeps the number at 1 or more. */
export function formatLatency(ms: number): string {
  if (ms === 0) return "0 ms";
  if (ms >= 1000) return `${trim(ms / 1000)} s`;
  return ms >= 1 ? `${trim(ms)} ms` : `${trim(ms * 1000)} µs`;
}

/** `1 to 5 s`, `200 ms to 1 s`. */
export function formatLatencyRange({ min, max }: LatencyRange): string {
  const [from, to] = [formatLatency(min), formatLatency(max)];
  const unit = / \S+$/.exec(to)?.[0] ?? "";
  return `${from.endsWith(unit) ? from.slice(0, -unit.length) : from} to ${to}`;
}

function trim(number: number): string {
  const [whole = "", fraction] = String(Number(number.toFixed(3))).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, " ");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function unitBySize(number: number, hasFraction: boolean): LatencyUnit {
  if (hasFraction || number < 20) return "s";
  return number <= MAX_LATENCY_MS ? "ms" : "us";
}
