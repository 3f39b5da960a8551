import type { Document } from "../document.ts";
import { targetAddressOf } from "../field/target-address.ts";
import { smallHashOf } from "../hash.ts";

/** What a restream may share with others. Two that share nothing have nothing to do with one another. */
export interface Traits {
  /** Hash of its target's address, as in `Facts`. */
  readonly address: number | undefined;
  /** As written. */
  readonly streamId: string | undefined;
}

/** The traits of a document's restreams, by their paths. */
export function traitsIn({ restreams, targets }: Document): ReadonlyMap<string, Traits> {
  const addresses = new Map(targets.map((it) => [it.restream, targetAddressOf(it)]));
  return new Map(
    restreams.map((restream) => {
      const address = addresses.get(restream);
      const hash = address === undefined ? undefined : smallHashOf(address);
      return [restream.path, { address: hash, streamId: restream.streamId }];
    }),
  );
}

/** Makes the function that tells whether one of these restreams shares nothing with another one of them. */
export function aloneAmong(all: Iterable<Traits>): (traits: Traits) => boolean {
  const seen = new Set<number | string>();
  const shared = new Set<number | string>();
  for (const { address, streamId } of all) {
    for (const it of [address, streamId]) {
      if (it === undefined) continue;
      if (seen.has(it)) shared.add(it);
      seen.add(it);
    }
  }
  const isShared = (it: number | string | undefined) => it !== undefined && shared.has(it);
  return ({ address, streamId }) => !isShared(address) && !isShared(streamId);
}
