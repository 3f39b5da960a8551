import { assert, constantFrom, property, string, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeHost } from "./host.ts";

describe("judgeHost", () => {
  test.each([
    ["", "missing"],
    ["a.rtmp.youtube.com", "name"],
    ["localhost.acme.net", "name"],
    ["93.184.216.34", "public"],
    ["2606:2800::1", "public"],
    ["::ffff:93.184.216.34", "public"],
    // Reserved ranges are another matter.
    ["240.0.0.1", "public"],
    ["127.0.0.1", "unreachable: is a loopback address, which means the dialling machine itself"],
    ["::1", "unreachable: is a loopback address, which means the dialling machine itself"],
    ["10.0.0.1", "unreachable: is a private address"],
    ["fd00::1", "unreachable: is a private address"],
    ["::ffff:10.0.0.1", "unreachable: is a private address"],
    ["169.254.0.1", "unreachable: is a link-local address"],
    ["fe80::1%eth0", "unreachable: is a link-local address"],
    ["100.64.0.1", "unreachable: is a carrier-grade NAT address"],
    ["0.0.0.0", "unreachable: is the unspecified address, which means no machine"],
    ["::", "unreachable: is the unspecified address, which means no machine"],
    ["ff02::1", "unreachable: is a multicast address"],
    ["localhost", "unreachable: means the dialling machine itself"],
    ["srs.localhost", "unreachable: means the dialling machine itself"],
    ["mac.local", "unreachable: is known in its own network alone (mDNS)"],
    // Documentation ranges, with what lies beside them.
    ["192.0.1.255", "public"],
    ["192.0.2.0", "placeholder: is an address reserved for documentation"],
    ["192.0.2.255", "placeholder: is an address reserved for documentation"],
    ["192.0.3.0", "public"],
    ["198.51.99.255", "public"],
    ["198.51.100.0", "placeholder: is an address reserved for documentation"],
    ["198.51.100.255", "placeholder: is an address reserved for documentation"],
    ["198.51.101.0", "public"],
    ["203.0.112.255", "public"],
    ["203.0.113.0", "placeholder: is an address reserved for documentation"],
    ["203.0.113.255", "placeholder: is an address reserved for documentation"],
    ["203.0.114.0", "public"],
    ["2001:db7:ffff::1", "public"],
    ["2001:db8::1", "placeholder: is an address reserved for documentation"],
    ["2001:db8:ffff::1", "placeholder: is an address reserved for documentation"],
    ["2001:db9::1", "public"],
    ["3ffe:ffff::1", "public"],
    ["3fff::1", "placeholder: is an address reserved for documentation"],
    ["3fff:fff::1", "placeholder: is an address reserved for documentation"],
    ["3fff:1000::1", "public"],
    ["::ffff:192.0.2.1", "placeholder: is an address reserved for documentation"],
    ["example.com", "placeholder: is a name reserved for examples and tests"],
    ["your-server.com", "placeholder: is what guides write in the place of a real one"],
    ["your-server..com", "invalid: has a dot too many"],
    ["1.2.3", "invalid: is not an IPv4 address, and no name ends in a number"],
    ["1::2::3", "invalid: is not an IPv6 address"],
    ["%eth0:", "invalid: is not an IPv6 address"],
    ["[::1", 'invalid: has a "[" without its "]"'],
    ["<host>", "invalid: is still a placeholder"],
    ["{host}", "invalid: is still a placeholder"],
    ["h{ost}", "invalid: holds a character that no DNS name has"],
    ["[h]", "invalid: stands in brackets, which are for IPv6 addresses"],
    ["a..b", "invalid: has a dot too many"],
    ["a b", "invalid: holds a character that no DNS name has"],
    ["a-.b", 'invalid: has a "-" at the start or the end, or beside a dot'],
    [`${"a".repeat(64)}.net`, "invalid: has more than 63 characters between two dots"],
    [`${"a.".repeat(127)}net`, "invalid: is longer than the 253 characters of a DNS name"],
    ["constructor.acme.net", "name"],
  ])("%s: %s", (host, expected) => {
    expect(rendered(host)).toBe(expected);
  });

  test("says the same of a name in upper case and with a final dot", () => {
    const name = stringMatching(
      /^[a-z0-9_-]{1,4}(?:\.[a-z0-9_-]{1,9}){0,3}\.(?:net|local|localhost|test|example|[a-z]{2,12})$/,
    );
    assert(
      property(name, (host) => {
        expect(rendered(`${host}.`)).toBe(rendered(host));
        expect(rendered(host.toUpperCase())).toBe(rendered(host));
      }),
    );
  });

  test("finds a verdict for any text", () => {
    const host = string({ unit: constantFrom(..."0129af.:%[]-_gé\ud800 \\/@") });
    assert(
      property(host, (text) => {
        expect(rendered(text)).toMatch(
          /^(?:missing|name|public|(?:unreachable|invalid|placeholder): (?:is|has|holds|means|stands) .+)$/,
        );
      }),
    );
  });
});

function rendered(host: string): string {
  const verdict = judgeHost(host);
  return "reason" in verdict ? `${verdict.kind}: ${verdict.reason}` : verdict.kind;
}
