import { extentOf, type Range, type Restream } from "@restream-lint/core";
import { keyOf } from "../uris.ts";
import type { View } from "../view.ts";

/** What became of one restream when its document was planned or submitted last; it holds as long as the restream's text does. */
export interface Outcome {
  /** All that was written of the restream. */
  readonly text: string;
  /** All of the document, where the restream may speak of other places in it by aliases: then it holds as long as that does. */
  readonly whole?: string;
  /** For a lens: `created, restream 3001`; undefined where nothing became of it. */
  readonly words: string | undefined;
  readonly faults: readonly Fault[];
}

/** What is wrong with a restream by what Gcore says, or by what was only known when it was planned. */
export interface Fault {
  readonly source: "Gcore" | "restream-lint";
  /** The rule that found it, if one did. */
  readonly rule?: string;
  readonly message: string;
  /** From the beginning of the restream's text; undefined for the restream as a whole. */
  readonly range?: Range;
}

/** What became of restreams, by documents. */
export interface Outcomes {
  readonly of: (uri: string) => readonly Outcome[];
  /** Takes the place of what was told of a document before. */
  readonly tell: (uri: string, outcomes: readonly Outcome[]) => void;
}

/** Makes an account of what became of restreams; `onTold` is called whenever something else is to be shown. */
export function createOutcomes(onTold: () => void): Outcomes {
  const byDocument = new Map<string, readonly Outcome[]>();
  const of = (uri: string) => byDocument.get(keyOf(uri)) ?? [];
  return {
    of,
    tell: (uri, outcomes) => {
      const isNews = outcomes.length > 0 || of(uri).length > 0;
      if (outcomes.length === 0) byDocument.delete(keyOf(uri));
      else byDocument.set(keyOf(uri), outcomes);
      if (isNews) onTold();
    },
  };
}

/** An outcome, and where its restream begins now. */
export interface PlacedOutcome {
  readonly start: number;
  readonly outcome: Outcome;
}

/** The outcomes of the restreams that are still as they were, wherever they stand now. */
export function outcomesIn(view: View, outcomes: readonly Outcome[]): readonly PlacedOutcome[] {
  // Before the whole document is asked for, which may have to be parsed.
  if (outcomes.length === 0) return [];
  const { restreams, text } = view.document;
  // Told of one text, they share it: it is compared once.
  const wholes = new Set(outcomes.flatMap(({ whole }) => whole ?? []));
  const isUnchanged = Array.from(wholes).every((it) => it === text);
  const byText = new Map<string, Outcome[]>();
  for (const outcome of outcomes.toReversed()) {
    if (outcome.whole !== undefined && !isUnchanged) continue;
    const alike = byText.get(outcome.text);
    if (alike) alike.push(outcome);
    else byText.set(outcome.text, [outcome]);
  }
  return restreams.flatMap((restream) => {
    const { start, end } = extentOf(restream.node);
    // Of several that are written alike, the first is the first.
    const outcome = byText.get(text.slice(start, end))?.pop();
    return outcome ? [{ start, outcome }] : [];
  });
}

/** Makes an outcome of a restream in a text, of which the ranges of the faults are. */
export function outcomeOf(
  { node }: Restream,
  text: string,
  words: string | undefined,
  faults: readonly Fault[],
): Outcome {
  const { start, end } = extentOf(node);
  const own = text.slice(start, end);
  return {
    text: own,
    ...(own.includes("*") && { whole: text }),
    words,
    faults: faults.map(({ range, ...fault }) => {
      // By an alias, it may be at fault elsewhere.
      const isInside = range && range.start >= start && range.end <= end;
      if (!isInside) return fault;
      return { ...fault, range: { start: range.start - start, end: range.end - start } };
    }),
  };
}
