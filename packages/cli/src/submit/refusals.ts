import {
  type ApiError,
  createRestreamFinder,
  type PlanEntry,
  placeOfField,
  refusalWords,
} from "@restream-lint/client";
import type { Range } from "@restream-lint/core";
import type { Linted } from "../linted-text.ts";
import { reportsOf } from "../linted.ts";
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
  const restream = found && createRestreamFinder(found.document)(entry);
  const [report] = found ? reportsOf([found], true) : [];
  if (!restream || !report) return [];
  return fields.map((it) => ({
    report,
    range: placeOfField(restream, it.field),
    message: refusalWords(it),
  }));
}
