import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { knownIn } from "../lint.ts";
import type { Settings } from "../settings/settings.ts";
import { latencyUnitReason, wrappingWords } from "./latency-words.ts";

const HOST = { targets: [{ host: "h.acme.net", latencyUnit: "us" }], latencyUnit: "s" } as const;

test.each<[string, Settings, string, string | undefined]>([
  ["latency_unit: ms", HOST, "latency_unit of this restream says so", undefined],
  ["latency_unit: ${UNIT}", {}, "latency_unit of this restream says so", undefined],
  ["name: a", HOST, "known of this host", "the settings"],
  ["name: a", { latencyUnit: "s" }, "latencyUnit of the settings says so", undefined],
  ["name: a", {}, "guessed by its size, as nothing declares the unit", undefined],
])("with %s and %j, the unit is %s (%s)", (field, settings, words, by) => {
  const text = `restreams:\n  - uri: srt://h.acme.net:9000?latency=2000\n    ${field}\n`;
  const reasons = knownIn(parseDocument(text), settings).targets.map(latencyUnitReason);
  expect(reasons.map((it) => [it.words, it.source?.by])).toEqual([[words, by]]);
});

test("a latency that SRT cannot carry wraps around", () => {
  expect(wrappingWords({ unit: "s", ms: 2_000_000, wrapsTo: 33_920 })).toBe(
    "more than the 65.535 s that SRT can carry: wraps around to 33.92 s",
  );
  expect(wrappingWords({ unit: "s", ms: 2000 })).toBeUndefined();
  expect(wrappingWords({ unit: "s", malformed: "empty" })).toBeUndefined();
});
