import { isWritten, type Part, partAt } from "./part.ts";
import type { Uri } from "./uri.ts";

/** One `name=value` pair of an SRT URI's query. */
export interface SrtPair {
  readonly name: Part;
  /** Undefined without `=`. */
  readonly value: Part | undefined;
  /** The whole pair, without its `&`. */
  readonly whole: Part;
}

/** All tools together have fewer parameters; a text with more pairs is no URI, and need not be taken apart. */
const MAX_PAIRS = 200;

/** The pairs of an SRT URI's query, split at `&` alone; empty ones (`&&`) left out. */
export function srtPairsOf({ query, surface }: Uri): readonly SrtPair[] {
  if (!query) return [];
  const pairs: SrtPair[] = [];
  const { start, end } = query.range;
  for (let from = start; from < end && pairs.length < MAX_PAIRS; ) {
    const ampersand = surface.masked.indexOf("&", from);
    const to = ampersand === -1 || ampersand > end ? end : ampersand;
    const equals = surface.masked.slice(from, to).indexOf("=");
    const split = equals === -1 ? to : from + equals;
    const whole = partAt(surface, { start: from, end: to });
    if (whole.text !== "") {
      pairs.push({
        name: partAt(surface, { start: from, end: split }),
        value: equals === -1 ? undefined : partAt(surface, { start: split + 1, end: to }),
        whole,
      });
    }
    from = to + 1;
  }
  return pairs;
}

/** The first pair of this name: FFmpeg and OBS read the first, libsrt and VLC the last. */
export function srtPair(pairs: readonly SrtPair[], name: string): SrtPair | undefined {
  return pairs.find((pair) => isWritten(pair.name) && pair.name.text === name);
}

/**
 * Whether something that is filled in later may add pairs: a placeholder in the place of a name (`?${QUERY}`), of the
 * port and all after it (`srt://${TARGET}`), or after the port's digits (`srt://h:9000${QUERY}`).
 */
export function isOpenQuery({ authority, query }: Uri, pairs: readonly SrtPair[]): boolean {
  if (pairs.some(({ name }) => name.isOpen)) return true;
  if (query || !authority) return false;
  const { host, port } = authority;
  // `h:9000&mode=caller`: the pairs are there, in the wrong place.
  if (port?.text.includes("&")) return true;
  return port ? port.isOpen && /^[0-9]/.test(port.text) : host.isOpen;
}
