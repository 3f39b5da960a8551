import ipaddr from "ipaddr.js";

/**
 * The special-purpose range that an IP address lies in, `unicast` for most; undefined for anything but four decimal
 * numbers or an IPv6 address without brackets. IPv4 inside IPv6 counts as IPv4.
 * The only module that knows the `ipaddr.js` package.
 */
export function ipRangeOf(text: string): string | undefined {
  if (isIpv6(text)) return ipaddr.process(withoutZone(text)).range();
  // For what is no address the package throws, which costs too much to ask it for each name.
  const isIpv4 = /^[0-9.]{7,15}$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);
  return isIpv4 ? ipaddr.IPv4.parse(text).range() : undefined;
}

/** Whether a text is an IPv6 address without brackets; it may have a zone ID (RFC 4007, section 11). */
export function isIpv6(text: string): boolean {
  const mayBe = text.length <= LONGEST && text.includes(":");
  return mayBe && ipaddr.IPv6.isValid(withoutZone(text));
}

/** 45 characters of address, and an interface of 15 after `%25`. */
const LONGEST = 63;

function withoutZone(text: string): string {
  return text.replace(/%[^:]+$/, "");
}
