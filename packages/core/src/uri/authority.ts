import ipaddr from "ipaddr.js";
import type { Range } from "../range.ts";
import { isWritten, type Part, partAt } from "./part.ts";
import { type Surface, VOID } from "./surface.ts";

/** What stands between `//` and the path (RFC 3986, section 3.2). */
export interface Authority {
  readonly userinfo: Part | undefined;
  /** An IPv6 address without its brackets; empty if there is none. */
  readonly host: Part;
  /** As written, so maybe not a number; undefined where nothing follows the host, empty after a bare `:`. */
  readonly port: Part | undefined;
  /** How an IPv6 address without brackets may be meant, the likelier way first. */
  readonly unbracketed: Unbracketed | undefined;
}

/** An IPv6 address that lacks the brackets of RFC 3986, section 3.2.2, so that nobody can tell its end from a port. */
export interface Unbracketed {
  /** The address and what may be its port. */
  readonly range: Range;
  /** As `host:port` should be written. */
  readonly readings: readonly string[];
}

/** Splits an authority at its last `@` and at the `:` before its port. */
export function parseAuthority(surface: Surface, { start, end }: Range): Authority {
  const at = surface.masked.slice(start, end).lastIndexOf("@");
  const userinfo = at === -1 ? undefined : partAt(surface, { start, end: start + at });
  const from = userinfo ? userinfo.range.end + 1 : start;
  const rest = surface.masked.slice(from, end).replaceAll(VOID, "");
  const unbracketed = unbracketedIn(rest, { start: from, end });
  const split = from + hostLength(surface.masked.slice(from, end), unbracketed);

  const isBracketed = surface.masked.charAt(from) === "[" && surface.masked.charAt(split - 1) === "]";
  const host = isBracketed ? { start: from + 1, end: split - 1 } : { start: from, end: split };
  return {
    userinfo,
    host: partAt(surface, host),
    port: split < end ? partAt(surface, { start: split + 1, end }) : undefined,
    unbracketed,
  };
}

/** What a host is; `reason` completes "the host …". */
export type HostKind =
  | { readonly kind: "name" | "public" }
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "invalid"; readonly reason: string };

/**
 * Whether the public internet can reach a host, as far as its text tells: an IP address by its range
 * (IANA special-purpose registries, RFC 6890), a name by RFC 1123 with `_`, IDN and a final dot allowed.
 */
export function judgeHost(host: string): HostKind {
  if (host.includes(":")) return judgeIpv6(host);
  if (ipaddr.IPv4.isValidFourPartDecimal(host)) return judgeRange(ipaddr.IPv4.parse(host));
  return judgeName(host);
}

/** The TCP or UDP port a text names; undefined unless it is a number from 1 to 65 535. */
export function portOf(port: Part): number | undefined {
  const number = /^[0-9]{1,5}$/.test(port.text) ? Number(port.text) : 0;
  return isWritten(port) && number >= 1 && number <= 65_535 ? number : undefined;
}

function judgeIpv6(host: string): HostKind {
  const address = host.replace(/%.*$/, "");
  return ipaddr.IPv6.isValid(address)
    ? judgeRange(ipaddr.process(address))
    : { kind: "invalid", reason: "is not an IPv6 address" };
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  loopback: "is a loopback address: it means the machine that dials",
  private: "is a private address",
  uniqueLocal: "is a private address",
  linkLocal: "is a link-local address",
  carrierGradeNat: "is a carrier-grade NAT address",
  unspecified: "is the unspecified address: it names no machine",
  multicast: "is a multicast address",
  broadcast: "is the broadcast address",
};

function judgeRange(address: ipaddr.IPv4 | ipaddr.IPv6): HostKind {
  const reason = UNREACHABLE[address.range()];
  return reason === undefined ? { kind: "public" } : { kind: "unreachable", reason };
}

const LABEL = /^[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}_])?$/u;

function judgeName(host: string): HostKind {
  const name = host.replace(/\.$/, "").toLowerCase();
  const labels = name.split(".");
  if (/^[0-9]+$/.test(labels.at(-1) ?? "")) return invalid("is not an IPv4 address");
  if (name.length > 253) return invalid("is longer than the 253 characters of a DNS name");
  for (const label of labels) {
    if (label === "") return invalid("has an empty label: two dots in a row, or one at the start");
    if (label.length > 63) return invalid("has a label longer than 63 characters");
    if (/^-|-$/.test(label)) return invalid('has a label that begins or ends with "-"');
    if (!LABEL.test(label)) return invalid("holds a character that no DNS name has");
  }
  const last = labels.at(-1);
  if (last === "localhost") return unreachable("means the machine that dials");
  if (last === "local" && labels.length > 1) return unreachable("is known only in its own network (mDNS)");
  return { kind: "name" };

  function invalid(reason: string): HostKind {
    return { kind: "invalid", reason };
  }
  function unreachable(reason: string): HostKind {
    return { kind: "unreachable", reason };
  }
}

/** How much of `host[:port]` is the host: to the `:` after the brackets, else to the first `:`. */
function hostLength(hostAndPort: string, unbracketed: Unbracketed | undefined): number {
  if (unbracketed) {
    const hasPort = !unbracketed.readings[0]?.endsWith("]");
    return hasPort ? hostAndPort.lastIndexOf(":") : hostAndPort.length;
  }
  const closing = hostAndPort.startsWith("[") ? hostAndPort.indexOf("]") : -1;
  const colon = hostAndPort.indexOf(":", closing + 1);
  return colon === -1 ? hostAndPort.length : colon;
}

function unbracketedIn(hostAndPort: string, range: Range): Unbracketed | undefined {
  if (!/^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/i.test(hostAndPort)) return undefined;
  const [, address, port] = /^(.+):([0-9]{1,5})$/.exec(hostAndPort) ?? [];
  const readings: string[] = [];
  if (address !== undefined && ipaddr.IPv6.isValid(address)) readings.push(`[${address}]:${port}`);
  if (ipaddr.IPv6.isValid(hostAndPort)) readings.push(`[${hostAndPort}]`);
  return readings.length > 0 ? { range, readings } : undefined;
}
