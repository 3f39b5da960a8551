import { describe, expect, test } from "vitest";
import { endOfCutUri } from "./cut-uri.ts";

describe("endOfCutUri", () => {
  // What YAML reads, what was cut off, and what follows it.
  test.each([
    ["srt://h:1?streamid=a", ",b", "}"],
    ["srt://h:1?streamid=a", ",b,c,", "}", ",b,c"],
    ["srt://h:1?streamid=a", ",b", ", stream_id: 20}"],
    ["srt://h:1?streamid=a", ",b", ",stream_id: 20}"],
    ["srt://h:1?streamid=a", ",b", ',"stream_id":20}'],
    ["srt://h:1?streamid=a", ",b", ", <<: *base}"],
    ["srt://h:1?streamid=a", ",b", "  ,\n  stream_id: 20}"],
    ["srt://h:1?streamid=a", ",b", " # a comment\n}"],
    ["srt://h:1?streamid=a", ",b", ", # a comment\nname: x}"],
    ["srt://h:1?streamid=a", ",r=b:c,{U}:x", "}"],
    ["srt://h:1?streamid=#!::r=a", ", m=publish, u=b", "}"],
    ["srt://h:1?streamid=a", ",m=publish,${U},v=${V:-{{ w }}}", "}"],
    ["rtmp://h/live/$", "{KEY}", "}"],
    ["rtmp://h/live/$", "{env:KEY}/x?y", ", stream_id: 20}"],
    ["rtmp://h/live/$", "{ KEY }", "}"],
    ["rtmp://h/live/", "{{ key, or no key }}", "}"],
    ["rtmp://h/live/", "{KEY}", "}"],
  ])("%s, and %j of it before %j", (kept, rest, after, cut = rest) => {
    const text = `{uri: ${kept}${rest}${after}`;
    const end = endOfCutUri(text, { start: 6, end: 6 + kept.length });
    expect(end === undefined ? undefined : text.slice(6 + kept.length, end)).toBe(cut);
  });

  test.each([
    "}",
    ",}",
    ", stream_id: 20}",
    ",stream_id: 20}",
    ",b:}",
    ",b: }",
    ",b:c}",
    ",srt://h:2}",
    ",active}",
    ",active,b}",
    ",b,active}",
    ",uri=x}",
    ", b}",
    ", b=c}",
    ",b c}",
    ",b]",
    ",b",
    ",b, c}",
    ",b\n  stream_id: 20}",
    ",#b}",
    ',"b"}',
    ",,b}",
    " ,b}",
    " {b}}",
    "{b, stream_id: 20}",
    "{b: c}}",
    "{KEY\n}}",
    "[b]}",
  ])("nothing of %j", (rest) => {
    const text = `{uri: srt://h:1?streamid=a${rest}`;
    expect(endOfCutUri(text, { start: 6, end: text.length - rest.length })).toBeUndefined();
  });
});
