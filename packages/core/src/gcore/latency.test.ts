import { describe, expect, test } from "vitest";
import { judgeLatencyValue, type LatencyTerms } from "./latency.ts";
import { latencyChoices, usualLatency } from "./latency-choices.ts";

const PLAUSIBLE = { min: 1000, max: 5000 };
/** A target on the same site, as settings may describe it. */
const NEAR = { min: 200, max: 800 };

describe("judgeLatencyValue", () => {
  test.each([
    ["2000", { unit: "ms", range: PLAUSIBLE }, "fine"],
    ["2000", { unit: "us", range: PLAUSIBLE }, "wrong-unit"],
    ["120", { unit: "ms", range: PLAUSIBLE }, "out-of-range"],
    ["2.5", { unit: "ms", range: PLAUSIBLE }, "malformed"],
    ["2000", { unit: undefined, range: PLAUSIBLE }, "undeclared-unit"],
    ["120", { unit: undefined, range: PLAUSIBLE }, "out-of-range"],
    ["120", { unit: "open", range: PLAUSIBLE }, "fine"],
    ["12O", { unit: "open", range: PLAUSIBLE }, "malformed"],
    // Where another range holds, it decides; a wrong unit is still recognised by 1 to 5 s.
    ["500", { unit: "ms", range: NEAR }, "fine"],
    ["1500", { unit: "ms", range: NEAR }, "out-of-range"],
    ["2000", { unit: "us", range: NEAR }, "wrong-unit"],
    ["500", { unit: "us", range: NEAR }, "out-of-range"],
    // A range that itself looks like a mistake is the user's word.
    ["2000", { unit: "us", range: { min: 1, max: 5 } }, "fine"],
    // No range, no judgement of it.
    ["120", { unit: "ms", range: undefined }, "fine"],
    ["120", { unit: undefined, range: undefined }, "undeclared-unit"],
    ["2000", { unit: "us", range: undefined }, "wrong-unit"],
  ] satisfies [string, LatencyTerms, string][])("%s under %j is %s", (text, terms, kind) => {
    expect(judgeLatencyValue(text, terms).kind).toBe(kind);
  });
});

describe("latencyChoices", () => {
  test.each([
    [2000, { unit: "us", range: PLAUSIBLE }, ["2000000"]],
    [2000, { unit: undefined, range: PLAUSIBLE }, ["2000000", "2000", "2"]],
    [2000, { unit: "open", range: PLAUSIBLE }, ["2000000", "2000", "2"]],
    [2000, { unit: "ms", range: NEAR }, []],
    [500, { unit: undefined, range: NEAR }, ["500000", "500", "0.5"]],
    // What would be read as another unit by its size is no choice: 10 ms in milliseconds.
    [10, { unit: undefined, range: { min: 5, max: 50 } }, ["0.01"]],
  ] satisfies [number, LatencyTerms, string[]][])(
    "writes %d ms under %j as %j",
    (ms, terms, texts) => {
      expect(latencyChoices(ms, terms).map(({ text }) => text)).toEqual(texts);
    },
  );
});

describe("usualLatency", () => {
  test("is 2 s, or what comes nearest", () => {
    expect(usualLatency({ unit: undefined, range: PLAUSIBLE })).toBe(2000);
    expect(usualLatency({ unit: undefined, range: NEAR })).toBe(800);
    expect(usualLatency({ unit: undefined, range: { min: 3000, max: 8000 } })).toBe(3000);
    expect(usualLatency({ unit: undefined, range: undefined })).toBe(2000);
  });
});
