import { pointer } from "./forms.ts";
import { isForeign } from "./schema/schema.ts";
import { type Entry, MAX_DEPTH, type MappingNode, type Node } from "./syntax/node.ts";

/** A key that its mapping holds already. */
export interface Duplicate {
  readonly entry: Entry;
  readonly first: Entry;
  /** JSON Pointer. */
  readonly path: string;
}

/** The keys of a text that are there twice, but for those that are left alone, and all in them. */
export function* duplicatesIn(roots: readonly Node[]): Iterable<Duplicate> {
  for (const step of mappingsIn(roots)) {
    for (const [entry, first] of repeatedIn(step.node)) {
      yield { entry, first, path: pointer(pathOf(step), String(entry.key.value)) };
    }
  }
}

/** A node and how it was reached; a path is only written where it is needed. */
interface Step<T extends Node = Node> {
  readonly node: T;
  readonly key: string | number;
  readonly parent: Step | undefined;
  readonly depth: number;
}

/** Every mapping of a text that is not left alone, once, in the order of the text: an anchor before its aliases. */
function* mappingsIn(roots: readonly Node[]): Iterable<Step<MappingNode>> {
  const seen = new Set<Node>();
  const stack: Step[] = roots.map((node) => ({ node, key: "", parent: undefined, depth: 0 }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node } = step;
    // Aliases of what is left alone can lead deeper than any text nests.
    if (seen.has(node) || step.depth > MAX_DEPTH) continue;
    seen.add(node);
    if (node.kind === "mapping") yield { ...step, node };
    // A spread of a long list would overflow the call stack.
    for (const child of childrenOf(step).toReversed()) stack.push(child);
  }
}

/** What may hold mappings in it. */
function childrenOf(parent: Step): Step[] {
  const { node } = parent;
  const depth = parent.depth + 1;
  if (node.kind === "scalar") return [];
  if (node.kind === "sequence")
    return node.items.map((item, key) => ({ node: item, key, parent, depth }));
  const children = node.merged.map((merged): Step => ({ ...parent, node: merged, depth }));
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    if (value && value.kind !== "scalar" && !isForeign(name))
      children.push({ node: value, key: name, parent, depth });
  }
  return children;
}

/** Each entry whose key is there before it, with the first one of that key. */
function repeatedIn({ entries }: MappingNode): readonly (readonly [Entry, Entry])[] {
  if (!hasDuplicates(entries)) return [];
  const firsts = new Map<Entry["key"]["value"], Entry>();
  return entries.flatMap((entry) => {
    const { value: key, style } = entry.key;
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    // Between braces, a key without a value is what a comma in a value leaves.
    const isRest = !entry.value && style === "flow";
    return first && !isRest && !isForeign(String(key)) ? [[entry, first] as const] : [];
  });
}

/** Most mappings have a handful of keys: comparing each with each costs less than a set. */
function hasDuplicates(entries: readonly Entry[]): boolean {
  if (entries.length > 16)
    return new Set(entries.map(({ key }) => key.value)).size < entries.length;
  return entries.some(({ key }, index) => {
    for (let before = 0; before < index; before++) {
      if (entries[before]?.key.value === key.value) return true;
    }
    return false;
  });
}

function pathOf({ key, parent }: Step): string {
  return parent ? pointer(pathOf(parent), String(key)) : "";
}
