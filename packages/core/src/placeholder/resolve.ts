import type { Document } from "../document.ts";
import { fillIn, type VariableLookup } from "./fill-in.ts";
import { type FieldSchema, RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";
import {
  type Entry,
  type MappingNode,
  type Node,
  type Piece,
  type ScalarNode,
  type SequenceNode,
  type SyntaxTree,
  withMerged,
} from "../syntax/node.ts";
import { withComment } from "../field/uri-comment.ts";

/** How a document came to be whose placeholders were filled in. */
export interface Resolution {
  /** The document as its text says it. */
  readonly written: Document;
  readonly lookUp: VariableLookup;
  /** Every value of the text that holds something else now. */
  readonly filled: readonly ScalarNode[];
  /** The names of the variables that are not set, and for want of which a placeholder is left, in the order of the text. */
  readonly unset: readonly string[];
}

/** What a node and all aliases of it share. */
type Content = Partial<Pick<MappingNode, "entries" | "merged"> & Pick<SequenceNode, "items">>;

const FIELDS: Readonly<Record<string, FieldSchema>> = { ...STREAM_FIELDS, ...RESTREAM_FIELDS };

/**
 * The syntax tree with the values of fields filled in. Nothing is parsed again: a value stays one value. What nothing
 * was filled into is the same object, and what shared its content still does.
 */
export function resolveSyntax(
  text: string,
  tree: SyntaxTree,
  lookUp: VariableLookup,
): { syntax: SyntaxTree; filled: readonly ScalarNode[] } {
  const filled: ScalarNode[] = [];
  /** By the content of the old node: an anchor comes before its aliases, so nothing recurses deeper than the text nests. */
  const contents = new Map<object, Content>();
  const scalars = new Map<string, Map<object, Partial<ScalarNode>>>();
  const syntax = { ...tree, roots: mapped(tree.roots, resolved) };
  return { syntax, filled };

  function resolved(node: Node): Node {
    return node.kind === "mapping"
      ? mappingOf(node)
      : node.kind === "sequence"
        ? listOf(node)
        : node;
  }

  function mappingOf(node: MappingNode): MappingNode {
    const known = contents.get(node.entries);
    const entries = known?.entries ?? mapped(node.entries, entryOf);
    const merged = known?.merged ?? mapped(node.merged, mappingOf);
    if (!known) contents.set(node.entries, { entries, merged });
    return entries === node.entries && merged === node.merged ? node : { ...node, entries, merged };
  }

  function listOf(node: SequenceNode): SequenceNode {
    const items = contents.get(node.items)?.items ?? mapped(node.items, resolved);
    contents.set(node.items, { items });
    return items === node.items ? node : { ...node, items };
  }

  function entryOf(entry: Entry): Entry {
    const { key, value } = entry;
    if (!value) return entry;
    const field = String(key.value);
    const isField = value.kind === "scalar" && Object.hasOwn(FIELDS, field);
    const now = isField ? scalarIn(value, field) : resolved(value);
    return now === value ? entry : { key, value: now };
  }

  function scalarIn(node: ScalarNode, field: string): ScalarNode {
    if (typeof node.value !== "string" || node.tag !== undefined) return node;
    const ofField = scalars.get(field) ?? new Map<object, Partial<ScalarNode>>();
    scalars.set(field, ofField);
    const known = ofField.get(node.range) ?? filledIn(node, field);
    ofField.set(node.range, known);
    return known.filling ? { ...node, ...known } : node;
  }

  function filledIn(node: ScalarNode, field: string): Partial<ScalarNode> {
    const written = field === "uri" ? withComment(text, node) : node;
    const result = fillIn(String(written.value), lookUp);
    if (!result) return {};
    const { value, ...rest } = result;
    const isAll = isWhole(String(written.value), rest.pieces);
    const content = {
      value: isAll ? typed(value, FIELDS[field]?.type ?? "string") : value,
      offsets: undefined,
      filling: { written, ...rest },
    };
    filled.push({ ...node, ...content });
    return content;
  }
}

/** The same list where nothing in it has changed. */
function mapped<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map((item) => change(item));
  return changed.every((it, index) => it === items[index]) ? items : changed;
}

/** Whether nothing is written but placeholders. */
function isWhole(written: string, pieces: readonly Piece[]): boolean {
  const outside = pieces.filter(({ isOutside }) => isOutside);
  const length = outside.reduce((sum, { written: it }) => sum + it.end - it.start, 0);
  return length > 0 && length >= written.trim().length;
}

const NUMBER = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;

/** What a field of this type makes of a text: a text that does not fit stays one, and nothing is null. */
function typed(text: string, type: FieldSchema["type"]): ScalarNode["value"] {
  if (type.includes("string")) return text;
  const word = text.trim();
  if (word === "") return null;
  if (type.includes("boolean") && /^(?:true|True|TRUE|false|False|FALSE)$/.test(word))
    return word.toLowerCase() === "true";
  const isNumber = type.includes("integer") || type.includes("number");
  return isNumber && NUMBER.test(word) ? Number(word) : text;
}

/** The variables that placeholders of restreams and streams are left open for. */
export function unsetIn({ restreams, streams }: Pick<Document, "restreams" | "streams">): string[] {
  const names = new Set<string>();
  const seen = new Set<object>();
  for (const { node } of [...streams, ...restreams]) {
    for (const mapping of mappingsOf(node, seen)) {
      for (const { value } of mapping.entries) {
        if (value?.kind !== "scalar") continue;
        for (const name of value.filling?.unset ?? []) names.add(name);
      }
    }
  }
  return [...names];
}

/** A mapping and what it merges, without what has been seen. */
function* mappingsOf(node: MappingNode, seen: Set<object>): Iterable<MappingNode> {
  for (const mapping of node.merged.length === 0 ? [node] : withMerged(node)) {
    if (seen.has(mapping.entries)) continue;
    seen.add(mapping.entries);
    yield mapping;
  }
}
