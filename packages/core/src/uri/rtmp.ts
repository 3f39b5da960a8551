import { type Part, partAt } from "./part.ts";
import { HOLE } from "./surface.ts";
import type { Uri } from "./uri.ts";

/** The path of an RTMP or RTMPS URI, `/app/stream-key`, as every platform writes it. */
export interface RtmpPath {
  /** The first segment; undefined where the path is empty or holds only `/`. */
  readonly app: Part | undefined;
  /** All after the app and its `/`; undefined where nothing but `/` follows. An app of two segments (`v2/pub`) leaves its second here. */
  readonly streamKey: Part | undefined;
  /** Whether a `/` follows the app. */
  readonly hasSlash: boolean;
  /** What is not there, nor in a query or fragment, nor can be in a placeholder before it. */
  readonly lacks: "app" | "stream-key" | undefined;
}

/** Splits an RTMP path. Queries and fragments, which some servers take for keys, are left to the caller. */
export function rtmpPathOf(uri: Uri): RtmpPath {
  const { path, surface } = uri;
  const { start, end } = path.range;
  const [, slashes = "", first = "", slash = "", rest = ""] =
    /^([/\ufdd1]*)([^/]*)([/\ufdd1]*)(.*)$/s.exec(surface.masked.slice(start, end)) ?? [];
  const appStart = start + slashes.length;
  const keyStart = appStart + first.length + slash.length;
  const appRange = { start: appStart, end: appStart + first.length };
  const app = first === "" ? undefined : partAt(surface, appRange);
  const streamKey = rest === "" ? undefined : partAt(surface, { start: keyStart, end });
  const hasSlash = slash !== "";
  return { app, streamKey, hasSlash, lacks: lackOf(uri, { app, streamKey, hasSlash }) };
}

function lackOf(
  { authority, path, query, fragment, surface }: Uri,
  { app, streamKey, hasSlash }: Omit<RtmpPath, "lacks">,
): RtmpPath["lacks"] {
  if (streamKey || !authority || authority.hostKind.kind === "missing") return undefined;
  if (!app) {
    // `rtmp://${TARGET}`: the path may be in the placeholder.
    const isInHole =
      path.text === "" && surface.masked.charAt(authority.hostAndPort.end - 1) === HOLE;
    return isInHole ? undefined : "app";
  }
  const isInHole = app.isOpen && !hasSlash;
  return isInHole || query?.text || fragment?.text ? undefined : "stream-key";
}
