import { inspect } from "node:util";
import {
  createGate,
  createGcoreApi,
  FAULT_RUNS,
  FAULTS,
  type GcoreApi,
  type GcoreApiOptions,
  type Misbehaviour,
  type Operation,
  randomFaults,
  randomPages,
  telling,
} from "@restream-lint/testkit";
import { array, assert, asyncProperty, boolean, integer, record, uniqueArray } from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type Api, isApiError, type KnownRestream, type RestreamBody } from "./index.ts";
import {
  apiIn,
  BODY,
  createWorld,
  KEY,
  NEVER,
  rejection,
  TOKEN,
  type World,
} from "../test/world.ts";

type Name = keyof typeof FAULTS;
const NAMES = Object.keys(FAULTS) as Name[];
const CREATE: Operation = "POST /streaming/restreams";
const LIST: Operation = "GET /streaming/restreams";
const UPDATE: Operation = "PATCH /streaming/restreams/{restream_id}";
const DELETE: Operation = "DELETE /streaming/restreams/{restream_id}";

async function start(
  options: GcoreApiOptions = {},
  script: readonly Misbehaviour[] = [],
): Promise<{ server: GcoreApi; api: Api; world: World }> {
  const server = await createGcoreApi({ token: TOKEN, ...options });
  onTestFinished(server.stop);
  server.misbehave(script);
  const world = createWorld(async (uri, init) => {
    const response = await fetch(uri, init);
    // The head of an answer that stalls is here, and nothing more will come.
    const at = server.requests.findLastIndex(({ fault }) => fault === "stalled");
    if (at !== -1 && at === server.requests.length - 1) setImmediate(world.expire);
    return response;
  });
  return { server, api: apiIn(world, server.url), world };
}

function countOf({ name }: RestreamBody, { state }: GcoreApi): number {
  return state.restreams.filter((it) => it.name === name).length;
}

test.each(NAMES)(
  "%s: a create says what became of it, and nothing is created twice",
  async (name) => {
    const { server, api } = await start({}, [{ on: CREATE, nth: 1, fault: FAULTS[name] }]);
    const creation = await api
      .createRestream(BODY, () => [], NEVER)
      .catch((error: unknown) => error);
    const isThere = server.state.restreams.length === 1;
    expect(server.state.restreams.length).toBeLessThan(2);
    if (isApiError(creation)) {
      expect([isThere, creation.mayHaveActed]).toEqual([false, false]);
    } else {
      expect(creation).toMatchObject(isThere ? { outcome: "created" } : { outcome: "notCreated" });
    }
    const posts = server.requests.filter(({ operation }) => operation === CREATE);
    expect(posts.filter(({ acted }) => acted).length).toBe(isThere ? 1 : 0);
    expect(posts.length).toBe(name === "throttled" || name === "throttledUntil" ? 2 : 1);
  },
);

/** What no second try gets over. */
const LASTING: readonly Name[] = ["moved", "redirected", "wrongShape", "wrappedList"];

test.each(NAMES)("%s: a change is done, once the server answers", async (name) => {
  const seed = { ...BODY, id: 7 };
  const { server, api } = await start({ restreams: [seed] }, [
    { on: UPDATE, nth: 1, fault: FAULTS[name] },
  ]);
  const changed = await api.updateRestream(7, { active: false }, NEVER).catch((it: unknown) => it);
  if (isApiError(changed)) {
    expect(LASTING).toContain(name);
    expect(changed).toMatchObject({ kind: "nonsense", mayHaveActed: true });
  } else expect(server.state.restreams).toMatchObject([{ id: 7, active: false }]);
});

test.each(NAMES)("%s: what is deleted is gone, and nothing else is", async (name) => {
  const { server, api } = await start({ restreams: [{ id: 7 }, { id: 8 }] }, [
    { on: DELETE, nth: 1, fault: FAULTS[name] },
  ]);
  const error = await api.deleteRestream(7, NEVER).catch((it: unknown) => it);
  const ids = server.state.restreams.map(({ id }) => id);
  if (isApiError(error)) {
    expect(["moved", "redirected"]).toContain(name);
    expect(error).toMatchObject({ kind: "nonsense", mayHaveActed: true });
    expect(ids).toEqual([7, 8]);
  } else expect(ids).toEqual([8]);
});

test.each(NAMES)("%s: a list is whole, or an error", async (name) => {
  const restreams = Array.from({ length: 5 }, (_, at) => ({ ...BODY, name: `r${at}` }));
  for (const nth of [1, 2, 3]) {
    const { server, api } = await start({ restreams, pageSize: 2 }, [
      { on: LIST, nth, fault: FAULTS[name] },
    ]);
    const list = await api.listRestreams(NEVER).catch((it: unknown) => it);
    if (isApiError(list)) expect(["moved", "redirected"]).toContain(name);
    else expect(list).toEqual(server.state.restreams);
  }
});

