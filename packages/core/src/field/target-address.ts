import type { Document, Target } from "../document.ts";
import { hashOf } from "../hash.ts";
import { NO_PLACEHOLDERS } from "../placeholder/placeholder.ts";
import { portOf } from "../uri/authority.ts";
import { canonicalIpv6 } from "../uri/ip.ts";
import { isWritten, type Part } from "../uri/part.ts";
import { placeholderKeyIn } from "../uri/placeholder-key.ts";
import { isOpenQuery, type SrtPair, srtPair } from "../uri/srt.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";
import { type Surface, textIn } from "../uri/surface.ts";
import { DEFAULT_PORTS, parseUri, type Uri } from "../uri/uri.ts";
import { type Splits, splitsOf } from "./uri-field.ts";

/**
 * What restreams share that push to the same target. RTMP and RTMPS: host, port, app and key with its query; SRT:
 * host, port and streamid. Placeholders are equal if they are written alike. Undefined where something is missing
 * that tells targets apart. It holds secrets: to be compared, never to be shown.
 */
export function targetAddressOf({ field }: { readonly field: Splits }): string | undefined {
  const { uri } = field;
  // Any part may be in the placeholder that the scheme is in: only the whole can be compared.
  if (!uri.protocol || !uri.authority) return wholeOf(uri);
  const server = serverOf(uri);
  const place = server === undefined ? undefined : placeOn(field);
  return place === undefined ? undefined : `${server}${SEPARATOR}${place}`;
}

/** The same of a URI in which nothing is left to be filled in: `${` is an ordinary text in it. As secret. */
export function addressOfUri(text: string): string | undefined {
  return targetAddressOf({ field: splitsOf(parseUri(text, NO_PLACEHOLDERS)) });
}

/**
 * What targets of the same address have in common at least, for the price of a look: most differ in their keys.
 * As secret as the address.
 */
export function keyOf({ field: { uri, rtmp, pairs } }: Pick<Target, "field">): string {
  if (!uri.protocol || !uri.authority) return wholeOf(uri);
  const { surface, query } = uri;
  if (!rtmp) return textOf(streamidIn(pairs), unescaped);
  const key = textOf(rtmp.streamKey, withoutNeedlessEscapes);
  return query?.text ? `${key}?${textOf(query, withoutNeedlessEscapes)}` : key;

  function textOf(part: Part | undefined, canonical: (written: string) => string): string {
    return part ? compared(surface, part, canonical) : "";
  }
}

/** Those of all targets of a document, as hashes. */
export function targetKeysIn({ targets }: Pick<Document, "targets">): ReadonlySet<number> {
  return new Set(targets.map((it) => hashOf(keyOf(it))));
}

function wholeOf({ surface, text }: Uri): string {
  return textIn(surface, { start: 0, end: text.length });
}

/** No repaired part of a URI holds one. */
const SEPARATOR = "\n";

function placeOn(field: Splits): string | undefined {
  return field.rtmp ? rtmpPlaceOf(field.uri, field.rtmp) : srtPlaceOf(field);
}

function serverOf({ protocol, authority, surface }: Uri): string | undefined {
  if (!protocol || !authority || authority.hostKind.kind === "missing") return undefined;
  const { host, port } = authority;
  const name = canonicalHost(compared(surface, host, (it) => it.toLowerCase()));
  const number = canonicalPort(port, DEFAULT_PORTS[protocol], host.isOpen);
  const transport = protocol === "srt" ? "udp" : "tcp";
  return number === undefined ? undefined : `${transport}${SEPARATOR}${name}${SEPARATOR}${number}`;
}

function canonicalHost(host: string): string {
  if (host.endsWith(".")) return host.slice(0, -1);
  return host.includes(":") ? (canonicalIpv6(host) ?? host) : host;
}

/** As a text; empty where it may be in the host's placeholder, undefined where none can be meant. */
function canonicalPort(
  port: Part | undefined,
  fallback: number | undefined,
  isOpenHost: boolean,
): string | undefined {
  if (port?.isOpen) return port.text;
  if (port && port.text !== "") return portOf(port)?.toString();
  return fallback?.toString() ?? (isOpenHost ? "" : undefined);
}

function rtmpPlaceOf(uri: Uri, rtmp: NonNullable<Splits["rtmp"]>): string | undefined {
  if (rtmp.lacks || placeholderKeyIn(uri, rtmp)) return undefined;
  const { query, fragment, surface } = uri;
  // What escapes a delimiter does not mean the delimiter.
  const place = (part: Part | undefined) =>
    part ? compared(surface, part, withoutNeedlessEscapes) : "";
  const path = `${place(rtmp.app)}/${place(rtmp.streamKey)}`;
  return query || fragment ? `${path}?${place(query)}#${place(fragment)}` : `${path}?#`;
}

function srtPlaceOf({ uri, pairs }: Splits): string {
  const { surface, path, query } = uri;
  const streamid = streamidIn(pairs);
  if (streamid) return compared(surface, streamid, unescaped);
  // Nothing else tells targets apart, unless it is meant to: a path, a misspelt parameter, what a placeholder adds.
  const meant = isOpenQuery(uri, pairs)
    ? [query]
    : pairs.filter(isUnknown).map(({ whole }) => whole);
  if (path.text.length > 1) meant.unshift(path);
  return meant.map((it) => (it ? compared(surface, it, unescaped) : "")).join("&");
}

function streamidIn(pairs: readonly SrtPair[]): Part | undefined {
  const { value } = srtPair(pairs, "streamid") ?? srtPair(pairs, "srt_streamid") ?? {};
  return value?.text ? value : undefined;
}

function isUnknown({ name }: SrtPair): boolean {
  return isWritten(name) && !findSrtParameter(name.text);
}

/** A part in the notation in which equal ones are written alike; its placeholders as they are. */
function compared(surface: Surface, part: Part, canonical: (written: string) => string): string {
  if (!part.isOpen) return canonical(part.text);
  let result = "";
  let at = part.range.start;
  for (const { range } of surface.placeholders) {
    if (range.start < at || range.start >= part.range.end) continue;
    result += canonical(textIn(surface, { start: at, end: range.start }));
    result += surface.text.slice(range.start, range.end);
    at = range.end;
  }
  return result + canonical(textIn(surface, { start: at, end: part.range.end }));
}

/** Letters, digits, `-`, `.`, `_` and `~` mean the same escaped or not (RFC 3986, section 2.3). */
function withoutNeedlessEscapes(written: string): string {
  if (!written.includes("%")) return written;
  return written.replaceAll(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
}

/** A value that is cut out of its query already: no delimiter is left in it to be escaped. */
function unescaped(written: string): string {
  if (!written.includes("%")) return written;
  return written.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      // Not UTF-8.
      return escapes.toUpperCase();
    }
  });
}
