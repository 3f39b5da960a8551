import { type Document, isStreamId, protocolName, type Stream, valueOf } from "@restream-lint/core";
import type { Cursor } from "../../cursor/cursor.ts";
import { type Offer, wholeValue } from "./offer.ts";

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
      detail: stream ? factsOf(stream) : "Another restream pushes it",
      rank,
    }),
  );
}

function factsOf({ protocol, videoCodec, audioCodec }: Stream): string {
  const facts = [protocol && protocolName(protocol.value), videoCodec?.value, audioCodec?.value];
  return facts.filter((it) => it !== undefined).join(", ");
}

/** The stream that a mapping pushes, if it is declared; found in a document whose restream may be broken too. */
export function streamOf(document: Document, cursor: Cursor): Stream | undefined {
  const id = cursor.mapping && valueOf(cursor.mapping, "stream_id");
  if (id?.kind !== "scalar" || id.value === null) return undefined;
  return document.streams.find((it) => it.id?.value === String(id.value));
}
