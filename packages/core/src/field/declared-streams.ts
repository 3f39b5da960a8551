import { formOf } from "../forms.ts";
import { type Stream, streamsIn } from "../stream.ts";
import { isStreamId } from "../stream-id.ts";
import {
  entryOf,
  type Node,
  type ScalarNode,
  type SequenceNode,
  type SyntaxFault,
} from "../syntax/node.ts";

/** The sources that a YAML document or a JSON text declares, if all of them are known. */
export interface DeclaredStreams {
  /** `streams`. */
  readonly key: ScalarNode;
  readonly list: SequenceNode;
  readonly byId: ReadonlyMap<string, Stream>;
}

/** Undefined where `streams` declares nothing, and where a placeholder, a tag or a fault may hide what it declares. */
export function declaredStreamsIn(
  root: Node,
  faults: readonly SyntaxFault[],
): DeclaredStreams | undefined {
  if (root.kind !== "mapping" || formOf(root) !== "whole") return undefined;
  const entry = entryOf(root, "streams");
  const list = entry?.value;
  if (list?.kind !== "sequence" || list.tag !== undefined || list.items.length === 0) {
    return undefined;
  }
  const byId = new Map<string, Stream>();
  for (const stream of streamsIn(root)) {
    const id = stream.id?.value;
    if (id === undefined || stream.node.tag !== undefined || !isStreamId(id)) return undefined;
    if (!byId.has(id)) byId.set(id, stream);
  }
  const { range } = entry?.key ?? list;
  // What could not be read of the list may stand before the next key, or be taken for it.
  const next = root.entries.find(({ key }) => key.range.start > range.start);
  const end = next?.key.range.start ?? Infinity;
  const isBroken = faults.some((it) => range.start <= it.range.start && it.range.start <= end);
  const isKnown = !isBroken && list.items.every(({ kind }) => kind === "mapping");
  return entry && isKnown ? { key: entry.key, list, byId } : undefined;
}
