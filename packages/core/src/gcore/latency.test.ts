import { describe, expect, test } from "vitest";
import { parseDocument, withKnowledge } from "../document.ts";
import { createTargetLookup, type TargetSettings } from "./known-targets.ts";
import { judgeLatency, judgeLatencyValue, type LatencyTerms } from "./latency.ts";
import { latencyChoices, latencySuggestion, usualLatency } from "./latency-choices.ts";

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
    // Into Gcore's own ingest, where 3 s without data end a stream.
    ["2999", { unit: "ms", range: undefined, isGcoreIngest: true }, "fine"],
    ["3000", { unit: "ms", range: undefined, isGcoreIngest: true }, "too-long-for-ingest"],
    ["3000", { unit: undefined, range: undefined, isGcoreIngest: true }, "too-long-for-ingest"],
    ["2000", { unit: undefined, range: undefined, isGcoreIngest: true }, "undeclared-unit"],
    ["2000", { unit: "us", range: undefined, isGcoreIngest: true }, "wrong-unit"],
    ["9999", { unit: "open", range: undefined, isGcoreIngest: true }, "fine"],
  ] satisfies [string, LatencyTerms, string][])("%s under %j is %s", (text, terms, kind) => {
    expect(judgeLatencyValue(text, terms).kind).toBe(kind);
  });
});

describe("judgeLatency", () => {
  const STUDIO = "ingest.studio-b.net";
  const GCORE = "vp-push-ed1-srt.gvideo.co";

  test.each([
    // The unit: the restream's, else that of the user's target, else what holds for all targets.
    [STUDIO, "latency_unit: us", [{ host: STUDIO, latencyUnit: "ms" }], "us"],
    [STUDIO, "latency_unit: ${U}", [{ host: STUDIO, latencyUnit: "ms" }], "open"],
    [STUDIO, "latency_unit: null", [{ host: STUDIO, latencyUnit: "ms" }], "ms"],
    [STUDIO, "name: a", [{ host: STUDIO, latencyUnit: "ms" }], "ms"],
    [STUDIO, "name: a", [{ host: "h.acme.net", latencyUnit: "ms" }], "s"],
    // Gcore documents several units for its ingest, and so none.
    [GCORE, "name: a", [{ host: STUDIO, latencyUnit: "ms" }], "s"],
  ] satisfies [string, string, TargetSettings[], string][])(
    "at %s with %s and targets %j reads %s",
    (host, field, targets, unit) => {
      expect(judged(host, field, targets).terms.unit).toBe(unit);
    },
  );

  test.each([
    [STUDIO, "name: a", [], PLAUSIBLE],
    [STUDIO, "network: cross-region", [], { min: 1000, max: 2000 }],
    // What the user's target asks for holds before what Gcore recommends for a network.
    [STUDIO, "network: cross-region", [{ host: "*.studio-b.net", latency: NEAR }], NEAR],
    [GCORE, "network: cross-region", [], undefined],
    [GCORE, "name: a", [{ host: "*.gvideo.co", latency: NEAR }], NEAR],
  ] satisfies [string, string, TargetSettings[], object | undefined][])(
    "at %s with %s and targets %j asks for %j",
    (host, field, targets, range) => {
      expect(judged(host, field, targets).terms.range).toEqual(range);
    },
  );

  function judged(host: string, field: string, targets: readonly TargetSettings[]) {
    const text = `restreams:\n  - uri: srt://${host}:9000?latency=2000\n    ${field}\n`;
    const lookUp = createTargetLookup(targets);
    const [target] = withKnowledge(parseDocument(text), { latencyUnit: "s" }, lookUp).targets;
    if (!target) throw new Error(`No target in ${text}`);
    return judgeLatency(target);
  }
});

describe("latencyChoices", () => {
  test.each([
    [2000, { unit: "us", range: PLAUSIBLE }, ["2000000"]],
    [2000, { unit: undefined, range: PLAUSIBLE }, ["2000000", "2000", "2"]],
    [2000, { unit: "open", range: PLAUSIBLE }, ["2000000", "2000", "2"]],
    [2000, { unit: "ms", range: NEAR }, []],
    [500, { unit: undefined, range: NEAR }, ["500000", "500", "0.5"]],
    [4000, { unit: undefined, range: undefined }, ["4000000", "4000", "4"]],
    [4000, { unit: undefined, range: undefined, isGcoreIngest: true }, []],
    // What would be read as another unit by its size is no choice: 10 ms in milliseconds.
    [10, { unit: undefined, range: { min: 5, max: 50 } }, ["0.01"]],
  ] satisfies [number, LatencyTerms, string[]][])(
    "writes %d ms under %j as %j",
    (ms, terms, texts) => {
      expect(latencyChoices(ms, terms).map(({ text }) => text)).toEqual(texts);
    },
  );
});

describe("latencySuggestion", () => {
  test.each([
    [2000, { unit: "ms", range: PLAUSIBLE }, undefined],
    // One of three ways to write 10 ms, though the only one that would be read as that.
    [10, { unit: undefined, range: { min: 5, max: 50 } }, true],
  ] satisfies [number, LatencyTerms, true | undefined][])(
    "of %d ms under %j, is by hand: %j",
    (ms, terms, byHand) => {
      const edit = { range: { start: 0, end: 0 }, newText: "" };
      const offered = latencyChoices(ms, terms).map((it) => latencySuggestion(it, edit)?.byHand);
      expect(offered).toEqual([byHand]);
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
