import type { FineItem } from "./fine-items.ts";
import { addressIn, keyIn, type Match, schemeIn } from "./fine-uris.ts";

/** What a restream that nothing is wrong with by itself has to do with others. */
export interface Facts {
  /** What no other may have, as the rules compare it: its target's address, its stream and name. */
  readonly own: readonly string[];
  readonly streamId: string;
  /** Whether its target takes RTMPS: no source reaches both kinds. */
  readonly isSecure: boolean;
  /** What its target has in common with that of another text if they are the same. */
  readonly key: string;
}

/** The facts of a restream; undefined where it lacks something. */
export function factsOf({ match, template: { groups } }: FineItem): Facts | undefined {
  const { uri, stream_id: id, name } = groups;
  const streamId = id === undefined ? undefined : match[id];
  if (uri === undefined || streamId === undefined) return undefined;
  return {
    own: [
      addressIn(match, uri),
      ...(name === undefined ? [] : [`${streamId}\n${nameIn(match, name)}`]),
    ],
    streamId,
    isSecure: schemeIn(match, uri) === "rtmps",
    key: keyIn(match, uri),
  };
}

/** The name whose groups begin here: in quotes, or without. */
export function nameIn(match: Match, first: number): string {
  return match[first] ?? match[first + 1] ?? "";
}
