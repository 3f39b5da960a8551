import { type Entry, isNull, type MappingNode, type Node, withMerged } from "./syntax/node.ts";

/** What the validators see: scalars as they are, stand-ins for what has a shape of its own, nothing for null. */
export function plainOf(node: MappingNode): object {
  const plain: Record<string, unknown> = {};
  for (const { key, value } of node.merged.length === 0 ? node.entries : entriesOf(node).values()) {
    const name = String(key.value);
    if (!value || isNull(value) || Object.hasOwn(plain, name)) continue;
    if (name !== "__proto__") plain[name] = standInFor(value);
    else Object.defineProperty(plain, name, { value: standInFor(value), enumerable: true });
  }
  return plain;
}

/** A value, or what stands for one that has a shape of its own. */
export function standInFor(value: Node): unknown {
  if (value.kind === "scalar") return value.value;
  return value.kind === "sequence" ? [] : {};
}

/** A mapping's own and merged entries by name: the nearest, and the first of those, even where it is null. */
export function entriesOf(node: MappingNode): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const mapping of withMerged(node)) {
    for (const entry of mapping.entries) {
      const name = String(entry.key.value);
      if (!entries.has(name)) entries.set(name, entry);
    }
  }
  return entries;
}
