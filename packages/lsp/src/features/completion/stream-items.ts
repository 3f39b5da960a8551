import {
  type Document,
  isStreamId,
  type Stream,
  streamFactsOf,
  valueOf,
} from "@restream-lint/core";
import type { Cursor } from "../../cursor/cursor.ts";
import type { Site } from "../../cursor/site.ts";
import { type Offer, wholeValue } from "./offer.ts";
import { choiceOf, type Piece } from "./snippet.ts";

/** A stream that the document speaks of. */
export interface KnownStream {
  readonly id: string;
  /** Undefined where only restreams name it. */
  readonly stream: Stream | undefined;
}

/** The streams that are declared, then those that other restreams push. What is no number may be a secret in a wrong place. */
export function streamIdsIn({
  document,
  mapping,
}: Pick<Cursor, "document" | "mapping">): readonly KnownStream[] {
  const { streams, restreams } = document;
  const declared = streams.flatMap((stream) =>
    stream.id ? [{ id: stream.id.value, stream }] : [],
  );
  const pushed = restreams
    .filter(({ node }) => node !== mapping)
    .flatMap(({ streamId }) =>
      streamId === undefined ? [] : [{ id: streamId, stream: undefined }],
    );
  const known = new Map<string, KnownStream>();
  for (const it of [...declared, ...pushed]) {
    if (isStreamId(it.id) && !known.has(it.id)) known.set(it.id, it);
  }
  return [...known.values()];
}

/** The streams that a restream may push. */
export function streamItems(cursor: Cursor): readonly Offer[] {
  return streamIdsIn(cursor).map(({ id, stream }, rank) =>
    wholeValue(cursor.site, Number(id), {
      label: id,
      detail: stream ? streamFactsOf(stream).join(", ") : "Another restream pushes it",
      rank,
    }),
  );
}

/** A place for the ID of a stream. In JSON it is never empty, which would be no value: the linter speaks of 0. */
export function streamIdPiece(streamIds: readonly string[], notation: Site["notation"]): Piece {
  const known = streamIds.length > MOST_CHOICES ? [] : streamIds;
  return choiceOf(known, notation === "json" ? "0" : "");
}

/** Nobody picks from a longer list, and it would be sent once for every item. */
const MOST_CHOICES = 50;

/** The stream that a mapping pushes, if it is declared; found in a document whose restream may be broken too. */
export function streamOf(document: Document, cursor: Cursor): Stream | undefined {
  const id = cursor.mapping && valueOf(cursor.mapping, "stream_id");
  if (id?.kind !== "scalar" || id.value === null) return undefined;
  return document.streams.find((it) => it.id?.value === String(id.value));
}
