/** The numbers that are there more than once. Mostly none is, which sorting shows in less time than a set. */
export function repeatedIn(numbers: readonly number[]): ReadonlySet<number> {
  const repeated = new Set<number>();
  const sorted = new Float64Array(numbers).toSorted();
  for (let at = 1; at < sorted.length; at++) {
    const number = sorted[at];
    if (number !== undefined && number === sorted[at - 1]) repeated.add(number);
  }
  return repeated;
}
