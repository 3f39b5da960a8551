import { expect, test } from "vitest";
import { platformPageOf } from "./platform-page.ts";
import type { Platform, Reference } from "./target-facts.ts";

const own: Reference = { by: "Acme", page: "https://acme.net/push" };
const other: Reference = { by: "Acme", page: "https://acme.net/codecs" };
const third: Reference = { by: "OBS", page: "https://obsproject.com/", isThirdParty: true };
const settings: Reference = { by: "the settings", page: "settings" };

test.each<[string, Omit<Platform, "name" | "hosts">, Reference | undefined]>([
  ["its own page", { source: own, apps: { value: ["a"], source: other } }, own],
  ["that of a fact", { source: third, schemes: { value: ["srt"], source: other } }, other],
  ["none of others", { source: third, apps: { value: ["a"], source: third } }, undefined],
  ["none of the settings", { source: settings }, undefined],
  ["none that is no secure page", { source: { ...own, page: "http://acme.net" } }, undefined],
])("%s", (_, facts, expected) => {
  expect(platformPageOf({ name: "Acme", hosts: ["h.acme.net"], ...facts })).toBe(expected);
});
