import { expect, test } from "vitest";
import { planOf } from "../test/plan-of.ts";
import { createTimedWorld, type TimedWorld } from "../test/timed-world.ts";
import { apiIn, apiOf, json, listed, NEVER, rejection, text, TOKEN } from "../test/world.ts";
import { apply, type Applied, createApi } from "./index.ts";
import { createTurnstile } from "./turnstile.ts";

const LIMITED = { status: 429 };

/** Creates so many restreams, eight at a time. */
async function createMany(count: number, world: TimedWorld): Promise<readonly Applied[]> {
  const restreams = Array.from({ length: count }, (_, at) => ({
    name: `r${at}`,
    stream_id: 20,
    uri: `rtmp://h.acme.net/live/${at}`,
  }));
  const api = createApi({
    baseUrl: "https://api.example.com",
    token: TOKEN,
    surroundings: world,
  });
  return apply(planOf(JSON.stringify({ restreams }), []), api, [], {
    concurrency: 8,
    isFailFast: false,
    signal: NEVER,
    onApplied: () => undefined,
  });
}

test("1 000 creates against a server that takes ten a second, and says no more than 429", async () => {
  const taken = new Map<number, number>();
  const world = createTimedWorld((at) => {
    const second = Math.floor(at / 1000);
    const count = (taken.get(second) ?? 0) + 1;
    taken.set(second, count);
    return new Response(null, count > 10 ? LIMITED : {});
  });
  const applied = await createMany(1000, world);
  expect(applied.filter(({ outcome }) => outcome === "done")).toHaveLength(1000);
  // After each ten it waits 0.5 s, and 1 s where that was too little: less than two seconds for each ten.
  expect(world.elapsed()).toBeGreaterThan(99_000);
  expect(world.elapsed()).toBeLessThan(200_000);
});

test("one that takes a single one a second, and turns away faster than it takes", async () => {
  let next = 0;
  let taken = 0;
  const world = createTimedWorld((at) => {
    if (at < next) return new Response(null, LIMITED);
    next = at + 1000;
    taken += 1;
    return new Response(null);
  });
  const applied = await createMany(40, world);
  expect(applied.filter(({ outcome }) => outcome === "done")).toHaveLength(40);
  expect(taken).toBe(40);
});

test("a server that turns everything away for ever: a run ends after five minutes of waiting", async () => {
  let requests = 0;
  const world = createTimedWorld(() => {
    requests += 1;
    return new Response(null, LIMITED);
  });
  const applied = await createMany(1000, world);
  expect(applied).toHaveLength(1000);
  for (const { outcome, error } of applied) {
    expect([outcome, error?.kind]).toEqual(["failed", "tooMany"]);
  }
  expect(applied.at(-1)?.error?.message).toBe(
    "Could not create the restream: there were too many requests (429). Try again in a minute.",
  );
  // Eight at a time, after 0, 0.5, 1, 2, 4 and then 36 times 8 s, and 50 ms for each answer.
  expect(requests).toBe(8 * 41);
  expect(world.elapsed()).toBe(500 + 1000 + 2000 + 4000 + 36 * 8000 + 41 * 50);
});

test("while the server asks to wait, nothing is sent at all", async () => {
  const times: number[] = [];
  const world = createTimedWorld((at) => {
    times.push(at);
    return times.length === 3
      ? new Response(null, { ...LIMITED, headers: { "retry-after": "20" } })
      : new Response(null);
  });
  const applied = await createMany(30, world);
  expect(applied.every(({ outcome }) => outcome === "done")).toBe(true);
  expect(times).toHaveLength(31);
  // The answer came 50 ms after the first eight were sent.
  expect(times.filter((at) => at > 50 && at < 20_050)).toEqual([]);
});

test("where it asks for more than a minute, what comes within that is not sent, and says so", async () => {
  const { api, world } = apiOf(text(429, "", { "retry-after": "61" }), ...listed({ id: 1 }));
  await rejection(api.listRestreams(NEVER));
  const error = await rejection(api.deleteRestream(7, NEVER));
  expect(error).toMatchObject({ kind: "tooMany", mayHaveActed: false, retryAfter: 61_000 });
  expect(String(error)).toBe(
    "ApiError: Could not delete restream 7: there were too many requests (429). The server asks to wait 61 s. Try again after that.",
  );
  expect(world.sent).toHaveLength(1);
  await world.wait(61_000, NEVER);
  expect(await api.listRestreams(NEVER)).toEqual([{ id: 1 }]);
});

test("an answer of any kind starts the five minutes anew; a broken connection does not", async () => {
  const limited = text(429, "", { "retry-after": "60" });
  const fourMinutes = [limited, limited, limited, limited];
  const { api, world } = apiOf(
    ...fourMinutes,
    text(500),
    ...fourMinutes,
    json(200, [{ id: 1 }]),
    json(200, []),
    json(200, [{ id: 1 }]),
  );
  expect(await api.listRestreams(NEVER)).toEqual([{ id: 1 }]);
  expect(world.sent).toHaveLength(12);

  const broken = apiOf(
    ...fourMinutes,
    () => {
      throw new TypeError("fetch failed");
    },
    limited,
    limited,
  );
  expect(await rejection(broken.api.listRestreams(NEVER))).toMatchObject({ kind: "tooMany" });
  // Five waits of 60 s are five minutes; the sixth would be more.
  expect(broken.world.sent).toHaveLength(7);
});

test("what was under way when it closed says nothing new, unless the server asks for more", () => {
  let now = 1000;
  const turnstile = createTurnstile({ now: () => now, random: () => 0 });
  const round = turnstile.round();
  turnstile.turnAway(round, undefined);
  expect(turnstile.opensIn()).toBe(500);
  now = 1100;
  turnstile.turnAway(round, undefined);
  turnstile.letThrough();
  expect(turnstile.opensIn()).toBe(400);
  turnstile.turnAway(round, 3000);
  expect(turnstile.opensIn()).toBe(3000);
  now = 4100;
  expect(turnstile.opensIn()).toBe(0);
});

test("a clock that is set back holds nobody up", () => {
  let now = 1_000_000;
  const turnstile = createTurnstile({ now: () => now, random: () => 0 });
  turnstile.turnAway(turnstile.round(), undefined);
  now = 0;
  expect(turnstile.opensIn()).toBe(0);
  turnstile.turnAway(turnstile.round(), undefined);
  expect(turnstile.opensIn()).toBe(1000);
});

test("who has waited goes, even where the clock stands still, and a server that lets nothing through is given up", async () => {
  const { world } = apiOf(...Array.from({ length: 50 }, () => text(429)));
  const wait: typeof world.wait = async (ms, signal) => {
    if (world.waits.length > 50) throw new Error("It waits for ever.");
    return world.wait(ms, signal);
  };
  const api = apiIn({ ...world, wait, now: () => 0 }, "https://api.example.com");
  expect(await rejection(api.listRestreams(NEVER))).toMatchObject({ kind: "tooMany" });
  expect(world.sent).toHaveLength(41);
});

test("given up, it tries again once the rest is over, as patiently as at first", () => {
  let now = 0;
  const turnstile = createTurnstile({ now: () => now, random: () => 0 });
  while (!turnstile.isGivenUp()) {
    now += turnstile.opensIn();
    turnstile.turnAway(turnstile.round(), undefined);
  }
  expect([now, turnstile.opensIn()]).toEqual([295_500, 60_000]);
  now += 60_000;
  turnstile.turnAway(turnstile.round(), undefined);
  expect([turnstile.isGivenUp(), turnstile.opensIn()]).toEqual([false, 500]);
});
