import { ipRangeOf } from "./ip.ts";
import { placeholderReason } from "./placeholder-name.ts";

/** What a host is, as far as its text tells; `reason` completes "the host …". */
export type HostKind =
  | { readonly kind: "open" | "missing" | "name" | "public" }
  | { readonly kind: "unreachable" | "invalid" | "placeholder"; readonly reason: string };

/**
 * Whether the public internet can reach a host: an IP address by its range (IANA special-purpose registries,
 * RFC 6890), a name by RFC 1123, with `_`, IDN and a final dot allowed, and by what guides write in its place.
 */
export function judgeHost(host: string): HostKind {
  if (host === "") return { kind: "missing" };
  if (ORDINARY.test(host) && !MAY_BE_PLACEHOLDER.test(host)) return { kind: "name" };
  if (host.startsWith("[")) return judgeBracketed(host);
  const range = ipRangeOf(host);
  if (range !== undefined) return judgeRange(range);
  return host.includes(":")
    ? invalid("is not an IPv6 address")
    : judgeName(host.replace(/\.$/, ""));
}

/** What nearly all hosts are, so that nothing else need be asked. */
const ORDINARY =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!local(?:host)?$)[a-z]{2,9}$/;

/** Cheaper than asking in full, and true of every ordinary host that nobody has. */
const MAY_BE_PLACEHOLDER = /example|your|\.(?:test|invalid)$|^x{1,3}\.x/;

/** Brackets that are still there hold no IPv6 address: the parser takes off those that do. */
function judgeBracketed(host: string): HostKind {
  return host.includes("]")
    ? invalid("stands in brackets, which are for IPv6 addresses")
    : invalid('has a "[" without its "]"');
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  loopback: "is a loopback address, which means the dialling machine itself",
  private: "is a private address",
  uniqueLocal: "is a private address",
  deprecatedSiteLocal: "is a private address",
  linkLocal: "is a link-local address",
  carrierGradeNat: "is a carrier-grade NAT address",
  unspecified: "is the unspecified address, which means no machine",
  multicast: "is a multicast address",
  broadcast: "is the broadcast address",
};

function judgeRange(range: string): HostKind {
  if (range === "documentation") return placeholder("is an address reserved for documentation");
  const reason = UNREACHABLE[range];
  return reason === undefined ? { kind: "public" } : unreachable(reason);
}

/** Letters, digits and marks of any script, the symbols that IDNA let in, and what RFC 5892 lets stand between letters. */
const LETTER = String.raw`\p{L}\p{N}\p{M}\p{So}\u00b7\u0375\u05f3\u05f4\u30fb_`;
const LABEL = new RegExp(`^[${LETTER}-]+$`, "u");

function judgeName(name: string): HostKind {
  if (/^(?:<.*>|\{.*\})$/.test(name)) return invalid("is still a placeholder");
  if (name.length > 253) return invalid("is longer than the 253 characters of a DNS name");
  const labels = name.toLowerCase().split(".");
  const last = labels.at(-1) ?? "";
  if (/^[0-9]+$/.test(last)) return invalid("is not an IPv4 address, and no name ends in a number");
  for (const label of labels) {
    if (label === "") return invalid("has a dot too many");
    if (label.length > 63) return invalid("has more than 63 characters between two dots");
    if (!LABEL.test(label)) return invalid("holds a character that no DNS name has");
    if (/^-|-$/.test(label)) return invalid('has a "-" at the start or the end, or beside a dot');
  }
  if (last === "localhost") return unreachable("means the dialling machine itself");
  if (last === "local" && labels.length > 1)
    return unreachable("is known in its own network alone (mDNS)");
  const reason = placeholderReason(labels.join("."));
  return reason === undefined ? { kind: "name" } : placeholder(reason);
}

function invalid(reason: string): HostKind {
  return { kind: "invalid", reason };
}

function unreachable(reason: string): HostKind {
  return { kind: "unreachable", reason };
}

function placeholder(reason: string): HostKind {
  return { kind: "placeholder", reason };
}
