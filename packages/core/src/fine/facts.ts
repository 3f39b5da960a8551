import type { FineItem } from "./fine-items.ts";
import { addressOf } from "./fine-uris.ts";

/** What a restream that nothing is wrong with by itself has to do with others. */
export interface Facts {
  /** What no other may have, as the rules compare it: its target's address, its stream and name. As hashes. */
  readonly own: readonly number[];
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
  const address = hashOf(addressOf(uri, key));
  const own = name === undefined ? [address] : [address, hashOf([streamId, name].join("\n"))];
  const isActive = match[groups.active] !== "false";
  return { own, streamId: Number(streamId), isActive, isSecure: scheme === "rtmps", key };
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
