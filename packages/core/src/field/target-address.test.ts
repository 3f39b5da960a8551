import { describe, expect, test } from "vitest";
import { parseDocument, type Target } from "../document.ts";
import { addressOfUri, keyOf, targetAddressOf } from "./target-address.ts";

describe("targets are the same", () => {
  test.each([
    // Case, a final dot and the default port.
    ["rtmp://Ingest.ACME.net/live/Key", "rtmp://ingest.acme.net.:1935/live/Key"],
    ["rtmps://h.acme.net/live/k", "RTMPS://h.acme.net:443/live/k"],
    ["rtmp://h.acme.net:/live/k", "rtmp://h.acme.net:01935/live/k"],
    ["rtmp://\u00dcbung.de/live/k", "rtmp://\u00fcbung.de/live/k"],
    // Who logs in is no part of the target, nor how often "/" is there.
    ["rtmp://user:word@h.acme.net/live/k", "rtmp://h.acme.net//live//k"],
    // A port takes one protocol over TCP.
    ["rtmp://h.acme.net:443/live/k", "rtmps://h.acme.net/live/k"],
    // Each address of IPv6 has many spellings.
    ["srt://[2a01:4f8::1]:9000", "srt://[2A01:04F8:0:0:0:0:0:1]:9000"],
    ["srt://[::ffff:5.9.1.1]:9000", "srt://5.9.1.1:9000"],
    // What needs no escape.
    ["rtmp://h.acme.net/live/a-b", "rtmp://h.acme.net/live/%61%2db"],
    ["rtmp://h.acme.net/live/a%2fb", "rtmp://h.acme.net/live/a%2Fb"],
    ["srt://h.acme.net:9000?streamid=#!::r=a", "srt://h.acme.net:9000?streamid=%23!::r%3da"],
    ["srt://h.acme.net:9000?streamid=%C3%BC", "srt://h.acme.net:9000?streamid=\u00fc"],
    // No UTF-8.
    ["srt://h.acme.net:9000?streamid=%ff", "srt://h.acme.net:9000?streamid=%FF"],
    // Nothing but the streamid of an SRT query counts.
    [
      "srt://h.acme.net:9000?mode=caller&latency=2000&streamid=a&passphrase=kestrel-orbit",
      "srt://h.acme.net:9000/?streamid=a",
    ],
    ["srt://h.acme.net:9000?srt_streamid=a", "srt://h.acme.net:9000?streamid=a"],
    ["srt://h.acme.net:9000?mode=caller&streamid=", "srt://h.acme.net:9000"],
    // Repairs are made.
    [" rtmp://h.acme.net/live/k\u200b", "rtmp://h.acme.net/live/k"],
    ["srt://h.acme.net:9000?mode=caller&amp;streamid=a", "srt://h.acme.net:9000?streamid=a"],
    // An empty query is none.
    ["rtmp://h.acme.net/live/k?", "rtmp://h.acme.net/live/k"],
    // Placeholders that are written alike, among what is written otherwise.
    ["rtmp://${HOST}.ACME.net/live/${KEY}", "rtmp://${HOST}.acme.net:1935/live/${KEY}"],
    ["rtmp://h.acme.net:${PORT}/live/%6b${KEY}", "rtmp://h.acme.net:${PORT}/live/k${KEY}"],
    ["srt://${TARGET}", "srt://${TARGET}"],
    ["${URI}", " ${URI}"],
    ["${SCHEME}://h.acme.net/live/k", "${SCHEME}://h.acme.net/live/k"],
    ["rtmp:${REST}", "rtmp:${REST}"],
    ["srt://h.acme.net:9000?${QUERY}", "srt://h.acme.net:9000?${QUERY}"],
    ["srt://h.acme.net:9000?streamid=a&${QUERY}", "srt://h.acme.net:9000?streamid=a&${OTHER}"],
    ["op://Live/YouTube/uri", "op://Live/YouTube/uri"],
  ])("%j, %j", (a, b) => {
    expect(addressOf(a)).toBeDefined();
    expect(addressOf(a)).toBe(addressOf(b));
    expect(keyOf(targetOf(a))).toBe(keyOf(targetOf(b)));
  });
});

