import { type Part, partAt } from "./part.ts";
import type { Uri } from "./uri.ts";

/** The path of an RTMP or RTMPS URI, `/app/stream-key`, as every platform writes it. */
export interface RtmpPath {
  /** The first segment; undefined where the path is empty or holds only `/`. */
  readonly app: Part | undefined;
  /** All after the app and its `/`; undefined where nothing but `/` follows. An app of two segments (`v2/pub`) leaves its second here. */
  readonly streamKey: Part | undefined;
  /** Whether a `/` follows the app. */
  readonly hasSlash: boolean;
}

/** Splits an RTMP path. Queries and fragments, which some servers take for keys, are left to the caller. */
export function rtmpPathOf({ path, surface }: Uri): RtmpPath {
  const { start, end } = path.range;
  const [, slashes = "", app = "", slash = "", key = ""] =
    /^(\/*)([^/]*)(\/*)(.*)$/s.exec(surface.masked.slice(start, end)) ?? [];
  const appStart = start + slashes.length;
  const keyStart = appStart + app.length + slash.length;
  return {
    app: app === "" ? undefined : partAt(surface, { start: appStart, end: appStart + app.length }),
    streamKey: key === "" ? undefined : partAt(surface, { start: keyStart, end }),
    hasSlash: slash !== "",
  };
}
