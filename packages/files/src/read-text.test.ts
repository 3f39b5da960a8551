import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { MAX_LENGTH } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { isFileError, readRegularText, readText } from "./read-text.ts";

test("reads regular files only, without opening others", () => {
  const folder = folderWith({ "a.yaml": "ä" });
  mkdirSync(join(folder, "folder"));
  execFileSync("mkfifo", [join(folder, "fifo")]);
  symlinkSync("fifo", join(folder, "link"));
  symlinkSync("a.yaml", join(folder, "a.link"));
  expect(readRegularText(join(folder, "a.link"))).toBe("ä");
  for (const [name, code] of [
    ["folder", "EISDIR"],
    ["fifo", "EFTYPE"],
    ["link", "EFTYPE"],
    ["none", "ENOENT"],
  ] as const)
    expect(() => readRegularText(join(folder, name)), name).toThrow(
      expect.objectContaining({ code }),
    );
});

test("reads no more of a file that is too large than says so", () => {
  const folder = folderWith({
    "largest.yaml": "x".repeat(MAX_LENGTH),
    "larger.yaml": "x".repeat(MAX_LENGTH + 2),
  });
  expect(readText(join(folder, "largest.yaml")).length).toBe(MAX_LENGTH);
  expect(readText(join(folder, "larger.yaml")).length).toBe(MAX_LENGTH + 1);
});

test.each([
  ["the file system's", Object.assign(new Error("no"), { code: "ENOENT" }), true],
  ["Node's", Object.assign(new Error("no"), { code: "ERR_INVALID_ARG_TYPE" }), false],
  ["without a code", new TypeError("no"), false],
])("tells whose an error is: %s", (_, error, expected) => {
  expect(isFileError(error)).toBe(expected);
});
