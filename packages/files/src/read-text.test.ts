import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { MAX_LENGTH } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { isFileError, readFoundText, readRegularText, readText } from "./read-text.ts";

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

test("reads what a search found as any other text, of every size", () => {
  const folder = folderWith({
    "empty.yaml": "",
    "ä.yaml": "ä€😀\ufffd\ufeff",
    "full.yaml": "x".repeat(65_536),
    "longer.yaml": `${"x".repeat(65_535)}ä`,
    "larger.yaml": "x".repeat(MAX_LENGTH + 2),
  });
  writeFileSync(join(folder, "broken.yaml"), Buffer.of(0x61, 0xff, 0xc3));
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    expect(readFoundText(path).text === readRegularText(path), name).toBe(true);
  }
});

test("keeps what it read of each, however many come after it", () => {
  const names = Array.from({ length: 40 }, (_, index) => `${index}.yaml`);
  const textOf = (name: string) => `${name}: ${"ä".repeat(30_000)}`;
  const folder = folderWith(Object.fromEntries(names.map((it) => [it, textOf(it)])));
  const found = names.map((it) => readFoundText(join(folder, it)));
  expect(found.every(({ text }, index) => text === textOf(names[index] ?? ""))).toBe(true);
});

test.each(["folder", "none"])("says of what is no file any more what it is: %s", (name) => {
  const folder = folderWith({});
  mkdirSync(join(folder, "folder"));
  const code = name === "none" ? "ENOENT" : "EISDIR";
  expect(() => readFoundText(join(folder, name))).toThrow(expect.objectContaining({ code }));
});

test("waits for nobody where a FIFO has taken a file's place", () => {
  const path = join(folderWith({}), "fifo");
  execFileSync("mkfifo", [path]);
  const isNone = expect.objectContaining({ code: "EFTYPE" });
  expect(() => readFoundText(path)).toThrow(isNone);
  const writer = openSync(path, constants.O_RDWR);
  expect(() => readFoundText(path)).toThrow(isNone);
  closeSync(writer);
});
