import { byHand } from "../fix.ts";
import { intendedLatency } from "../gcore/intended-latency.ts";
import { judgeLatency } from "../gcore/latency.ts";
import {
  type LatencyChoice,
  latencyChoices,
  latencySuggestion,
  UNIT_NAMES,
  usualLatency,
} from "../gcore/latency-choices.ts";
import { formatLatency } from "../uri/latency.ts";
import type { Rule } from "../rule.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const srtMalformedLatency: Rule = {
  id: "srt-malformed-latency",
  group: "srt",
  severity: "error",
  offers: "suggestions",
  docs: {
    summary: "An SRT latency must be a plain number",
    rationale:
      "Tools read the digits that a latency begins with, and drop the rest without a word: FFmpeg makes 2 of `2,5`, 1 of " +
      "`1e3` and 200 of `200ms`; servers written in Go refuse the whole address. A latency of a few microseconds is none.\n\n" +
      "Type digits alone, in the unit that the target reads. A decimal point has a meaning only where that is seconds.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000ms\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5\n    latency_unit: us\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5\n    latency_unit: s\n",
    ],
    sources: [
      "FFmpeg, `libavformat/libsrt.c`: the value is read with `strtoll`, base 10, which stops at the first character that is no digit.",
      "datarhei/gosrt, as MediaMTX and others use it: a value that is not a number is an error.",
      "Gcore, create and configure a restream: seconds `2.5`, milliseconds `2500`, microseconds `2500000`.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const { verdict, pair, terms } = judgeLatency(target);
      if (verdict.kind !== "malformed" || !pair) continue;

      const { field } = target;
      const { value, name } = pair;
      const text = value?.isOpen ? undefined : (value?.text ?? "");
      const meant = text === undefined ? undefined : intendedLatency(text, terms);
      const intended = meant === undefined ? [] : latencyChoices(meant, terms);
      const isGuess = intended.length === 0;
      const choices = isGuess ? latencyChoices(usualLatency(terms), terms) : intended;
      yield {
        message: messageOf(text, choices),
        ...placeOf(field, (value ?? name).range),
        // Beside a placeholder nothing can be written that keeps it.
        fixes: (text === undefined ? [] : choices).map((choice) => {
          const edit = value
            ? replaceIn(field, value.range, choice.text)
            : replaceIn(field, name.range, `latency=${choice.text}`);
          const fix = latencySuggestion(choice, edit);
          return isGuess ? byHand(fix) : fix;
        }),
      };
    }
  },
};

/** Numbers, however written, and nothing that could be a secret in the wrong place. */
const HARMLESS = /^-?[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3}(?:e[0-9]{1,2}|us|\xb5s|ms|s|sec)?$/i;

/** Of a value without placeholders, says what is wrong with it. */
function messageOf(text: string | undefined, [example]: readonly LatencyChoice[]): string {
  const must = example ? `must be ${wanted(example)}` : "must be a plain number";
  if (text === "") return `SRT latency is empty: it ${must}`;
  if (text === undefined || !HARMLESS.test(text)) return `SRT latency ${must}`;
  const read = text.startsWith("-") ? "take its default" : `read ${Number.parseInt(text, 10)}`;
  return `SRT latency ${must}, not "${text}": FFmpeg would ${read}`;
}

function wanted({ ms, text, unit, isKnownUnit }: LatencyChoice): string {
  const name = UNIT_NAMES[unit];
  if (!isKnownUnit)
    return `a plain number, as in latency=${text} (${formatLatency(ms)} in ${name})`;
  return `a ${unit === "s" ? "plain" : "whole"} number of ${name}, as in latency=${text}`;
}
