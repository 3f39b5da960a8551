import { restreamNodesIn } from "../forms.ts";
import type { Range } from "../range.ts";
import { type Declared, declaredId, streamsIn } from "../stream.ts";
import type { Node, ScalarNode } from "../syntax/node.ts";
import { rangeIn } from "../syntax/scalar.ts";

/** The ID of a stream, and the places of a YAML document or a JSON text that say it. */
export interface StreamId {
  /** As `Stream.id` and `Restream.streamId` have it. */
  readonly id: string;
  /** The values of `streams[].id`. */
  readonly declarations: readonly ScalarNode[];
  /** The values of `stream_id`, those left out that stand among the declarations. */
  readonly uses: readonly ScalarNode[];
}

/** The IDs of a root, each place once, where it is written: what an alias or a merge stands for, at its anchor. */
export function streamIdsIn(root: Node): readonly StreamId[] {
  const groups = new Map<string, { declarations: ScalarNode[]; uses: ScalarNode[] }>();
  const seen = new Set<number>();
  for (const { id } of streamsIn(root)) add("declarations", id);
  for (const { node } of restreamNodesIn(root)) {
    if (node.kind === "mapping") add("uses", declaredId(node, "stream_id"));
  }
  return Array.from(groups, ([id, { declarations, uses }]) => ({
    id,
    declarations: declarations.toSorted(byPlace),
    uses: uses.toSorted(byPlace),
  }));

  function add(role: "declarations" | "uses", declared: Declared<string> | undefined): void {
    if (!declared || declared.value === "" || seen.has(declared.node.range.start)) return;
    const { value, node } = declared;
    seen.add(node.range.start);
    const group = groups.get(value) ?? { declarations: [], uses: [] };
    group[role].push(node);
    groups.set(value, group);
  }
}

/** Where the text says an ID, without its quotes. */
export function idRange(node: ScalarNode): Range {
  return rangeIn(node, { start: 0, end: String(node.value).length });
}

function byPlace(a: ScalarNode, b: ScalarNode): number {
  return a.range.start - b.range.start;
}
