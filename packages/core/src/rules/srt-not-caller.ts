import { safeFix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { srtPair } from "../uri/srt.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const srtNotCaller: Rule = {
  id: "srt-not-caller",
  group: "srt",
  severity: "error",
  offers: "fix",
  docs: {
    summary: "An SRT restream must connect as the caller",
    rationale:
      "Gcore opens the connection to the target, so the target must be the listener and this side the `caller`. " +
      "In `listener` or `rendezvous` mode nobody dials: the restream stays offline, and no error says so. " +
      "The word is lower case: FFmpeg refuses `CALLER`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=${MODE}&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "Gcore, API reference of `uri`: for SRT target URLs, only `mode=caller` is supported.",
      "FFmpeg 5.1.9, measured: `mode=CALLER` is refused, `mode=caller` is taken.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      const mode = srtPair(field.pairs, "mode");
      if (!mode || mode.value?.isOpen || mode.value?.text === "caller") continue;

      const { value = mode.name } = mode;
      const found = KNOWN.test(value.text) ? `, not "${value.text}"` : "";
      yield {
        message: `SRT mode must be "caller"${found}: Gcore dials, the target listens`,
        ...placeOf(field, value.range),
        fixes: [
          // More than a word may hold another parameter, which a fix would delete.
          /^\w*$/.test(value.text)
            ? safeFix(
                "Connect as the caller",
                replaceIn(field, value.range, mode.value ? "caller" : "mode=caller"),
              )
            : undefined,
        ],
      };
    }
  },
};

/** Words that are safe to repeat; anything else may be a secret in the wrong place. */
const KNOWN = /^(?:caller|listener|rendezvous|server|client|push|pull)$/i;
