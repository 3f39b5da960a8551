import type { Range } from "../range.ts";
import { partAt } from "./part.ts";
import type { RtmpPath } from "./rtmp.ts";
import { type Surface, VOID } from "./surface.ts";
import type { Uri } from "./uri.ts";

/** What was pasted twice into an RTMP URI, and where the second copy stands. */
export interface Repetition {
  readonly range: Range;
  readonly of: "address" | "stream-key";
}

/** Finds the server's address in the place of the stream key, or a key whose second half repeats the first. */
export function repetitionIn(uri: Uri, rtmp: RtmpPath): Repetition | undefined {
  const address = secondAddressIn(uri, rtmp);
  if (address) return { range: address, of: "address" };
  for (const { whole, shortest } of candidatesIn(uri, rtmp)) {
    const range = secondHalfOf(uri.surface, whole, shortest);
    if (range) return { range, of: "stream-key" };
  }
  return undefined;
}

/** `rtmp://host/app/rtmp://host/app/key`; another host's may belong there. */
function secondAddressIn(
  { text, authority, surface }: Uri,
  { streamKey }: RtmpPath,
): Range | undefined {
  if (!authority || !streamKey || !surface.masked.includes("://", streamKey.range.start)) {
    return undefined;
  }
  const { start, end } = streamKey.range;
  const match = /rtmps?:\/\/([^/?#]+)/i.exec(surface.masked.slice(start, end));
  if (!match) return undefined;
  const second = { start: start + match.index, end: start + match.index + match[0].length };
  const host = text.slice(second.end - (match[1]?.length ?? 0), second.end);
  const first = text.slice(authority.hostAndPort.start, authority.hostAndPort.end);
  return withoutPort(host) === withoutPort(first) ? second : undefined;
}

function withoutPort(host: string): string {
  return host.toLowerCase().replace(/:[0-9]*$/, "");
}

interface Candidate {
  readonly whole: Range;
  /** What a half must have at least. */
  readonly shortest: number;
}

/** What may be a key: all after the app, with the query or without; its last segment; its last two; with the app. */
function* candidatesIn(
  { path, query, fragment, surface }: Uri,
  { app, streamKey }: RtmpPath,
): Iterable<Candidate> {
  if (!app) return;
  const start = streamKey?.range.start ?? app.range.end + 1;
  const end = (fragment ?? query ?? path).range.end;
  if (end - start < 2 * SHORTEST || end - start > LONGEST) return;
  const pathEnd = streamKey?.range.end ?? end;
  for (const to of pathEnd === end ? [end] : [pathEnd, end]) {
    if (!endsAlike(surface, app.range.start, to)) continue;
    yield { whole: { start, end: to }, shortest: SHORTEST };
    const last = surface.masked.lastIndexOf("/", to - 1);
    const lastButOne = surface.masked.lastIndexOf("/", last - 1);
    for (const slash of [last, lastButOne]) {
      if (slash > start) yield { whole: { start: slash + 1, end: to }, shortest: SHORTEST };
    }
    // An app and a stream may have one name.
    const shortest = Math.max(SHORTEST, app.text.length + 1);
    yield { whole: { start: app.range.start, end: to }, shortest };
  }
}

/** Whether the last characters are there before: true of all that is there twice, and cheaper than to compare halves. */
function endsAlike({ masked, repairs }: Surface, start: number, end: number): boolean {
  const first = masked.indexOf(masked.slice(end - SHORTEST, end), start);
  return repairs.length > 0 || first <= end - 2 * SHORTEST;
}

/** Of a half: a group of four is often there twice. */
const SHORTEST = 8;
/** Longer ones are no keys, and need not be compared. */
const LONGEST = 2000;

/** The second of two equal halves, with one joining character between them or none. */
function secondHalfOf(surface: Surface, whole: Range, shortest: number): Range | undefined {
  const { text, isOpen, range } = partAt(surface, whole);
  const length = text.length >> 1;
  const half = text.slice(0, length);
  const joint = text.slice(length, -length);
  if (isOpen || length < shortest || !text.endsWith(half) || /[a-z0-9]/i.test(joint)) {
    return undefined;
  }
  // `live/livestream/livestream`: an account and its stream may have one name.
  if (joint === "/" && /^[a-z]+$/i.test(half)) return undefined;
  // `abcdabcdabcdabcd` is a short group, many times.
  const unit = half + joint;
  const period = (unit + unit).indexOf(unit, 1);
  if (period < SHORTEST) return undefined;
  return { start: offsetIn(surface, range.start, text.length - length), end: range.end };
}

/** The offset of a character of a part's text, over what repairs dropped. */
function offsetIn({ masked }: Surface, start: number, index: number): number {
  let at = start;
  for (let left = index; left > 0 || masked.charAt(at) === VOID; at++) {
    if (masked.charAt(at) !== VOID) left -= 1;
  }
  return at;
}
