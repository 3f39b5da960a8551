import { safeFix } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const uppercaseScheme: Rule = {
  id: "uppercase-scheme",
  group: "uri",
  severity: "warning",
  offers: "fix",
  docs: {
    summary: "A target's scheme must be in lower case",
    rationale:
      "RFC 3986 lets schemes be written in any case, but not all tools do: " +
      "FFmpeg looks for a protocol of exactly this name, finds none, and does not connect. Type `srt://`.",
    invalid: ["restreams:\n  - stream_id: 20\n    uri: RTMP://ingest.studio-b.net/live/${KEY}\n"],
    valid: ["restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n"],
    sources: [
      "FFmpeg, `libavformat/avio.c`: protocols are compared letter for letter.",
      "RFC 3986, section 3.1: the canonical form of a scheme is lower case.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { protocol, scheme } = uri;
      if (!protocol || !scheme || scheme.text === protocol) continue;

      yield {
        message: `The scheme must be in lower case: FFmpeg does not know "${scheme.text}"`,
        ...placeOf(field, scheme.range),
        fixes: [safeFix(`Write "${protocol}"`, replaceIn(field, scheme.range, protocol))],
      };
    }
  },
};
