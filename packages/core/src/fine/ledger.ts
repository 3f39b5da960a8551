import type { Facts } from "./facts.ts";

/** An account of what the restreams of a text have in common. It changes with them. */
export class Ledger {
  /** How many restreams have each hash. */
  readonly #owners = new Map<number, number>();
  /** How many targets of each kind each stream is pushed to. */
  readonly #targets = new Map<number, number>();
  /** How many hashes more than one restream has, and how many streams have targets of both kinds. */
  #shared = 0;

  add(facts: Facts): void {
    this.#count(facts, 1);
  }

  remove(facts: Facts): void {
    this.#count(facts, -1);
  }

  /** Whether any two restreams share something: mostly, none do. */
  get isShared(): boolean {
    return this.#shared > 0;
  }

  /** Whether a restream that is counted shares something with another one. */
  shares({ address, name, streamId }: Facts): boolean {
    return this.#owns(address, 2) || this.#owns(name, 2) || this.#isMixed(streamId);
  }

  /** Whether any restream that is counted has this hash. */
  has(hash: number): boolean {
    return this.#owns(hash, 1);
  }

  /** Whether a stream is pushed to a target of this kind. */
  pushes(streamId: number, isSecure: boolean): boolean {
    return this.#targets.has(kindOf(streamId, isSecure));
  }

  #count({ address, name, streamId, isSecure }: Facts, more: 1 | -1): void {
    this.#countOwner(address, more);
    if (name !== undefined) this.#countOwner(name, more);
    const wasMixed = this.#isMixed(streamId);
    counted(this.#targets, kindOf(streamId, isSecure), more);
    this.#shared += Number(this.#isMixed(streamId)) - Number(wasMixed);
  }

  #countOwner(hash: number, more: 1 | -1): void {
    const count = counted(this.#owners, hash, more);
    this.#shared += Number(count > 1) - Number(count - more > 1);
  }

  #owns(hash: number | undefined, least: number): boolean {
    return hash !== undefined && (this.#owners.get(hash) ?? 0) >= least;
  }

  #isMixed(streamId: number): boolean {
    return this.pushes(streamId, true) && this.pushes(streamId, false);
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
