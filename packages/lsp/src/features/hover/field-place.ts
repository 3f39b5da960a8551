import {
  type Document,
  type Entry,
  type MappingNode,
  type Node,
  nodesAt,
  placesIn,
  type ScalarNode,
  type ShapeName,
} from "@restream-lint/core";

/** A key, or the one value of a field, in a mapping whose shape is known. */
export interface FieldPlace {
  readonly shape: ShapeName;
  readonly root: Node;
  readonly mapping: MappingNode;
  readonly entry: Entry;
  /** Of the field. */
  readonly name: string;
  readonly isKey: boolean;
  /** What is at the place. */
  readonly scalar: ScalarNode;
}

/** Finds the field of a restream, a stream or the root at an offset. */
export function fieldPlaceAt({ syntax }: Document, offset: number): FieldPlace | undefined {
  const steps = nodesAt(syntax.roots, offset);
  const [root, mapping, last] = [steps[0]?.node, steps.at(-2)?.node, steps.at(-1)];
  if (!root || mapping?.kind !== "mapping" || !last?.entry || last.node.kind !== "scalar") {
    return undefined;
  }
  const place = placesIn(root).find(({ node }) => holds(node, mapping));
  const { entry, isKey, node: scalar } = last;
  const name = String(entry.key.value);
  return place && { shape: place.shape, root, mapping, entry, name, isKey, scalar };
}

/** Whether a mapping is another, or an alias of it, or merges it. */
export function holds(node: Node, mapping: MappingNode): boolean {
  if (node.kind !== "mapping") return false;
  return [node, ...node.merged].some((it) => it.entries === mapping.entries);
}
