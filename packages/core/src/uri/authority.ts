import type { Range } from "../range.ts";
import { type HostKind, judgeHost } from "./host.ts";
import { ipv6In, type Unbracketed } from "./unbracketed.ts";
import { isWritten, type Part, partAt } from "./part.ts";
import { type Surface, trimmed } from "./surface.ts";

/** What stands between `//` and the path (RFC 3986, section 3.2). */
export interface Authority {
  readonly userinfo: Part | undefined;
  /** An IPv6 address without its brackets; empty if there is none. */
  readonly host: Part;
  readonly hostKind: HostKind;
  /** As written, so maybe not a number; undefined where nothing follows the host, empty after a bare `:`. */
  readonly port: Part | undefined;
  /** Both, with the brackets: where a person looks for what a URI lacks. */
  readonly hostAndPort: Range;
  /** How an IPv6 address without brackets may be meant, the likelier way first. */
  readonly unbracketed: Unbracketed | undefined;
}

/** Splits an authority at its last `@` and at the `:` before its port. */
export function parseAuthority(surface: Surface, whole: Range): Authority {
  const { start, end } = trimmed(surface, whole);
  const at = surface.masked.slice(start, end).lastIndexOf("@");
  const userinfo = at === -1 ? undefined : partAt(surface, { start, end: start + at });
  const rest = trimmed(surface, { start: start + at + 1, end });
  const ipv6 = ipv6In(surface, rest);
  const split = rest.start + (ipv6?.length ?? hostLength(surface.masked.slice(rest.start, end)));
  const host = partAt(surface, withoutBrackets(surface, { start: rest.start, end: split }));
  return {
    userinfo,
    host,
    hostKind: host.isOpen ? { kind: "open" } : judgeHost(host.text),
    port: split < end ? partAt(surface, { start: split + 1, end }) : undefined,
    hostAndPort: rest,
    unbracketed: ipv6?.unbracketed,
  };
}

/** The TCP or UDP port a text names; undefined unless it is a number from 1 to 65 535. */
export function portOf(port: Part): number | undefined {
  const number = /^[0-9]{1,5}$/.test(port.text) ? Number(port.text) : 0;
  return isWritten(port) && number >= 1 && number <= 65_535 ? number : undefined;
}

/** How much of `host[:port]` is the host: all up to the `:` after the brackets, else to the first `:`. */
function hostLength(hostAndPort: string): number {
  const isBracketed = hostAndPort.startsWith("[");
  const closing = isBracketed ? hostAndPort.indexOf("]") : 0;
  const colon = closing === -1 ? -1 : hostAndPort.indexOf(":", closing);
  return colon === -1 ? hostAndPort.length : colon;
}

/** Brackets belong to an IPv6 address alone; around anything else they are wrong, and stay. */
function withoutBrackets(surface: Surface, range: Range): Range {
  const { start, end } = trimmed(surface, range);
  if (surface.masked.charAt(start) !== "[") return { start, end };
  const written = surface.masked.slice(start, end);
  const inside = written.slice(1, -1);
  const isBracketed = written.startsWith("[") && written.endsWith("]") && !inside.includes("]");
  return isBracketed && /[:\ufdd0]/.test(inside)
    ? { start: start + 1, end: end - 1 }
    : { start, end };
}
