import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { createSettingsMask } from "./settings-mask.ts";

test.each([
  ["extends: strict\nnetwork: lan\n", "extends: strict\nnetwork: ***\n"],
  [
    "rules: { srt-undeclared-latency-unit: off, hunter2: error }\n",
    "rules: { srt-undeclared-latency-unit: off, *******: error }\n",
  ],
  [
    'targets: [{ host: "*.acme.net", latency: { min: 500, max: 1234567890 }, apps: [live] }]\n',
    'targets: [{ host: "**********", latency: { min: 500, max: ********** }, apps: [****] }]\n',
  ],
  [
    "ignore: [{ path: /restreams/0, rule: unusual-port }]\n",
    "ignore: [{ path: /*********/*, rule: unusual-port }]\n",
  ],
  ["# hunter2\nlatencyUnit: ms # hunter2\n", "# *******\nlatencyUnit: ms # *******\n"],
])("of %j shows %j", (text, shown) => {
  expect(createSettingsMask(parseDocument(text))({ start: 0, end: text.length })).toBe(shown);
});
