import type { FineItem } from "./fine-items.ts";

/** The schemes of the targets that a source reaches. */
const REACHES: Readonly<Record<string, readonly string[]>> = {
  rtmp: ["rtmp", "srt"],
  rtmps: ["rtmps"],
  srt: ["rtmp", "srt"],
};

/** The streams that a text declares. */
export class DeclaredStreams {
  /** The protocol of each; empty where it is not said. */
  readonly #protocols = new Map<string, string>();

  /** Takes one; false where something is wrong with it. */
  add({ match, template: { groups } }: FineItem): boolean {
    const id = match[groups.id];
    if (id === undefined || this.#protocols.has(id)) return false;
    this.#protocols.set(id, match[groups.protocol] ?? "");
    return true;
  }

  /** Whether a restream may be of one of them: a text declares none of its streams, or all. */
  mayHave({ match, template: { groups, scheme } }: FineItem): boolean {
    if (this.#protocols.size === 0) return true;
    const protocol = this.#protocols.get(match[groups.stream_id] ?? "");
    if (protocol === undefined) return false;
    return protocol === "" || REACHES[protocol]?.includes(scheme) === true;
  }
}
