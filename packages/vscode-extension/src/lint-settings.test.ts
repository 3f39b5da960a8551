import { expect, test } from "vitest";
import { lintSettingsIn } from "./lint-settings.ts";

test("the server is told what somebody set of linting, and nothing else", () => {
  const section = {
    extends: "strict",
    rules: {},
    network: null,
    trace: { server: "off" },
    apiBaseUri: "https://api.acme.net",
    envFile: ".env",
  };
  expect(lintSettingsIn(section)).toEqual({ extends: "strict", rules: {} });
});

test.each([null, undefined, 7, "x", []])("%j is passed on as it is", (section) => {
  expect(lintSettingsIn(section)).toBe(section);
});
