import { assert, constantFrom, property, string, array, oneof } from "fast-check";
import { describe, expect, test } from "vitest";
import { isWritten, type Part } from "./part.ts";
import { rtmpPathOf } from "./rtmp.ts";
import { parseUri, type Uri } from "./uri.ts";

/** Input → parts; `~` after a name: a placeholder stands in it. */
const CASES: readonly (readonly [string, string])[] = [
  // RTMP and RTMPS.
  ["rtmp://a.acme.net/live/key", "rtmp host=a.acme.net path=/live/key"],
  ["rtmps://a.acme.net:443/live/key", "rtmps host=a.acme.net port=443 path=/live/key"],
  ["RTMP://A.Acme.NET/Live/Key", "rtmp scheme=RTMP host=A.Acme.NET path=/Live/Key"],
  ["rtmp://a.acme.net", "rtmp host=a.acme.net path="],
  ["rtmp://a.acme.net/", "rtmp host=a.acme.net path=/"],
  ["rtmp://a.acme.net//live//key/", "rtmp host=a.acme.net path=//live//key/"],
  ["rtmp://a.acme.net/v2/pub/key", "rtmp host=a.acme.net path=/v2/pub/key"],
  [
    "rtmp://a.acme.net/live-bvc/?streamname=live_1&key=x",
    "rtmp host=a.acme.net path=/live-bvc/ query=streamname=live_1&key=x",
  ],
  ["rtmp://a.acme.net/live2?backup=1/KEY", "rtmp host=a.acme.net path=/live2 query=backup=1/KEY"],
  ["rtmp://a.acme.net/in/7?abc?def", "rtmp host=a.acme.net path=/in/7 query=abc?def"],
  ["rtmp://a.acme.net/live?", "rtmp host=a.acme.net path=/live query="],
  ["rtmp://a.acme.net/live#key", "rtmp host=a.acme.net path=/live fragment=key"],
  [
    "rtmp://a.acme.net/live?q=1#key#2?3",
    "rtmp host=a.acme.net path=/live query=q=1 fragment=key#2?3",
  ],
  ["rtmp://a.acme.net?q", "rtmp host=a.acme.net path= query=q"],
  ["rtmp://a.acme.net#f", "rtmp host=a.acme.net path= fragment=f"],
  ["rtmp://a.acme.net/s/12:ab@c", "rtmp host=a.acme.net path=/s/12:ab@c"],
  ["rtmp://a.acme.net/live/%20%zz", "rtmp host=a.acme.net path=/live/%20%zz"],
  ["rtmp://a.acme.net\\live\\key", "rtmp host=a.acme.net\\live\\key path="],

  // Userinfo: up to the last `@`.
  [
    "rtmp://user:pass@a.acme.net:1935/app/inst/key",
    "rtmp userinfo=user:pass host=a.acme.net port=1935 path=/app/inst/key",
  ],
  [
    "rtmp://us@er:p@ss@a.acme.net/live/key",
    "rtmp userinfo=us@er:p@ss host=a.acme.net path=/live/key",
  ],
  ["rtmp://@a.acme.net/live/key", "rtmp userinfo= host=a.acme.net path=/live/key"],
  ["rtmp://user@/live/key", "rtmp userinfo=user host= path=/live/key"],
  [
    "rtmp://user@[2001:db8::1]:1935/live",
    "rtmp userinfo=user host=2001:db8::1 port=1935 path=/live",
  ],

  // Hosts.
  ["rtmp:///live/key", "rtmp host= path=/live/key"],
  ["rtmp://", "rtmp host= path="],
  ["rtmp://:1935/live", "rtmp host= port=1935 path=/live"],
  ["rtmp://203.0.113.7:1935/live/key", "rtmp host=203.0.113.7 port=1935 path=/live/key"],
  ["rtmp://a.acme.net./live/key", "rtmp host=a.acme.net. path=/live/key"],
  ["rtmp://bücher.de/live/key", "rtmp host=bücher.de path=/live/key"],
  ["rtmp://xn--bcher-kva.de/live/key", "rtmp host=xn--bcher-kva.de path=/live/key"],
  ["rtmp://直播.中国:1935/live/key", "rtmp host=直播.中国 port=1935 path=/live/key"],
  ["rtmp://my_srs/live/key", "rtmp host=my_srs path=/live/key"],
  ["rtmp://[2001:db8::1]/live", "rtmp host=2001:db8::1 path=/live"],
  ["rtmp://[2001:db8::1]:1935/live", "rtmp host=2001:db8::1 port=1935 path=/live"],
  ["rtmp://[::ffff:10.0.0.1]:1935/live", "rtmp host=::ffff:10.0.0.1 port=1935 path=/live"],
  ["rtmp://[fe80::1%25eth0]:1935/live", "rtmp host=fe80::1%25eth0 port=1935 path=/live"],
  ["srt://[::]:9000", "srt host=:: port=9000 path="],
  ["rtmp://[2001:db8::1/live", "rtmp host=[2001:db8::1 path=/live"],
  ["rtmp://2001:db8::1]:1935/live", "rtmp host=2001:db8::1] port=1935 path=/live"],
  ["rtmp://[]:1935/live", "rtmp host=[] port=1935 path=/live"],
  ["rtmp://[a.acme.net]:1935/live", "rtmp host=[a.acme.net] port=1935 path=/live"],
  ["rtmp://[::1]x:1935/live", "rtmp host=[::1]x port=1935 path=/live"],
  [
    "rtmp://2001:db8::1:1935/live",
    "rtmp host=2001:db8::1 port=1935 path=/live readings=[2001:db8::1]:1935|[2001:db8::1:1935]",
  ],
  ["rtmp://2001:db8::1:0/live", "rtmp host=2001:db8::1:0 path=/live readings=[2001:db8::1:0]"],
  [
    "rtmp://2001:db8::1:70000/live",
    "rtmp host=2001:db8::1 port=70000 path=/live readings=[2001:db8::1]:70000",
  ],
  ["rtmp://2001:db8::beef/live", "rtmp host=2001:db8::beef path=/live readings=[2001:db8::beef]"],
  [
    "rtmp://2001:db8:0:0:0:0:0:1:1935/live",
    "rtmp host=2001:db8:0:0:0:0:0:1 port=1935 path=/live readings=[2001:db8:0:0:0:0:0:1]:1935",
  ],
  ["srt://::1:9000", "srt host=::1 port=9000 path= readings=[::1]:9000|[::1:9000]"],
  [
    "rtmp://fe80::1%eth0:1935/live",
    "rtmp host=fe80::1%eth0 port=1935 path=/live readings=[fe80::1%eth0]:1935",
  ],
  ["rtmp://2001:db8::zz:1935/live", "rtmp host=2001:db8::zz port=1935 path=/live"],

  // Ports.
  ["rtmp://a.acme.net:/live", "rtmp host=a.acme.net port= path=/live"],
  ["rtmp://a.acme.net:0/live", "rtmp host=a.acme.net port=0 path=/live"],
  [
    "rtmp://a.acme.net:99999999999999999999/live",
    "rtmp host=a.acme.net port=99999999999999999999 path=/live",
  ],
  ["rtmp://a.acme.net:live/key", "rtmp host=a.acme.net port=live path=/key"],
  ["rtmp://a.acme.net:1935:1936/live", "rtmp host=a.acme.net port=1935:1936 path=/live"],

  // SRT: the query runs to the end of the text.
  ["srt://a.acme.net:9000", "srt host=a.acme.net port=9000 path="],
  [
    "srt://a.acme.net:9000?mode=caller&latency=2000",
    "srt host=a.acme.net port=9000 path= query=mode=caller&latency=2000",
  ],
  ["srt://a.acme.net:9000/?mode=caller", "srt host=a.acme.net port=9000 path=/ query=mode=caller"],
  [
    "srt://a.acme.net:9000/app/key?mode=caller",
    "srt host=a.acme.net port=9000 path=/app/key query=mode=caller",
  ],
  [
    "srt://a.acme.net:9000?streamid=7#abc&mode=caller",
    "srt host=a.acme.net port=9000 path= query=streamid=7#abc&mode=caller",
  ],
  [
    "srt://a.acme.net:9000?streamid=#!::r=live/a,m=publish",
    "srt host=a.acme.net port=9000 path= query=streamid=#!::r=live/a,m=publish",
  ],
  ["srt://a.acme.net:9000?streamid=a?b", "srt host=a.acme.net port=9000 path= query=streamid=a?b"],
  [
    "srt://a.acme.net:9000?mode=caller?latency=2000",
    "srt host=a.acme.net port=9000 path= query=mode=caller&latency=2000 repairs=srt-second-question-mark@33-34",
  ],
  ["srt://a.acme.net:9000#abc", "srt host=a.acme.net port=9000 path=#abc"],
  ["srt://:9000?mode=listener", "srt host= port=9000 path= query=mode=listener"],
  ["SRT://a.acme.net:9000?a#b", "srt scheme=SRT host=a.acme.net port=9000 path= query=a#b"],
  // Another scheme that begins so is not SRT.
  [
    "srtp://a.acme.net?a#b",
    "unsupported-scheme scheme=srtp host=a.acme.net path= query=a fragment=b",
  ],

  // Escaped ampersands are read as `&`.
  [
    "srt://a.acme.net:1?a=1&amp;b=2",
    "srt host=a.acme.net port=1 path= query=a=1&b=2 repairs=escaped-ampersand@22-27",
  ],
  [
    "srt://a.acme.net:1?a=1\\u0026b=2",
    "srt host=a.acme.net port=1 path= query=a=1&b=2 repairs=escaped-ampersand@22-28",
  ],
  [
    "srt://a.acme.net:1?a=1\\u0026amp;amp;b=2",
    "srt host=a.acme.net port=1 path= query=a=1&b=2 repairs=escaped-ampersand@22-36",
  ],
  [
    "srt://a.acme.net:1?a=1&AMP;b",
    "srt host=a.acme.net port=1 path= query=a=1&b repairs=escaped-ampersand@22-27",
  ],
  ["srt://a.acme.net:1?a=1&ampere=b", "srt host=a.acme.net port=1 path= query=a=1&ampere=b"],

  // Whitespace of every kind is read over.
  [" \trtmp://h.acme.net/a/k", "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@0-2"],
  ["rtmp://h.acme.net/a/k\r\n", "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@21-23"],
  [
    "rtmp:// h.acme.net /a/ k",
    "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@7-8,stray-whitespace@18-19,stray-whitespace@22-23",
  ],
  [
    "rt mp :// [::1] : 19 35",
    "rtmp host=::1 port=1935 path= repairs=stray-whitespace@2-3,stray-whitespace@5-6,stray-whitespace@9-10,stray-whitespace@15-16,stray-whitespace@17-18,stray-whitespace@20-21",
  ],
  [
    "s rt://h.acme.net:1?a#b",
    "srt host=h.acme.net port=1 path= query=a#b repairs=stray-whitespace@1-2",
  ],
  [
    "rtmp://h.acme.net/a/\u00a0k\u200b\u2060\ufeff",
    "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@20-21,stray-whitespace@22-25",
  ],
  [
    "rtmp://h.acme.net/a\u2028\u3000/k\u0085",
    "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@19-21,stray-whitespace@23-24",
  ],
  // So are control characters, and marks of writing direction.
  [
    "\u202artmp://h.ac\u0000\u001bme.net/a/k\u007f\u2069",
    "rtmp host=h.acme.net path=/a/k repairs=control-character@0-1,control-character@12-14,control-character@24-26",
  ],
  [
    "rtmp://h.acme.net/a/ \u0007\tk\u0084\u0085\u0086",
    "rtmp host=h.acme.net path=/a/k repairs=stray-whitespace@20-21,control-character@21-22,stray-whitespace@22-23,control-character@24-25,stray-whitespace@25-26,control-character@26-27",
  ],
  [
    "s\u200ert:\u061c//h.acme.net:1?mo\u200fde=a\u0000&\u009famp;b",
    "srt host=h.acme.net port=1 path= query=mode=a&amp;b repairs=control-character@1-2,control-character@5-6,control-character@23-24,control-character@28-29,control-character@30-31",
  ],
  ["", "empty path="],
  ["\u0000", "empty path= repairs=control-character@0-1"],
  [" \u200b\n", "empty path= repairs=stray-whitespace@0-3"],

  // Placeholders stand for any valid value of their place.
  ["${URI}", "path~=${URI}"],
  ["op://studio/youtube live/uri", "path~=op://studio/youtube live/uri"],
  [
    "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]",
    "path~=ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]",
  ],
  ["${BASE}/live/key", "path~=${BASE}/live/key"],
  ["${SCHEME}://h.acme.net/a/k", "scheme~=${SCHEME} host=h.acme.net path=/a/k"],
  ["rtmp${S}://h.acme.net/a/k", "scheme~=rtmp${S} host=h.acme.net path=/a/k"],
  ["rtmp:${REST}", "rtmp path~=${REST}"],
  ["rtmp://${HOST}", "rtmp host~=${HOST} path="],
  [
    "rtmp://${HOST}:${PORT}/${APP}/${KEY}?${Q}#${F}",
    "rtmp host~=${HOST} port~=${PORT} path~=/${APP}/${KEY} query~=${Q} fragment~=${F}",
  ],
  ["rtmp://${USER}:${PASS}@${HOST}/a/k", "rtmp userinfo~=${USER}:${PASS} host~=${HOST} path=/a/k"],
  ["rtmp://[${V6}]:1935/a/k", "rtmp host~=${V6} port=1935 path=/a/k"],
  ["rtmp://2001:db8::${X}:1935/a/k", "rtmp host~=2001:db8::${X}:1935 path=/a/k"],
  // Delimiters inside one are its own.
  [
    "rtmp://${HOST:-a.acme.net:1935/x?y#z@w}/a/k",
    "rtmp host~=${HOST:-a.acme.net:1935/x?y#z@w} path=/a/k",
  ],
  ["rtmp://h.acme.net/a/${KEY:-${OLD:-a b}}", "rtmp host=h.acme.net path~=/a/${KEY:-${OLD:-a b}}"],
  [
    "rtmp://h.acme.net/a/{{ key }}-${{ secrets.KEY }}",
    "rtmp host=h.acme.net path~=/a/{{ key }}-${{ secrets.KEY }}",
  ],
  ["rtmp://h.acme.net/a/<% key %>", "rtmp host=h.acme.net path~=/a/<% key %>"],
  [
    "srt://h.acme.net:${PORT}?mode=${MODE}#x",
    "srt host=h.acme.net port~=${PORT} path= query~=mode=${MODE}#x",
  ],
  // Not placeholders.
  ["rtmp://h.acme.net/a/$KEY", "rtmp host=h.acme.net path=/a/$KEY"],
  ["rtmp://h.acme.net/a/$${KEY}", "rtmp host=h.acme.net path=/a/$${KEY}"],
  // What the parser uses for marks is read as U+FFFD.
  ["rtmp://h.acme.net/a/\ufdd0\ufdd1", "rtmp host=h.acme.net path=/a/\ufffd\ufffd"],
  ["rtmp://h.acme.net/a/op://x/y/z", "rtmp host=h.acme.net path=/a/op://x/y/z"],
  [
    "rtmp://${HOST/a/k",
    "malformed-placeholder rtmp host=${HOST path=/a/k malformed=unterminated@7-13",
  ],
  [
    "rtmp://h.acme.net/a/${}",
    "malformed-placeholder rtmp host=h.acme.net path=/a/${} malformed=no-name@20-23",
  ],

  // No scheme.
  ["a.rtmp.youtube.com/live2/key", "no-scheme path=a.rtmp.youtube.com/live2/key"],
  ["a.acme.net:1935/live/key", "no-scheme path=1935/live/key"],
  ["localhost:1935/live/key", "no-scheme path=1935/live/key"],
  ["//a.acme.net/live/key", "no-scheme host=a.acme.net path=/live/key"],
  ["://a.acme.net/live/key", "no-scheme path=://a.acme.net/live/key"],
  ["a.b://h.acme.net/live/key", "no-scheme host=h.acme.net path=/live/key"],
  ["<rtmp://h.acme.net/live/key>", "no-scheme host=h.acme.net path=/live/key>"],
  ["a${HOST}.acme.net/live/key", "no-scheme path~=a${HOST}.acme.net/live/key"],
  ["ingest:${PORT}/live/key", "no-scheme scheme=ingest path~=${PORT}/live/key"],
  ["/live/key", "no-scheme path=/live/key"],
  ["?mode=caller", "no-scheme path= query=mode=caller"],
  ["rtmp", "no-scheme path=rtmp"],

  // No `//`.
  ["rtmp:", "no-slashes rtmp path="],
  ["rtmp:/h.acme.net/live/key", "no-slashes rtmp path=/h.acme.net/live/key"],
  ["rtmp:h.acme.net/live/key", "no-slashes rtmp path=h.acme.net/live/key"],
  ["rtmp:10.0.0.1/live/key", "no-slashes rtmp path=10.0.0.1/live/key"],
  ["rtmp:1935/live", "no-slashes rtmp path=1935/live"],
  ["srt:h.acme.net:9000?a#b", "no-slashes srt path=h.acme.net:9000 query=a#b"],
  ["rtmp:\\\\h.acme.net\\live", "no-slashes rtmp path=\\\\h.acme.net\\live"],
  ["http:/h.acme.net", "no-slashes scheme=http path=/h.acme.net"],

  // A scheme that Gcore does not push.
  [
    "https://www.youtube.com/watch?v=x",
    "unsupported-scheme scheme=https host=www.youtube.com path=/watch query=v=x",
  ],
  ["rtpm://a.acme.net/live/key", "unsupported-scheme scheme=rtpm host=a.acme.net path=/live/key"],
];

