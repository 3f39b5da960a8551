import type { MalformedPlaceholder, Placeholders } from "../placeholder/placeholder.ts";
import type { Range } from "../range.ts";
import { type Authority, parseAuthority } from "./authority.ts";
import { type Part, partAt } from "./part.ts";
import { findSrtParameter } from "./srt-parameters.ts";
import { HOLE, type Repair, repaired, type Surface, surfaceOf, trimmed, VOID } from "./surface.ts";

/** The protocols that Gcore pushes, which are also the schemes it takes. */
export type Protocol = "rtmp" | "rtmps" | "srt";
/** In the order of the documentation. */
export const PROTOCOLS: readonly Protocol[] = ["rtmp", "rtmps", "srt"];

/** A protocol as people write it: `RTMPS`. */
export function protocolName(protocol: Protocol): string {
  return protocol.toUpperCase();
}

/** The port that a URI without one means (RTMP specification; IANA for HTTPS, which RTMPS shares); SRT has none. */
export const DEFAULT_PORTS: Readonly<Record<Protocol, number | undefined>> = {
  rtmp: 1935,
  rtmps: 443,
  srt: undefined,
};

/**
 * A URI split as RFC 3986 splits it, with a range for every part. Never `new URL()`: that drops positions,
 * and cuts an SRT query at `#`. An SRT query runs to the end of the text; FFmpeg, OBS and libsrt read it so.
 */
export interface Uri {
  /** As written. */
  readonly text: string;
  /** The one of the three protocols that the scheme names, whatever its case. */
  readonly protocol: Protocol | undefined;
  readonly scheme: Part | undefined;
  /** Undefined without `//`. */
  readonly authority: Authority | undefined;
  /** With its leading `/`; empty if there is none. */
  readonly path: Part;
  /** Without its `?`. */
  readonly query: Part | undefined;
  /** Without its `#`; never in an SRT URI. */
  readonly fragment: Part | undefined;
  /** What was read otherwise than written, in the order of the text. */
  readonly repairs: readonly Repair[];
  readonly malformedPlaceholders: readonly MalformedPlaceholder[];
  /** What is wrong with the whole, so that nothing else can be said of the URI. */
  readonly fault: UriFault | undefined;
  /** What the parts were cut from. */
  readonly surface: Surface;
}

/** Why the check of a URI ends: the first that holds. */
export type UriFault =
  | "malformed-placeholder"
  | "empty"
  | "no-scheme"
  | "no-slashes"
  | "unsupported-scheme";

