import { judgeLatency } from "../gcore/latency.ts";
import { latencyChoices, latencySuggestion, usualLatency } from "../gcore/latency-choices.ts";
import type { Rule } from "../rule.ts";
import { appendPair, hostAndPortOf } from "../field/srt-field.ts";
import { isMisspelt } from "../uri/meant-parameter.ts";
import { placeOf } from "../field/uri-field.ts";

export const srtMissingLatency: Rule = {
  id: "srt-missing-latency",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "An SRT URI should say its latency",
    rationale:
      "Latency is the time in which a lost packet can be sent again. Where the URI does not say it, the library's default " +
      "holds, mostly 120 ms: enough in one building, far too little between continents. The picture breaks up as soon " +
      "as the route loses packets.\n\n" +
      "Type 1 to 2 s for a route between regions, 2 to 5 s for the public internet, in the unit that the target reads: " +
      "`latency=2000000` for FFmpeg and OBS, `latency=2000` for most others. `peerlatency`, which for a sender means the " +
      "same, will do; `rcvlatency` speaks of what is received.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=${LATENCY}\n",
    ],
    sources: [
      "Gcore, create and configure a restream, SRT latency: specify `&latency=N` explicitly instead of relying on a default value; 1–2 s cross-region, 2–5 s over the public internet.",
      "Haivision/srt, `docs/API/API-socket-options.md`: the default is 120 ms; in the sending direction `SRTO_LATENCY` is equivalent to `SRTO_PEERLATENCY`.",
      "FFmpeg, `libavformat/libsrt.c`: `tsbpddelay` is a deprecated name of `latency`, which is in microseconds.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, terms } = judgeLatency(target);
      if (verdict.kind !== "missing") continue;

      const { field } = target;
      yield {
        message:
          "SRT latency is not given: the usual default, 120 ms, is too short for lost packets to be sent again over a long route",
        ...placeOf(field, hostAndPortOf(field)),
        fixes: isMisspelt("latency", field.pairs)
          ? []
          : latencyChoices(usualLatency(terms), terms).map((choice) =>
              latencySuggestion(choice, appendPair(field, `latency=${choice.text}`)),
            ),
      };
    }
  },
};
