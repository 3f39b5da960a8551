import { describe, expect, test } from "vitest";
import {
  formatLatency,
  formatLatencyRange,
  latencyValue,
  type LatencyUnit,
  LATENCY_UNITS,
  readLatency,
  toMilliseconds,
} from "./latency.ts";

describe("readLatency", () => {
  test.each([
    // By size: a decimal point or below 20 is seconds, to 65 535 milliseconds, above microseconds.
    ["2.5", undefined, "2500 ms, s?"],
    ["20.0", undefined, "20000 ms, s?"],
    ["0", undefined, "0 ms, s?"],
    ["19", undefined, "19000 ms, s?"],
    ["20", undefined, "20 ms, ms?"],
    ["2500", undefined, "2500 ms, ms?"],
    ["65535", undefined, "65535 ms, ms?"],
    ["65536", undefined, "65.536 ms, us?"],
    ["2500000", undefined, "2500 ms, us?"],
    // In the unit that is given, whatever the size.
    ["2000", "us", "2 ms, us"],
    ["2000000", "ms", "2000000 ms, ms"],
    ["2.5", "s", "2500 ms, s"],
    ["2500", "s", "2500000 ms, s"],
    // A decimal point means nothing to servers that read whole numbers.
    ["2.5", "ms", "fraction"],
    ["2.5", "us", "fraction"],
    ["", undefined, "empty"],
    ["", "ms", "empty"],
    ["200ms", undefined, "not-a-number"],
    ["-5", undefined, "not-a-number"],
    ["2,5", "s", "not-a-number"],
    ["1e3", undefined, "not-a-number"],
    ["0x7d0", undefined, "not-a-number"],
    ["+2000", undefined, "not-a-number"],
    ["2.", undefined, "not-a-number"],
    [".5", undefined, "not-a-number"],
    [" 2000", undefined, "not-a-number"],
    ["٢٠٠٠", undefined, "not-a-number"],
    // However many digits there are, it is a number.
    ["99999999999999999999", "us", "100000000000000000 ms, us"],
    ["9".repeat(101), undefined, "not-a-number"],
  ] satisfies [string, LatencyUnit | undefined, string][])(
    "%j, %s: %s",
    (value, unit, expected) => {
      const latency = readLatency(value, unit);
      const rendered =
        "malformed" in latency
          ? latency.malformed
          : `${latency.ms} ms, ${latency.unit}${latency.isGuess ? "?" : ""}`;
      expect(rendered).toBe(expected);
    },
  );
});

describe("formatLatency", () => {
  test.each([
    [0, "0 ms"],
    [0.002, "2 µs"],
    [0.9999, "999.9 µs"],
    [1, "1 ms"],
    [999, "999 ms"],
    [1000, "1 s"],
    [2500, "2.5 s"],
    [65_536, "65.536 s"],
    [2_500_000, "2 500 s"],
  ])("%d ms is %s", (ms, expected) => {
    expect(formatLatency(ms)).toBe(expected);
  });
});

describe("formatLatencyRange", () => {
  test.each([
    [1000, 5000, "1 to 5 s"],
    [1500, 2500, "1.5 to 2.5 s"],
    [200, 500, "200 to 500 ms"],
    [0, 999, "0 to 999 ms"],
    [200, 1000, "200 ms to 1 s"],
    [0, 2000, "0 ms to 2 s"],
  ])("%d to %d ms is %s", (min, max, expected) => {
    expect(formatLatencyRange({ min, max })).toBe(expected);
  });
});

describe("latencyValue", () => {
  test.each([
    [2000, "us", "2000000"],
    [2000, "ms", "2000"],
    [2000, "s", "2"],
    [2500, "s", "2.5"],
    [1999.6, "ms", "2000"],
  ] satisfies [number, LatencyUnit, string][])("writes %d ms in %s as %s", (ms, unit, expected) => {
    expect(latencyValue(ms, unit)).toBe(expected);
  });

  test.each(LATENCY_UNITS)("is read back in %s", (unit) => {
    for (const ms of [1, 120, 1000, 2300, 4999, 65_535]) {
      expect(readLatency(latencyValue(ms, unit), unit)).toMatchObject({
        ms: expect.closeTo(ms, 6),
        unit,
      });
    }
  });

  test("keeps the borders of a range exact", () => {
    for (const ms of [1000, 2000, 5000]) {
      for (const unit of LATENCY_UNITS)
        expect(toMilliseconds(Number(latencyValue(ms, unit)), unit)).toBe(ms);
    }
  });
});
