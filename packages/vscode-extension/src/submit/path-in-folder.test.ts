import { expect, test } from "vitest";
import { pathInFolder } from "./path-in-folder.ts";

test.each([
  [".env", ".env"],
  ["./.env", ".env"],
  ["secrets/live.env", "secrets/live.env"],
  ["secrets\\live.env", "secrets/live.env"],
  ["..env", "..env"],
])("%s is in the folder", (path, expected) => {
  expect(pathInFolder(path)).toBe(expected);
});

test.each([
  "/etc/environment",
  "\\\\server\\share\\.env",
  "C:\\secrets.env",
  "c:secrets.env",
  "file:///etc/environment",
  "../.env",
  "a/../../.env",
  "a\\..\\..\\.env",
  ".",
  "",
])("%s is not", (path) => {
  expect(pathInFolder(path)).toBeUndefined();
});
