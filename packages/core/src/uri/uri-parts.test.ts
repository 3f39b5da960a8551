import { mutated } from "@restream-lint/testkit";
import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUri } from "./uri.ts";
import { partsReadIn, type UriPart, uriPartsOf } from "./uri-parts.ts";

/** Input → parts; `~` after a kind: a placeholder stands in it. */
const CASES: readonly (readonly [string, string])[] = [
  // RTMP and RTMPS.
  ["rtmp://h.acme.net/live/key", "scheme=rtmp host=h.acme.net app=live stream-key=key"],
  [
    "RTMPS://user:pass@h.acme.net:443/live2/key/x?a=b&c#d",
    "scheme=RTMPS userinfo=user:pass host=h.acme.net port=443 app=live2 stream-key=key/x query=a=b&c fragment=d",
  ],
  ["rtmp://h.acme.net", "scheme=rtmp host=h.acme.net"],
  ["rtmp://h.acme.net/live?key", "scheme=rtmp host=h.acme.net app=live query=key"],
  [
    "rtmp://[2001:db8::1]:1935/live/key",
    "scheme=rtmp host=2001:db8::1 port=1935 app=live stream-key=key",
  ],

  // SRT: an ignored path, and pairs.
  [
    "srt://h.acme.net:9000/live/key?mode=caller&latency=2000",
    "scheme=srt host=h.acme.net port=9000 path=/live/key parameter=mode value=caller parameter=latency value=2000",
  ],
  [
    "srt://h.acme.net:9000?streamid=#!::r=a,m=publish&&mode",
    "scheme=srt host=h.acme.net port=9000 parameter=streamid value=#!::r=a,m=publish parameter=mode",
  ],

  // Empty parts are left out.
  ["rtmp://@h.acme.net:/?#", "scheme=rtmp host=h.acme.net"],
  [
    "srt://h.acme.net:9000?mode=&=caller&=",
    "scheme=srt host=h.acme.net port=9000 parameter=mode value=caller",
  ],
  ["rtmp:///live/key", "scheme=rtmp app=live stream-key=key"],

  // Repairs are made, and stand outside the parts at whose ends they are.
  [" rtmp:// h.acme.net/li ve/key ", "scheme=rtmp host=h.acme.net app=live stream-key=key"],
  [
    "srt://h.acme.net:9000?mode=caller&amp;latency=2?streamid=a",
    "scheme=srt host=h.acme.net port=9000 parameter=mode value=caller parameter=latency value=2 parameter=streamid value=a",
  ],

  // Placeholders.
  ["rtmp://${HOST}/${APP}/a${KEY}", "scheme=rtmp host~=${HOST} app~=${APP} stream-key~=a${KEY}"],
  [
    "srt://h.acme.net:9000?${MORE}&latency=${L}",
    "scheme=srt host=h.acme.net port=9000 parameter~=${MORE} parameter=latency value~=${L}",
  ],
  // Whatever the scheme is, these are a host and a path.
  [
    "${S}://h.acme.net/live/key?a=b#c",
    "scheme~=${S} host=h.acme.net path=/live/key query=a=b fragment=c",
  ],
  // The placeholder may hold any of the parts.
  ["${URI}", ""],
  ["${BASE}/live/key", ""],
  ["${HOST}:1935/live/key", ""],
  ["rtmp:${REST}", "scheme=rtmp"],

  // With a fault, no more than what is before the path.
  ["", ""],
  ["h.acme.net/live/key", ""],
  ["h.acme.net:1935/live/key", ""],
  ["//h.acme.net/live/key", "host=h.acme.net"],
  ["rtmp:/h.acme.net/live/key", "scheme=rtmp"],
  ["pass:h.acme.net/live/key", ""],
  ["http://u:p@h.acme.net:80/live/key?a=b#c", "scheme=http userinfo=u:p host=h.acme.net port=80"],
  ["rtmp://h.acme.net/live/${KEY", "scheme=rtmp host=h.acme.net"],
  ["srt://h.acme.net:9000?mode=caller&streamid=${KEY", "scheme=srt host=h.acme.net port=9000"],
];

describe("uriPartsOf", () => {
  test.each(CASES)("takes %j apart", (text, expected) => {
    expect(rendered(uriPartsOf(parseUri(text)))).toBe(expected);
  });

  test("says where the parts stand in the text", () => {
    const text = "srt://[2001:db8::1]:9000? lat ency=2000 &amp;mode=caller";
    const ranges = uriPartsOf(parseUri(text)).map(({ part: { range } }) =>
      text.slice(range.start, range.end),
    );
    expect(ranges).toEqual(["srt", "2001:db8::1", "9000", "lat ency", "2000", "mode", "caller"]);
  });

  test("knows the pair that a name and a value belong to", () => {
    const parts = uriPartsOf(parseUri("srt://h.acme.net:9000?mode=caller&=2&latency"));
    const pairs = parts.map(({ kind, pair }) => pair && `${kind} of ${pair.whole.text}`);
    expect(pairs.filter((it) => it !== undefined)).toEqual([
      "parameter of mode=caller",
      "value of mode=caller",
      "value of =2",
      "parameter of latency",
    ]);
  });

  test("keeps parts that are not empty in order and apart, for any text", () => {
    const pieces = [
      ..."/?#[]@:&=%$ \t\u200b\u0007\ufdd0\ufdd1-09aé{}",
      ..."//,rtmp:,rtmps://,srt://h:9,SRT:,http,a.acme.net,2001:db8,mode=caller,?latency=,&amp;,${A},${,{{ x }}".split(
        ",",
      ),
    ];
    const texts = oneof(
      string({ unit: "binary" }),
      array(constantFrom(...pieces)).map((it) => it.join("")),
      mutated(CASES.map(([text]) => text)),
    );
    const check = property(texts, (text) => {
      const uri = parseUri(text);
      let end = 0;
      for (const { part } of uriPartsOf(uri)) {
        expect(part.range.start).toBeGreaterThanOrEqual(end);
        expect(part.range.end).toBeGreaterThan(part.range.start);
        expect(part.text).not.toBe("");
        end = part.range.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    });
    assert(check, { numRuns: 1000 });
  });
});

describe("partsReadIn", () => {
  test.each([
    ["rtmp://@h.acme.net:/?#", "scheme=rtmp userinfo= host=h.acme.net port= query= fragment="],
    [
      "srt://:9000?mode=&=",
      "scheme=srt host= port=9000 path= parameter=mode value= parameter= value=",
    ],
    ["rtmp://h.acme.net/live/${KEY", "scheme=rtmp host=h.acme.net app=live stream-key=${KEY"],
    ["http://h.acme.net/a?b", "scheme=http host=h.acme.net path=/a query=b"],
    ["pass:h.acme.net/live/key", "scheme=pass"],
    ["${URI}/key", ""],
  ])("lists all of %j, empty or not sure", (text, expected) => {
    expect(rendered(partsReadIn(parseUri(text)))).toBe(expected);
  });
});

function rendered(parts: readonly UriPart[]): string {
  return parts.map(({ kind, part }) => `${kind}${part.isOpen ? "~" : ""}=${part.text}`).join(" ");
}
