import { repeatedIn } from "./repeated.ts";

/** Those that may have a target in common with another one: rules have nothing to say of others together. */
export function sharingTargets<T extends { readonly keys: Iterable<number> }>(
  texts: readonly T[],
): readonly T[] {
  if (texts.length < 2) return [];
  const all: number[] = [];
  for (const { keys } of texts) for (const key of keys) all.push(key);
  const repeated = repeatedIn(all);
  return repeated.size === 0
    ? []
    : texts.filter(({ keys }) => [...keys].some((it) => repeated.has(it)));
}
