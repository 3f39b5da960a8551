import { assert, constantFrom, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { redactedIn, redactUri, secretsIn } from "./redact.ts";
import { parseUri } from "./uri.ts";

describe("redactUri", () => {
  test.each([
    // RTMP: the key, with all that may belong to it.
    ["rtmp://a.rtmp.youtube.com/live2/abcd-efgh", "rtmp://a.rtmp.youtube.com/live2/***"],
    ["RTMPS://Live.Acme.NET:443/rtmp/FB-1-0-Abc/x", "RTMPS://Live.Acme.NET:443/rtmp/***/***"],
    ["rtmp://h.acme.net/live2?backup=1/abcd", "rtmp://h.acme.net/live2?backup=***/***"],
    ["rtmp://h.acme.net/in/12345?aaabbb", "rtmp://h.acme.net/in/***?***"],
    ["rtmp://h.acme.net/in/12345?aaabbb=", "rtmp://h.acme.net/in/***?***="],
    [
      "rtmp://h.acme.net/live/k?s_bl=4&token=ab&&x",
      "rtmp://h.acme.net/live/***?s_bl=***&token=***&&***",
    ],
    [
      "rtmp://h.acme.net/live/k?a&amp;token=ab&amp;sign=cd",
      "rtmp://h.acme.net/live/***?***&***token=***&***sign=***",
    ],
    ["rtmp://h.acme.net/live#key", "rtmp://h.acme.net/live#***"],
    ["rtmp://user:pa:ss@h.acme.net/live/k", "rtmp://***:***:***@h.acme.net/live/***"],
    // Alone, an app may be a key.
    ["rtmp://h.acme.net/live2", "rtmp://h.acme.net/live2"],
    ["rtmp://h.acme.net/abcd-efgh-1234", "rtmp://h.acme.net/***"],
    ["rtmp://h.acme.net/abcd-efgh-1234/", "rtmp://h.acme.net/***/"],
    // SRT: what is known to be harmless.
    [
      "srt://h.acme.net:9000?mode=caller&latency=2.5&passphrase=correct-horse&pbkeylen=16",
      "srt://h.acme.net:9000?mode=caller&latency=2.5&passphrase=***&pbkeylen=16",
    ],
    ["srt://h.acme.net:9000?mode=hunter&latency=abc", "srt://h.acme.net:9000?mode=***&latency=***"],
    [
      "srt://h.acme.net:9000?streamid=7#tok&mode=caller",
      "srt://h.acme.net:9000?streamid=***#***&mode=caller",
    ],
    [
      "srt://h.acme.net:9000?streamid=#!::u=me,r=live/x,m=publish",
      "srt://h.acme.net:9000?streamid=#!::u=***,r=***/***,m=publish",
    ],
    ["srt://h.acme.net:9000/live/key?key=1", "srt://h.acme.net:9000/***/***?key=***"],
    ["srt://h.acme.net:9000?abc", "srt://h.acme.net:9000?***"],
    ["srt://h.acme.net:9000?Abc1=2", "srt://h.acme.net:9000?***=***"],
    ["srt://[2001:db8::1]:9000?a=1", "srt://[2001:db8::1]:9000?a=***"],
    ["srt://2001:db8::1:9000?a=1", "srt://2001:db8::1:9000?a=***"],
    // A control character stands in nobody's way.
    ["rtmp://h.acme.net/live/a\u0007bcd\u202c", "rtmp://h.acme.net/live/***"],
    ["rtmp://h.ac\u0007me.net/live/abcd", "rtmp://***/live/***"],
    ["srt://h.acme.net:9000?pass\u200ephrase=abcd", "srt://h.acme.net:9000?pass\u200ephrase=***"],
    // What cannot be read shows next to nothing.
    ["rtmp://user:pa/ss@h.acme.net/live/k", "rtmp://***:***/***@***/***/***"],
    ["rtmp://h.acme.net:secret/live/k", "rtmp://h.acme.net:***/live/***"],
    ["h.acme.net/live/key", "***/***/***"],
    ["h.acme.net:1935/live/key", "***:***/***/***"],
    ["rtmp:/h.acme.net/live/key", "rtmp:/***/***/***"],
    ["user:pass", "***:***"],
    ["hunter2", "***"],
    ["", ""],
    ["https://h.acme.net/watch?v=key", "https://h.acme.net/***?***=***"],
    ["rtpm://h.acme.net/live/key", "rtpm://h.acme.net/***/***"],
    // Placeholders: their names, never a default.
    ["rtmp://h.acme.net/live2/${KEY}", "rtmp://h.acme.net/live2/${KEY}"],
    ["rtmp://h.acme.net/live2/${KEY:-abcd}", "rtmp://h.acme.net/live2/${KEY***}"],
    ["rtmp://${HOST:-u:p@h.acme.net}/live/${A-${B:-c}}x", "rtmp://${HOST***}/live/${A***}***"],
    [
      "srt://${H}:${PORT:?hunter2}?streamid=${S:+x}&latency=${L}",
      "srt://${H}:${PORT***}?streamid=${S***}&latency=${L}",
    ],
    ["rtmp://h.acme.net/live/${hunter 2}", "rtmp://h.acme.net/live/${***}"],
    ["rtmp://h.acme.net/live/{{ key }}", "rtmp://h.acme.net/live/{{ key }}"],
    ['rtmp://h.acme.net/live/{{ "key" }}', "rtmp://h.acme.net/live/{{***}"],
    ["op://vault/item/field", "op://vault/item/field"],
    ["rtmp://${HOST:-secret/live/k", "rtmp://***:***/***/***"],
    ["rtmp://h.acme.net/live/${KEY:-secret", "rtmp://***/***/***:***"],
    // Begins with a digit: no name of a variable.
    ["rtmp://h.acme.net/live/${9f8c2a71-4b3e}", "rtmp://h.acme.net/live/${***}"],
    // A long number may be a key.
    ["srt://h.acme.net:9000?latency=123456789", "srt://h.acme.net:9000?latency=123456789"],
    ["srt://h.acme.net:9000?latency=1234567890", "srt://h.acme.net:9000?latency=***"],
    // No label of a host is so long.
    [`rtmp://${"a".repeat(63)}.acme.net/live/x`, `rtmp://${"a".repeat(63)}.acme.net/live/***`],
    [`rtmp://${"a".repeat(64)}.acme.net/live/x`, "rtmp://***/live/***"],
    // The rest of a secret that holds an `&` is no name.
    [
      "srt://h.acme.net:9000?streamid=a&horse=b&mode=caller&horse=c",
      "srt://h.acme.net:9000?streamid=***&***=***&mode=caller&horse=***",
    ],
    [
      "srt://h.acme.net:9000?passphrase=a&amp;horse=b",
      "srt://h.acme.net:9000?passphrase=***&***=***",
    ],
    // What the access-control syntax is built of may be encoded.
    [
      "srt://h.acme.net:9000?streamid=%23!::u=me,r=live/x,m=publish",
      "srt://h.acme.net:9000?streamid=%23!::u=***,r=***/***,m=publish",
    ],
    [
      "srt://h.acme.net:9000?streamid=%23%21%3a%3Ar%3Da%2cm%3Dpublish%2CHORSE%3Db",
      "srt://h.acme.net:9000?streamid=%23%21%3a%3Ar***%2cm%3Dpublish***",
    ],
    ["srt://h.acme.net:9000?streamid=%23horse=1", "srt://h.acme.net:9000?streamid=***=***"],
  ])("%j is shown as %j", (text, shown) => {
    expect(redactUri(text)).toBe(shown);
  });

  test.each([
    "rtmp://@:x@h.acme.net/live/k",
    "rtmp://u:@@h.acme.net/live/k",
    "rtmp://u@h.acme.net:@/live/k",
    "rtmp://u:@/x@h.acme.net/live/k",
    "rtmp://u:1@/@h.acme.net/live/k",
    "rtmp://u:@?x@h.acme.net/live/k",
    "rtmps://h.acme.net:@/live/k",
    "rtmps://h.acme.net:1935@/live/k",
    "rtmp://h.acme.net/live/@",
    "rtmp://h.acme.net/@",
    "rtmp://h.acme.net/live/a/@?b#@",
    "rtmp://h.acme.net/live?@",
    "rtmp://h.acme.net/live?@=1",
    "rtmp://h.acme.net/live?k=@&l=@",
    "rtmp://h.acme.net/live?a&amp;b&amp;token=@&amp;x",
    "rtmp://h.acme.net/live?a=1#@",
    "rtmp://h.acme.net/live/${KEY:-@}",
    "rtmp://${HOST:-@}/live/k",
    "rtmp://${HOST:-@/live/k",
    "rtmp://h.acme.net/live/${@",
    "${URI:-@}",
    "h.acme.net/live/@",
    "@",
    "rtmp:@",
    "rtmp:/@",
    "http://h.acme.net/@?@=@#@",
    "srt://@:@@h.acme.net:9000?mode=caller",
    "srt://h.acme.net:@?mode=caller",
    "srt://h.acme.net:9000/@?mode=caller",
    "srt://h.acme.net:9000?@",
    "srt://h.acme.net:9000?@=1",
    "srt://h.acme.net:9000?mode=@&latency=@&pbkeylen=@",
    "srt://h.acme.net:9000?streamid=@&passphrase=@&x=@",
    "srt://h.acme.net:9000?streamid=#!::u=@,r=@,m=@,@&mode=caller",
    "srt://h.acme.net:9000?streamid=x#@&mode=caller#@",
    "srt://h.acme.net:9000?mode=caller?passphrase=@",
    "srt://h.acme.net:9000?mode=caller&amp;passphrase=@&amp;x=@",
    "srt://h.acme.net:9000? passphrase = @ &streamid= @",
    "srt://h.acme.net:9000?\u202apassphrase\u0007=@\u0000&streamid=\u202e@",
    "rtmp://h.acme.net/li\u0007ve/\u0007@\u202c",
    "srt://2001:db8::1:9000?streamid=@",
  ])("a secret for every @ in %j never shows, and no part of it", (template) => {
    const secrets = string({
      unit: constantFrom(..."ABXYZ0123456789-_.!~"),
      minLength: 6,
      maxLength: 20,
    });
    // Not the `@` that ends userinfo.
    const places = /@(?!h\.acme)/g;
    const check = property(secrets, (secret) => {
      const canary = `Q${secret}Q`;
      const shown = redactUri(template.replaceAll(places, canary));
      for (let at = 0; at + 4 <= canary.length; at++)
        expect(shown).not.toContain(canary.slice(at, at + 4));
    });
    assert(check, { numRuns: 20 });
  });

  test("of any text, the rest of it stays as it is, and the secrets come in order and apart", () => {
    const pieces = [
      "srt://",
      "rtmp://",
      "h.acme.net",
      ":",
      "/",
      "?",
      "#",
      "&",
      "=",
      "@",
      "${",
      "}",
      ":-",
      "{{",
      "mode",
      "streamid",
      "#!::",
      "x",
      "&amp;",
      " ",
      "[",
      "]",
      "😀",
    ];
    const check = property(string({ unit: constantFrom(...pieces), maxLength: 24 }), (text) => {
      let end = -1;
      for (const secret of secretsIn(parseUri(text))) {
        expect(secret.start).toBeGreaterThan(end);
        expect(secret.end).toBeGreaterThan(secret.start);
        end = secret.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      const pattern = redactUri(text)
        .replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")
        .replaceAll("\\*\\*\\*", "[^]+");
      expect(text).toMatch(new RegExp(`^${pattern}$`));
    });
    assert(check);
  });

  test.each([
    ["host", "***"],
    ["port", "9000"],
    ["query", "a=***&***"],
  ] as const)("takes the %s alone", (name, expected) => {
    const uri = parseUri("srt://u+x:9000?a=b&c");
    const part = name === "query" ? uri.query : uri.authority?.[name];
    expect(part && redactedIn(uri, part.range)).toBe(expected);
  });

  test("the tuple of a name and a value shows the name alone", () => {
    const names = string({
      unit: constantFrom(..."abcdefgh_"),
      minLength: 1,
      maxLength: 20,
    }).filter((it) => /^[a-z]/.test(it));
    const check = property(tuple(names, names), ([name, value]) => {
      expect(redactUri(`rtmp://h.acme.net/live/k?${name}=${value}`)).toBe(
        `rtmp://h.acme.net/live/***?${name}=***`,
      );
    });
    assert(check);
  });
});
