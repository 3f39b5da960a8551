import type { Facts } from "./facts.ts";

/** An account of what the restreams of a text have in common. It changes with them. */
export class Ledger {
  /** How many restreams have each hash. */
  readonly #owners = new Map<number, number>();
  /** How many targets of each kind each stream is pushed to. */
  readonly #targets = new Map<number, number>();
  /** The hashes that more than one restream has. */
  readonly #shared = new Set<number>();
  /** The streams that have targets of both kinds. */
  readonly #mixed = new Set<number>();

  add(facts: Facts): void {
    this.#count(facts, 1);
  }

  remove(facts: Facts): void {
    this.#count(facts, -1);
  }

  /** Whether any two restreams share something: mostly, none do. */
  get isShared(): boolean {
    return this.#shared.size + this.#mixed.size > 0;
  }

  /** Whether a restream that is counted shares something with another one. */
  shares({ address, name, streamId }: Facts): boolean {
    const isNameShared = name !== undefined && this.#shared.has(name);
    return this.#shared.has(address) || isNameShared || this.#mixed.has(streamId);
  }

  /** Whether any restream that is counted has this hash. */
  has(hash: number): boolean {
    return this.#owners.has(hash);
  }

  /** Whether any restream that is counted pushes a stream. */
  hasStream(streamId: number): boolean {
    return this.pushes(streamId, true) || this.pushes(streamId, false);
  }

  /** Whether a stream is pushed to a target of this kind. */
  pushes(streamId: number, isSecure: boolean): boolean {
    return this.#targets.has(kindOf(streamId, isSecure));
  }

  #count({ address, name, streamId, isSecure }: Facts, more: 1 | -1): void {
    this.#countOwner(address, more);
    if (name !== undefined) this.#countOwner(name, more);
    counted(this.#targets, kindOf(streamId, isSecure), more);
    const isMixed = this.pushes(streamId, true) && this.pushes(streamId, false);
    if (isMixed) this.#mixed.add(streamId);
    else this.#mixed.delete(streamId);
  }

  #countOwner(hash: number, more: 1 | -1): void {
    if (counted(this.#owners, hash, more) > 1) this.#shared.add(hash);
    else this.#shared.delete(hash);
  }
}

/** How many there are of something with so many more; of what there is none of, nothing is kept. */
function counted(counts: Map<number, number>, of: number, more: 1 | -1): number {
  const count = (counts.get(of) ?? 0) + more;
  if (count === 0) counts.delete(of);
  else counts.set(of, count);
  return count;
}

/** A number for the targets of a stream that are of one kind. */
function kindOf(streamId: number, isSecure: boolean): number {
  return 2 * streamId + Number(isSecure);
}
