import { hashOf } from "../hash.ts";
import { repeatedIn } from "../repeated.ts";
import type { FineItem } from "./fine-items.ts";
import { addressOf } from "./fine-uris.ts";

/** Remembers restreams, in whatever order they come, as hashes of what no two may have in common. */
export class Seen {
  readonly #isAlone: boolean;
  readonly #keys: number[] = [];
  readonly #addresses: number[] = [];
  readonly #names: number[] = [];
  /** The streams of targets that take RTMPS, and of those that do not: no source reaches both kinds. */
  readonly #secure: number[] = [];
  readonly #plain: number[] = [];

  /** Of a text that is alone, no keys are kept. */
  constructor(isAlone = false) {
    this.#isAlone = isAlone;
  }

  /** Hashes of what targets of other texts must not have in common with those of this one; each once. */
  keys(): readonly number[] {
    return [...new Set(this.#keys)];
  }

  /** Whether no two of the restreams have something in common. */
  get areApart(): boolean {
    const isMixed = this.#secure.length > 0 && haveCommon(this.#secure, this.#plain);
    return !isMixed && [this.#addresses, this.#names].every((it) => repeatedIn(it).size === 0);
  }

  /** Takes the next restream, of which nothing is known before all are there. */
  add({ match, template: { groups, scheme } }: FineItem): true {
    const streamId = match[groups.stream_id] ?? "";
    const name = match[groups.name];
    const key = match[groups.key] ?? "";
    this.#addresses.push(hashOf(addressOf(match[groups.uri] ?? "", key)));
    if (name !== undefined) this.#names.push(hashOf([streamId, name].join("\n")));
    if (!this.#isAlone) this.#keys.push(hashOf(key));
    (scheme === "rtmps" ? this.#secure : this.#plain).push(Number(streamId));
    return true;
  }
}

function haveCommon(some: readonly number[], others: readonly number[]): boolean {
  const set = new Set(some);
  return others.some((it) => set.has(it));
}
