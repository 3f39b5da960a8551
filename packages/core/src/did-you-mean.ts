import { closestMatch } from "leven";

/** The known word that somebody probably meant: two neighbouring letters swapped, or at most a third of its letters differ. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const lower = word.slice(0, 64).toLowerCase();
  const swapped = known.find((it) => isSwapped(lower, it));
  if (swapped !== undefined) return swapped;
  const maxDistance = Math.max(1, Math.floor(lower.length / 3));
  return closestMatch(lower, [...known], { maxDistance });
}

function isSwapped(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const at = [...known].findIndex((letter, index) => letter !== word[index]);
  const [first = "", second = ""] = [known[at], known[at + 1]];
  return at !== -1 && word === known.slice(0, at) + second + first + known.slice(at + 2);
}
