import { describe, expect, test } from "vitest";
import { isOpenQuery, srtPair, srtPairsOf } from "./srt.ts";
import { parseUri } from "./uri.ts";

describe("srtPairsOf", () => {
  test.each([
    ["srt://h.acme.net:9000", ""],
    ["srt://h.acme.net:9000?", ""],
    ["srt://h.acme.net:9000?mode=caller", "mode = caller"],
    ["srt://h.acme.net:9000/?mode=caller", "mode = caller"],
    ["srt://h.acme.net:9000?mode=caller&latency=2000", "mode = caller, latency = 2000"],
    // Empty pairs say nothing.
    ["srt://h.acme.net:9000?&&mode=caller&", "mode = caller"],
    ["srt://h.acme.net:9000?latency", "latency"],
    ["srt://h.acme.net:9000?latency=", "latency = "],
    ["srt://h.acme.net:9000?=2000", " = 2000"],
    // The first `=` splits, and `&` alone separates.
    ["srt://h.acme.net:9000?streamid=a=b;c,d+e", "streamid = a=b;c,d+e"],
    // `#` and a second `?` are ordinary characters.
    [
      "srt://h.acme.net:9000?streamid=#!::r=a,m=publish&latency=200",
      "streamid = #!::r=a,m=publish, latency = 200",
    ],
    ["srt://h.acme.net:9000?streamid=12#tok?x&latency=200", "streamid = 12#tok?x, latency = 200"],
    // Placeholders are opaque, whatever they hold.
    [
      "srt://h.acme.net:9000?streamid=${A:-x&y=z}&latency=${L}",
      "streamid = ${A:-x&y=z}*, latency = ${L}*",
    ],
    ["srt://h.acme.net:9000?${MORE}&latency=200", "${MORE}*, latency = 200"],
    // Repairs are made before.
    ["srt://h.acme.net:9000?mode=caller&amp;latency=200", "mode = caller, latency = 200"],
    ["srt://h.acme.net:9000?mode=caller?latency=200", "mode = caller, latency = 200"],
    ["srt://h.acme.net:9000?mode=caller & latency=200 ", "mode = caller, latency = 200"],
  ])("splits %s", (text, expected) => {
    const pairs = srtPairsOf(parseUri(text));
    const side = (part: { text: string; isOpen: boolean }) => part.text + (part.isOpen ? "*" : "");
    const rendered = pairs.map(({ name, value }) =>
      value ? `${side(name)} = ${side(value)}` : side(name),
    );
    expect(rendered.join(", ")).toBe(expected);
  });

  test("takes no more pairs than any tool could mean", () => {
    const uri = parseUri(`srt://h.acme.net:9000?${"a=1&".repeat(1000)}`);
    expect(srtPairsOf(uri)).toHaveLength(200);
  });

  test("says where each part stands", () => {
    const text = "srt://h.acme.net:9000?mode=caller&amp;latency=200&x";
    for (const { name, value, whole } of srtPairsOf(parseUri(text))) {
      for (const part of [name, value, whole]) {
        if (part) expect(text.slice(part.range.start, part.range.end)).toBe(part.text);
      }
    }
  });
});

describe("srtPair", () => {
  test("finds the first of a name, spelt as the tools spell it", () => {
    const pairs = srtPairsOf(parseUri("srt://h.acme.net:9000?Mode=a&mode=b&mode=c"));
    expect(srtPair(pairs, "mode")?.value?.text).toBe("b");
    expect(srtPair(pairs, "latency")).toBeUndefined();
  });
});

describe("isOpenQuery", () => {
  test.each([
    ["srt://${TARGET}", true],
    ["srt://h.acme.net:9000?${QUERY}", true],
    ["srt://h.acme.net:9000?mode=caller&${MORE}", true],
    ["srt://h.acme.net:9000?${NAME}=2000", true],
    ["srt://h.acme.net:9000${QUERY}", true],
    ["srt://${HOST}:9000", false],
    ["srt://h.acme.net:${PORT}", false],
    ["srt://${HOST}?mode=caller", false],
    ["srt://h.acme.net:9000?mode=${MODE}", false],
    ["srt://h.acme.net:9000", false],
  ])("%s: %s", (text, expected) => {
    const uri = parseUri(text);
    expect(isOpenQuery(uri, srtPairsOf(uri))).toBe(expected);
  });
});
