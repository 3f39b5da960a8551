import type { Document, Target } from "../document.ts";
import { PROTOCOLS, type Protocol } from "../uri/uri.ts";
import { checkCombination } from "./combinations.ts";

/** Whether the source of a target may be pushed by another protocol: see `createReach`. */
export type Reach = (target: Target, protocol: Protocol) => boolean;

/**
 * Makes the function that tells whether Gcore lists a way for a target's source to a target of another protocol:
 * from the source that is declared or learnt, else from some source that reaches the stream's other active targets too.
 */
export function createReach({ targets }: Document): Reach {
  // Only where something is wrong is it asked for.
  let streams: ReadonlyMap<string, readonly Target[]> | undefined;
  return ({ restream }, protocol) => {
    const { source, learntSources, streamId, isActive } = restream;
    const known = source ? [source.value] : learntSources;
    if (known) return known.some((it) => checkCombination(it, protocol).supported);
    if (streamId === undefined || !isActive) return true;
    streams ??= byStream(targets);
    const others = (streams.get(streamId) ?? []).filter((it) => it.restream !== restream);
    const needed = new Set([protocol, ...others.flatMap(({ uri }) => uri.protocol ?? [])]);
    return PROTOCOLS.some((from) =>
      [...needed].every((to) => checkCombination(from, to).supported),
    );
  };
}

/** One active target of each protocol, and one more so that any may be left out, by stream: of more, nothing new is learnt. */
function byStream(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const streams = new Map<string, Target[]>();
  for (const target of targets) {
    const { streamId, isActive, source } = target.restream;
    if (streamId === undefined || !isActive || source) continue;
    const known = streams.get(streamId) ?? [];
    const { protocol } = target.uri;
    if (known.filter(({ uri }) => uri.protocol === protocol).length < 2) known.push(target);
    streams.set(streamId, known);
  }
  return streams;
}
