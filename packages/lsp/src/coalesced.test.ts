import { expect, test } from "vitest";
import { coalesced } from "./coalesced.ts";

/** A promise, and what resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

test("runs once for all calls until it is ready, and once more for those while it runs", async () => {
  const [ready, first, second] = [gate(), gate(), gate()];
  const done = [first, second];
  let [started, running] = [0, 0];
  let most = 0;
  const call = coalesced(
    async () => {
      const mine = done[started];
      started += 1;
      running += 1;
      most = Math.max(most, running);
      await mine?.opened;
      running -= 1;
    },
    () => ready.opened,
    () => {},
  );
  void call();
  void call();
  expect(started).toBe(0);
  ready.open();
  await expect.poll(() => started).toBe(1);
  void call();
  const last = call();
  expect(started).toBe(1);
  first.open();
  await expect.poll(() => started).toBe(2);
  second.open();
  await last;
  expect(running).toBe(0);
  expect([started, most]).toEqual([2, 1]);
});

test("a failure is told, and the next call runs again", async () => {
  const told: unknown[] = [];
  const call = coalesced(
    () => Promise.reject(new Error(`failure ${told.length + 1}`)),
    () => Promise.resolve(),
    (error) => told.push((error as Error).message),
  );
  void call();
  await expect.poll(() => told).toEqual(["failure 1"]);
  void call();
  await expect.poll(() => told).toEqual(["failure 1", "failure 2"]);
});
