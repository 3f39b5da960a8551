import { expect, test } from "vitest";
import { parseDocument, withKnowledge } from "../document.ts";
import { latencyUnitOf } from "./latency-unit.ts";
import { createTargetLookup } from "./known-targets.ts";

const KNOWN_HOST = [{ host: "ingest.studio-b.net", latencyUnit: "us" as const }];

test.each([
  // The restream's own word wins; a placeholder is a word that nobody can read yet; null is none.
  ["latency_unit: s", KNOWN_HOST, { unit: "s", by: "restream" }],
  ["latency_unit: ${UNIT}", KNOWN_HOST, { unit: "open", by: "restream" }],
  ["latency_unit: null", KNOWN_HOST, { unit: "us", by: "host" }],
  ["name: a", KNOWN_HOST, { unit: "us", by: "host" }],
  ["name: a", [], { unit: "ms", by: "settings" }],
])("with %s and targets %j the unit is %j", (field, targets, known) => {
  const text = `restreams:\n  - uri: srt://ingest.studio-b.net:9000?latency=2000\n    ${field}\n`;
  const document = withKnowledge(
    parseDocument(text),
    { latencyUnit: "ms" },
    createTargetLookup(targets),
  );
  expect(document.targets.map(latencyUnitOf)).toEqual([known]);
});

test("where nothing says it, nothing does", () => {
  const { targets } = parseDocument(
    "restreams:\n  - uri: srt://ingest.studio-b.net:9000?latency=2000\n",
  );
  expect(targets.map(latencyUnitOf)).toEqual([{ unit: undefined, by: undefined }]);
});
