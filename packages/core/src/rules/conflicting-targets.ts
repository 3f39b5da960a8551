import { type Document, type Target } from "../document.ts";
import { checkCombination } from "../gcore/combinations.ts";
import { type Mention, mentionIn } from "../field/mention.ts";
import type { Finding, Rule } from "../rule.ts";
import { PROTOCOLS, type Protocol, protocolName } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

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
      "Of targets that a declared source protocol cannot reach `unsupported-combination` speaks alone.",
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
    for (const targets of reachableByStream(document)) {
      const finding = conflictIn(targets);
      if (finding) yield finding;
    }
  },
};

/** The active targets of each stream, but for those that other rules have something to say of: they would say it again. */
function reachableByStream(document: Document): Iterable<readonly Target[]> {
  const streams = new Map<string, Target[]>();
  for (const target of document.targets) {
    const { streamId, isActive } = target.restream;
    if (streamId === undefined || !isActive || !mayBeReached(target)) continue;
    const targets = streams.get(streamId);
    if (targets) targets.push(target);
    else streams.set(streamId, [target]);
  }
  return streams.values();
}

/** Whether nothing is known of the source, or a protocol that reaches the target and that nothing contradicts. */
function mayBeReached({ restream: { source, learntSources, stream }, uri }: Target): boolean {
  const { protocol } = uri;
  if (!protocol) return false;
  if (!source) return learntSources?.some((it) => checkCombination(it, protocol).supported) ?? true;
  const isContradicted = (stream?.protocol?.value ?? source.value) !== source.value;
  return !isContradicted && checkCombination(source.value, protocol).supported;
}

/** What there is to say at the first target that leaves no source protocol possible. */
function conflictIn(targets: readonly Target[]): Finding | undefined {
  let sources = PROTOCOLS;
  const seen = new Set<Protocol>();
  for (const [index, target] of targets.entries()) {
    const { protocol } = target.uri;
    if (!protocol || seen.has(protocol)) continue;
    seen.add(protocol);
    const reaching = sources.filter((source) => checkCombination(source, protocol).supported);
    if (reaching.length === 0) {
      const others = targets.slice(0, index).filter((other) => isApart(protocol, other));
      const { range, path, related } = mentionOfScheme(target);
      return {
        message: `No source protocol reaches this ${protocolName(protocol)} target and the ${kindsOf(others)} target of the same stream: some of them stay off air`,
        range,
        path,
        related: [
          ...others.slice(0, MOST_RELATED).map((other) => ({
            range: mentionOfScheme(other).range,
            message: `the same stream is pushed to ${kindsOf([other])} here`,
          })),
          ...related,
        ],
      };
    }
    sources = reaching;
  }
  return undefined;
}

function mentionOfScheme({ restream, field, uri }: Target): Mention {
  return mentionIn(restream, "uri", uri.scheme && placeOf(field, uri.scheme.range).range);
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
