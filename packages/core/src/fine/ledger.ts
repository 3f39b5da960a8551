import type { Facts } from "./facts.ts";

/** An account of what the restreams of a text have in common. It changes with them. */
export class Ledger {
  readonly #counts = new Map<string, number>();
  readonly #streams = new Map<string, Kinds>();
  /** How many of all these more than one restream has, or more than one kind of target. */
  #shared = 0;

  add({ own, streamId, isSecure }: Facts): void {
    for (const it of own) this.#count(it, 1);
    this.#countKind(streamId, isSecure, 1);
  }

  remove({ own, streamId, isSecure }: Facts): void {
    for (const it of own) this.#count(it, -1);
    this.#countKind(streamId, isSecure, -1);
  }

  /** Whether any two restreams share something: mostly, none do. */
  get isShared(): boolean {
    return this.#shared > 0;
  }

  /** Whether a restream that is counted shares something with another one. */
  shares({ own, streamId }: Facts): boolean {
    return (
      own.some((it) => (this.#counts.get(it) ?? 0) > 1) || isMixed(this.#streams.get(streamId))
    );
  }

  /** Whether any restream that is counted has one of these. */
  has(own: string): boolean {
    return this.#counts.has(own);
  }

  /** Whether a stream is pushed to a target of this kind. */
  pushes(streamId: string, isSecure: boolean): boolean {
    const kinds = this.#streams.get(streamId);
    return kinds !== undefined && kinds[isSecure ? "secure" : "plain"] > 0;
  }

  #count(own: string, more: 1 | -1): void {
    const before = this.#counts.get(own) ?? 0;
    const count = before + more;
    if (count === 0) this.#counts.delete(own);
    else this.#counts.set(own, count);
    this.#shared += Number(count > 1) - Number(before > 1);
  }

  #countKind(streamId: string, isSecure: boolean, more: 1 | -1): void {
    const before = this.#streams.get(streamId) ?? { secure: 0, plain: 0 };
    const kind = isSecure ? "secure" : "plain";
    const kinds = { ...before, [kind]: before[kind] + more };
    if (kinds.secure + kinds.plain === 0) this.#streams.delete(streamId);
    else this.#streams.set(streamId, kinds);
    this.#shared += Number(isMixed(kinds)) - Number(isMixed(before));
  }
}

/** How many targets a stream has of each kind. */
interface Kinds {
  readonly secure: number;
  readonly plain: number;
}

function isMixed(kinds: Kinds | undefined): boolean {
  return kinds !== undefined && kinds.secure > 0 && kinds.plain > 0;
}
