import type { FineItem } from "./fine-items.ts";
import { addressOf } from "./fine-uris.ts";

/** What a restream that nothing is wrong with by itself has to do with others. */
export interface Facts {
  /** What no other may have, as the rules compare it: its target's address, its stream and name. */
  readonly own: readonly string[];
  readonly streamId: string;
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
  const address = addressOf(uri, key);
  const own = name === undefined ? [address] : [address, [streamId, name].join("\n")];
  const isActive = match[groups.active] !== "false";
  return { own, streamId, isActive, isSecure: scheme === "rtmps", key };
}
