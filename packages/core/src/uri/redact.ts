import type { Range } from "../range.ts";
import { isShownName, isWordWithValue } from "./cut-secret.ts";
import type { Part } from "./part.ts";
import { rtmpPathOf } from "./rtmp.ts";
import { isSecretParameter } from "./secret-parameters.ts";
import { srtPairsOf } from "./srt.ts";
import { findSrtParameter } from "./srt-parameters.ts";
import { parseUri, type Uri } from "./uri.ts";

/**
 * The URI with `***` for every secret: userinfo, stream key, passphrase, streamid, query values.
 * Shown is only what is known to be harmless, so that a secret in a wrong place is hidden too.
 */
export function redactUri(text: string): string {
  return redactedIn(parseUri(text), { start: 0, end: text.length });
}

/** A part of a URI in the same way. */
export function redactedIn(uri: Uri, { start, end }: Range): string {
  let result = "";
  let at = start;
  for (const secret of secretsIn(uri)) {
    if (secret.end <= at || secret.start >= end) continue;
    result += `${uri.text.slice(at, Math.max(secret.start, at))}***`;
    at = Math.min(secret.end, end);
  }
  return result + uri.text.slice(at, end);
}

/** Where the secrets of a URI stand, counted from its first character, in order and apart from one another. */
export function secretsIn(uri: Uri): readonly Range[] {
  const { text, surface } = uri;
  const isShown = new Uint8Array(text.length);
  for (const { start, end } of harmlessIn(uri)) isShown.fill(1, start, end);
  // Delimiters say how a URI is built, and nothing of a secret.
  for (const { index } of text.matchAll(/[:/?#[\]@&=\s]/g)) isShown[index] = 1;
  for (const { range, shown } of surface.placeholders) {
    isShown.fill(0, range.start, range.end - 1);
    isShown.fill(1, shown.start, shown.end);
    isShown.fill(1, range.end - 1, range.end);
  }
  const secrets: Range[] = [];
  for (let end = 0; end < text.length; ) {
    const start = isShown.indexOf(0, end);
    if (start === -1) break;
    const next = isShown.indexOf(1, start);
    end = next === -1 ? text.length : next;
    secrets.push({ start, end });
  }
  return secrets;
}

/** The parts that may be shown, with what stands in their placeholders. */
function* harmlessIn(uri: Uri): Iterable<Range> {
  const { scheme, authority, protocol } = uri;
  if (scheme && (authority || protocol) && /^[a-z]{1,8}$/i.test(scheme.text)) yield scheme.range;
  if (!authority || isAmbiguous(uri, authority.hostAndPort.end)) return;

  const { host, port, unbracketed } = authority;
  if (host.isOpen || (isAsWritten(host) && isHostLike(host.text))) yield host.range;
  if (port && /^[0-9]{0,5}$/.test(port.text)) yield port.range;
  if (unbracketed) yield unbracketed.range;
  if (protocol === "srt") yield* harmlessInSrtQuery(uri);
  else if (protocol) yield* harmlessInRtmp(uri);
}

/** What may be a name or an address, right or wrong; no label of a name is longer. */
function isHostLike(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}.:_%-]+$/u.test(text) && !/[^.]{64}/.test(text);
}

/** Whether no repair dropped anything of a part: only then its text tells what stands where, and what stands in it. */
function isAsWritten({ text, range }: Part): boolean {
  return text.length === range.end - range.start;
}

/** A placeholder without its end, or an `@` after the host, as of a password with a `/` in it: any part may be another. */
function isAmbiguous({ text, surface, protocol }: Uri, hostEnd: number): boolean {
  const rest = text.slice(hostEnd);
  const [head = ""] = protocol === "srt" ? rest.split("=", 1) : [rest];
  return surface.malformed.length > 0 || head.includes("@");
}

function* harmlessInRtmp(uri: Uri): Iterable<Range> {
  const { app, streamKey } = rtmpPathOf(uri);
  // Alone, what stands in the app's place may be a key.
  const isFollowed = streamKey ?? uri.query?.text ?? uri.fragment?.text;
  const pattern = isFollowed
    ? /^[a-z]{1,12}(?:[-_][a-z]{1,12})?[0-9]{0,3}$/
    : /^[a-z]{1,12}[0-9]{0,2}$/;
  if (app && pattern.test(app.text)) yield app.range;
  for (const pair of srtPairsOf(uri)) if (isWordWithValue(pair)) yield pair.name.range;
}

/** Values that cannot be secrets: numbers, and words that some parameter takes. */
const HARMLESS =
  /^(?:-?[0-9]{1,9}(?:\.[0-9]{1,6})?(?:us|µs|ms|s)?|caller|listener|rendezvous|live|file|yes|no|true|false|on|off|auto)$/i;

function* harmlessInSrtQuery(uri: Uri): Iterable<Range> {
  const pairs = srtPairsOf(uri);
  for (const pair of pairs) {
    const { name, value } = pair;
    if (!value || !isShownName(pairs, pair)) continue;
    yield name.range;
    if (!isSecretParameter(name.text)) {
      if (findSrtParameter(name.text) && HARMLESS.test(value.text)) yield value.range;
    } else if (name.text !== "passphrase") yield* harmlessInStreamid(value);
  }
}

/** Of the access-control syntax `#!::r=…,m=publish` the key names show, and what `m` says; its delimiters may be encoded. */
function* harmlessInStreamid(streamid: Part): Iterable<Range> {
  const { text, range } = streamid;
  if (!ACCESS_CONTROL.test(text) || !isAsWritten(streamid)) return;
  const keys =
    /(?:^(?:#|%23)(?:!|%21)(?::|%3[Aa]){2}|,|%2[Cc])(?:m(?:=|%3[Dd])(?:publish|request|bidirectional)(?=,|%2[Cc]|$)|[a-z]{1,24}(?==|%3[Dd]))/g;
  for (const { index, 0: key } of text.matchAll(keys)) {
    yield { start: range.start + index, end: range.start + index + key.length };
  }
}

const ACCESS_CONTROL = /^(?:#|%23)(?:!|%21)(?::|%3a){2}/i;
