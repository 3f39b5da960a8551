import { type Document, writtenOf } from "../document.ts";
import { isStreamId } from "../stream-id.ts";
import { type AnchorName, anchorNamesIn } from "../syntax/anchor-names.ts";
import type { Node } from "../syntax/node.ts";
import type { Name } from "./name.ts";
import { sharedValuesIn } from "./shared-values.ts";
import { idRange, type StreamId, streamIdsIn } from "./stream-ids.ts";

/**
 * The anchors and the stream IDs of a document, as its text says them. Each YAML document has names of its own, and an
 * anchor that is there twice is two names.
 */
export function namesIn(document: Document): readonly Name[] {
  const { text, language, syntax } = writtenOf(document);
  if (syntax.roots.length === 0) return [];
  const anchors = anchorNamesIn(text, language, syntax.cuts);
  const broken = syntax.faults.length > 0 ? BROKEN : undefined;
  const names = anchors.map((it) => anchorNameOf(it, broken));
  for (const root of syntax.roots) {
    const shared = anchors.length > 0 ? sharedValuesIn(root, ID_KEYS) : NONE;
    for (const name of streamNamesIn(root, shared, broken)) names.push(name);
  }
  return names;
}

const NONE: ReadonlySet<number> = new Set();
const ID_KEYS: ReadonlySet<unknown> = new Set(["id", "stream_id"]);

function anchorNameOf(
  { name, range, aliases, names }: AnchorName,
  broken: string | undefined,
): Name {
  return {
    kind: "anchor",
    text: name,
    definitions: [range],
    uses: aliases,
    obstacle: broken,
    taken: names,
  };
}

function streamNamesIn(
  root: Node,
  shared: ReadonlySet<number>,
  broken: string | undefined,
): readonly Name[] {
  const ids = streamIdsIn(root);
  const taken = new Set(ids.map(({ id }) => id));
  return ids.map((it) => ({
    kind: "stream",
    text: it.id,
    definitions: it.declarations.map(idRange),
    uses: it.uses.map(idRange),
    obstacle: obstacleOf(it, shared) ?? broken,
    taken,
  }));
}

function obstacleOf(
  { id, declarations, uses }: StreamId,
  shared: ReadonlySet<number>,
): string | undefined {
  if (!isStreamId(id)) return NO_NUMBER;
  const places = [...declarations, ...uses];
  if (places.some(({ value, offsets }) => typeof value === "string" && offsets === undefined)) {
    return MANY_LINES;
  }
  return places.some(({ range }) => shared.has(range.start)) ? SHARED : undefined;
}

const BROKEN =
  "What is broken in this text may hide places that have the name too: correct its syntax first";
const NO_NUMBER =
  "Only a stream's number can be changed everywhere at once: this is a placeholder, or no number";
const MANY_LINES =
  "This stream's ID is written as a text of several lines in one place: write it as a number first";
const SHARED =
  "An alias takes this number to another field as well, where it is no stream's ID: write the number out there first";
