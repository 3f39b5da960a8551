import { expect, test } from "vitest";
import { latestOnly } from "./latest-only.ts";

/** Work that goes on until it is told to end. */
function createWork(): { work: () => Promise<void>; end: () => Promise<void>; runs: () => number } {
  const ends: (() => void)[] = [];
  let runs = 0;
  return {
    work: () => {
      runs++;
      return new Promise((resolve) => ends.push(resolve));
    },
    end: async () => {
      ends.shift()?.();
      // Whatever follows from it has happened when the event loop comes round.
      await new Promise(setImmediate);
    },
    runs: () => runs,
  };
}

test("runs at once, and again only when it was called meanwhile", async () => {
  const { work, end, runs } = createWork();
  const call = latestOnly(work, () => undefined);
  call();
  expect(runs()).toBe(1);
  await end();
  expect(runs()).toBe(1);
  call();
  expect(runs()).toBe(2);
});

test("makes one run of all calls that come during another", async () => {
  const { work, end, runs } = createWork();
  const call = latestOnly(work, () => undefined);
  call();
  call();
  call();
  expect(runs()).toBe(1);
  await end();
  expect(runs()).toBe(2);
  call();
  await end();
  expect(runs()).toBe(3);
  await end();
  expect(runs()).toBe(3);
});

test("goes on after what failed, and says so", async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const call = latestOnly(
    async () => {
      runs++;
      throw new Error("no");
    },
    (it) => errors.push(it),
  );
  call();
  call();
  await new Promise(setImmediate);
  call();
  await new Promise(setImmediate);
  expect(runs).toBe(3);
  expect(errors).toHaveLength(3);
});
