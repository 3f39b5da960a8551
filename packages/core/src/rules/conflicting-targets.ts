import { type Document, type Target } from "../document.ts";
import { checkCombination } from "../gcore/combinations.ts";
import type { Finding, Rule } from "../rule.ts";
import { PROTOCOLS, type Protocol, protocolName } from "../uri/uri.ts";
import { placeOf } from "../uri-field.ts";

export const conflictingTargets: Rule = {
  id: "conflicting-targets",
  group: "gcore",
  severity: "warning",
  docs: {
    summary: "Some source protocol must reach all active targets of a stream",
    rationale:
      "A stream has one source at a time, and Gcore pushes an RTMPS source to RTMPS targets only, and other sources to none. " +
      "So whatever the encoder sends, some of these restreams stay off air while the others run. " +
      "Give the targets of the other kind a stream of their own, or switch one kind off.\n\n" +
      "Where the source protocol is declared, `unsupported-combination` says which targets it cannot reach.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - stream_id: 20\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - stream_id: 21\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - stream_id: 20\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n    active: false\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11: the supported pairs of source and target.",
      "https://gcore.com/docs/streaming/live-streaming/primary-backup: a stream takes one protocol at a time.",
    ],
  },

  *check(document) {
    for (const targets of undeclaredByStream(document)) {
      const finding = conflictIn(targets);
      if (finding) yield finding;
    }
  },
};

/** The active targets of each stream whose source protocol nobody declares. */
function undeclaredByStream(document: Document): Iterable<readonly Target[]> {
  const streams = new Map<string, Target[]>();
  for (const target of document.targets) {
    const { streamId, isActive, source } = target.restream;
    if (streamId === undefined || !isActive || source || !target.uri.protocol) continue;
    const targets = streams.get(streamId);
    if (targets) targets.push(target);
    else streams.set(streamId, [target]);
  }
  return streams.values();
}

/** What there is to say at the first target that leaves no source protocol possible. */
function conflictIn(targets: readonly Target[]): Finding | undefined {
  let sources = PROTOCOLS;
  for (const [index, { field, uri }] of targets.entries()) {
    const { protocol, scheme } = uri;
    if (!protocol || !scheme) continue;
    const reaching = sources.filter((source) => checkCombination(source, protocol).supported);
    if (reaching.length === 0) {
      const others = targets.slice(0, index).filter((other) => isApart(protocol, other));
      return {
        message: `No source protocol reaches this ${protocolName(protocol)} target and the ${kindsOf(others)} target of the same stream: some of them stay off air`,
        ...placeOf(field, scheme.range),
        related: others.slice(0, MOST_RELATED).map((other) => ({
          range: placeOf(other.field, other.uri.scheme?.range ?? other.field.node.range).range,
          message: `the same stream is pushed to ${kindsOf([other])} here`,
        })),
      };
    }
    sources = reaching;
  }
  return undefined;
}

/** A few places say enough. */
const MOST_RELATED = 5;

function isApart(protocol: Protocol, { uri }: Target): boolean {
  const reaching = (source: Protocol, target: Protocol) =>
    checkCombination(source, target).supported;
  const other = uri.protocol;
  return (
    other !== undefined && !PROTOCOLS.some((it) => reaching(it, protocol) && reaching(it, other))
  );
}

function kindsOf(targets: readonly Target[]): string {
  return [
    ...new Set(targets.flatMap(({ uri }) => (uri.protocol ? protocolName(uri.protocol) : []))),
  ].join(" or ");
}
