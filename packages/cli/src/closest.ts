import { closestMatch } from "leven";

/** The known word that was probably meant; none if more than a third of it differs. */
export function closest(word: string, known: readonly string[]): string | undefined {
  return closestMatch(word, [...known], { maxDistance: Math.max(1, Math.floor(word.length / 3)) });
}
