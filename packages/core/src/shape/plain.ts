import { type ShapeName, SHAPES } from "../schema/schema.ts";
import {
  type Entry,
  isNull,
  isRest,
  type MappingNode,
  type Node,
  withMerged,
} from "../syntax/node.ts";

/**
 * What the validators see: scalars as they are, stand-ins for what has a shape of its own. A field of the shape that is
 * null is absent, a name that is none is there whatever it holds, but between braces, where a comma may have cut a value.
 */
export function plainOf(node: MappingNode, shape: ShapeName): object {
  const plain: Record<string, unknown> = {};
  for (const { key, value } of node.merged.length === 0 ? node.entries : entriesOf(node).values()) {
    const name = String(key.value);
    if (Object.hasOwn(plain, name) || !isThere({ key, value }, shape)) continue;
    if (name !== "__proto__") plain[name] = value ? standInFor(value) : null;
    else Object.defineProperty(plain, name, { value: null, enumerable: true });
  }
  return plain;
}

function isThere(entry: Entry, shape: ShapeName): boolean {
  if (entry.value && !isNull(entry.value)) return true;
  return !Object.hasOwn(SHAPES[shape].properties, String(entry.key.value)) && !isRest(entry);
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