describe("targets differ", () => {
  test.each([
    ["rtmp://h.acme.net/live/k", "rtmp://i.acme.net/live/k"],
    ["rtmp://h.acme.net/live/k", "rtmp://h.acme.net:1936/live/k"],
    // The port differs too.
    ["rtmp://h.acme.net/live/k", "rtmps://h.acme.net/live/k"],
    ["rtmp://h.acme.net/live/k", "rtmp://h.acme.net/live2/k"],
    // Keys are in upper and lower case.
    ["rtmp://h.acme.net/live/k", "rtmp://h.acme.net/live/K"],
    ["rtmp://h.acme.net/live/k?a=1", "rtmp://h.acme.net/live/k?a=2"],
    ["rtmp://h.acme.net/live?backup=1/k", "rtmp://h.acme.net/live?backup=1/l"],
    ["rtmp://h.acme.net/live?k", "rtmp://h.acme.net/live/k"],
    ["rtmp://h.acme.net/live#k", "rtmp://h.acme.net/live#l"],
    // An escaped delimiter is none.
    ["rtmp://h.acme.net/live/a/b", "rtmp://h.acme.net/live/a%2Fb"],
    ["rtmp://h.acme.net/live/%zz", "rtmp://h.acme.net/live/%ZZ"],
    // TCP and UDP.
    ["rtmp://h.acme.net:9000/live/k", "srt://h.acme.net:9000"],
    ["srt://h.acme.net:9000?streamid=a", "srt://h.acme.net:9000?streamid=b"],
    ["srt://h.acme.net:9000?streamid=a", "srt://h.acme.net:9000"],
    ["srt://h.acme.net:9000", "srt://h.acme.net:9001"],
    // What is meant to tell targets apart, though it does not.
    ["srt://h.acme.net:9000/live/a", "srt://h.acme.net:9000/live/b"],
    ["srt://h.acme.net:9000?stream_id=a", "srt://h.acme.net:9000?stream_id=b"],
    // Placeholders that are not written alike.
    ["rtmp://h.acme.net/live/${KEY}", "rtmp://h.acme.net/live/${key}"],
    ["rtmp://${HOST}/live/k", "rtmp://${host}/live/k"],
    ["rtmp://h.acme.net/live/${KEY}", "rtmp://h.acme.net/live/${KEY:-%61}"],
    ["rtmp://h.acme.net/live/${KEY:-a}", "rtmp://h.acme.net/live/${KEY:-%61}"],
    ["srt://h.acme.net:9000?${QUERY}", "srt://h.acme.net:9000"],
    ["srt://h.acme.net:9000?streamid=${A}", "srt://h.acme.net:9000?streamid=${B}"],
    ["${URI}", "${URI_2}"],
  ])("%j, %j", (a, b) => {
    expect(addressOf(a)).toBeDefined();
    expect(addressOf(b)).toBeDefined();
    expect(addressOf(a)).not.toBe(addressOf(b));
  });
});

test.each([
  // Without a key, an app, a host, a port.
  "rtmp://h.acme.net/live",
  "rtmp://h.acme.net/live/",
  "rtmp://h.acme.net",
  "rtmp:///live/k",
  "rtmp://:1935/live/k",
  "rtmp://h.acme.net:99999/live/k",
  "srt://h.acme.net?streamid=a",
  "srt://h.acme.net:?streamid=a",
  // Nobody filled in the key yet.
  "rtmp://h.acme.net/live/xxxx-xxxx-xxxx",
  "rtmp://h.acme.net/live/YOUR_STREAM_KEY",
])("%j lacks what tells targets apart", (uri) => {
  expect(addressOf(uri)).toBeUndefined();
});

function addressOf(uri: string): string | undefined {
  return targetAddressOf(targetOf(uri));
}

function targetOf(uri: string): Target {
  const text = JSON.stringify({ stream_id: 20, uri });
  const [target] = parseDocument(text, { language: "json" }).targets;
  if (!target) throw new Error(`No target: ${uri}`);
  return target;
}

describe("a URI by itself", () => {
  test("has the address that it has in a document", () => {
    expect(addressOfUri("RTMP://h.acme.net./live/k")).toBe(
      addressOfUri("rtmp://h.acme.net:1935/live/%6b"),
    );
    expect(addressOfUri("rtmp://h.acme.net/live/k")).not.toBe(
      addressOfUri("rtmp://h.acme.net/live/j"),
    );
    expect(addressOfUri("rtmp://h.acme.net/live")).toBeUndefined();
  });

  test("leaves nothing to be filled in", () => {
    // Escapes in a placeholder stay; in a key they are read.
    expect(addressOfUri("rtmp://h.acme.net/live/${A:-%6b}")).toBe(
      addressOfUri("rtmp://h.acme.net/live/${A:-k}"),
    );
  });
});
