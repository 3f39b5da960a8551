import ipaddr from "ipaddr.js";

/**
 * The special-purpose range that an IP address lies in, `unicast` for most; undefined for anything but four decimal
 * numbers or an IPv6 address without brackets. IPv4 inside IPv6 counts as IPv4.
 * The only module that knows the `ipaddr.js` package.
 */
export function ipRangeOf(text: string): string | undefined {
  if (isIpv6(text)) return rangeOf(ipaddr.process(withoutZone(text)));
  // For what is no address the package throws, which costs too much to ask it for each name.
  const isIpv4 = /^[0-9.]{7,15}$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);
  return isIpv4 ? rangeOf(ipaddr.IPv4.parse(text)) : undefined;
}

/** RFC 5737, RFC 3849 and RFC 9637. The package knows some of them, as `reserved`, and the newest not at all. */
const DOCUMENTATION = [
  "192.0.2.0/24",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "2001:db8::/32",
  "3fff::/20",
].map((it) => ipaddr.parseCIDR(it));

function rangeOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const isDocumentation = DOCUMENTATION.some(
    ([network, bits]) => network.kind() === address.kind() && address.match(network, bits),
  );
  return isDocumentation ? "documentation" : address.range();
}

/** Whether a text is an IPv6 address without brackets; it may have a zone ID (RFC 4007, section 11). */
export function isIpv6(text: string): boolean {
  const mayBe = text.length <= LONGEST && text.includes(":");
  return mayBe && ipaddr.IPv6.isValid(withoutZone(text));
}

/** The one spelling of an IPv6 address (RFC 5952), or of the IPv4 address in it; undefined for anything else. */
export function canonicalIpv6(text: string): string | undefined {
  if (!isIpv6(text)) return undefined;
  const address = withoutZone(text);
  return ipaddr.process(address).toString() + text.slice(address.length);
}

/** 45 characters of address, and an interface of 15 after `%25`. */
const LONGEST = 63;

function withoutZone(text: string): string {
  return text.replace(/%[^:]+$/, "");
}
