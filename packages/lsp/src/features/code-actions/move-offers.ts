import {
  createVariableNames,
  type Diagnostic,
  knownIn,
  literalSecretsIn,
  moveSuggestion,
  type Range,
  targetsWithin,
  variablesIn,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import { MAX_OFFERS, type Offer, placeOf, touches } from "./offer.ts";

/** The rule whose one finding in a document speaks for every secret of it. */
const RULE = "hard-coded-secret";

/**
 * Puts a variable in the place of each secret of a range, but for those that a finding stands at: it offers the same. A quick
 * fix where a finding speaks for them; else, as where the rule is off, a refactoring.
 */
export function moveOffers(
  { document, settings }: View,
  diagnostics: readonly Diagnostic[],
  range: Range,
): readonly Offer[] {
  const found = diagnostics.filter(({ rule }) => rule === RULE);
  const covered = new Set(found.map(placeOf));
  const near = { ...document, targets: targetsWithin(document, range) };
  const left = literalSecretsIn(knownIn(near, settings)).filter(
    (it) => touches(it.range, range) && !covered.has(placeOf(it)),
  );
  if (left.length === 0) return [];
  const places = new Set(left.slice(0, MAX_OFFERS).map(placeOf));
  const nameOf = createVariableNames(
    new Map(variablesIn(document).map((name) => [name, undefined])),
  );
  // All get names, in the order of the text, as the rule gives them, so that they are the same.
  const moves = literalSecretsIn(knownIn(document, settings)).map((secret) => ({
    secret,
    name: nameOf(secret),
  }));
  const kind = found.length > 0 ? "quickfix" : "refactor.rewrite";
  return moves.flatMap((move) => {
    const fix = places.has(placeOf(move.secret)) ? moveSuggestion(move) : undefined;
    if (!fix) return [];
    return [{ title: fix.title, kind, about: placeOf(move.secret), edits: () => fix.edits }];
  });
}
