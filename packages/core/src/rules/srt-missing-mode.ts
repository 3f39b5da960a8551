import { safeFix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { hostAndPortOf, prependPair } from "../field/srt-field.ts";
import { isOpenQuery, srtPair } from "../uri/srt.ts";
import { isMisspelt } from "../uri/meant-parameter.ts";
import { placeOf } from "../field/uri-field.ts";

export const srtMissingMode: Rule = {
  id: "srt-missing-mode",
  group: "srt",
  severity: "warning",
  offers: "fix",
  docs: {
    summary: "An SRT URI should say `mode=caller`",
    rationale:
      "Gcore opens the connection, and supports no other mode than `caller`. What it does where no mode is written, its " +
      "documentation does not say; every SRT restream in it writes `mode=caller`. Do the same, and no default can " +
      "surprise you on air.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?${STUDIO_B_QUERY}\n",
    ],
    sources: [
      "Gcore, API reference of `uri`: for SRT target URLs, only `mode=caller` is supported; its example says so.",
      "Haivision/srt, `docs/apps/srt-live-transmit.md`: without `mode` it is derived from host and adapter; FFmpeg takes `caller`. So a missing mode is no error (inferred).",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.srtTargets) {
      if (srtPair(field.pairs, "mode") || isOpenQuery(uri, field.pairs)) continue;

      yield {
        message: 'SRT mode is not given: write "mode=caller", the only one that Gcore supports',
        ...placeOf(field, hostAndPortOf(field)),
        fixes: [
          isMisspelt("mode", field.pairs)
            ? undefined
            : safeFix('Add "mode=caller"', prependPair(field, "mode=caller")),
        ],
      };
    }
  },
};
