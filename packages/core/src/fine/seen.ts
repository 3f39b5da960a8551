import { addressIn, keyIn, type Match, schemeIn } from "./fine-uris.ts";
import { nameIn } from "./facts.ts";
import type { ListName } from "./fine-fields.ts";
import type { FineItem } from "./fine-items.ts";
import type { Template } from "./template.ts";

/** The schemes of the targets that a source reaches. */
const REACHES: Readonly<Record<string, readonly string[]>> = {
  rtmp: ["rtmp", "srt"],
  rtmps: ["rtmps"],
  srt: ["rtmp", "srt"],
};

/**
 * What restreams must not have in common, and must have in common with their streams. First, nothing may be there twice
 * that most have for themselves; an exact look, which takes longer, is only for texts where something is.
 */
export class Seen {
  /** What targets of other texts must not have in common with those of this one. */
  readonly keys: Set<string> = new Set<string>();
  readonly #isExact: boolean;
  readonly #names = new Set<string>();
  readonly #addresses = new Set<string>();
  /** The protocol of each stream that is declared; empty where it is not said. */
  readonly #declared = new Map<string, string>();
  #isPushed = false;
  #isInDoubt = false;
  /** Whether a stream's targets take RTMPS: no source reaches both kinds. Unless the look is exact, of all streams. */
  readonly #isSecure = new Map<string, boolean>();

  constructor(isExact = false) {
    this.#isExact = isExact;
  }

  get hasRestreams(): boolean {
    return this.#isPushed;
  }

  /** Whether only what may be there twice was in the way, of which an exact look may find that it is not. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  /** Whether nothing is wrong with an item, for all that stand before it. */
  add(list: ListName, { match, template }: FineItem): boolean {
    return list === "streams" ? this.#declare(match, template) : this.#push(match, template);
  }

  #declare(match: Match, { groups }: Template): boolean {
    const id = groupOf(match, groups["id"]);
    // Streams that stand behind the restreams are for others to look at.
    if (this.#isPushed || id === undefined || this.#declared.has(id)) return false;
    this.#declared.set(id, groupOf(match, groups["protocol"]) ?? "");
    return true;
  }

  #push(match: Match, { groups: { uri, stream_id: id, name } }: Template): boolean {
    this.#isPushed = true;
    const streamId = groupOf(match, id);
    if (uri === undefined || streamId === undefined) return false;
    const scheme = schemeIn(match, uri);
    if (this.#declared.size > 0 && !this.#isReached(streamId, scheme)) return false;
    const isApart =
      (name === undefined || this.#isNamedApart(nameIn(match, name), streamId)) &&
      this.#isAlike(streamId, scheme === "rtmps") &&
      this.#isApart(match, uri);
    this.#isInDoubt = !isApart && !this.#isExact;
    return isApart;
  }

  #isNamedApart(name: string, streamId: string): boolean {
    return isNew(this.#names, this.#isExact ? `${streamId} ${name}` : name);
  }

  #isReached(streamId: string, scheme: string): boolean {
    const protocol = this.#declared.get(streamId);
    if (protocol === undefined) return false;
    return protocol === "" || REACHES[protocol]?.includes(scheme) === true;
  }

  #isAlike(streamId: string, isSecure: boolean): boolean {
    const stream = this.#isExact ? streamId : "";
    const before = this.#isSecure.get(stream);
    if (before === undefined) this.#isSecure.set(stream, isSecure);
    return before === undefined || before === isSecure;
  }

  #isApart(match: Match, uri: number): boolean {
    const isNewKey = isNew(this.keys, keyIn(match, uri));
    return this.#isExact ? isNew(this.#addresses, addressIn(match, uri)) : isNewKey;
  }
}

function groupOf(match: Match, group: number | undefined): string | undefined {
  return group === undefined ? undefined : match[group];
}

function isNew(known: Set<string>, it: string): boolean {
  const { size } = known;
  return known.add(it).size > size;
}
