import { expect, test } from "vitest";
import type { Output } from "./io.ts";
import { createIo } from "./process-io.ts";
import { createProgress } from "./progress.ts";

const ERASE = "\r\u001b[K";

test("says on a terminal how far it has come after a second, ten times a second, and leaves nothing", () => {
  const { progress, at, written } = progressOn(true);
  for (const ms of [0, 999]) at(ms);
  progress.clear();
  expect(written).toEqual([]);
  for (const ms of [1000, 1099, 1100]) at(ms);
  expect(written).toEqual([`${ERASE}2 of 5 files`, `${ERASE}4 of 5 files`]);
  progress.clear();
  progress.clear();
  expect(written.slice(2)).toEqual([ERASE]);
});

test("makes room for what is said meanwhile", () => {
  const { progress, at, written } = progressOn(true);
  at(2000);
  progress.io.stdout.write("out");
  progress.io.stderr.write("error");
  expect(written).toEqual([`${ERASE}0 of 5 files`, ERASE, "out", "error"]);
});

test("says nothing in a pipe, however long it takes", () => {
  const { progress, at, written } = progressOn(false);
  for (const ms of [0, 1000, 9000]) at(ms);
  progress.clear();
  expect(written).toEqual([]);
});

function progressOn(isTTY: boolean) {
  let now = 7;
  const written: string[] = [];
  const output: Output = { isTTY, columns: undefined, write: (text) => void written.push(text) };
  const io = { ...createIo(), stdout: output, stderr: output, now: () => now };
  const progress = createProgress(io);
  const at = (ms: number) => {
    now = 7 + ms;
    progress.step(5);
  };
  return { progress, at, written };
}
