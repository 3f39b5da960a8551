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
  /** What its target has in common with that of another text if they are the same. */
  readonly key: string;
}

/** The facts of a restream; undefined where it lacks something. */
export function factsOf({ match, template: { groups, scheme } }: FineItem): Facts | undefined {
  const [uri, streamId, name] = [match[groups.uri], match[groups.stream_id], match[groups.name]];
  if (uri === undefined || streamId === undefined) return undefined;
  const key = match[groups.key] ?? "";
  // As many as a text has restreams: one object for each, and no more.
  return {
    address: hashOf(addressOf(uri, key)),
    name: name === undefined ? undefined : hashOf([streamId, name].join("\n")),
    streamId: Number(streamId),
    isActive: match[groups.active] !== "false",
    isSecure: scheme === "rtmps",
    key,
  };
}

/**
 * A number for a text: the same for the same, and mostly another one for another one. Who finds two alike looks at the
 * restreams themselves, so that a hash says nothing wrong; ten thousand texts would take megabytes.
 */
export function hashOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  // What engines keep without an object for each.
  return hash >>> 2;
}

/** Of FNV-1a. */
const FNV_OFFSET = 0x81_1c_9d_c5;
const FNV_PRIME = 0x01_00_01_93;
