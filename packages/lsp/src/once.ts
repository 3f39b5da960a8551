/** Makes a function that creates something when it is first called, and answers the same ever after. */
export function once<T>(create: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: create() }).value;
}
