import { closestMatch } from "leven";

/** The known word that somebody probably meant: at most a third of its letters differ. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const maxDistance = Math.max(1, Math.floor(lower.length / 3));
  return closestMatch(lower.slice(0, 64), [...known], { maxDistance });
}
