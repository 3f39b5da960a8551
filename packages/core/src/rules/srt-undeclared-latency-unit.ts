import { type Document, type Target } from "../document.ts";
import { alternatives, suggestion } from "../fix.ts";
import { judgeLatency } from "../gcore/latency.ts";
import { latencyChoices, UNIT_NAMES } from "../gcore/latency-choices.ts";
import type { Rule } from "../rule.ts";
import type { Edit } from "../edit.ts";
import { insertEntry } from "../syntax/insert.ts";
import {
  formatLatency,
  type Latency,
  LATENCY_UNITS,
  type LatencyUnit,
  MAX_LATENCY_MS,
  toMilliseconds,
} from "../uri/latency.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const srtUndeclaredLatencyUnit: Rule = {
  id: "srt-undeclared-latency-unit",
  group: "srt",
  severity: "info",
  offers: "suggestions",
  docs: {
    summary: "The unit of an SRT latency should be declared",
    rationale:
      "SRT addresses have no standard: `latency=2500` is 2.5 s for most servers and 2.5 ms for FFmpeg and OBS. Without a " +
      "declared unit the number is read by its size: a decimal point or below 20 is seconds, to 65 535 milliseconds, " +
      "above microseconds. That catches a hopeless number, but not one that is right for another server.\n\n" +
      "Look up what the target reads, and say it with `latency_unit: us`, `ms` or `s`. No server is known that reads " +
      "seconds.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2500000\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2500000\n    latency_unit: us\n",
    ],
    sources: [
      "Gcore, create and configure a restream: find out what format your target SRT server accepts; seconds `2.5`, milliseconds `2500`, microseconds `2500000`.",
      "FFmpeg, `libavformat/libsrt.c`: microseconds, read with `strtoll`, so that `2.5` is 2. Haivision/srt, `docs/API/API-socket-options.md`: milliseconds.",
      "Inferred: which size means which unit, from the latencies that make sense (20 ms to 65 535 ms).",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, pair, terms } = judgeLatency(target);
      if (verdict.kind !== "undeclared-unit" || !pair?.value) continue;

      const { field } = target;
      const { range, text } = pair.value;
      const { latency } = verdict;
      const others = LATENCY_UNITS.filter((it) => it !== latency.unit);
      yield {
        message: messageOf(text, latency),
        ...placeOf(field, range),
        fixes: alternatives([
          suggestion(
            `Say that the target reads ${UNIT_NAMES[latency.unit]}`,
            declared(document, target, latency.unit),
          ),
          ...others.map((unit) => {
            const [choice] = latencyChoices(latency.ms, { ...terms, unit });
            return (
              choice &&
              suggestion(
                `Say that the target reads ${UNIT_NAMES[unit]}, and write ${formatLatency(latency.ms)} as ${choice.text}`,
                replaceIn(field, range, choice.text),
                declared(document, target, unit),
              )
            );
          }),
        ]),
      };
    }
  },
};

function messageOf(text: string, { ms, unit }: Latency): string {
  const other =
    unit === "us"
      ? `srt-live-transmit would read milliseconds, which wrap around to ${formatLatency(wrapped(Number(text)))}`
      : `FFmpeg would read ${formatLatency(toMilliseconds(Math.trunc(Number(text)), "us"))}`;
  return `SRT latency ${text} was read as ${formatLatency(ms)}, in ${UNIT_NAMES[unit]}, by its size: the target's unit is not declared, and ${other}`;
}

/** What is left of milliseconds in the 16 bits of SRT's handshake. */
function wrapped(ms: number): number {
  return ms % (MAX_LATENCY_MS + 1);
}

/** Declares the unit beside the URI; not where the restream takes its fields from a mapping that others share. */
function declared(
  document: Document,
  { restream, field }: Target,
  unit: LatencyUnit,
): Edit | undefined {
  const { node } = restream;
  const uri = node.entries.find(({ value }) => value === field.node);
  if (!uri) return undefined;
  return (
    insertEntry(document, node, "latency_unit", unit, uri) ??
    insertEntry(document, node, "latency_unit", unit)
  );
}
