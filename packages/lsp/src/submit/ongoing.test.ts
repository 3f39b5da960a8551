import { expect, test } from "vitest";
import { createSignal } from "../signal.ts";
import { createOngoing } from "./ongoing.ts";

test("what is under way is told to stop, and waited for; what comes later begins stopped", async () => {
  const { during, end } = createOngoing();
  const [finish, own] = [createSignal(), new AbortController()];
  const signals: AbortSignal[] = [];
  const working = during([own.signal], async (signal) => {
    signals.push(signal);
    await finish.given;
    return 7;
  });
  const failing = during([], async () => {
    await finish.given;
    throw new Error("no");
  });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);

  let isOver = false;
  const ended = end().then(() => (isOver = true));
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await Promise.resolve();
  expect(isOver).toBe(false);
  finish.give();
  expect(await working).toBe(7);
  await expect(failing).rejects.toThrow("no");
  await ended;
  expect(await during([], async ({ aborted }) => aborted)).toBe(true);
  expect(own.signal.aborted).toBe(false);
});

test("what is cancelled is told to stop by itself", async () => {
  const { during } = createOngoing();
  const own = new AbortController();
  own.abort();
  const [cancelled, other] = await Promise.all(
    [[own.signal], []].map((it) => during(it, async ({ aborted }) => aborted)),
  );
  expect([cancelled, other]).toEqual([true, false]);
});
