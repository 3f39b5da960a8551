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
  /** Whether a stream's targets take RTMPS: no source reaches both kinds. */
  readonly #isSecure = new Map<number, boolean>();

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
    return [this.#addresses, this.#names].every((it) => repeatedIn(it).size === 0);
  }

  /** Takes the next restream; false where it has what another one certainly has. */
  add({ match, template: { groups, scheme } }: FineItem): boolean {
    const streamId = match[groups.stream_id] ?? "";
    const name = match[groups.name];
    const key = match[groups.key] ?? "";
    this.#addresses.push(hashOf(addressOf(match[groups.uri] ?? "", key)));
    if (name !== undefined) this.#names.push(hashOf([streamId, name].join("\n")));
    if (!this.#isAlone) this.#keys.push(hashOf(key));
    return this.#isAlike(Number(streamId), scheme === "rtmps");
  }

  #isAlike(streamId: number, isSecure: boolean): boolean {
    const before = this.#isSecure.get(streamId);
    if (before === undefined) this.#isSecure.set(streamId, isSecure);
    return before === undefined || before === isSecure;
  }
}