/** After so many requests for the list, somebody else deletes what is first in it. */
function deletesFirst(...nths: readonly number[]): readonly Misbehaviour[] {
  const fault: Misbehaviour["fault"] = {
    kind: "meanwhile",
    acts: true,
    change: ({ restreams }) => ({ restreams: restreams.slice(1) }),
  };
  return nths.map((nth) => ({ on: LIST, nth, fault }));
}

test.each<[string, number, readonly Misbehaviour[], number]>([
  // Two looks, the second without the empty page.
  ["nobody deletes", 5, [], 7],
  // It is the last one's page that is no longer there.
  ["somebody deletes, and the second page is empty then", 3, deletesFirst(1), 2 + 2 + 1],
  ["somebody deletes after the first page", 5, deletesFirst(1), 3 + 3 + 2],
  ["somebody deletes after the second page", 5, deletesFirst(2), 3 + 3 + 2],
  ["somebody deletes in two looks", 6, deletesFirst(1, 5), 4 + 3 + 3 + 2],
])("while a list is read, %s: nothing slips out of sight", async (_, count, script, requests) => {
  const restreams = Array.from({ length: count }, (__, at) => ({ ...BODY, name: `r${at}` }));
  const { server, api } = await start({ restreams, pageSize: 2 }, script);
  expect(await api.listRestreams(NEVER)).toEqual(server.state.restreams);
  expect(server.counts[LIST]).toBe(requests);
});

test("a list that never holds still is an error", async () => {
  const restreams = Array.from({ length: 60 }, (_, at) => ({ ...BODY, name: `r${at}` }));
  const { server, api } = await start({ restreams, pageSize: 4 }, [
    ...deletesFirst(...restreams.keys()),
  ]);
  const error = await rejection(api.listRestreams(NEVER));
  expect(error).toMatchObject({ kind: "conflict", mayHaveActed: false });
  expect(String(error)).toContain("keeps changing");
  expect(server.state.restreams.length).toBeGreaterThan(0);
});

test("a create whose answer is lost is found, though others delete while it is looked for", async () => {
  const restreams = Array.from({ length: 4 }, (_, at) => ({ ...BODY, name: `r${at}` }));
  const { server, api } = await start({ restreams, pageSize: 2 }, [
    { on: CREATE, nth: 1, fault: FAULTS.droppedAfter },
    // The new one is the first of the third page, and then the last of the second.
    ...deletesFirst(2),
  ]);
  const known = server.state.restreams;
  const creation = await api.createRestream(BODY, () => known, NEVER);
  expect(creation).toEqual({ outcome: "created", id: server.state.lastId });
  // Were it seen at the second look for it only, more requests would be needed.
  expect(server.counts[LIST]).toBe(3 + 3 + 2);
});

test("a create is not said to be missing from a list that never holds still", async () => {
  const { server, api } = await start({ restreams: [{ id: 1 }, { id: 2 }], pageSize: 2 }, [
    { on: CREATE, nth: 1, fault: FAULTS.droppedAfter },
    {
      on: LIST,
      fault: {
        kind: "meanwhile",
        acts: true,
        // What was on the first page is deleted, and the new one slips onto it; then there are others before it again.
        change: ({ restreams }) => ({
          restreams:
            restreams.length > 1
              ? restreams.slice(-1)
              : [
                  { id: 100 + server.requests.length },
                  { id: 200 + server.requests.length },
                  ...restreams,
                ],
        }),
      },
    },
  ]);
  const creation = await api.createRestream(BODY, () => [{ id: 1 }, { id: 2 }], NEVER);
  expect(creation).toMatchObject({ outcome: "unknown" });
  expect(server.state.restreams.filter(({ name }) => name === BODY.name)).toHaveLength(1);
});

test("whatever goes wrong, what is said to be there is there, and nothing is there twice", async () => {
  const worlds = record({
    script: randomFaults({ most: 8 }),
    pages: randomPages(),
    withIds: boolean(),
    before: array(integer({ min: 0, max: 3 }), { maxLength: 4 }),
    wanted: uniqueArray(integer({ min: 0, max: 15 }), { maxLength: 12 }),
    isSideBySide: boolean(),
  });
  await assert(
    asyncProperty(worlds, async ({ script, pages, withIds, before, wanted, isSideBySide }) => {
      // Without IDs, equal ones on different pages cannot be told apart.
      const bodyOf = (at: number): RestreamBody => ({
        ...BODY,
        uri: `${BODY.uri}${at}`,
        name: `r${at}`,
      });
      const old = withIds ? before : [...new Set(before)];
      const created = wanted.filter((at) => withIds || !old.includes(at));
      const server = await createGcoreApi({
        token: TOKEN,
        ...pages,
        withIds,
        restreams: old.map((at) => ({ ...bodyOf(at) })),
      });
      try {
        const api = apiIn(createWorld(fetch), server.url);
        const listed = await api.listRestreams(NEVER);
        expect(listed).toHaveLength(old.length);
        server.misbehave(script);
        const made: KnownRestream[] = [];
        const create = async (at: number): Promise<void> => {
          const body = bodyOf(at);
          const outcome = await api
            .createRestream(body, () => [...listed, ...made], NEVER)
            .then(
              (creation) => creation.outcome,
              (error: unknown) => isApiError(error) && !error.mayHaveActed && "notCreated",
            );
          const count = countOf(body, server) - old.filter((it) => it === at).length;
          if (outcome === "created") expect(count).toBe(1);
          else if (outcome === "notCreated") expect(count).toBe(0);
          else expect([outcome, count < 2]).toEqual(["unknown", true]);
          if (count === 1) made.push(body);
        };
        if (isSideBySide) await Promise.all(created.map(create));
        else for (const at of created) await create(at);
      } finally {
        await server.stop();
      }
    }),
    { numRuns: FAULT_RUNS },
  );
});

