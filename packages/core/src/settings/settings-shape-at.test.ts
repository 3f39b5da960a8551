import { expect, test } from "vitest";
import { SETTINGS_SCHEMA } from "../schema/settings-schema.ts";
import { settingsShapeAt } from "./settings-shape-at.ts";

const SEVERITIES = ["error", "warning", "info", "off"];

test.each<[string, readonly (string | undefined)[], unknown]>([
  ["a field", ["rules"], { title: "Rules" }],
  ["a field of an item", ["overrides", undefined, "files"], { title: "Files" }],
  ["a rule", ["rules", "unusual-port"], { enum: SEVERITIES }],
  ["a rule of an item", ["overrides", undefined, "rules", "x"], { enum: SEVERITIES }],
])("at %s", (_, path, expected) => {
  expect(settingsShapeAt(path)).toMatchObject(Object(expected));
});

test.each<[string, readonly (string | undefined)[]]>([
  ["an unknown field", ["nope"]],
  ["what every object has", ["constructor"]],
  ["below an unknown field", ["nope", undefined, "rules"]],
  ["a key of a list", ["overrides", "files"]],
  ["an item of an object", ["rules", undefined]],
  ["below a severity", ["rules", "unusual-port", "x"]],
])("nothing at %s", (_, path) => {
  expect(settingsShapeAt(path)).toBeUndefined();
});

test("all of it at the root", () => {
  expect(settingsShapeAt([])).toBe(SETTINGS_SCHEMA);
});
