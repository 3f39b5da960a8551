import { RESTREAM_FIELDS, type ShapeName } from "./schema/schema.ts";
import { entryOf, isNull, type MappingNode, type Node, placeOf, valueOf } from "./syntax/node.ts";

/**
 * What a YAML document or a JSON text may be: `streams:` and `restreams:`; a body as the API takes it, wrapped
 * in `restream:` or bare; a list of bare bodies.
 */
export type Form = "whole" | "wrapped" | "body" | "list";

/** A node and its JSON Pointer. */
export interface Located {
  readonly node: Node;
  readonly path: string;
}

/** The form that a root comes nearest to; undefined for a bare text or number. */
export function formOf(root: Node): Form | undefined {
  if (root.kind === "scalar") return undefined;
  if (root.kind === "sequence") return "list";
  if (entryOf(root, "restreams")) return "whole";
  if (entryOf(root, "restream")) return "wrapped";
  const hasField = Object.keys(RESTREAM_FIELDS).some((key) => entryOf(root, key));
  return hasField && !entryOf(root, "streams") ? "body" : "whole";
}

/** A node, and the shape that a mapping in its place has. */
export interface Place extends Located {
  readonly shape: ShapeName;
  /** What stands here, as a person calls it. */
  readonly name: string;
}

const ROOT_SHAPES: Readonly<Record<Form, ShapeName | undefined>> = {
  whole: "whole",
  wrapped: "wrapped",
  body: undefined,
  list: undefined,
};

/** Every place of a root where a mapping with a shape stands, or should stand. */
export function placesIn(root: Node): readonly Place[] {
  // What a `---` with nothing after it leaves.
  if (isNull(root)) return [];
  const form = formOf(root);
  const shape = form === undefined ? "whole" : ROOT_SHAPES[form];
  const places: Place[] = shape
    ? [{ node: root, path: "", shape, name: "a restream document" }]
    : [];
  for (const { node, path } of streamNodesIn(root)) {
    places.push({ node, path, shape: "stream", name: "a stream" });
  }
  for (const { node, path } of restreamNodesIn(root)) {
    places.push({ node, path, shape: "restream", name: "a restream" });
  }
  return places;
}

/** What stands in the places of restreams, mappings or not. */
export function restreamNodesIn(root: Node): readonly Located[] {
  switch (formOf(root)) {
    case "list":
      return itemsOf(root, "");
    case "whole":
      return itemsOf(valueIn(root, "restreams"), "/restreams");
    case "wrapped":
      return located(valueIn(root, "restream"), "/restream");
    case "body":
      return located(root, "");
    case undefined:
      return [];
  }
}

/** What stands in the places of source streams. */
export function streamNodesIn(root: Node): readonly Located[] {
  return formOf(root) === "whole" ? itemsOf(valueIn(root, "streams"), "/streams") : [];
}

/** A reference token appended to a JSON Pointer (RFC 6901). */
export function pointer(path: string, token: string): string {
  return `${path}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Whether the root says by its content that this is a restream document. */
export function isRestreamRoot(root: Node): boolean {
  if (root.kind === "sequence") return root.items[0] !== undefined && isBody(root.items[0]);
  if (root.kind === "scalar") return false;
  return ["restreams", "restream"].some((key) => entryOf(root, key)) || isBody(root);
}

function isBody(node: Node): boolean {
  return node.kind === "mapping" && Boolean(entryOf(node, "uri") && entryOf(node, "stream_id"));
}

function itemsOf(node: Node | undefined, path: string): Located[] {
  if (node?.kind !== "sequence") return [];
  const items = node.items.map((item, index) => ({
    node: item,
    path: `${path}/${placeOf(node, index)}`,
  }));
  // What a tag takes (`!reference [.base, restreams]`) is no item, unless it looks like one.
  return node.tag === undefined ? items : items.filter((it) => it.node.kind === "mapping");
}

function located(node: Node | undefined, path: string): Located[] {
  return node && !isNull(node) ? [{ node, path }] : [];
}

function valueIn(root: Node, key: string): Node | undefined {
  return valueOf(root as MappingNode, key);
}
