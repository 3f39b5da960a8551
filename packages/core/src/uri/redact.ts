import type { Placeholder } from "../placeholder.ts";
import type { Range } from "../range.ts";
import type { Part } from "./part.ts";
import { rtmpPathOf } from "./rtmp.ts";
import { srtPairsOf } from "./srt.ts";
import { findSrtParameter } from "./srt-parameters.ts";
import { parseUri, type Uri } from "./uri.ts";

/**
 * The URI with `***` for every secret: userinfo, stream key, passphrase, streamid, query values.
 * Shown is only what is known to be harmless, so that a secret in a wrong place is hidden too.
 */
export function redactUri(text: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of secretsIn(parseUri(text))) {
    result += `${text.slice(at, start)}***`;
    at = end;
  }
  return result + text.slice(at);
}

/** Where the secrets of a URI stand, counted from its first character, in order and apart from one another. */
export function secretsIn(uri: Uri): readonly Range[] {
  const shown = [...shownPartsOf(uri), ...uri.surface.placeholders.map((it: Placeholder) => it.shown)];
  const masked: Range[] = [];
  let at = 0;
  for (const { start, end } of shown.toSorted((a, b) => a.start - b.start)) {
    if (start > at) masked.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < uri.text.length) masked.push({ start: at, end: uri.text.length });
  return masked.flatMap((range) => betweenDelimiters(uri.text, range, uri.surface.placeholders));
}

/** Delimiters say how a URI is built, and nothing of a secret; but inside a placeholder's default they are its text. */
function betweenDelimiters(text: string, { start, end }: Range, placeholders: readonly Placeholder[]): Range[] {
  const isDefault = placeholders.some(({ range }) => range.start <= start && end <= range.end);
  if (isDefault) return [{ start, end: text.charAt(end - 1) === "}" ? end - 1 : end }];
  return Array.from(text.slice(start, end).matchAll(/[^:/?#[\]@&=\s]+/g), ({ index, 0: match }) => ({
    start: start + index,
    end: start + index + match.length,
  }));
}

function shownPartsOf(uri: Uri): Range[] {
  const { scheme, authority, query, fragment } = uri;
  const schemeShown = scheme && /^[a-z]{1,8}$/i.test(scheme.text) ? [scheme.range] : [];
  if (!authority) return schemeShown;
  const port = authority.port && /^[0-9]{0,6}$/.test(authority.port.text) ? [authority.port.range] : [];
  const host = [authority.host.range, ...(authority.unbracketed ? [authority.unbracketed.range] : [])];
  const rest =
    uri.protocol === "srt"
      ? shownInSrtQuery(uri)
      : uri.protocol
        ? [...shownInRtmpPath(uri, Boolean(query || fragment)), ...shownNames(query)]
        : [];
  return [...schemeShown, ...host, ...port, ...rest];
}

/** The app, unless it stands alone and looks more like a key. */
function shownInRtmpPath(uri: Uri, isFollowed: boolean): Range[] {
  const { app, streamKey } = rtmpPathOf(uri);
  if (!app) return [];
  return streamKey || isFollowed || /^[a-z]{1,12}[0-9]{0,2}$/.test(app.text) ? [app.range] : [];
}

function shownNames(query: Part | undefined): Range[] {
  if (!query || query.isOpen) return [];
  return Array.from(query.text.matchAll(/(?:^|&)([a-z_]{1,24})(?==)/g), (match) => {
    const start = query.range.start + match.index + match[0].length - (match[1]?.length ?? 0);
    return { start, end: start + (match[1]?.length ?? 0) };
  });
}

/** Values that cannot be secrets: numbers, and words that some parameter takes. */
const HARMLESS =
  /^(?:-?[0-9]{1,12}(?:\.[0-9]{1,6})?(?:us|µs|ms|s)?|caller|listener|rendezvous|live|file|yes|no|true|false|on|off|auto)$/i;

function shownInSrtQuery(uri: Uri): Range[] {
  return srtPairsOf(uri).flatMap(({ name, value }) => {
    const known = findSrtParameter(name.text);
    const isName = value && (known ?? /^[a-z][a-z_]{0,23}$/.test(name.text));
    if (!isName) return [];
    if (name.text === "streamid" || name.text === "srt_streamid") return [name.range, ...shownInStreamid(value)];
    const isShown = known && name.text !== "passphrase" && HARMLESS.test(value.text);
    return isShown ? [name.range, value.range] : [name.range];
  });
}

/** Of the access-control syntax `#!::r=…,m=publish` the key names show, and what `m` says. */
function shownInStreamid({ text, range }: Part): Range[] {
  if (!text.startsWith("#!::") || text.length !== range.end - range.start) return [];
  return Array.from(text.matchAll(/(?:^#!::|,)(?:m=(?:publish|request|bidirectional)(?=,|$)|[a-z]{1,24}(?==))/g), ({ index, 0: match }) => ({
    start: range.start + index,
    end: range.start + index + match.length,
  }));
}
