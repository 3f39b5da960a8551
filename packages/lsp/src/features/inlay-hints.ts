import {
  exactRangeIn,
  formatLatency,
  impliedPortOf,
  knownIn,
  latencyReadings,
  type LatencyUnit,
  latencyUnitOf,
  latencyUnitReason,
  protocolName,
  type Range,
  readLatency,
  srtPair,
  type Target,
  targetsWithin,
  UNIT_NAMES,
  wrappingWords,
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
  const wraps = wrappingWords(reading);
  return {
    offset: place.end,
    label: `= ${formatLatency(reading.ms)}${read.isGuess ? "?" : ""}`,
    tooltip: reasonOf(target, read.unit) + (wraps === undefined ? "" : `. That is ${wraps}`),
    paddingLeft: true,
  };
}

/** Why the value is read in this unit; after a guess, what to do about it. */
function reasonOf(target: Target, unit: LatencyUnit): string {
  const { words, source } = latencyUnitReason(target);
  const by = source ? `, according to ${source.by}` : "";
  const advice =
    latencyUnitOf(target).by === undefined
      ? "; look up what the target reads, and say so with latency_unit"
      : "";
  return `Read in ${UNIT_NAMES[unit]}: ${words}${by}${advice}`;
}
