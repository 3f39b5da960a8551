import { type Protocol, PROTOCOLS } from "@restream-lint/core";
import type { RemoteStream } from "../remote.ts";

/**
 * The protocols that may feed each stream, by its ID, as far as the API tells. Streams that it tells nothing of are not in
 * it, nor those that something else may feed: a push that is idle, WebRTC, HTTPS.
 */
export function sourceProtocolsOf(
  streams: readonly RemoteStream[],
): ReadonlyMap<number, readonly Protocol[]> {
  return new Map(
    streams.flatMap((stream): [number, readonly Protocol[]][] => {
      const protocols = protocolsOf(stream);
      return protocols ? [[stream.id, protocols]] : [];
    }),
  );
}

function protocolsOf({
  stream_source_type: type,
  pull,
  uri,
}: RemoteStream): readonly Protocol[] | undefined {
  const pulled = pull === true ? pulledFrom(uri ?? "") : undefined;
  if (type === null || type === undefined) return pulled;
  const told = toldBy(type);
  // What is pulled from says which of the two it is.
  const both = told?.filter((it) => pulled?.includes(it));
  return both && both.length > 0 ? both : told;
}

function toldBy(
  type: NonNullable<RemoteStream["stream_source_type"]>,
): readonly Protocol[] | undefined {
  // It is said of both.
  if (type === "rtmp") return ["rtmp", "rtmps"];
  return type === "srt" ? ["srt"] : undefined;
}

/** The schemes of URIs with blanks between them; undefined where there are none, or one of them is no protocol that restreams take. */
function pulledFrom(uris: string): readonly Protocol[] | undefined {
  const schemes = uris
    .split(/\s+/)
    .filter((it) => it !== "")
    .map((it) => /^([a-z][a-z0-9+.-]*):/i.exec(it)?.[1]?.toLowerCase());
  const found = PROTOCOLS.filter((it) => schemes.includes(it));
  const isAll = schemes.every((it) => PROTOCOLS.some((protocol) => protocol === it));
  return found.length > 0 && isAll ? found : undefined;
}
