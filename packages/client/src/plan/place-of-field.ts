import {
  type Document,
  entryOf,
  lineStartsOf,
  positionAt,
  type Range,
  type Restream,
} from "@restream-lint/core";
import type { PlanEntry } from "./plan-entry.ts";

/** The restream of a document that an entry was planned for; undefined for what stands in no document. */
export function restreamOf(
  entry: PlanEntry,
  { restreams, text }: Pick<Document, "restreams" | "text">,
): Restream | undefined {
  if (!("file" in entry)) return undefined;
  // In a text of several YAML documents only the line tells two of one path apart.
  const alike = restreams.filter(({ path }) => path === entry.path);
  if (alike.length < 2) return alike[0];
  const lineStarts = lineStartsOf(text);
  return alike.find((it) => positionAt(lineStarts, startOf(it)).line + 1 === entry.line);
}

/** Where a field stands in its restream; of one that does not, where the restream begins. */
export function placeOfField(restream: Restream, field: string): Range {
  const start = startOf(restream);
  return entryOf(restream.node, field)?.value?.range ?? { start, end: start };
}

function startOf({ node }: Restream): number {
  return (node.alias ?? node.range).start;
}
