import type { Placeholders } from "../placeholder/placeholder.ts";
import type { Range } from "../range.ts";

/** No restream document nests deeper. The parsers recurse, so a text is measured before they run. */
export const MAX_DEPTH = 100;
/**
 * The `yaml` package takes some 2 µs and 0.5 kB for each of its lexemes: these are enough for 15 000 restreams.
 * What the scanner reads has no such limit.
 */
export const MAX_LEXEMES = 1_000_000;
/** Nobody reads more of them, and a text of nothing else would fill the memory: the rest is left unread. */
export const MAX_FAULTS = 10_000;

/** A syntax tree for YAML, JSON and JSONC alike. Plain data: no parents, no methods. */
export type Node = MappingNode | SequenceNode | ScalarNode;

/** What every node has. An alias is its anchor's node, with the anchor's range and children, and a place of its own. */
interface Placed {
  readonly range: Range;
  /** Where the alias (`*name`) stands that this node was reached by. */
  readonly alias?: Range;
  /** A tag of the reader's own (`!secret`, `!ENV`, `!reference`): the value is filled in by somebody else. */
  readonly tag?: string;
}

/** Names and values: a YAML mapping, a JSON object. */
export interface MappingNode extends Placed {
  readonly kind: "mapping";
  /** In the order of the text; duplicate keys are kept. */
  readonly entries: readonly Entry[];
  /** What `<<` merges in, first wins; the mapping's own entries win over all of them. */
  readonly merged: readonly MappingNode[];
}

/** One `key: value` pair. A half-typed pair has no value. */
export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node | undefined;
}

/** Values in an order: a YAML sequence, a JSON array. */
export interface SequenceNode extends Placed {
  readonly kind: "sequence";
  readonly items: readonly Node[];
  /** The place of each item, where only some were looked at. */
  readonly places?: readonly number[];
}

/** A text, a number, a truth value or null. */
export interface ScalarNode extends Placed {
  readonly kind: "scalar";
  /** With its quotes. */
  readonly range: Range;
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /**
   * Where each UTF-16 unit of a string value stands in the text: the first one's offset where the value is
   * written letter for letter, a list of `value.length + 1` offsets where it holds escapes, and
   * undefined where the two cannot be matched (block and folded scalars).
   */
  readonly offsets: number | readonly number[] | undefined;
  /** Where the placeholders of the value were filled in. */
  readonly filling?: Filling;
}

/** How a value came to be that is not the written one. */
export interface Filling {
  /** As the text says it. */
  readonly written: ScalarNode;
  /** In their order. */
  readonly pieces: readonly Piece[];
  /** What was not filled in, as it stands in the value. */
  readonly left: Placeholders;
  /** The variables that are not set, and for want of which a placeholder is left. */
  readonly unset: readonly string[];
}

/** A piece of a value that stands for something else that is written. */
export interface Piece {
  /** In the value; may be empty. */
  readonly range: Range;
  /** In the written value. */
  readonly written: Range;
  /** Whether it may come from elsewhere than the text; an escaped `${` does not. */
  readonly isOutside: boolean;
}

/** How a scalar is written; `flow` is plain inside `[…]` or `{…}`, where `,` and brackets end it. */
export type ScalarStyle = "plain" | "flow" | "single" | "double" | "block";

/** What is wrong with a text as YAML or JSON. */
export interface SyntaxFault {
  readonly kind: "syntax" | "depth";
  readonly message: string;
  readonly range: Range;
}

/** What every parser returns: what it could read, and what it could not. Parsing never throws. */
export interface SyntaxTree {
  /** One node for each YAML document of the text (`---` separates them); a JSON text has one. */
  readonly roots: readonly Node[];
  readonly faults: readonly SyntaxFault[];
  /** In the order of the text. */
  readonly cuts?: readonly CutUri[];
  /** Where only some items were looked at. */
  readonly lexemes?: Lexemes;
}

/** How many lexemes the `yaml` package read of a text. */
export interface Lexemes {
  /** Of what stands around the list. */
  readonly around: number;
  /** Of each item, by its place. */
  readonly items: ReadonlyMap<number, number>;
}

/** A URI that YAML ends at a `,` or `{` inside it, and that was read to its end. */
export interface CutUri {
  readonly node: ScalarNode;
  /** Where that character stands in the text. */
  readonly cut: number;
}

/** The value of a mapping's own or merged key; undefined for a missing key and for a missing value. */
export function valueOf(mapping: MappingNode, key: string): Node | undefined {
  return entryOf(mapping, key)?.value;
}

/** The first entry with this key: the mapping's own, else the nearest merged one. */
export function entryOf(mapping: MappingNode, key: string): Entry | undefined {
  for (const entry of mapping.entries) if (entry.key.value === key) return entry;
  return mapping.merged.length === 0 ? undefined : mergedEntryOf(mapping, key);
}

function mergedEntryOf(mapping: MappingNode, key: string): Entry | undefined {
  for (const { entries } of withMerged(mapping)) {
    const entry = entries.find((it) => it.key.value === key);
    if (entry) return entry;
  }
  return undefined;
}

/** A mapping and all that it merges, nearest first. Merges can form graphs of any depth: each is visited once, without recursion. */
export function* withMerged(mapping: MappingNode): Iterable<MappingNode> {
  const seen = new Set<object>();
  const stack = [mapping];
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (seen.has(contentOf(top))) continue;
    seen.add(contentOf(top));
    yield top;
    for (const merged of top.merged.toReversed()) stack.push(merged);
  }
}

/** The place of an item in its list, from 0. */
export function placeOf({ places }: SequenceNode, index: number): number {
  return places?.[index] ?? index;
}

/** What a node shares with its anchor and all aliases of that: who visits each thing once asks for it by this. */
export function contentOf(node: Node): object {
  if (node.kind === "scalar") return node.range;
  return node.kind === "mapping" ? node.entries : node.items;
}

/** Where a mapping itself says what an entry of it says: at its value, or at the alias that stands for it or for what it is merged from. */
export function mentionOf(mapping: MappingNode, key: string): Range | undefined {
  if (!entryOf(mapping, key)) return undefined;
  if (mapping.alias) return mapping.alias;
  const own = mapping.entries.find((entry) => entry.key.value === key);
  if (own) return own.value?.alias ?? own.value?.range ?? own.key.range;
  const merged = mapping.merged.find((it) => entryOf(it, key));
  return merged && mentionOf(merged, key);
}

/** What `<<` may take: a mapping, or a list of mappings; not what a tag makes of them. */
export function mappingsIn(value: Node | undefined): MappingNode[] | undefined {
  if (value?.tag !== undefined) return undefined;
  if (value?.kind === "mapping") return [value];
  if (value?.kind !== "sequence") return undefined;
  return value.items.filter((item) => item.kind === "mapping");
}

/** Whether an entry may be no field, but what a `,` between braces cut off a value. */
export function isRest({ key, value }: Entry): boolean {
  return value === undefined && key.style === "flow";
}

/** Whether a node says that there is nothing: the same as if it were absent. */
export function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null && node.tag === undefined;
}
