import {
  exactRangeIn,
  formatLatency,
  impliedPortOf,
  type KnownUnit,
  knownIn,
  type LatencyReading,
  latencyReadings,
  latencyUnitOf,
  MAX_LATENCY_MS,
  protocolName,
  type Range,
  readLatency,
  srtPair,
  type Target,
  targetsWithin,
  UNIT_NAMES,
} from "@restream-lint/core";
import { type InlayHint, InlayHintKind } from "vscode-languageserver-types";
import type { View } from "../view.ts";

/** A hint, and the offset that it stands at. */
interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  readonly paddingLeft: boolean;
}

/**
 * What the URIs of a range mean and do not say: the latency, as their targets read it, and the default port. None where
 * that is not certain to stand there, as in a value of several lines.
 */
export function inlayHints({ document, settings, converter }: View, range: Range): InlayHint[] {
  const { targets } = knownIn({ ...document, targets: targetsWithin(document, range) }, settings);
  const byOffset = new Map<number, Hint | undefined>();
  for (const hint of targets.flatMap((it) => [portHint(it), latencyHint(it)])) {
    if (!hint || hint.offset < range.start || hint.offset > range.end) continue;
    const other = byOffset.get(hint.offset);
    // Where aliases make several targets of one URI, they may read it differently.
    const isSaid = !byOffset.has(hint.offset) || other?.label === hint.label;
    byOffset.set(hint.offset, isSaid ? hint : undefined);
  }
  return [...byOffset.values()].flatMap((hint) => {
    if (!hint) return [];
    const { offset, ...rest } = hint;
    return [{ position: converter.positionAt(offset), kind: InlayHintKind.Type, ...rest }];
  });
}

function portHint(target: Target): Hint | undefined {
  const port = impliedPortOf(target);
  const { authority, protocol } = target.uri;
  const place = authority && exactRangeIn(target.field.node, authority.hostAndPort);
  if (port === undefined || !place || !protocol) return undefined;
  const tooltip = `The default port of ${protocolName(protocol)}: the URI names no other`;
  return { offset: place.end, label: `:${port}`, tooltip, paddingLeft: false };
}

function latencyHint(target: Target): Hint | undefined {
  const value = srtPair(target.field.pairs, "latency")?.value;
  const place = value && exactRangeIn(target.field.node, value.range);
  if (!place) return undefined;
  const known = latencyUnitOf(target);
  const read = known.unit === "open" ? undefined : readLatency(value.text, known.unit);
  if (!read || "malformed" in read) return undefined;
  const reading = latencyReadings(target.uri, value).find(({ unit }) => unit === read.unit);
  if (!reading || "malformed" in reading) return undefined;
  return {
    offset: place.end,
    label: `= ${formatLatency(reading.ms)}${read.isGuess ? "?" : ""}`,
    tooltip: `${reasonOf(target, known, reading)}${wrapping(reading)}`,
    paddingLeft: true,
  };
}

type Carried = Extract<LatencyReading, { readonly ms: number }>;

/** Why the value is read in this unit. */
function reasonOf({ platform }: Target, { by }: KnownUnit, { unit }: Carried): string {
  const name = UNIT_NAMES[unit];
  const source = platform?.latencyUnit?.source;
  if (by === "restream") return `Read in ${name}: latency_unit says so`;
  if (by === "host" && source)
    return `Read in ${name}, the unit of this host according to ${source.by}`;
  if (by === "settings") return `Read in ${name}: the settings say so of all targets (latencyUnit)`;
  return `A guess: by its size, this is in ${name}. Look up what the target reads, and say so with latency_unit`;
}

/** What comes of a latency that SRT cannot carry. */
function wrapping({ wrapsTo }: Carried): string {
  if (wrapsTo === undefined) return "";
  const [most, left] = [formatLatency(MAX_LATENCY_MS), formatLatency(wrapsTo)];
  return `. SRT carries no more than ${most}: this wraps around to ${left}`;
}
