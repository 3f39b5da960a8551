import {
  formatLatency,
  formatLatencyRange,
  INGEST_TIMEOUT_MS,
  type JudgedLatency,
  judgeLatency,
  type LatencyReading,
  latencyReadings,
  latencyUnitReason,
  type LatencyVerdict,
  readLatency,
  RECOMMENDED_LATENCY,
  RESTREAM_GUIDE,
  type SrtPair,
  type Target,
  UNIT_NAMES,
  wrappingWords,
} from "@restream-lint/core";
import { bullets, cited } from "./markdown.ts";

/** What a `latency` comes to under each unit, which one holds for its target and why, and what it should be. */
export function latencyWords(
  target: Target,
  { value, whole }: SrtPair,
): readonly (string | undefined)[] {
  const { pair, verdict, terms } = judgeLatency(target);
  if (pair?.whole.range.start !== whole.range.start) {
    return [
      "Another `latency` stands before this one: FFmpeg and OBS read the first, libsrt the last.",
    ];
  }
  const readings = value ? latencyReadings(target.uri, value) : [];
  if (!value || readings.length === 0) return [recommendation(target, terms)];
  const { unit = unitBySize(value.text) } = terms;
  return [
    "What it comes to:",
    bullets(readings.map((it) => (it.unit === unit ? held(it, target) : readingText(it)))),
    unit === "open"
      ? "Which of them holds cannot be told: `latency_unit` has no value yet that can be read."
      : undefined,
    recommendation(target, terms),
    verdictText(verdict),
  ];
}

function unitBySize(text: string): string | undefined {
  const read = readLatency(text);
  return "malformed" in read ? undefined : read.unit;
}

function readingText(reading: LatencyReading): string {
  const unit = `in ${UNIT_NAMES[reading.unit]}`;
  if ("malformed" in reading) return `${unit}: ${MALFORMED[reading.malformed]}`;
  const said = [formatLatency(reading.ms), wrappingWords(reading)];
  return `${unit}: ${said.filter((it) => it !== undefined).join(", ")}`;
}

/** The reading in force, and who says so. */
function held(reading: LatencyReading, target: Target): string {
  const { words, source } = latencyUnitReason(target);
  const by = source ? `, according to ${cited(source)}` : "";
  return `**${readingText(reading)}** ← in force: ${words}${by}`;
}

const MALFORMED = {
  empty: "no number",
  "not-a-number": "not readable: digits alone, no unit",
  fraction: "not readable: no decimal point there",
} as const;

const NETWORKS = {
  "cross-region": "across regions",
  "public-internet": "over the public internet",
} as const;

/** Which latency is right for the target, and who says so. */
function recommendation(
  { restream, platform, defaults }: Target,
  { isGcoreIngest = false }: JudgedLatency["terms"],
): string {
  if (platform?.latency) {
    const { value, source } = platform.latency;
    return `Right for this host: ${formatLatencyRange(value)} (${cited(source)}).`;
  }
  if (isGcoreIngest)
    return `Gcore's own ingest ends a stream after ${formatLatency(INGEST_TIMEOUT_MS)} without data: stay below that.`;
  const network = restream.network ?? defaults.network;
  const range = (it: keyof typeof NETWORKS) =>
    `${formatLatencyRange(RECOMMENDED_LATENCY[it])} ${NETWORKS[it]}`;
  return network
    ? `Gcore recommends ${range(network)} (${cited(RESTREAM_GUIDE)}).`
    : `Gcore recommends ${range("cross-region")} and ${range("public-internet")} (${cited(RESTREAM_GUIDE)}); \`network\` says which it is.`;
}

function verdictText(verdict: LatencyVerdict): string | undefined {
  switch (verdict.kind) {
    case "wrong-unit":
      return `${formatLatency(verdict.latency.ms)} is hardly meant: in ${UNIT_NAMES[verdict.meant]} it would be right.`;
    case "out-of-range":
      return `${formatLatency(verdict.latency.ms)} is not ${formatLatencyRange(verdict.range)}.`;
    case "too-long-for-ingest":
      return `${formatLatency(verdict.latency.ms)} is too long.`;
    case "undeclared-unit":
      return "Declare the unit with `latency_unit`, so that nobody has to guess.";
    case "malformed":
      return "It should be a plain number.";
    case "fine":
    case "missing":
      return undefined;
  }
}
