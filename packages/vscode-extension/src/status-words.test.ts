import type { Status } from "@restream-lint/lsp/protocol";
import { expect, test } from "vitest";
import { counted, statusWords } from "./status-words.ts";

const RESTREAMS: Status = { kind: "restreams", settings: null, restreams: 3, inactive: 1 };
const RUNNING = { version: "1.2.3", phase: "running" as const, settingsFile: undefined };

test.each([
  [{ status: RESTREAMS, found: "2 errors" }, "3 targets, 1 inactive · 2 errors"],
  [
    { status: { ...RESTREAMS, restreams: 1, inactive: 0 }, found: "nothing found" },
    "1 target · nothing found",
  ],
  [
    { status: { ...RESTREAMS, kind: "settings" as const }, found: "1 warning" },
    "Settings file · 1 warning",
  ],
  [{ status: { ...RESTREAMS, kind: null }, found: "nothing found" }, "Not a restream document"],
  [{ phase: "starting" as const, status: undefined, found: undefined }, "Starting"],
  [{ status: undefined, found: undefined }, "Nothing known of this document"],
])("says what a document is: %o", (known, text) => {
  expect(statusWords({ ...RUNNING, ...known })).toEqual({
    text,
    detail: "restream-lint 1.2.3 · the editor's settings",
  });
});

test("says which settings hold, and when nothing is checked", () => {
  const known = { ...RUNNING, status: RESTREAMS, settingsFile: "a/.restream-lint.yaml", found: "" };
  expect(statusWords(known).detail).toBe("restream-lint 1.2.3 · a/.restream-lint.yaml");
  expect(statusWords({ ...known, phase: "stopped", version: undefined })).toEqual({
    text: "Not running",
    detail: "restream-lint · nothing is checked",
  });
});

test.each([
  [{ error: 1, warning: 0, info: 2 }, "1 error, 2 infos"],
  [{ error: 0 }, "nothing found"],
])("counts %o", (numbers, words) => {
  expect(counted(numbers)).toBe(words);
});
