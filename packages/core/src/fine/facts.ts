import { hashOf, smallHashOf } from "../hash.ts";
import type { FineItem } from "./fine-items.ts";
import { addressOf } from "./fine-uris.ts";

/** What a restream that nothing is wrong with by itself has to do with others. */
export interface Facts {
  /** Hash of its target's address, which no other may have as the rules compare it. */
  readonly address: number;
  /** Hash of its stream and its name, which no other may have; undefined of one without a name. */
  readonly name: number | undefined;
  readonly streamId: number;
  readonly isActive: boolean;
  /** Whether its target takes RTMPS: no source reaches both kinds. */
  readonly isSecure: boolean;
  /** Hash of what its target has in common with that of another text if they are the same. */
  readonly key: number;
}

/** The facts of a restream; undefined where it lacks something. */
export function factsOf({ match, template: { groups, scheme } }: FineItem): Facts | undefined {
  const [uri, streamId, name] = [match[groups.uri], match[groups.stream_id], match[groups.name]];
  if (uri === undefined || streamId === undefined) return undefined;
  const key = match[groups.key] ?? "";
  // As many as a text has restreams: one object for each, and no more.
  return {
    address: smallHashOf(addressOf(uri, key)),
    name: name === undefined ? undefined : smallHashOf([streamId, name].join("\n")),
    streamId: Number(streamId),
    isActive: match[groups.active] !== "false",
    isSecure: scheme === "rtmps",
    key: hashOf(key),
  };
}