// RFC 3986, appendix B; U+FDD1 is what a repair dropped. The groups stand side by side, so that their lengths tell where:
// asking the engine for their places costs as much as all the rest.
const GENERIC =
  /^(?:(?!\ufdd1*:)([^:/?#]+):)?(?:(\ufdd1*\/\ufdd1*\/)([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const SRT = /^([^:/?#]+):(?:(\ufdd1*\/\ufdd1*\/)([^/?#]*))?([^?]*)(?:\?(.*))?$/s;

/**
 * Splits any text. Never fails: what is wrong is data in the answer, and judging it is a rule's work. The placeholders
 * are those that the text holds, unless it is known that others are left to be filled in.
 */
export function parseUri(text: string, placeholders?: Placeholders): Uri {
  const first = surfaceOf(text, placeholders);
  const isSrt = /^\ufdd1*s\ufdd1*r\ufdd1*t\ufdd1*:/i.test(first.masked);
  const surface = isSrt ? repaired(first, secondQuestionMarksIn(first.masked)) : first;

  const ranges = rangesIn((isSrt ? SRT : GENERIC).exec(surface.masked) ?? []);
  const scheme = schemeIn(surface, ranges.scheme);
  const protocol = protocolOf(scheme);
  const authority = ranges.authority && parseAuthority(surface, ranges.authority);
  return {
    text,
    protocol,
    scheme,
    authority,
    path: partAt(surface, ranges.path),
    query: ranges.query && partAt(surface, ranges.query),
    fragment: ranges.fragment && partAt(surface, ranges.fragment),
    repairs: surface.repairs,
    malformedPlaceholders: surface.malformed,
    fault: faultOf({ surface, scheme, protocol, authority }),
    surface,
  };
}

interface Ranges {
  readonly scheme: Range | undefined;
  readonly authority: Range | undefined;
  readonly path: Range;
  readonly query: Range | undefined;
  readonly fragment: Range | undefined;
}

function rangesIn([, scheme, slashes, authority, path = "", query, fragment]: readonly (
  | string
  | undefined
)[]): Ranges {
  let at = 0;
  return {
    scheme: take(scheme, 0, 1),
    authority: take(authority, slashes?.length ?? 0, 0),
    path: take(path, 0, 0) ?? { start: at, end: at },
    query: take(query, 1, 0),
    fragment: take(fragment, 1, 0),
  };

  /** The next group, with as many characters before and after it. */
  function take(group: string | undefined, before: number, after: number): Range | undefined {
    if (group === undefined) return undefined;
    const start = at + before;
    const end = start + group.length;
    at = end + after;
    return { start, end };
  }
}

function faultOf(
  uri: Pick<Uri, "surface" | "scheme" | "protocol" | "authority">,
): UriFault | undefined {
  const { malformed, masked } = uri.surface;
  if (malformed.length > 0) return "malformed-placeholder";
  const { start, end } = trimmed(uri.surface, { start: 0, end: masked.length });
  if (start === end) return "empty";
  if (mayHoldScheme(masked, start)) return undefined;
  if (!uri.scheme) return "no-scheme";
  if (uri.authority) return uri.protocol || uri.scheme.isOpen ? undefined : "unsupported-scheme";
  // `rtmp:${REST}`: a placeholder may have the slashes in it; `host:${PORT}` has no scheme.
  const isFilledIn = FILLED_IN.test(masked.slice(uri.scheme.range.end));
  if (isFilledIn) return uri.protocol ? undefined : "no-scheme";
  return "no-slashes";
}

const FILLED_IN = /^\ufdd1*:[/\ufdd1]*\ufdd0/;

/** Whether the scheme, or the rest of it, may be in a placeholder: `${URI}`, `${SCHEME}://…`, `rtmp${S}://…`. */
function mayHoldScheme(masked: string, start: number): boolean {
  const hole = masked.slice(start, start + 6).indexOf(HOLE);
  if (hole === -1) return false;
  const before = masked.slice(start, start + hole).toLowerCase();
  return PROTOCOLS.some((it) => it.startsWith(before));
}

/** `host:1935/app` and `a.acme.net:1935/app` have no scheme, though RFC 3986 would read one there. */
function schemeIn(surface: Surface, range: Range | undefined): Part | undefined {
  if (!range) return undefined;
  const scheme = partAt(surface, range);
  if (scheme.isOpen || protocolOf(scheme)) return scheme;
  if (!/^[a-z][a-z0-9+-]*$/i.test(scheme.text)) return undefined;
  const isPort = /^:\ufdd1*[0-9]/.test(surface.masked.slice(range.end));
  return isPort ? undefined : scheme;
}

function protocolOf(scheme: Part | undefined): Protocol | undefined {
  return PROTOCOLS.find((it) => it === scheme?.text.toLowerCase());
}

/**
 * A `?` that should have been `&`: in the query, before a known parameter. A streamid and a passphrase may hold one, but
 * nobody puts a mode or a latency into them.
 */
function secondQuestionMarksIn(masked: string): Repair[] {
  const query = masked.indexOf("?") + 1;
  if (query === 0 || !masked.includes("?", query)) return [];
  const repairs: Repair[] = [];
  const marks =
    /\?([a-z_\ufdd1]+)=|(?:^|&)(?:(?:srt_)?streamid|passphrase)=(?:(?!\?(?:mode=(?:caller|listener|rendezvous)|latency=[0-9.]+)(?:&|$))[^&])*/gi;
  for (const match of masked.slice(query).matchAll(marks)) {
    const name = match[1]?.replaceAll(VOID, "");
    if (name === undefined || !findSrtParameter(name)) continue;
    const start = query + match.index;
    repairs.push({
      kind: "srt-second-question-mark",
      range: { start, end: start + 1 },
      newText: "&",
    });
  }
  return repairs;
}
