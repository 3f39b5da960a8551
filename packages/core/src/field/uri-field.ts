import type { Range } from "../range.ts";
import type { Edit } from "../edit.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { encodeIn, rangeIn } from "../syntax/scalar.ts";
import { type RtmpPath, rtmpPathOf } from "../uri/rtmp.ts";
import { type SrtPair, srtPairsOf } from "../uri/srt.ts";
import { parseUri, type Uri } from "../uri/uri.ts";

/** A restream's `uri`, taken apart once for all rules. */
export interface UriField extends Splits {
  readonly node: ScalarNode;
  /** JSON Pointer. */
  readonly path: string;
}

/** A URI with what its protocol makes of its path and its query. */
export interface Splits {
  readonly uri: Uri;
  /** The query of an SRT URI; empty for others. */
  readonly pairs: readonly SrtPair[];
  /** The path of an RTMP or RTMPS URI; undefined for others. */
  readonly rtmp: RtmpPath | undefined;
}

/** Takes the value of a `uri` field apart; nothing where it is no text, or a tag fills it in. */
export function uriFieldOf(node: ScalarNode, path: string): UriField | undefined {
  if (typeof node.value !== "string" || node.tag !== undefined) return undefined;
  return { node, path, ...splitsOf(parseUri(node.value, node.filling?.left)) };
}

/** Splits what only some protocols have. */
export function splitsOf(uri: Uri): Splits {
  const isRtmp = uri.protocol === "rtmp" || uri.protocol === "rtmps";
  return {
    uri,
    pairs: uri.protocol === "srt" ? srtPairsOf(uri) : [],
    rtmp: isRtmp ? rtmpPathOf(uri) : undefined,
  };
}

/** Where a part of a URI stands in the text: what a finding about it needs. */
export function placeOf({ node, path }: UriField, part: Range): { range: Range; path: string } {
  return { range: rangeIn(node, part), path };
}

/** Writes new text for a part of a URI; undefined where the value's notation cannot hold it. */
export function replaceIn({ node }: UriField, part: Range, newText: string): Edit | undefined {
  const encoded = encodeIn(node, part, newText);
  return encoded === undefined ? undefined : { range: rangeIn(node, part), newText: encoded };
}

/** Writes one new text for many parts; nothing that can be used where that takes more edits than any address needs. */
export function replaceAllIn(
  field: UriField,
  parts: readonly Range[],
  newText: string,
): readonly (Edit | undefined)[] {
  return parts.length > MAX_EDITS ? [undefined] : parts.map((it) => replaceIn(field, it, newText));
}

const MAX_EDITS = 1000;
