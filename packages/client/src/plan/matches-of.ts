import { addressOfUri } from "@restream-lint/core";
import type { RemoteRestream, RestreamBody } from "../remote.ts";
import type { Reading } from "./body-of.ts";
import type { Candidate } from "./plan-entry.ts";

/** The remote restream that a restream of a document is; or those that it may be, and the others that may be them. */
export type Match =
  | { readonly kind: "one"; readonly remote: RemoteRestream }
  | {
      readonly kind: "ambiguous";
      readonly candidates: readonly Candidate[];
      /** Indices of all restreams of the documents that may be them. */
      readonly locals: readonly number[];
    };

/** Who is who. */
export interface Matches {
  /** In the order of the documents; undefined where no remote restream is meant. */
  readonly matches: readonly (Match | undefined)[];
  /** The remote restreams that nothing in the documents can mean, in their order. */
  readonly left: readonly RemoteRestream[];
}

type Identified = Pick<Reading, "id" | "body">;

/**
 * Finds the remote restream that each one of the documents is; the surest sign first: `id`; stream, name and address;
 * stream and name; stream and address. What one sign has settled, the next leaves alone, and no remote restream is two.
 * The order of the remote side changes nothing.
 */
export function matchesOf(
  locals: readonly Identified[],
  remote: readonly RemoteRestream[],
): Matches {
  const matches: (Match | undefined)[] = locals.map(() => undefined);
  const open = new Set(locals.keys());
  const free = new Set(withoutRepeats(remote));
  const addressOf = createAddresses();

  settle(
    ({ id }) => keyOf(id),
    ({ id }) => keyOf(id),
  );
  // An ID means this one or none.
  for (const [index, { id }] of locals.entries()) if (id !== undefined) open.delete(index);
  keepFromRepeating();
  // Once created, nothing would tell two of the same apart.
  settle(({ body }) => identityOf(body), identityOf, true);
  settle(({ body }) => nameSignOf(body), nameSignOf);
  settle(({ body }) => addressSignOf(body), addressSignOf);
  keepFromOverwriting();
  return { matches, left: [...free] };

  function identityOf({ stream_id, name, uri }: Signs): string | undefined {
    return keyOf(stream_id, nameOf({ name }) ?? null, addressOf(uri));
  }

  function nameSignOf(it: Signs): string | undefined {
    return keyOf(it.stream_id, nameOf(it));
  }

  function addressSignOf({ stream_id, uri }: Signs): string | undefined {
    return keyOf(stream_id, addressOf(uri));
  }

  /** A restream that an ID would make into another that is there has the wrong ID, if nothing else is that one. */
  function keepFromOverwriting(): void {
    const ordered = [...free].toSorted(byId);
    const signs = [addressSignOf, nameSignOf].map((signOf) => {
      return { signOf, neighboursBy: grouped(ordered, signOf) };
    });
    for (const [index, match] of matches.entries()) {
      const local = locals[index];
      if (match?.kind !== "one" || local?.id === undefined) continue;
      const { remote: it } = match;
      const wanted = { ...it, ...local.body };
      const neighbours = signs.flatMap(({ signOf, neighboursBy }) => {
        const sign = signOf(wanted);
        if (sign === undefined || sign === signOf(it)) return [];
        // One is enough to ask; each of many could name all the others.
        return neighboursBy.get(sign)?.slice(0, 1) ?? [];
      });
      if (neighbours.length === 0) continue;
      const candidates = inOrder([it, ...new Set(neighbours)]);
      matches[index] = { kind: "ambiguous", candidates, locals: [index] };
      for (const neighbour of neighbours) free.delete(neighbour);
    }
  }

  /** What an ID has found, or will make of it, is not made a second time. */
  function keepFromRepeating(): void {
    const taken = new Map<string | undefined, Taken>();
    for (const [index, match] of matches.entries()) {
      if (match?.kind !== "one") continue;
      const { remote: it } = match;
      taken.set(identityOf({ ...it, ...locals[index]?.body }), { index, remote: it });
    }
    taken.delete(undefined);
    for (const index of open) {
      const other = taken.get(identityOf(locals[index]?.body ?? {}));
      if (!other) continue;
      open.delete(index);
      const candidates = inOrder([other.remote]);
      matches[index] = { kind: "ambiguous", candidates, locals: [index, other.index] };
    }
  }

  function settle(
    keyOfLocal: (local: Identified) => string | undefined,
    keyOfRemote: (remote: RemoteRestream) => string | undefined,
    mustDiffer = false,
  ): void {
    const candidatesBy = grouped(free, keyOfRemote);
    const localsBy = grouped(open, (index) => keyOfLocal(locals[index] ?? NOTHING));
    for (const [key, same] of localsBy) {
      const candidates = candidatesBy.get(key) ?? [];
      const [first, second] = candidates;
      if (!first && !(mustDiffer && same.length > 1)) continue;
      const match: Match =
        first && !second && same.length === 1
          ? { kind: "one", remote: first }
          : { kind: "ambiguous", candidates: inOrder(candidates), locals: same };
      for (const index of same) {
        open.delete(index);
        matches[index] = match;
      }
      for (const it of candidates) free.delete(it);
    }
  }
}

/** What tells restreams apart that have no ID. */
type Signs = { readonly [Sign in "stream_id" | "name" | "uri"]?: RestreamBody[Sign] | undefined };

interface Taken {
  readonly index: number;
  readonly remote: RemoteRestream;
}

const NOTHING: Identified = { id: undefined, body: {} };

/** A page that was sent twice holds nothing new. */
function withoutRepeats(remote: readonly RemoteRestream[]): readonly RemoteRestream[] {
  const seen = new Set<number>();
  return remote.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

function grouped<T>(
  items: Iterable<T>,
  keyOfItem: (item: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Undefined where a part of it is not known. */
function keyOf(...parts: readonly (string | number | null | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : JSON.stringify(parts);
}

/** A name that cannot be seen tells nothing apart. */
function nameOf({ name }: { readonly name?: string | null | undefined }): string | undefined {
  return name?.trim() ? name : undefined;
}

/** Makes the function that tells a target's address; of a URI that leaves it open, the URI. */
function createAddresses(): (uri: string | null | undefined) => string | undefined {
  const known = new Map<string, string>();
  return (uri) => {
    // Null, where the API tells none.
    if (typeof uri !== "string") return undefined;
    const address = known.get(uri) ?? addressOfUri(uri) ?? uri;
    known.set(uri, address);
    return address;
  };
}

function inOrder(remote: readonly RemoteRestream[]): readonly Candidate[] {
  return remote.toSorted(byId).map((it) => ({ id: it.id, remote: () => it }));
}

function byId(a: RemoteRestream, b: RemoteRestream): number {
  return (a.id ?? Infinity) - (b.id ?? Infinity);
}
