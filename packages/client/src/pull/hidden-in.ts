import { type Range, secretsIn, type Uri, type UriPart, uriPartsOf } from "@restream-lint/core";

/** What may be a secret in a part of a URI. */
export interface Hidden {
  /** Of the URI. */
  readonly range: Range;
  /** Undefined where the URI cannot be taken apart so far. */
  readonly part: UriPart | undefined;
}

/** A shorter secret cannot be told from other words. */
const TELLING = 4;
/** What `secretsIn` takes for signs of how a URI is built. */
const DELIMITERS = /^[:/?#[\]@&=\s]*$/;

/**
 * What would not be shown of a URI, beside what is known for a secret: a parameter that nobody knows, an app that looks
 * like a key. What only delimiters hold apart in a part is one. What is known comes in its order.
 */
export function hiddenIn(uri: Uri, known: readonly Range[] = []): readonly Hidden[] {
  const parts = uriPartsOf(uri);
  const found: Hidden[] = [];
  let next = 0;
  let nextKnown = 0;
  for (const range of secretsIn(uri)) {
    while ((known[nextKnown]?.end ?? Infinity) <= range.start) nextKnown += 1;
    if ((known[nextKnown]?.start ?? Infinity) < range.end) continue;
    while ((parts[next]?.part.range.end ?? Infinity) <= range.start) next += 1;
    const part = parts[next];
    const last = found.at(-1);
    const isSame =
      last !== undefined &&
      last.part === part &&
      DELIMITERS.test(uri.text.slice(last.range.end, range.start));
    if (isSame) found.pop();
    found.push({ range: { start: isSame ? last.range.start : range.start, end: range.end }, part });
  }
  return found.filter(({ range }) => range.end - range.start >= TELLING);
}
