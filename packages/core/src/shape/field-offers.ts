import type { Document } from "../document.ts";
import { suggestion } from "../fix.ts";
import { restreamNodesIn, streamNodesIn } from "../forms.ts";
import type { Fix } from "../rule.ts";
import type { Edit } from "../edit.ts";
import { SHAPES } from "../schema/schema.ts";
import type { MissingField } from "./shape.ts";
import { insertEntry } from "../syntax/insert.ts";
import { type Node, valueOf } from "../syntax/node.ts";
import { setValue } from "../syntax/set-value.ts";

/** What the suggestions of a document write. */
export interface Offers {
  /** By the field they stand for. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** By the restream that may push it: the ID of the only stream that is declared. */
  readonly streams: ReadonlyMap<Node, number>;
}

/** Whether a text holds what an offer may write. Where none does, each offers the same. */
export function holdsOffer(text: string): boolean {
  return NAMES.some((it) => text.includes(it));
}

const URI = "RESTREAM_URI";
const STREAM_ID = "STREAM_ID";
const NAMES = [URI, STREAM_ID];

/** Looks for them once for all that is missing in a document. */
export function offersIn({ text, syntax }: Document): Offers {
  const streams = syntax.roots.flatMap((root) => {
    const id = onlyStreamIn(root);
    return id === undefined ? [] : restreamNodesIn(root).map(({ node }) => [node, id] as const);
  });
  const streamId = placeholderFor(text, STREAM_ID);
  const placeholders = {
    uri: placeholderFor(text, URI),
    stream_id: streamId,
    id: streamId,
  };
  return { placeholders, streams: new Map(streams) };
}

/** The ID of the only stream that a root declares, if it is written out. */
function onlyStreamIn(root: Node): number | undefined {
  const [stream, ...others] = streamNodesIn(root);
  const id = stream?.node.kind === "mapping" ? valueOf(stream.node, "id") : undefined;
  const isId = id?.kind === "scalar" && Number.isSafeInteger(id.value) && Number(id.value) > 0;
  return isId && others.length === 0 ? Number(id.value) : undefined;
}

/** A placeholder that the text does not hold: equal ones would be equal targets. */
function placeholderFor(text: string, name: string): string {
  const used = Array.from(
    text.matchAll(new RegExp(`${name}(?:_([0-9]{1,6}))?`, "g")),
    ([, number = 1]) => Number(number),
  );
  const last = used.reduce((a, b) => Math.max(a, b), 0);
  return last === 0 ? `\${${name}}` : `\${${name}_${last + 1}}`;
}

/** Writes a field that is missing: the only stream there is, else a placeholder. */
export function suggestionFor(
  document: Document,
  fault: MissingField,
  offers: Offers,
): Fix | undefined {
  const { node, field } = fault;
  const streamId = field === "stream_id" ? offers.streams.get(node) : undefined;
  if (streamId !== undefined) {
    return suggestion(`Push stream ${streamId}`, fieldEdit(document, fault, streamId));
  }
  const placeholder = offers.placeholders[field];
  if (placeholder === undefined) return undefined;
  return suggestion(`Add "${field}" as a placeholder`, fieldEdit(document, fault, placeholder));
}

/** Writes a field in the order of its shape, or gives a value to one that is there without. */
function fieldEdit(
  document: Document,
  { node, shape, field }: MissingField,
  value: string | number,
): Edit | undefined {
  const entry = node.entries.find(({ key }) => key.value === field);
  if (entry) return setValue(document, entry, value);
  const order = Object.keys(SHAPES[shape].properties);
  const before = new Set<unknown>(order.slice(0, order.indexOf(field)));
  const after = node.entries.findLast(({ key }) => before.has(key.value));
  const preferred = after && insertEntry(document, node, field, value, after);
  return preferred ?? insertEntry(document, node, field, value);
}
