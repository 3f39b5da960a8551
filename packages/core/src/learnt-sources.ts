import type { Document, Target } from "./document.ts";
import type { Restream } from "./restream.ts";
import { isStreamId } from "./stream-id.ts";
import type { Protocol } from "./uri/uri.ts";

/**
 * The document as it is judged where others know what may feed a stream: by its ID, one of several protocols; none say
 * nothing. What the document itself declares of a source wins.
 */
export function withSources(
  document: Document,
  sources: ReadonlyMap<number, readonly Protocol[]>,
): Document {
  if (sources.size === 0) return document;
  const changed = new Map<Restream, Restream>();
  for (const restream of document.restreams) {
    const { source, streamId } = restream;
    if (source || streamId === undefined || !isStreamId(streamId)) continue;
    const learntSources = sources.get(Number(streamId));
    if (learntSources && learntSources.length > 0)
      changed.set(restream, { ...restream, learntSources });
  }
  if (changed.size === 0) return document;
  const now = (restream: Restream) => changed.get(restream) ?? restream;
  const targets = document.targets.map((it): Target => ({ ...it, restream: now(it.restream) }));
  return {
    ...document,
    restreams: document.restreams.map(now),
    targets,
    srtTargets: targets.filter(({ uri }) => uri.protocol === "srt"),
  };
}
