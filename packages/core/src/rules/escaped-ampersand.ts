import { safeFix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { placeOf, replaceAllIn } from "../field/uri-field.ts";

export const escapedAmpersand: Rule = {
  id: "escaped-ampersand",
  group: "uri",
  severity: "error",
  offers: "fix",
  docs: {
    summary: "A target's URI must hold `&`, not `&amp;` or `\\u0026`",
    rationale:
      "An address copied from the source of a page holds `&amp;`, one copied from a log or an API answer `\\u0026`. " +
      "Nobody turns them back into `&`: the target finds a parameter named `amp;latency`, or one endless streamid, " +
      "and the settings after it are lost.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&amp;latency=2000\n    latency_unit: ms\n",
      '{ "stream_id": 20, "latency_unit": "ms", "uri": "srt://ingest.studio-b.net:9000?mode=caller\\\\u0026latency=2000" }\n',
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      // In JSON itself the escape is a plain `&`.
      '{ "stream_id": 20, "latency_unit": "ms", "uri": "srt://ingest.studio-b.net:9000?mode=caller\\u0026latency=2000" }\n',
    ],
    sources: [
      "AlexxIT/go2rtc#254 and deepch/RTSPtoWeb#81: stream addresses with a literal `\\u0026`.",
      "FFmpeg, `libavutil/parseutils.c`, and Haivision/srt, `srt-live-transmit`: a query is split at `&` alone.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      if (uri.repairs.length === 0) continue;

      const escaped = uri.repairs.filter(({ kind }) => kind === "escaped-ampersand");
      const [first] = escaped;
      if (!first) continue;
      const written = uri.text.slice(first.range.start, first.range.end);
      const ranges = escaped.map(({ range }) => range);
      const times = escaped.length > 1 ? ` (${escaped.length} times)` : "";
      yield {
        message: `${written.startsWith("&") ? '"&amp;"' : '"\\u0026"'} must be "&"${times}: the target does not find the parameter after it`,
        ...placeOf(field, first.range),
        fixes: [safeFix('Write "&"', ...replaceAllIn(field, ranges, "&"))],
      };
    }
  },
};
