import { entryPath, isHarmlessName } from "./field-name.ts";
import { pointer } from "../forms.ts";
import { isForeign } from "../schema/schema.ts";
import {
  contentOf,
  type Entry,
  isRest,
  MAX_DEPTH,
  type MappingNode,
  type Node,
  placeOf,
} from "../syntax/node.ts";

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
      const { path, isWhole } = pathOf(step);
      yield { entry, first, path: isWhole ? entryPath(path, entry) : path };
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
  const seen = new Set<object>();
  const stack: Step[] = roots.map((node) => ({ node, key: "", parent: undefined, depth: 0 }));
  for (let step = stack.pop(); step; step = stack.pop()) {
    // Aliases of what is left alone can lead deeper than any text nests.
    if (seen.has(contentOf(step.node)) || step.depth > MAX_DEPTH) continue;
    seen.add(contentOf(step.node));
    if (isMapping(step)) yield step;
    pushChildren(stack, step);
  }
}

function isMapping(step: Step): step is Step<MappingNode> {
  return step.node.kind === "mapping";
}

/** Puts what may hold mappings on the stack, the last first. */
function pushChildren(stack: Step[], parent: Step): void {
  const { node } = parent;
  const depth = parent.depth + 1;
  if (node.kind === "sequence") {
    for (let index = node.items.length - 1; index >= 0; index--) {
      const item = node.items[index];
      const key = placeOf(node, index);
      if (item && item.kind !== "scalar") stack.push({ node: item, key, parent, depth });
    }
  } else if (node.kind === "mapping") {
    const nested = node.entries.filter(({ value }) => value && value.kind !== "scalar");
    for (const { key, value } of nested.toReversed()) {
      const name = String(key.value);
      if (value && !isForeign(name)) stack.push({ node: value, key: name, parent, depth });
    }
    for (const merged of node.merged.toReversed()) stack.push({ ...parent, node: merged, depth });
  }
}

/** Each entry whose key is there before it, with the first one of that key. */
function repeatedIn({ entries }: MappingNode): readonly (readonly [Entry, Entry])[] {
  if (!hasDuplicates(entries)) return [];
  const firsts = new Map<Entry["key"]["value"], Entry>();
  return entries.flatMap((entry) => {
    const { value: key } = entry.key;
    const first = firsts.get(key);
    if (!first) firsts.set(key, entry);
    return first && !isRest(entry) && !isForeign(String(key)) ? [[entry, first] as const] : [];
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

/** The JSON Pointer of a node; of the last one on the way to it, where a name after that may be a secret. */
function pathOf(step: Step): { readonly path: string; readonly isWhole: boolean } {
  const keys: (string | number)[] = [];
  for (let at: Step | undefined = step; at?.parent; at = at.parent) keys.push(at.key);
  let path = "";
  for (const key of keys.toReversed()) {
    if (typeof key === "string" && !isHarmlessName(key)) return { path, isWhole: false };
    path = pointer(path, String(key));
  }
  return { path, isWhole: true };
}
