import { contentOf, type Node } from "../syntax/node.ts";

/** Where those scalars begin that an alias takes to other places of a root than values of these keys. */
export function sharedValuesIn(root: Node, keys: ReadonlySet<unknown>): ReadonlySet<number> {
  const shared = new Set<number>();
  const seen = new Set<object>();
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "scalar") {
      if (node.alias) shared.add(node.range.start);
      continue;
    }
    if (seen.has(contentOf(node))) continue;
    seen.add(contentOf(node));
    if (node.kind === "sequence") {
      for (const item of node.items) stack.push(item);
      continue;
    }
    for (const merged of node.merged) stack.push(merged);
    for (const { key, value } of node.entries) {
      stack.push(key);
      if (value && !(value.kind === "scalar" && keys.has(key.value))) stack.push(value);
    }
  }
  return shared;
}
