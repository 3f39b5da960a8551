import { lineStartsOf, parseDocument, type Range } from "@restream-lint/core";
import { mutated } from "@restream-lint/testkit";
import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { beginnings } from "../../test/beginnings.ts";
import { EXAMPLE_TEXTS } from "../../test/example-texts.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import { createConverter } from "../converter.ts";
import type { View } from "../view.ts";
import { inlayHints } from "./inlay-hints.ts";

const whole = ({ document }: View): Range => ({ start: 0, end: document.text.length });

/** A text with its hints in it, between « and ». */
function hinted(view: View, range: Range = whole(view)): string {
  const { text } = view.document;
  let [result, at] = ["", 0];
  for (const { position, label, paddingLeft } of inlayHints(view, range)) {
    const offset = view.converter.offsetAt(position);
    result += `${text.slice(at, offset)}«${paddingLeft === true ? " " : ""}${JSON.stringify(label).slice(1, -1)}»`;
    at = offset;
  }
  return result + text.slice(at);
}

/** Expects the hints of a text to be those that are written in it. */
function expectHints(expected: string, about?: About): void {
  expect(hinted(viewOf(bare(expected), about))).toBe(expected);
}

function bare(fixture: string): string {
  return fixture.replaceAll(/«[^»]*»/g, "");
}

const restream = (uri: string, fields = ""): string =>
  `restreams:\n  - stream_id: 20\n    uri: ${uri}\n${fields}`;

describe("the latency", () => {
  test.each([
    ["microseconds", "latency=2000000« = 2 s»", "us"],
    ["milliseconds", "latency=2500« = 2.5 s»", "ms"],
    ["seconds", "latency=2.5« = 2.5 s»", "s"],
    ["before others", "latency=120« = 120 ms»&mode=caller", "ms"],
    ["in the wrong unit", "latency=2000« = 2 ms»", "us"],
    ["too short to carry", "latency=40« = 0 ms»", "us"],
    ["too long to carry", "latency=2000000« = 2 000 s»", "ms"],
    ["the first of two", "latency=2000« = 2 s»&latency=3000", "ms"],
  ])("is said as it is read: %s", (_, query, unit) => {
    expectHints(restream(`srt://h.acme.net:9000?${query}`, `    latency_unit: ${unit}\n`));
  });

  test.each([
    ["seconds", "2« = 2 s?»"],
    ["milliseconds", "2000« = 2 s?»"],
    ["microseconds", "2000000« = 2 s?»"],
    ["nothing of words", "2s"],
    ["nothing of nothing", ""],
    ["nothing of a placeholder", "${LATENCY}"],
    ["nothing of a part of one", "2${ZEROS}"],
    ["nothing of a negative number", "-2"],
  ])("is guessed by its size: %s", (_, value) => {
    expectHints(restream(`srt://h.acme.net:9000?latency=${value}`));
  });

  test("is not said where the unit is still to come", () => {
    expectHints(restream("srt://h.acme.net:9000?latency=2000", "    latency_unit: ${UNIT}\n"));
  });

  test("is not said where the unit cannot have it", () => {
    expectHints(restream("srt://h.acme.net:9000?latency=2.5", "    latency_unit: ms\n"));
  });

  const tooltipOf = (text: string, about?: About): unknown => {
    const view = viewOf(text, about);
    return inlayHints(view, whole(view)).map(({ tooltip }) => tooltip);
  };
  const uri = "srt://h.acme.net:9000?latency=2000";
  test.each<[string, string, About]>([
    ["Read in milliseconds: latency_unit of this restream says so", "    latency_unit: ms\n", {}],
    [
      "Read in microseconds: known of this host, according to the settings",
      "",
      { settings: { targets: [{ host: "*.acme.net", latencyUnit: "us" }], latencyUnit: "s" } },
    ],
    [
      "Read in milliseconds: latencyUnit of the settings says so",
      "",
      { settings: { latencyUnit: "ms" } },
    ],
    [
      "Read in milliseconds: guessed by its size, as nothing declares the unit; look up what the target reads, and say so with latency_unit",
      "",
      {},
    ],
    [
      // 2 000 000 ms are 30 times 65 536 ms and 33 920 ms.
      "Read in seconds: latencyUnit of the settings says so. That is more than the 65.535 s that SRT can carry: wraps around to 33.92 s",
      "",
      { settings: { latencyUnit: "s" } },
    ],
  ])("says why: %s", (tooltip, fields, about) => {
    expect(tooltipOf(restream(uri, fields), about)).toEqual([tooltip]);
  });
});

describe("the default port", () => {
  test.each([
    "rtmp://h.acme.net«:1935»/live/${KEY}",
    "rtmps://h.acme.net«:443»/live/${KEY}",
    "rtmp://u:p@h.acme.net«:1935»/live/${KEY}",
    "rtmp://[2a01:4f8::1]«:1935»/live/${KEY}",
    "rtmp://93.184.216.34«:1935»",
    "rtmp://bücher.de«:1935»/live/${KEY}",
    "rtmp://live.twitch.tv«:1935»/app/${KEY}",
    // A port is there, or may be.
    "rtmp://h.acme.net:1935/live/${KEY}",
    "rtmp://h.acme.net:/live/${KEY}",
    "rtmp://${HOST}/live/${KEY}",
    "rtmp://h.acme.net${PORT}/live/${KEY}",
    // The host is wrong, so something else has to be typed there.
    "rtmp:///live/${KEY}",
    "rtmp://h..acme.net/live/${KEY}",
    "rtmp://2a01:4f8::1/live/${KEY}",
    "rtmp://localhost/live/${KEY}",
    "rtmp://your-server/live/${KEY}",
    "rtmp://www.youtube.com/live2/${KEY}",
    "rtmps://a.rtmp.youtube.com/live2/${KEY}",
    // SRT has none.
    "srt://h.acme.net?mode=caller",
    "http://h.acme.net/live",
    "h.acme.net/live",
  ])("%s", (uri) => {
    expectHints(restream(uri));
  });

  test("says what it is", () => {
    const view = viewOf(restream("rtmps://h.acme.net/live/${KEY}"));
    expect(inlayHints(view, whole(view)).map(({ tooltip }) => tooltip)).toEqual([
      "The default port of RTMPS: the URI names no other",
    ]);
  });
});

