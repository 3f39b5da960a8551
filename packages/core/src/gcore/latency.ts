import type { Target } from "../document.ts";
import type { Network } from "../restream.ts";
import {
  type Latency,
  LATENCY_UNITS,
  type LatencyRange,
  type LatencyUnit,
  type MalformedLatency,
  readLatency,
  toMilliseconds,
} from "../uri/latency.ts";
import { writtenIn } from "../uri/part.ts";
import { isOpenQuery, type SrtPair, srtPair } from "../uri/srt.ts";
import { GCORE } from "./ingest.ts";
import { latencyUnitOf } from "./latency-unit.ts";

/**
 * What Gcore recommends for SRT targets, by what lies between.
 * https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11.
 */
export const RECOMMENDED_LATENCY: Readonly<Record<Network, LatencyRange>> = {
  "cross-region": { min: 1000, max: 2000 },
  "public-internet": { min: 2000, max: 5000 },
};
/** Right for one network or the other. */
const PLAUSIBLE: LatencyRange = { min: 1000, max: 5000 };

/** How the latency of a target has to be read and judged. */
export interface LatencyTerms {
  /** `open` where it is declared in a way that says nothing yet, as by a placeholder. */
  readonly unit: LatencyUnit | "open" | undefined;
  /** Undefined where another range holds than that of restreams. */
  readonly range: LatencyRange | undefined;
  readonly isGcoreIngest?: boolean;
}

/** What is wrong with a latency: at most one thing, the first that holds. */
export type LatencyVerdict =
  | { readonly kind: "fine" | "missing" }
  | { readonly kind: "malformed"; readonly reason: MalformedLatency["malformed"] }
  | { readonly kind: "wrong-unit"; readonly latency: Latency; readonly meant: LatencyUnit }
  | { readonly kind: "out-of-range"; readonly latency: Latency; readonly range: LatencyRange }
  | { readonly kind: "too-long-for-ingest" | "undeclared-unit"; readonly latency: Latency };

export interface JudgedLatency {
  /** Undefined where it is missing, or may stand in a placeholder. */
  readonly pair: SrtPair | undefined;
  readonly terms: LatencyTerms;
  readonly verdict: LatencyVerdict;
}

/** Judges the latency of an SRT target. Of several, the first counts: FFmpeg and OBS read that one. */
export function judgeLatency(target: Target): JudgedLatency {
  const { uri, field } = target;
  const { pairs } = field;
  const terms = termsOf(target);
  const pair = srtPair(pairs, "latency");
  if (!pair) {
    const isGiven = SYNONYMS.some((name) => srtPair(pairs, name)) || isOpenQuery(uri, pairs);
    return { pair, terms, verdict: { kind: isGiven ? "fine" : "missing" } };
  }
  const { value } = pair;
  if (value?.isOpen) {
    const isNumeric = /^[0-9.]*$/.test(writtenIn(uri.surface, value));
    const verdict = isNumeric ? FINE : ({ kind: "malformed", reason: "not-a-number" } as const);
    return { pair, terms, verdict };
  }
  return { pair, terms, verdict: judgeLatencyValue(value?.text ?? "", terms) };
}

const FINE: LatencyVerdict = { kind: "fine" };

/**
 * What else says how long packets that are sent may wait: for a sender, libsrt's `latency` is its `peerlatency`, and
 * `tsbpddelay` is FFmpeg's old name. `rcvlatency` speaks of what is received, and a push receives nothing.
 */
const SYNONYMS = ["peerlatency", "tsbpddelay"];

/** Judges a `latency` value without placeholders. */
export function judgeLatencyValue(
  text: string,
  { unit, range, isGcoreIngest = false }: LatencyTerms,
): LatencyVerdict {
  const latency = readLatency(text, unit === "open" ? undefined : unit);
  if ("malformed" in latency) return { kind: "malformed", reason: latency.malformed };
  if (unit === "open") return FINE;

  const isRight = range !== undefined && isIn(range, latency.ms);
  if (unit !== undefined && !isRight && !isIn(PLAUSIBLE, latency.ms)) {
    const meant = LATENCY_UNITS.find((it) => isIn(PLAUSIBLE, toMilliseconds(Number(text), it)));
    if (meant !== undefined) return { kind: "wrong-unit", latency, meant };
  }
  if (range !== undefined && !isRight) return { kind: "out-of-range", latency, range };
  if (isGcoreIngest && latency.ms >= INGEST_TIMEOUT_MS)
    return { kind: "too-long-for-ingest", latency };
  return unit === undefined ? { kind: "undeclared-unit", latency } : FINE;
}

/**
 * Without data for so long, Gcore's ingest ends a stream.
 * https://gcore.com/docs/streaming/live-streaming/protocols/srt, read 2026-11.
 */
export const INGEST_TIMEOUT_MS = 3000;

function termsOf(target: Target): LatencyTerms {
  const { restream, platform, defaults } = target;
  const network = restream.network ?? defaults.network;
  const { unit } = latencyUnitOf(target);
  if (platform?.latency) return { unit, range: platform.latency.value };
  if (platform?.name === GCORE) return { unit, range: undefined, isGcoreIngest: true };
  return { unit, range: network ? RECOMMENDED_LATENCY[network] : PLAUSIBLE };
}

function isIn({ min, max }: LatencyRange, ms: number): boolean {
  return min <= ms && ms <= max;
}
