import { didYouMean } from "@restream-lint/core";

/** The known word that was probably meant: a module of its own, since only mistakes need it. */
export function closest(word: string, known: readonly string[]): string | undefined {
  return didYouMean(word, known);
}
