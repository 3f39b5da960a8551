import { judgeLatency } from "../gcore/latency.ts";
import { UNIT_NAMES } from "../gcore/latency-choices.ts";
import type { Rule } from "../rule.ts";
import { formatLatency } from "../uri/latency.ts";
import { placeOf } from "../field/uri-field.ts";

export const gcoreIngestLatency: Rule = {
  id: "gcore-ingest-latency",
  group: "gcore",
  severity: "warning",
  docs: {
    summary: "An SRT latency into Gcore's own ingest must stay below 3 s",
    rationale:
      "Gcore's ingest ends a stream that brings no data for 3 s. With a latency of as much, a loss that SRT would have made good " +
      "lasts longer than that, and the stream is cut instead. What holds for other targets, 2 to 5 s over the public " +
      "internet, does not hold here: Gcore recommends 1.5 to 2.5 s.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=3000&streamid=${ID}#${TOKEN}\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2500&streamid=${ID}#${TOKEN}\n    latency_unit: ms\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/protocols/srt: do not set the latency of an ingest close to or above 3000 ms; 1500 to 2500 ms is practical.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, pair } = judgeLatency(target);
      if (verdict.kind !== "too-long-for-ingest" || !pair?.value) continue;

      const { ms, unit, isGuess } = verdict.latency;
      const read = isGuess ? `, read as ${UNIT_NAMES[unit]} by its size` : "";
      yield {
        message: `SRT latency is ${formatLatency(ms)}${read}, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s`,
        ...placeOf(target.field, pair.value.range),
      };
    }
  },
};
