/** Those that may have a target in common with another one: rules have nothing to say of others together. */
export function sharingTargets<T extends { readonly keys: Iterable<string> }>(
  texts: readonly T[],
): readonly T[] {
  if (texts.length < 2) return [];
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { keys } of texts) {
    for (const key of keys) {
      const { size } = once;
      if (once.add(key).size === size) again.add(key);
    }
  }
  return again.size === 0 ? [] : texts.filter(({ keys }) => [...keys].some((it) => again.has(it)));
}
