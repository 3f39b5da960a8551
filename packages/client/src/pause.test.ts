import { setImmediate, setTimeout } from "node:timers/promises";
import { createGcoreApi } from "@restream-lint/testkit";
import { expect, onTestFinished, test } from "vitest";
import { planOf } from "../test/plan-of.ts";
import { apply, createApi } from "./index.ts";

test("many that wait on one signal at the same time: Node.js warns of nothing", async () => {
  const warnings: string[] = [];
  const listener = ({ name }: Error): void => void warnings.push(name);
  process.on("warning", listener);
  onTestFinished(() => void process.off("warning", listener));
  const server = await createGcoreApi();
  onTestFinished(server.stop);
  const count = 64;
  const refused = (on: "POST" | "PATCH", status: number) =>
    Array.from({ length: 32 }, (_, index) => ({
      on:
        on === "POST"
          ? ("POST /streaming/restreams" as const)
          : ("PATCH /streaming/restreams/{restream_id}" as const),
      nth: index + 1,
      fault: { kind: "status", acts: false, status } as const,
    }));
  const { signal } = new AbortController();
  const api = createApi({
    baseUrl: server.url,
    token: server.token,
    surroundings: {
      fetch,
      now: Date.now,
      random: () => 0,
      // A hundred times faster, but where an answer is waited for; on the signal that it is given, as in the real process.
      wait: async (ms, end) => setTimeout(ms > 20_000 ? ms : ms / 100, undefined, { signal: end }),
    },
  });
  for (const round of ["POST", "PATCH"] as const) {
    server.misbehave(refused(round, round === "POST" ? 429 : 503));
    const known = await api.listRestreams(signal);
    const restreams = Array.from({ length: count }, (_, index) => ({
      name: `r${index}`,
      stream_id: 20,
      uri: `rtmp://h.acme.net/live/${round}${index}`,
    }));
    const applied = await apply(planOf(JSON.stringify({ restreams }), known), api, known, {
      concurrency: 32,
      isFailFast: false,
      signal,
      onApplied: () => undefined,
    });
    expect(applied.filter(({ outcome }) => outcome === "done")).toHaveLength(count);
  }
  expect(server.state.restreams).toHaveLength(count);
  await setImmediate();
  expect(warnings).toEqual([]);
});