describe("parseUri", () => {
  test.each(CASES)("%j", (text, expected) => {
    expect(rendered(parseUri(text))).toBe(expected);
  });
});

describe("for any text", () => {
  const PIECES = [
    ..."/?#[]@:&=%.$\\ \t\n\u00a0\u200b\u0007\u202e\ufdd0\ufdd1-_09afZé{}<>",
    ..."//,::,rtmp,rtmps,srt,SRT,http,a.acme.net,1935,2001:db8,mode=caller,?latency=,streamid=#!::,&amp;,\\u0026,${A},${,${A:-b},$${,{{ x }},<% y,op://,ENC[x]".split(
      ",",
    ),
  ];
  const uris = oneof(
    string({ unit: "binary" }),
    array(constantFrom(...PIECES)).map((pieces) => pieces.join("")),
    constantFrom(...CASES.map(([text]) => text)),
  );

  test("parses, with ranges inside it and in order", () => {
    assert(
      property(uris, (text) => {
        let end = 0;
        for (const { range } of partsOf(parseUri(text))) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          end = range.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("a part is the text at its range, unless something in it was repaired", () => {
    assert(
      property(uris, (text) => {
        const uri = parseUri(text);
        for (const part of partsOf(uri)) {
          const { start, end } = part.range;
          const isRepaired = uri.repairs.some(
            ({ range }) => range.start < end && start < range.end,
          );
          const written = text
            .slice(start, end)
            .replaceAll(/[\ufdd0\ufdd1]/g, isWritten(part) ? "\ufffd" : "$&");
          if (!isRepaired && isWritten(part)) expect(part.text).toBe(written);
        }
      }),
    );
  });

  test("it reads the same once its repairs are made", () => {
    assert(
      property(uris, (text) => {
        const uri = parseUri(text);
        const mended = parseUri(mendedText(uri));
        const meant = partsOf(uri).map((part) => part.text);
        if (mended.repairs.length === 0)
          expect(partsOf(mended).map((part) => part.text)).toEqual(meant);
      }),
    );
  });
});

/** A parser whose cost grew with the square of the length would not be done before the test's time is up. */
describe("ends on a million characters of", () => {
  const pieces = [
    ..."/?#[]@:&%. a${<\u0007",
    ..."{{,<%,${,${A},${{,?mode=,&amp;,a ,:a,[:,a.,1:,[::1]@,?a=&".split(","),
  ];
  test.each(pieces)("%s", (piece) => {
    const long = piece.repeat(1_000_000 / piece.length);
    for (const start of ["rtmp://", "srt://a.acme.net:1?"]) {
      const uri = parseUri(start + long);
      expect(rtmpPathOf(uri).hasSlash).toBeTypeOf("boolean");
      expect(uri.text.length).toBeGreaterThanOrEqual(long.length);
    }
  });
  test.each([
    ["", "a", ""],
    ["", ":", ""],
    ["rtmp://[", ":", ""],
    ["rtmp://[", "a]", ""],
    ["rtmp://1:", "1:", ""],
    ["rtmp://h.acme.net/", "a/", ""],
    ["op://a/b/", " ", "\nx"],
    ["ENC[", "ENC[", ""],
    ["", "srt:", ""],
    ["srt://h:1?streamid=", "#!::&streamid=", ""],
  ])("%j + %j + %j", (start, piece, end) => {
    const text = start + piece.repeat(1_000_000 / piece.length) + end;
    expect(parseUri(text).text).toBe(text);
  });
});

function rendered(uri: Uri): string {
  const { authority, path, query, fragment, repairs, malformedPlaceholders } = uri;
  const scheme = uri.scheme?.text === uri.protocol ? undefined : uri.scheme;
  const readings = authority?.unbracketed?.readings.map((it) => it.text).join("|");
  return [
    ...[uri.fault, uri.protocol].filter((it) => it !== undefined),
    ...shown("scheme", scheme),
    ...shown("userinfo", authority?.userinfo),
    ...shown("host", authority?.host),
    ...shown("port", authority?.port),
    ...shown("path", path),
    ...shown("query", query),
    ...shown("fragment", fragment),
    ...(readings === undefined ? [] : [`readings=${readings}`]),
    ...list(
      "repairs",
      repairs.map(({ kind, range }) => `${kind}@${range.start}-${range.end}`),
    ),
    ...list(
      "malformed",
      malformedPlaceholders.map(({ reason, range }) => `${reason}@${range.start}-${range.end}`),
    ),
  ].join(" ");
}

function shown(name: string, it: Part | undefined): string[] {
  return it ? [`${name}${it.isOpen ? "~" : ""}=${it.text}`] : [];
}

function list(name: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`${name}=${items.join(",")}`] : [];
}

function partsOf({ scheme, authority, path, query, fragment }: Uri): Part[] {
  const { userinfo, host, port } = authority ?? {};
  return [scheme, userinfo, host, port, path, query, fragment].filter((it) => it !== undefined);
}

function mendedText({ text, repairs }: Uri): string {
  return repairs.reduceRight(
    (mended, { range, newText }) =>
      mended.slice(0, range.start) + newText + mended.slice(range.end),
    text,
  );
}
