import { hashOf } from "../hash.ts";
import { Distinct } from "./distinct.ts";
import type { FineItem } from "./fine-items.ts";
import { addressOf } from "./fine-uris.ts";

/** Remembers restreams, and tells each from all before it. */
export class Seen {
  readonly #isAlone: boolean;
  readonly #targets = new Distinct((key, uri) => addressOf(uri, key));
  readonly #names = new Distinct((name, streamId) => `${streamId} ${name}`);
  /** Whether a stream's targets take RTMPS: no source reaches both kinds. */
  readonly #isSecure = new Map<string, boolean>();

  /** Of a text that is alone, there are no keys. */
  constructor(isAlone = false) {
    this.#isAlone = isAlone;
  }

  /** Hashes of what targets of other texts must not have in common with those of this one. */
  keys(): readonly number[] {
    return this.#isAlone ? [] : this.#targets.keys().map(hashOf);
  }

  /** Takes the next restream; false where it has something that another one has. */
  add({ match, template: { groups, scheme } }: FineItem): boolean {
    const streamId = match[groups.stream_id] ?? "";
    const name = match[groups.name];
    return (
      this.#isAlike(streamId, scheme === "rtmps") &&
      (name === undefined || this.#names.add(name, streamId)) &&
      this.#targets.add(match[groups.key] ?? "", match[groups.uri] ?? "")
    );
  }

  #isAlike(streamId: string, isSecure: boolean): boolean {
    const before = this.#isSecure.get(streamId);
    if (before === undefined) this.#isSecure.set(streamId, isSecure);
    return before === undefined || before === isSecure;
  }
}
