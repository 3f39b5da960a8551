import { firstWhere } from "../range-search.ts";
import type { Range } from "../range.ts";
import type { Node, ScalarNode } from "./node.ts";
import { placeIn } from "./nodes-at.ts";

/**
 * The values, not the keys, that are written in a range of the text or touch it: each once, since an alias is written
 * elsewhere. Those that `<<` takes from a mapping of its own come after that mapping's others.
 */
export function scalarsWithin(roots: readonly Node[], range: Range): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  for (const it of reached(roots, range)) visit(it);
  return found;

  function visit(node: Node): void {
    if (node.alias || node.range.start > range.end) return;
    if (node.kind === "scalar") {
      if (node.range.end >= range.start) found.push(node);
    } else if (node.kind === "sequence") {
      for (const item of reached(node.items, range)) visit(item);
    } else {
      for (const { value } of node.entries) if (value) visit(value);
      for (const merged of node.merged) visit(merged);
    }
  }
}

/** Of nodes in the order of the text, those that may reach a range: each ends before the next begins. */
function reached(nodes: readonly Node[], { start, end }: Range): readonly Node[] {
  const from = firstWhere(nodes, (it) => placeIn(it).start > start);
  const to = firstWhere(nodes, (it) => placeIn(it).start > end);
  return nodes.slice(Math.max(0, from - 1), to);
}
