import {
  type Document,
  entryOf,
  lineStartsOf,
  positionAt,
  type Range,
  type Restream,
} from "@restream-lint/core";
import type { PlanEntry } from "./plan-entry.ts";

/** Makes the function that finds the restream of a document that an entry was planned for; undefined for what stands in no document. */
export function createRestreamFinder({
  restreams,
  text,
}: Pick<Document, "restreams" | "text">): (entry: PlanEntry) => Restream | undefined {
  const lineStarts = lineStartsOf(text);
  // In a text of several YAML documents only the line tells two of one path apart.
  const placeOf = (path: string, line: number) => `${line} ${path}`;
  const byPlace = new Map(
    restreams.map((it) => [placeOf(it.path, positionAt(lineStarts, startOf(it)).line + 1), it]),
  );
  return (entry) => ("file" in entry ? byPlace.get(placeOf(entry.path, entry.line)) : undefined);
}

/** Where a field stands in its restream; of one that does not, where the restream begins. */
export function placeOfField(restream: Restream, field: string): Range {
  const start = startOf(restream);
  return entryOf(restream.node, field)?.value?.range ?? { start, end: start };
}

function startOf({ node }: Restream): number {
  return (node.alias ?? node.range).start;
}
