import type { Rule } from "../rule.ts";
import { isWritten } from "../uri/part.ts";
import { type SrtPair, srtPair } from "../uri/srt.ts";
import { isShownName } from "../uri/cut-secret.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";
import { placeOf } from "../field/uri-field.ts";

export const srtDuplicateParameter: Rule = {
  id: "srt-duplicate-parameter",
  group: "srt",
  severity: "error",
  docs: {
    summary: "An SRT parameter must be there only once",
    rationale:
      "Of two parameters with one name FFmpeg and OBS take the first, libsrt and VLC the last. Which of two passphrases or " +
      "latencies holds on air is then a matter of who dials. Delete the one that is wrong.\n\n" +
      "Where both say the same, nothing breaks yet: that is a warning.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&latency=3000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&mode=caller\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "FFmpeg, `libavutil/parseutils.c`, `av_find_info_tag`: the first one; OBS, `obs-ffmpeg-srt.h`, uses the same function.",
      "Haivision/srt, `apps/uriparser.cpp`: each one overwrites the one before; VLC and GStreamer differ again.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      for (const pair of field.pairs) {
        const { name, value } = pair;
        // Without `=` and a known name, it is a piece of a value that holds an `&`.
        if (!isWritten(name) || !(value || findSrtParameter(name.text))) continue;
        const first = srtPair(field.pairs, name.text);
        if (!first || first === pair) continue;

        const isSame = mayBeEqual(first, pair);
        const isShown = isShownName(field.pairs, pair) || findSrtParameter(name.text) !== undefined;
        const about = isShown ? name.text : undefined;
        yield {
          message: messageOf(about, isSame),
          about,
          severity: isSame ? "warning" : undefined,
          ...placeOf(field, name.range),
          related: [
            { range: placeOf(field, first.name.range).range, message: "The first one is here" },
          ],
        };
      }
    }
  },
};

/** Whether two pairs say the same, or would if a placeholder were filled in so. */
function mayBeEqual({ value: a }: SrtPair, { value: b }: SrtPair): boolean {
  return (a?.text ?? "") === (b?.text ?? "") || a?.isOpen === true || b?.isOpen === true;
}

function messageOf(name: string | undefined, isSame: boolean): string {
  const twice = `${name === undefined ? "This SRT parameter" : `"${name}"`} is there twice`;
  return isSame
    ? `${twice}: delete one, before somebody changes only the other`
    : `${twice}, and differs: FFmpeg and OBS take the first, libsrt and VLC the last`;
}
