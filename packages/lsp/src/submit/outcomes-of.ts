import {
  type Applied,
  createRestreamFinder,
  errorWords,
  outcomeWord,
  type PlanEntry,
  placeOfField,
  reasonsOf,
  refusalWords,
} from "@restream-lint/client";
import { type Diagnostic, type Document, extentOf } from "@restream-lint/core";
import { type Fault, type Outcome, outcomeOf } from "./outcomes.ts";

/** What became of the restreams of a document when a plan was applied. */
export function appliedOutcomes(
  results: readonly Applied[],
  document: Document,
): readonly Outcome[] {
  const restreamOf = createRestreamFinder(document);
  return results.flatMap((applied) => {
    const restream = restreamOf(applied.entry);
    if (!restream) return [];
    const { error, id } = applied;
    const words = [outcomeWord(applied), ...(id === undefined ? [] : [`restream ${id}`])].join(
      ", ",
    );
    const faults = (error?.fields ?? []).map((it): Fault => {
      const range = placeOfField(restream, it.field);
      return { source: "Gcore", message: refusalWords(it), range };
    });
    // What has no place in a document is said by the error as a whole.
    const isWhole = error !== undefined && faults.length === 0;
    const all = isWhole ? [{ source: "Gcore", message: errorWords(error) } as const] : faults;
    return [outcomeOf(restream, document.text, words, all)];
  });
}

/** What keeps restreams from being submitted. */
export function refusedOutcomes(
  entries: readonly PlanEntry[],
  document: Document,
): readonly Outcome[] {
  const restreamOf = createRestreamFinder(document);
  return entries.flatMap((entry) => {
    const restream = restreamOf(entry);
    if (!restream) return [];
    const message = `Not to be submitted: ${reasonsOf(entry).join("; ")}`;
    return [outcomeOf(restream, document.text, undefined, [{ source: "restream-lint", message }])];
  });
}

/** Nobody reads more of them. */
const MOST_ERRORS = 100;

/** What linting finds by what is only known when a document is planned. */
export function learntOutcomes(
  document: Document,
  errors: readonly Diagnostic[],
): readonly Outcome[] {
  const some = errors.slice(0, MOST_ERRORS);
  return document.restreams.flatMap((restream) => {
    const { start, end } = extentOf(restream.node);
    const own = some.filter(({ range }) => range.start >= start && range.end <= end);
    if (own.length === 0) return [];
    const faults = own.map(
      ({ range, message, rule }): Fault => ({ source: "restream-lint", rule, message, range }),
    );
    return [outcomeOf(restream, document.text, undefined, faults)];
  });
}
