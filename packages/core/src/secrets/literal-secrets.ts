import { type Document, type Target, writtenOf } from "../document.ts";
import { UNNAMED } from "../gcore/target-facts.ts";
import type { Range } from "../range.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { isWritten, type Part } from "../uri/part.ts";
import { placeholderKeyIn } from "../uri/placeholder-key.ts";
import type { RtmpPath } from "../uri/rtmp.ts";
import { isSecretParameter } from "../uri/secret-parameters.ts";
import { secretInStreamid, type StreamidSecret } from "../uri/secret-streamid.ts";
import type { Uri } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

/** What a secret is, as a person calls it. */
export type SecretKind = "stream key" | "passphrase" | StreamidSecret["kind"];

/** A secret that is written out. What it says is nowhere in this value: see `secretValueOf`. */
export interface LiteralSecret {
  readonly kind: SecretKind;
  readonly target: Target;
  /** Of the URI. */
  readonly part: Range;
  /** Of the text. */
  readonly range: Range;
  /** JSON Pointer of the URI. */
  readonly path: string;
}

/**
 * Every secret of a document that is written out, in its order: stream keys with their queries, SRT passphrases,
 * streamids that are keys or hold one, passwords before an `@`. Not one with a placeholder anywhere in it, nor what only
 * stands in for a secret (`xxxx-xxxx`, `YOUR_KEY`), nor anything of a URI that cannot be taken apart. What was filled in
 * stands elsewhere.
 */
export function literalSecretsIn(document: Document): LiteralSecret[] {
  const secrets: LiteralSecret[] = [];
  // An anchor is read once for each alias.
  const seen = new Set<ScalarNode>();
  for (const target of writtenOf(document).targets) {
    const { node } = target.field;
    const found = secretsOf(target);
    if (found.length === 0 || seen.has(node)) continue;
    seen.add(node);
    for (const { kind, range } of found) {
      secrets.push({ kind, target, part: range, ...placeOf(target.field, range) });
    }
  }
  return secrets;
}

/**
 * The secret itself, as a variable must hold it; undefined where a mistake stands in it that is to be mended first.
 * For an env file: never for an output.
 */
export function secretValueOf({ target: { uri }, part }: LiteralSecret): string | undefined {
  const isMended = uri.repairs.some(
    ({ range }) => range.start < part.end && range.end > part.start,
  );
  // What a variable holds is not read for placeholders again.
  return isMended
    ? undefined
    : uri.text.slice(part.start, part.end).replaceAll(/\$\$\{(?!\{)/g, "${");
}

type Found = { readonly kind: SecretKind; readonly range: Range };

/** In the order of the text. Most restreams have none, and take no more than a few comparisons. */
function secretsOf(target: Target): readonly Found[] {
  const { uri, field } = target;
  const inUserinfo = uri.authority?.userinfo ? passwordIn(uri, uri.authority.userinfo) : undefined;
  const after = field.rtmp ? streamKeyIn(target, field.rtmp) : srtSecretsIn(target);
  return inUserinfo ? [inUserinfo, ...after] : after;
}

const NONE: readonly Found[] = [];

/** What guides write in the place of a passphrase, a streamid or a password. */
const STAND_IN =
  /^(?:x{3,}(?:[-_]x+)*|[*.]{3,}|<[^<>]+>|\[[^[\]]+\]|(?:(?:your|my|the)[-_ ]?)?(?:(?:stream|srt)[-_ ]?)?(?:key|id|passphrase|password|token)(?:[-_ ]?here)?)$/i;

function isFilledIn({ text }: Uri, { start, end }: Range): boolean {
  return start < end && !STAND_IN.test(text.slice(start, end));
}

function passwordIn(uri: Uri, { range: { start, end } }: Part): Found | undefined {
  const { masked, placeholders } = uri.surface;
  const colon = masked.slice(start, end).indexOf(":");
  const range = { start: start + colon + 1, end };
  const isOpen = placeholders.some((it) => it.range.end > range.start && it.range.start < end);
  const isPassword = colon !== -1 && !isOpen && isFilledIn(uri, range);
  return isPassword ? { kind: "password", range } : undefined;
}

/** The key is one with its query and fragment: servers take them together (`KEY?s_bl=1&a=…`, `?streamname=…&key=…`). */
function streamKeyIn({ uri, platform }: Target, rtmp: RtmpPath): readonly Found[] {
  const { app, streamKey } = rtmp;
  const { query, fragment } = uri;
  const tail = query ?? fragment;
  const first = streamKey ?? tail;
  if (!app || !first || streamKey?.isOpen || query?.isOpen || fragment?.isOpen) return NONE;
  if (placeholderKeyIn(uri, rtmp)) return NONE;

  const { end } = (fragment ?? query ?? first).range;
  if (platform?.name === "Gcore" && /^[0-9]+b?$/.test(streamKey?.text ?? "")) {
    // The number is the stream's ID; only what follows is secret.
    const start = tail?.range.start ?? end;
    return start < end ? [{ kind: "token", range: { start, end } }] : NONE;
  }
  const start = first.range.start + (streamKey ? 0 : beforeKey(first));
  return start < end ? [{ kind: "stream key", range: { start, end } }] : NONE;
}

/** The length of `backup=1/` in `/live2?backup=1/KEY`, YouTube's second server with the key after it. */
function beforeKey({ text, range }: Part): number {
  const isAsWritten = text.length === range.end - range.start;
  return (isAsWritten && /^backup=[0-9]\//.exec(text)?.[0].length) || 0;
}

function srtSecretsIn({ field: { pairs }, uri, platform }: Target): readonly Found[] {
  let found: Found[] | undefined;
  for (const { name, value } of pairs) {
    if (!isSecretParameter(name.text) || !isWritten(value) || !isFilledIn(uri, value.range))
      continue;
    const secret: Found | undefined =
      name.text === "passphrase"
        ? { kind: "passphrase", range: value.range }
        : streamidSecretIn(value, isKeyAt(platform?.name));
    if (secret) (found ??= []).push(secret);
  }
  return found ?? NONE;
}

function streamidSecretIn(value: Part, isPlatform: boolean): StreamidSecret | undefined {
  const isAsWritten = value.text.length === value.range.end - value.range.start;
  return isAsWritten ? secretInStreamid(value, isPlatform) : undefined;
}

/**
 * Whether a platform takes its stream key as the streamid; Gcore's is the stream's ID, with a token or without. A target
 * that only the settings know is no platform.
 */
function isKeyAt(platform: string | undefined): boolean {
  return platform !== undefined && platform !== "Gcore" && platform !== UNNAMED;
}
