import { describe, expect, test } from "vitest";
import { type LatencyReading, latencyReadings } from "./latency-readings.ts";
import { srtPair, srtPairsOf } from "./srt.ts";
import { parseUri } from "./uri.ts";

describe("latencyReadings", () => {
  test.each([
    ["2000000", "us 2000, ms 2000000 → 33920, s 2000000000 → 37888"],
    ["2000", "us 2, ms 2000, s 2000000 → 33920"],
    ["0", "us 0, ms 0, s 0"],
    // Whole milliseconds are all that SRT carries.
    ["999", "us 0, ms 999, s 999000 → 15960"],
    ["2500999", "us 2500, ms 2500999 → 10631, s 2500999000 → 14168"],
    // The border: 16 bits of milliseconds.
    ["65535", "us 65, ms 65535, s 65535000 → 64536"],
    ["65536", "us 65, ms 65536 → 0, s 65536000 → 0"],
    ["65535999", "us 65535, ms 65535999 → 65535, s 65535999000 → 64536"],
    // Only seconds may have a fraction.
    ["2.5", "us fraction, ms fraction, s 2500"],
    ["", "us empty, ms empty, s empty"],
    ["200ms", "us not-a-number, ms not-a-number, s not-a-number"],
    ["-5", "us not-a-number, ms not-a-number, s not-a-number"],
    // What is filled in later says nothing yet.
    ["${LATENCY}", ""],
    ["2${ZEROS}", ""],
    // What may be a secret is not repeated, nor computed with.
    ["hunter2", ""],
    ["1234567890", ""],
    // A repair stands in it: what is written is not what was read.
    ["20 00", ""],
  ])("of %j: %s", (value, expected) => {
    const uri = parseUri(`srt://h.acme.net:9000?latency=${value}&mode=caller`);
    const part = srtPair(srtPairsOf(uri), "latency")?.value;
    expect(part && latencyReadings(uri, part).map(rendered).join(", ")).toBe(expected);
  });

  test("loses no millisecond of what is written in seconds", () => {
    const uri = parseUri("srt://h.acme.net:9000?latency=1.001");
    const [part] = srtPairsOf(uri).flatMap(({ value }) => value ?? []);
    const inSeconds = part && latencyReadings(uri, part).find(({ unit }) => unit === "s");
    expect(inSeconds).toEqual({ unit: "s", ms: expect.closeTo(1001, 6) });
  });
});

function rendered(reading: LatencyReading): string {
  if ("malformed" in reading) return `${reading.unit} ${reading.malformed}`;
  const wraps = reading.wrapsTo === undefined ? "" : ` → ${reading.wrapsTo}`;
  return `${reading.unit} ${reading.ms}${wraps}`;
}