test.each([
  ["JSON", '{"restreams": [{"stream_id": 20, "uri": "rtmp://h.acme.net«:1935»/live/${KEY}"}]}'],
  ["escapes", '{"restream": {"uri": "rtmp:\\/\\/h.acme.net«:1935»\\/live/\\u0024{KEY}"}}'],
  ["flow YAML", "restreams: [{stream_id: 20, uri: srt://h.acme.net:9000?latency=2« = 2 s?»}]\n"],
  ["quotes", restream("'rtmp://h.acme.net«:1935»/live/it''s'")],
  ["a byte order mark", `\ufeff${restream("rtmp://h.acme.net«:1935»/live/k")}`],
  ["a block scalar", restream(">-\n      rtmp://h.acme.net/live/k")],
  [
    "a broken item beside it",
    `restreams:\n  - uri: "rtmp://a.acme.net/live\n  - stream_id: 20\n    uri: rtmp://b.acme.net«:1935»/live/k\n`,
  ],
  [
    "an alias, once, where it is written",
    "x-a: &a {stream_id: 20, uri: rtmp://a.acme.net«:1935»/live/k}\nrestreams:\n  - uri: rtmp://b.acme.net«:1935»/live/k\n    stream_id: 2\n  - *a\n  - *a\n",
  ],
  [
    "an alias that is read in two ways",
    "restreams:\n  - &a\n    stream_id: 20\n    uri: srt://h.acme.net:9000?latency=2000\n    latency_unit: ms\n  - <<: *a\n    latency_unit: us\n",
  ],
])("in %s", (_, fixture) => {
  expectHints(fixture);
});

test("only those of the range, ends included", () => {
  const text = `restreams:\n${["a", "b", "c"].map((it) => `  - uri: rtmp://${it}.acme.net/live/k\n`).join("")}`;
  const start = text.indexOf("\n  - uri: rtmp://b") + 1;
  const end = text.indexOf(".acme.net/live/k\n  - uri: rtmp://c") + ".acme.net".length;
  const expected = text.replace("b.acme.net", "b.acme.net«:1935»");
  expect(hinted(viewOf(text), { start, end })).toBe(expected);
  expect(hinted(viewOf(text), { start, end: end - 1 })).toBe(text);
  expect(hinted(viewOf(text), { start: end, end })).toBe(expected);
  expect(hinted(viewOf(text), { start: end + 1, end: end + 1 })).toBe(text);
});

test("counts characters as the client does", () => {
  const text = 'restreams: [{name: "é😀", uri: "rtmp://bücher.de/live/k"}]\n';
  const view = { ...viewOf(text), converter: createConverter(text, "utf-8") };
  // Two bytes more for each of `é` and `ü` than UTF-16 has units, and two for the emoji.
  const character = text.indexOf("/live") + 1 + 1 + 2;
  expect(inlayHints(view, whole(view)).map(({ position }) => position)).toEqual([
    { line: 0, character },
  ]);
});

test("a settings file has none", () => {
  const uri = "file:///shows/.restream-lint.yaml";
  expectHints("targets:\n  - host: h.acme.net\n", { uri });
});

test("no secret is repeated", () => {
  const canary = "CANARY-k3y-51f0c2";
  const view = viewOf(
    `restreams:\n${[
      `rtmp://${canary}:${canary}@h.acme.net/${canary}/${canary}?${canary}=${canary}`,
      `srt://h.acme.net:9000?streamid=${canary}&passphrase=${canary}&latency=${canary}`,
      `srt://h.acme.net:9000?passphrase=${canary}&latency=2000`,
    ]
      .map((it) => `  - uri: ${it}\n`)
      .join("")}`,
  );
  const hints = inlayHints(view, whole(view));
  expect(hints).toHaveLength(2);
  expect(JSON.stringify(hints)).not.toContain(canary);
});

test("line by line, any text has the hints that it has as a whole, and all stand in it", () => {
  const texts = EXAMPLE_TEXTS.map(({ text }) => text);
  let count = 0;
  const check = property(mutated(texts), (text) => {
    const document = parseDocument(text);
    const view: View = {
      ...viewOf("restreams: []"),
      document,
      converter: createConverter(text, "utf-16"),
    };
    const all = inlayHints(view, whole(view));
    count += all.length;
    const starts = lineStartsOf(text);
    const byLine = Array.from(starts, (start, line) => {
      const next = starts[line + 1];
      return inlayHints(view, { start, end: next === undefined ? text.length : next - 1 });
    });
    expect(byLine.flat()).toEqual(all);
    for (const { position } of all)
      expect(view.converter.positionAt(view.converter.offsetAt(position))).toEqual(position);
  });
  assert(check);
  expect(count).toBeGreaterThan(0);
});

test("every prefix of a text has an answer", () => {
  for (const view of beginnings()) expect(() => inlayHints(view, whole(view))).not.toThrow();
});
