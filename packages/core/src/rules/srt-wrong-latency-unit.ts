import type { Document } from "../document.ts";
import type { Restream } from "../restream.ts";
import { alternatives, suggestion } from "../fix.ts";
import { judgeLatency, judgeLatencyValue } from "../gcore/latency.ts";
import { latencyChoices, UNIT_NAMES } from "../gcore/latency-choices.ts";
import type { Fix, Rule } from "../rule.ts";
import { setValue } from "../syntax/set-value.ts";
import { formatLatency, LATENCY_UNITS, type LatencyUnit, toMilliseconds } from "../uri/latency.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const srtWrongLatencyUnit: Rule = {
  id: "srt-wrong-latency-unit",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "An SRT latency must be written in the unit that the target reads",
    rationale:
      "FFmpeg and OBS read microseconds, nearly all others milliseconds, and nobody says so when the number makes no " +
      "sense. With `latency=2000` FFmpeg waits 2 ms, and every lost packet stays lost; with `latency=2000000` " +
      "srt-live-transmit silently waits 33.92 s, since only 16 bits of milliseconds fit into SRT's handshake.\n\n" +
      "Convert the number, or correct the unit: `latency_unit` says what this target reads.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: us\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000\n    latency_unit: us\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "Measured: a listener gets 2 ms from FFmpeg 5.1.9 with `latency=2000`, and 33 920 ms from srt-live-transmit with `latency=2000000`.",
      "FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: `latency` is in microseconds. Haivision/srt, `docs/API/API-socket-options.md`: milliseconds.",
      "Gcore, create and configure a restream: seconds `2.5`, milliseconds `2500`, microseconds `2500000`, as the target server accepts it.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, pair, terms } = judgeLatency(target);
      if (verdict.kind !== "wrong-unit" || !pair?.value) continue;

      const { field, restream } = target;
      const { range, text } = pair.value;
      const { latency, meant } = verdict;
      const other = LATENCY_UNITS.find((it) => it !== meant && it !== latency.unit) ?? meant;
      const isRight = judgeLatencyValue(text, { ...terms, unit: meant }).kind === "fine";
      yield {
        message:
          `SRT latency ${text} is ${reading(text, latency.unit)}, the unit of this target, but ` +
          `${reading(text, meant)} (${reading(text, other)}): the number or the unit is wrong`,
        ...placeOf(field, range),
        fixes: alternatives([
          ...latencyChoices(toMilliseconds(Number(text), meant), terms).map((choice) =>
            suggestion(choice.title, replaceIn(field, range, choice.text)),
          ),
          ...(isRight ? [redeclared(document, restream, meant)] : []),
        ]),
      };
    }
  },
};

/** `2 ms in microseconds`. */
function reading(text: string, unit: LatencyUnit): string {
  return `${formatLatency(toMilliseconds(Number(text), unit))} in ${UNIT_NAMES[unit]}`;
}

/** Corrects the restream's own declaration; one that others share is left alone. */
function redeclared(document: Document, { node }: Restream, unit: LatencyUnit): Fix | undefined {
  const declaration = node.entries.find(({ key }) => key.value === "latency_unit");
  return (
    declaration &&
    suggestion(
      `Say that the target reads ${UNIT_NAMES[unit]}`,
      setValue(document, declaration, unit),
    )
  );
}