test("a redirect: the token does not go elsewhere", async () => {
  for (const name of ["moved", "redirected"] as const) {
    const { server, api } = await start({ restreams: [{ id: 7 }] }, [{ fault: FAULTS[name] }]);
    expect(await rejection(api.listRestreams(NEVER))).toMatchObject({ kind: "nonsense" });
    await rejection(api.updateRestream(7, BODY, NEVER));
    await rejection(api.deleteRestream(7, NEVER));
    expect(await api.createRestream(BODY, () => [], NEVER)).toMatchObject({ outcome: "unknown" });
    expect(server.elsewhere.requests).toEqual([]);
  }
});

test("the token goes nowhere but into its header", async () => {
  const { server, api } = await start({ restreams: [{ id: 7 }] });
  await api.listRestreams(NEVER);
  await api.listStreams(NEVER);
  await api.createRestream(BODY, () => [], NEVER);
  await api.updateRestream(7, BODY, NEVER);
  await api.deleteRestream(7, NEVER);
  expect(server.requests.map(({ leaks, authorization }) => [leaks, authorization])).toEqual(
    server.requests.map(() => [false, "token"]),
  );
  expect(server.requests.every(({ acted }) => acted)).toBe(true);
});

test.each([
  ["29841", "only the beginning of the API token arrived (401)."],
  ["29841$Xq7", "only the beginning of the API token arrived (401)."],
  ["55555$Xq7Canary9Z", "the API token is invalid or has expired (401)."],
])("with the token %s", async (token, words) => {
  const { server, world } = await start();
  const error = await rejection(apiIn(world, server.url, token).listRestreams(NEVER));
  expect(error).toMatchObject({ kind: "unauthorised", status: 401 });
  expect(String(error)).toContain(words);
  expect(telling(inspect(error), "mixed")).toBeUndefined();
});

test("streams come without their secrets", async () => {
  const { api } = await start({ streams: [{ id: 20 }, { id: 21, stream_source_type: "srt" }] });
  const streams = await api.listStreams(NEVER);
  expect(streams.map(({ id, stream_source_type }) => [id, stream_source_type])).toEqual([
    [20, null],
    [21, "srt"],
  ]);
  expect(telling(JSON.stringify(streams), "mixed")).toBeUndefined();
});

test("stopped while the server acts: what was sent is awaited", async () => {
  const gate = createGate();
  const { server, api } = await start({}, [{ fault: { kind: "held", acts: true, gate } }]);
  const controller = new AbortController();
  const creation = api.createRestream(BODY, () => [], controller.signal);
  await gate.arrived();
  controller.abort();
  gate.open();
  expect(await creation).toEqual({ outcome: "created" });
  expect(server.requests).toHaveLength(1);
});

test("no answer within 30 s, after it was done", async () => {
  const gate = createGate();
  const { server, api, world } = await start({}, [
    { on: CREATE, fault: { kind: "held", acts: true, gate } },
  ]);
  const creation = api.createRestream(BODY, () => [], NEVER);
  await gate.arrived();
  world.expire();
  expect(await creation).toEqual({ outcome: "created", id: server.state.lastId });
  gate.open();
});

test("the server is gone", async () => {
  const { server, api } = await start();
  await server.stop();
  const error = await rejection(api.createRestream(BODY, () => [], NEVER));
  expect(error).toMatchObject({ kind: "unreachable", mayHaveActed: false });
  expect(String(error)).toMatch(
    /^ApiError: Could not create the restream: 127\.0\.0\.1:[0-9]+ takes no connections \(ECONNREFUSED\)\./,
  );
});

test("a refusal of the real kind stands at its field", async () => {
  const { api } = await start();
  const error = await rejection(
    api.createRestream({ uri: `https://example.com/${KEY}`, stream_id: 99 }, () => [], NEVER),
  );
  expect(error).toMatchObject({
    kind: "refused",
    fields: [
      { field: "stream_id", messages: ["must exist"] },
      { field: "uri", messages: ["invalid uri, supported protocols are rtmp, rtmps, srt"] },
    ],
  });
  expect(telling(inspect(error), "uuid")).toBeUndefined();
});
