import { didYouMean } from "./did-you-mean.ts";
import { type Form, formOf, type Located, pointer, restreamNodesIn, streamNodesIn } from "./forms.ts";
import { hasPlaceholder } from "./placeholder.ts";
import { type FieldSchema, type MappingSchema, type ShapeName, SHAPES } from "./schema/schema.ts";
import { VALIDATORS } from "./schema/generated/validators.ts";
import { type Entry, type MappingNode, type Node, valueOf } from "./syntax/node.ts";

/** Where a text does not fit the JSON Schema of restream documents. */
export type ShapeFault = UnknownField | MissingField | WrongType;

export interface UnknownField {
  readonly kind: "unknown-field";
  readonly path: string;
  readonly entry: Entry;
  /** The field that was probably meant, if it is not there yet. */
  readonly meant: string | undefined;
}

export interface MissingField {
  readonly kind: "missing-field";
  /** Of the mapping. */
  readonly path: string;
  readonly node: MappingNode;
  readonly shape: ShapeName;
  readonly field: string;
}

export interface WrongType {
  readonly kind: "wrong-type";
  readonly path: string;
  readonly node: Node;
  /** The field, or what stands in its place, as a person calls it. */
  readonly name: string;
  readonly expected: Pick<FieldSchema, "type" | "enum" | "minimum" | "exclusiveMinimum">;
}

/** Checks every mapping of a document that has a shape, once each, however many aliases lead to it. */
export function shapeFaultsIn(roots: readonly Node[], isBroken: (node: Node) => boolean): ShapeFault[] {
  const seen = new Set<Node>();
  return roots.flatMap((root) => placesIn(root).flatMap(check));

  function check({ node, path, shape, name }: Place): ShapeFault[] {
    if (seen.has(node) || isBroken(node)) return [];
    seen.add(node);
    if (node.kind === "mapping") return faultsOf(node, path, shape);
    return isFilledIn(node) ? [] : [{ kind: "wrong-type", path, node, name, expected: { type: "object" } }];
  }
}

interface Place extends Located {
  readonly shape: ShapeName;
  readonly name: string;
}

const ROOT_SHAPES: Readonly<Record<Form, ShapeName | undefined>> = {
  whole: "whole",
  wrapped: "wrapped",
  body: undefined,
  list: undefined,
};

function placesIn(root: Node): Place[] {
  const form = formOf(root);
  const shape = form === undefined ? "whole" : ROOT_SHAPES[form];
  return [
    ...(shape ? [{ node: root, path: "", shape, name: "a restream document" }] : []),
    ...streamNodesIn(root).map((it) => ({ ...it, shape: "stream" as const, name: "a stream" })),
    ...restreamNodesIn(root).map((it) => ({ ...it, shape: "restream" as const, name: "a restream" })),
  ];
}

function faultsOf(node: MappingNode, path: string, shape: ShapeName): ShapeFault[] {
  const validate = VALIDATORS[shape];
  if (validate(plainOf(node))) return [];
  const errors = validate.errors ?? [];
  const missing = errors.flatMap(({ params }) => params["missingProperty"] ?? []).map(String);
  const { properties } = SHAPES[shape];
  const absent = Object.keys(properties).filter((field) => valueOf(node, field) === undefined);

  const unknown = errors
    .flatMap(({ params }) => params["additionalProperty"] ?? [])
    .flatMap((key) => node.entries.filter((entry) => String(entry.key.value) === key))
    .map((entry): UnknownField => {
      const meant = didYouMean(String(entry.key.value), absent);
      return { kind: "unknown-field", path: pointer(path, String(entry.key.value)), entry, meant };
    });
  const misspelt = new Set(unknown.map(({ meant }) => meant));
  return [
    ...unknown,
    ...missing
      .filter((field) => !misspelt.has(field))
      .map((field): MissingField => ({ kind: "missing-field", path, node, shape, field })),
    ...wrongTypes(node, path, properties, errors.map(({ instancePath }) => instancePath.slice(1))),
  ];
}

function wrongTypes(
  node: MappingNode,
  path: string,
  properties: MappingSchema["properties"],
  fields: readonly string[],
): WrongType[] {
  return [...new Set(fields)].flatMap((field): WrongType[] => {
    const value = valueOf(node, field);
    const expected = properties[field];
    if (!value || typeof expected !== "object" || !("type" in expected) || isFilledIn(value)) return [];
    return [{ kind: "wrong-type", path: pointer(path, field), node: value, name: field, expected }];
  });
}

/** What the validators see: scalars as they are, stand-ins for what has a shape of its own, nothing for null. */
function plainOf(node: MappingNode): object {
  const plain = Object.create(null) as Record<string, unknown>;
  const mappings = [...mergedInto(node)];
  for (const mapping of mappings) {
    for (const { key, value } of mapping.entries) {
      const name = String(key.value);
      if (name in plain || !value) continue;
      if (value.kind === "scalar") {
        if (value.value !== null) plain[name] = value.value;
      } else plain[name] = value.kind === "sequence" ? [] : {};
    }
  }
  return plain;
}

/** A mapping and all that it merges, each once, nearest first. */
function mergedInto(node: MappingNode): ReadonlySet<MappingNode> {
  const found = new Set<MappingNode>([node]);
  // A set that grows while it is walked is a queue that forgets nothing.
  for (const mapping of found) for (const merged of mapping.merged) found.add(merged);
  return found;
}

/** Whether something else gives this value later, so that its type as written proves nothing. */
function isFilledIn(node: Node): boolean {
  if (node.kind !== "scalar") return false;
  return node.tag !== undefined || (typeof node.value === "string" && hasPlaceholder(node.value));
}
