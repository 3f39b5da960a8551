import { listed } from "../listed.ts";
import { checkCombination } from "../gcore/combinations.ts";
import { mentionIn } from "../field/mention.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";
import { type Protocol, PROTOCOLS, protocolName } from "../uri/uri.ts";

export const unsupportedCombination: Rule = {
  id: "unsupported-combination",
  group: "gcore",
  severity: "error",
  docs: {
    summary: "Gcore must list the source protocol and the target protocol as a pair that it pushes",
    rationale:
      "Gcore documents five pairs: RTMP → RTMP, RTMPS → RTMPS, RTMP → SRT, SRT → SRT, SRT → RTMP. " +
      "A restream of any other pair is created without an error and does not go on air. " +
      "Let the encoder reach Gcore by another protocol, or push to an address of the target that the source can reach.\n\n" +
      "The source protocol is what the restream's `source_protocol` says, else the `protocol` of its stream in `streams`, " +
      "else what the API says where it is asked, which is when restreams are planned or submitted. " +
      "Without any of them, this rule has nothing to say.",
    invalid: [
      "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - stream_id: 20\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n",
    ],
    valid: [
      "streams:\n  - id: 20\n    protocol: rtmps\nrestreams:\n  - stream_id: 20\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n",
      "restreams:\n  - stream_id: 20\n    source_protocol: srt\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11: the five supported pairs. The diagram beside that list draws more; the list holds.",
    ],
  },

  *check(document) {
    for (const { restream, field, uri } of document.targets) {
      const { source, learntSources } = restream;
      const sources = source ? [source.value] : learntSources;
      const { protocol, scheme } = uri;
      if (!sources || sources.length === 0 || !protocol || !scheme) continue;
      const combinations = sources.map((it) => checkCombination(it, protocol));
      if (combinations.some(({ supported }) => supported)) continue;
      const is = named(sources);
      const reached = named(combinations.flatMap(({ targets }) => targets));
      const needed = named(combinations.flatMap((it) => it.sources));
      const override = source
        ? ""
        : `; the API says that this source is ${is}: if it is to be another, say so in "source_protocol"`;
      const { range, path, related } = mentionIn(
        restream,
        "uri",
        placeOf(field, scheme.range).range,
      );
      yield {
        message: `Gcore does not list ${is} → ${protocolName(protocol)} as supported: an ${is} source reaches ${reached} targets only, and an ${protocolName(protocol)} target needs an ${needed} source${override}`,
        range,
        path,
        related: [
          ...(source
            ? [{ range: source.node.range, message: `the source is declared as ${is}` }]
            : []),
          ...related,
        ],
      };
    }
  },
};

/** Each once, as people write them. */
function named(protocols: readonly Protocol[]): string {
  return listed(PROTOCOLS.filter((it) => protocols.includes(it)).map(protocolName));
}
