import { assert, constantFrom, array, property, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { targetAddressOf } from "../field/target-address.ts";
import { judgeHost } from "../uri/host.ts";
import { addressOf, patternLike } from "./fine-uris.ts";

function isLike(host: string, other: string): boolean {
  const uriAt = (it: string) => `rtmp://${it}/live/\${A}`;
  const source = patternLike(uriAt(host));
  return source !== undefined && new RegExp(`^(?:${source})$`).test(uriAt(other));
}

test.each<[string, string, boolean]>([
  ["h1.acme.net", "h2.acme.net", true],
  ["h1.acme.net", "h123456789.acme.net", true],
  ["h1.acme.net", "h.acme.net", false],
  ["h1.acme.net", "i1.acme.net", false],
  ["h.acme.net", "h.acme.net", true],
  // 62, 63 and 64 characters between two dots.
  [`${"a".repeat(61)}1.net`, `${"a".repeat(61)}1.net`, true],
  [`${"a".repeat(61)}1.net`, `${"a".repeat(61)}123.net`, false],
  [`${"a".repeat(54)}1.net`, `${"a".repeat(54)}123456789.net`, true],
  // Of up to 253 characters each, then of more.
  [`${"a1.".repeat(20)}net`, `${"a123456789.".repeat(20)}net`, true],
  [`${"a1.".repeat(24)}net`, `${"a123456789.".repeat(24)}net`, false],
])("takes for %s what it takes for %s, or not", (host, other, expected) => {
  expect(isLike(host, other)).toBe(expected);
});

test("takes no host for another one that something is wrong with", () => {
  const digits = stringMatching(/^[0-9]{1,12}$/);
  const labels = array(constantFrom("a", "1", "h2", "x", "3-4", "b".repeat(55), "ip9"), {
    minLength: 1,
    maxLength: 30,
  });
  assert(
    property(labels, digits, (written, number) => {
      const host = `${written.join(".")}.net`;
      const other = host.replaceAll(/[0-9]+/g, number);
      if (isLike(host, other)) expect(judgeHost(other).kind).toBe("name");
    }),
  );
});

test.each([
  ["rtmp://a.rtmp.youtube.com/live2/${A}", "${A}"],
  ["rtmps://a.rtmps.youtube.com/live2/${A:?no key}", "${A:?no key}"],
  ["rtmps://live-api-s.facebook.com:443/rtmp/${A}", "${A}"],
  ["rtmp://h1.acme.net:1935/live/${A}", "${A}"],
  ["rtmp://h1.acme.net/app/main?token=${A}", "main?token=${A}"],
  ["srt://h.acme.net:9000?mode=caller&latency=2000000&streamid=${ID}&passphrase=${P}", "${ID}"],
  ["srt://h.acme.net:9000?mode=caller&latency=2000000", ""],
])("knows the address of %s as the rules compare it", (uri, key) => {
  const pattern = new RegExp(`^(?:${patternLike(uri, "us")})$`);
  expect(pattern.exec(uri)?.[1] ?? "").toBe(key);
  const { targets } = parseDocument(`stream_id: 1\nlatency_unit: us\nuri: "${uri}"\n`);
  expect(targets.map(targetAddressOf)).toEqual([addressOf(uri, key)]);
});
