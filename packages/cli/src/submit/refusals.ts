import type { ApiError, PlanEntry } from "@restream-lint/client";
import { entryOf, lineStartsOf, positionAt, type Range, type Restream } from "@restream-lint/core";
import { type Linted, reportsOf } from "../linted.ts";
import type { FileReport } from "../report.ts";

/** What the API says of a place in a document. */
export interface Refusal {
  readonly report: FileReport;
  readonly range: Range;
  readonly message: string;
}

/** The places in a document that an answer of the API blames; of a field that is not there, where the restream begins. */
export function refusalsOf(
  entry: PlanEntry,
  { fields }: Pick<ApiError, "fields">,
  linted: readonly Linted[],
): readonly Refusal[] {
  if (!("file" in entry) || fields.length === 0) return [];
  const found = linted.find(({ file }) => file === entry.file);
  const restream = found?.document.restreams.find(
    ({ node, path }) =>
      path === entry.path && lineOf(found, (node.alias ?? node.range).start) === entry.line,
  );
  const [report] = found ? reportsOf([found], true) : [];
  if (!restream || !report) return [];
  return fields.map(({ field, messages }) => {
    const range = rangeOf(restream, field);
    const said = messages.length > 0 ? `: ${messages.join(", ")}` : "";
    return { report, range, message: `the API refused \`${field}\`${said}` };
  });
}

function rangeOf({ node }: Restream, field: string): Range {
  const { start } = node.alias ?? node.range;
  return entryOf(node, field)?.value?.range ?? { start, end: start };
}

function lineOf({ document }: Linted, offset: number): number {
  return positionAt(lineStartsOf(document.text), offset).line + 1;
}
