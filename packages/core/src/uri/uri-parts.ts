import type { Part } from "./part.ts";
import { rtmpPathOf } from "./rtmp.ts";
import { type SrtPair, srtPairsOf } from "./srt.ts";
import type { Uri } from "./uri.ts";

/** A part of a URI, as its protocol names it. */
export type UriPart = PlainPart | PairPart;

interface PlainPart {
  /** A `path` stands in SRT, which reads none, or where the protocol is not known: in RTMP it is an app and a stream key. */
  readonly kind:
    | "scheme"
    | "userinfo"
    | "host"
    | "port"
    | "app"
    | "stream-key"
    | "path"
    | "query"
    | "fragment";
  readonly part: Part;
  readonly pair?: never;
}

/** The name or the value of a pair in an SRT URI's query. */
interface PairPart {
  readonly kind: "parameter" | "value";
  readonly part: Part;
  readonly pair: SrtPair;
}

/**
 * The parts that a URI surely has, in the order of the text: none is empty, and none stands in another. With a `fault`
 * nothing after the authority is sure; and without `//`, only the name of a protocol is surely a scheme.
 */
export function uriPartsOf(uri: Uri): readonly UriPart[] {
  return partsReadIn(uri).filter(({ kind, part: { range } }) => {
    if (range.start === range.end) return false;
    if (kind === "scheme") return uri.authority !== undefined || uri.protocol !== undefined;
    return uri.fault === undefined || kind === "userinfo" || kind === "host" || kind === "port";
  });
}

/** All that a URI was split into, sure or not and empty parts too; without an authority, no more than its scheme. */
export function partsReadIn(uri: Uri): readonly UriPart[] {
  const { scheme, authority, protocol } = uri;
  const parts: UriPart[] = [];
  add("scheme", scheme);
  if (!authority) return parts;
  add("userinfo", authority.userinfo);
  add("host", authority.host);
  add("port", authority.port);
  if (protocol === "rtmp" || protocol === "rtmps") {
    const { app, streamKey } = rtmpPathOf(uri);
    add("app", app);
    add("stream-key", streamKey);
  } else add("path", uri.path);
  if (protocol === "srt") {
    for (const pair of srtPairsOf(uri)) {
      parts.push({ kind: "parameter", part: pair.name, pair });
      if (pair.value) parts.push({ kind: "value", part: pair.value, pair });
    }
  } else add("query", uri.query);
  add("fragment", uri.fragment);
  return parts;

  function add(kind: PlainPart["kind"], part: Part | undefined): void {
    if (part) parts.push({ kind, part });
  }
}
