import { expect, test } from "vitest";
import { createRestart, type Restartable } from "./restart.ts";

type State = "stopped" | "starting" | "running" | "failed";

/** A client that does what the library's does, as far as its states go. */
function createClient(first: State, fault?: "hangs" | "fails once") {
  const done: string[] = [];
  let state = first;
  let failures = fault === "fails once" ? 1 : 0;
  const client: Restartable = {
    needsStop: () => state === "starting" || state === "running",
    isRunning: () => state === "running",
    start: async () => {
      done.push(state === "starting" ? "awaited" : "started");
      state = failures-- > 0 ? "failed" : "running";
      if (state === "failed") throw new Error("no");
    },
    stop: async () => {
      if (state !== "running") throw new Error(`cannot be stopped while ${state}`);
      done.push("stopped");
      state = "stopped";
      if (fault === "hangs") throw new Error("timed out");
    },
  };
  return { client, done, state: () => state };
}

test.each([
  ["running", undefined, ["stopped", "started"]],
  ["running", "hangs", ["stopped", "started"]],
  ["starting", undefined, ["awaited", "stopped", "started"]],
  ["starting", "fails once", ["awaited", "started"]],
  ["stopped", undefined, ["started"]],
  ["failed", undefined, ["started"]],
] as const)(
  "a server that is %s (%s) is another one afterwards",
  async (first, fault, expected) => {
    const { client, done, state } = createClient(first, fault);
    await createRestart(client, () => undefined)();
    expect(done).toEqual(expected);
    expect(state()).toBe("running");
  },
);

test("two calls at once are one, and a later one is another", async () => {
  const { client, done } = createClient("running");
  const restart = createRestart(client, () => undefined);
  await Promise.all([restart(), restart()]);
  expect(done).toEqual(["stopped", "started"]);
  await restart();
  expect(done).toHaveLength(4);
});

test("what went wrong on the way is told, and what fails at the end is thrown", async () => {
  const errors: unknown[] = [];
  const hung = createClient("running", "hangs");
  await createRestart(hung.client, (it) => errors.push(it))();
  expect(String(errors)).toContain("timed out");
  await expect(
    createRestart(createClient("stopped", "fails once").client, () => {})(),
  ).rejects.toThrow("no");
});
