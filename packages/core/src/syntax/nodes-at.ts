import { type Range, touches } from "../range.ts";
import type { Entry, Node } from "./node.ts";

/** A node around an offset, and how it was reached. */
export interface Step {
  readonly node: Node;
  /** The entry of the mapping before it; undefined for a root and for the item of a list. */
  readonly entry?: Entry;
  /** Whether it is that entry's key; else it is the value. */
  readonly isKey: boolean;
}

/**
 * The nodes around an offset, the outermost first; an offset at the end of a node is still in it. An alias is a leaf: what
 * it stands for is written elsewhere.
 */
export function nodesAt(roots: readonly Node[], offset: number): readonly Step[] {
  const steps: Step[] = [];
  let step = roots.flatMap((node) => stepAt({ node, isKey: false }, offset))[0];
  while (step) {
    steps.push(step);
    step = step.node.alias ? undefined : childAt(step.node, offset);
  }
  return steps;

  function childAt(node: Node, at: number): Step | undefined {
    if (node.kind === "scalar") return undefined;
    if (node.kind === "sequence")
      return node.items.flatMap((item) => stepAt({ node: item, isKey: false }, at))[0];
    for (const entry of node.entries) {
      const { key, value } = entry;
      if (touches(key.range, at)) return { node: key, entry, isKey: true };
      if (value && stepAt({ node: value, isKey: false }, at).length > 0)
        return { node: value, entry, isKey: false };
    }
    return node.merged.flatMap((merged) => stepAt({ node: merged, isKey: false }, at))[0];
  }
}

/** Where a node is written: an alias where the alias is. */
export function placeIn({ alias, range }: Node): Range {
  return alias ?? range;
}

function stepAt(step: Step, offset: number): readonly Step[] {
  return touches(extentOf(step.node), offset) ? [step] : [];
}

/** All that is written of a node: the range of a collection does not count the alias that it may end with. */
export function extentOf(node: Node): Range {
  return { start: placeIn(node).start, end: endOf(node) };
}

/** All that is written of an entry, from its key to the end of its value. */
export function entryExtentOf({ key, value }: Entry): Range {
  const { start, end } = key.range;
  return { start, end: value ? Math.max(end, endOf(value)) : end };
}

function endOf(node: Node): number {
  const { end } = placeIn(node);
  if (node.alias || node.kind === "scalar") return end;
  const last = node.kind === "sequence" ? node.items.at(-1) : node.entries.at(-1)?.value;
  let furthest = Math.max(end, last ? endOf(last) : 0);
  // There may be more of them than a call takes arguments.
  for (const { alias } of node.kind === "mapping" ? node.merged : [])
    furthest = Math.max(furthest, alias?.end ?? 0);
  return furthest;
}
