/** Those that may have a target in common with another one: rules have nothing to say of others together. */
export function sharingTargets<T extends { readonly keys: Iterable<number> }>(
  texts: readonly T[],
): readonly T[] {
  if (texts.length < 2) return [];
  const again = thereAgain(texts.flatMap(({ keys }) => [...keys]));
  return again.size === 0 ? [] : texts.filter(({ keys }) => [...keys].some((it) => again.has(it)));
}

/** The numbers that are there more than once. Mostly none is, which sorting shows in less time than a set. */
function thereAgain(numbers: readonly number[]): ReadonlySet<number> {
  const again = new Set<number>();
  const sorted = Float64Array.from(numbers).toSorted();
  for (let at = 1; at < sorted.length; at++) {
    const number = sorted[at];
    if (number !== undefined && number === sorted[at - 1]) again.add(number);
  }
  return again;
}
