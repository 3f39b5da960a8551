import { safeFix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const srtSecondQuestionMark: Rule = {
  id: "srt-second-question-mark",
  group: "srt",
  severity: "error",
  offers: "fix",
  docs: {
    summary: "The parameters of an SRT URI must be joined with `&`",
    rationale:
      "Only the first `?` begins the query; any other is an ordinary character. `?mode=caller?latency=2000000` is one " +
      "parameter, whose value no tool knows, and no latency at all.\n\n" +
      "Type `?` once, and `&` from then on. A `?` inside a `streamid` or a `passphrase` is left alone, unless a mode or a latency follows it.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller?latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=live/studio-b?auth=${TOKEN}\n    latency_unit: ms\n",
    ],
    sources: [
      "RFC 3986, section 3.4: the query begins at the first `?`, and may hold more of them.",
      "FFmpeg, `libavutil/parseutils.c`: a value ends at `&` alone.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.srtTargets) {
      for (const { kind, range } of uri.repairs) {
        if (kind !== "srt-second-question-mark") continue;

        yield {
          message:
            'A second "?" in an SRT URI: what follows it is not read as a parameter, so write "&"',
          ...placeOf(field, range),
          fixes: [safeFix('Write "&"', replaceIn(field, range, "&"))],
        };
      }
    }
  },
};
