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
  type RestreamSeed,
  telling,
} from "@restream-lint/testkit";
import {
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  option,
  record,
  uniqueArray,
} from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { plannedDocument, planOf } from "../test/plan-of.ts";
import { apiIn, createWorld, KEY, NEVER, rejection, stoppedInWait } from "../test/world.ts";
import { type Api, apply, type Applied, type ApplyOptions, plan, type Plan } from "./index.ts";

const CREATE: Operation = "POST /streaming/restreams";
const UPDATE: Operation = "PATCH /streaming/restreams/{restream_id}";
const DELETE: Operation = "DELETE /streaming/restreams/{restream_id}";

async function start(options: GcoreApiOptions = {}): Promise<{ server: GcoreApi; api: Api }> {
  const server = await createGcoreApi(options);
  onTestFinished(server.stop);
  return { server, api: apiIn(createWorld(fetch), server.url) };
}

const ORDINARY: ApplyOptions = {
  concurrency: 4,
  isFailFast: false,
  signal: NEVER,
  onApplied: () => undefined,
};

function uriOf(word: string | number): string {
  return `rtmp://h.acme.net/live/${KEY}${word}`;
}

function textOf(restreams: readonly RestreamSeed[]): string {
  return JSON.stringify({ restreams });
}

/** What became of each entry, in short. */
function inShort(applied: readonly Applied[]): readonly string[] {
  return applied.map(({ entry, outcome, id, error }) =>
    [entry.action, id, outcome, error?.kind].filter((it) => it !== undefined).join(" "),
  );
}

/** One of each kind: creates, a change, what is as it should be, and two that no document speaks of. */
const REMOTE: readonly RestreamSeed[] = [
  { id: 1, name: "a", stream_id: 20, uri: uriOf("a") },
  { id: 2, name: "b", stream_id: 20, uri: uriOf("b") },
  { id: 3, name: "c", stream_id: 20, uri: uriOf("c") },
  { id: 4, name: "d", stream_id: 20, uri: uriOf("d") },
];
const WANTED: readonly RestreamSeed[] = [
  { name: "e", stream_id: 20, uri: uriOf("e") },
  { id: 1, active: false },
  { id: 2, name: "b" },
  { name: "f", stream_id: 20, uri: uriOf("f") },
];

test("creates and changes, and deletes last; what needs nothing is left out", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  const told: Applied[] = [];
  const applied = await apply(planOf(textOf(WANTED), known, { prune: true }), api, known, {
    ...ORDINARY,
    onApplied: (it) => told.push(it),
  });
  expect(inShort(applied)).toEqual([
    "create done",
    "update 1 done",
    "create done",
    "delete 3 done",
    "delete 4 done",
  ]);
  expect(new Set(told)).toEqual(new Set(applied));
  expect(server.state.restreams).toMatchObject([
    { id: 1, name: "a", active: false },
    { id: 2, name: "b" },
    { name: "e", uri: uriOf("e") },
    { name: "f", uri: uriOf("f") },
  ]);
  const operations = server.requests.map(({ operation }) => operation);
  expect(operations.slice(-2)).toEqual([DELETE, DELETE]);
});

test("no delete is sent before the slowest create is over", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  const gate = createGate();
  server.misbehave([{ on: CREATE, nth: 2, fault: { kind: "held", acts: true, gate } }]);
  const result = apply(planOf(textOf(WANTED), known, { prune: true }), api, known, ORDINARY);
  await gate.arrived();
  // Whatever could be sent meanwhile is here before the answer to this.
  await api.listRestreams(NEVER);
  await api.listRestreams(NEVER);
  expect(server.counts[DELETE]).toBe(0);
  gate.open();
  await result;
  expect(server.counts[DELETE]).toBe(2);
});

test("a plan with a refused restream is not applied", async () => {
  const { server, api } = await start();
  const refused = planOf(textOf([...WANTED.slice(0, 1), { id: 99 }]), []);
  expect(String(await rejection(apply(refused, api, [], ORDINARY)))).toContain("not applied");
  expect(server.requests).toEqual([]);
});

test.each([
  [false, ["failed refused", "done"]],
  [true, ["failed refused", "skipped"]],
] as const)("one that fails, with isFailFast %s", async (isFailFast, [first, second]) => {
  const { server, api } = await start();
  const wanted = [
    { name: "x", stream_id: 99, uri: uriOf("x") },
    { name: "y", stream_id: 20, uri: uriOf("y") },
  ];
  const options = { ...ORDINARY, concurrency: 1, isFailFast };
  const applied = await apply(planOf(textOf(wanted), []), api, [], options);
  expect(inShort(applied)).toEqual([
    `create ${first}`.replace(/ (refused)?$/, " $1"),
    `create ${second}`,
  ]);
  expect(applied[0]?.error?.fields).toEqual([{ field: "stream_id", messages: ["must exist"] }]);
  expect(server.state.restreams).toHaveLength(isFailFast ? 0 : 1);
});

test("one that vanished meanwhile: a delete of it is done", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  const kept = textOf([{ id: 1 }, { id: 2, stream_id: 20 }, { id: 3 }]);
  const pruned = planOf(kept, known, { prune: true });
  server.change({ restreams: server.state.restreams.filter(({ id }) => id !== 4) });
  expect(inShort(await apply(pruned, api, known, ORDINARY))).toEqual(["delete 4 done"]);
});

test("one that vanished meanwhile: a change of it fails with words, and nothing is deleted", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  const pruned = planOf(
    textOf([{ id: 1, active: false }, { id: 2, stream_id: 20 }, { id: 3 }]),
    known,
    { prune: true },
  );
  server.change({ restreams: server.state.restreams.filter(({ id }) => id !== 1) });
  const applied = await apply(pruned, api, known, ORDINARY);
  expect(inShort(applied)).toEqual(["update 1 failed notFound", "delete 4 skipped"]);
  expect(server.state.restreams.map(({ id }) => id)).toEqual([2, 3, 4]);
  expect(applied[0]?.error?.message).toBe(
    "Could not change restream 1: there is no such thing at Gcore (404): Not found. Someone has deleted it, or it belongs to another account. Plan again.",
  );
});

test("what nobody can know is unknown, and nothing of what failed tells a secret", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  server.misbehave([
    { on: UPDATE, fault: FAULTS.droppedAfter },
    { on: DELETE, fault: FAULTS.failedBefore },
    { on: CREATE, fault: FAULTS.droppedAfter },
    { on: "GET /streaming/restreams", fault: FAULTS.htmlBefore },
  ]);
  const applied = await apply(planOf(textOf(WANTED), known, { prune: true }), api, known, ORDINARY);
  expect(inShort(applied)).toEqual([
    "create unknown unreachable",
    "update 1 unknown unreachable",
    "create unknown unreachable",
    "delete 3 skipped",
    "delete 4 skipped",
  ]);
  const kept = textOf([{ id: 1 }, { id: 2, stream_id: 20 }]);
  const pruned = await apply(planOf(kept, known, { prune: true }), api, known, ORDINARY);
  expect(inShort(pruned)).toEqual(["delete 3 unknown broken", "delete 4 unknown broken"]);
  const all = [applied, pruned];
  const seen = [JSON.stringify(all), inspect(all, { depth: 10 })].join("\n");
  expect(telling(seen, "uuid")).toBeUndefined();
  expect(telling(seen, "mixed")).toBeUndefined();
});

test("aborted: what is under way is finished, the rest is skipped, and each is told", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  const gate = createGate();
  server.misbehave([{ fault: { kind: "held", acts: false, gate } }]);
  const controller = new AbortController();
  const told: Applied[] = [];
  const result = apply(planOf(textOf(WANTED), known, { prune: true }), api, known, {
    concurrency: 2,
    isFailFast: false,
    signal: controller.signal,
    onApplied: (it) => told.push(it),
  });
  await gate.arrived(2);
  controller.abort();
  gate.open();
  const applied = await result;
  expect(inShort(applied)).toEqual([
    "create done",
    "update 1 done",
    "create skipped",
    "delete 3 skipped",
    "delete 4 skipped",
  ]);
  expect(told).toHaveLength(5);
  expect(server.counts[CREATE] + server.counts[UPDATE] + server.counts[DELETE]).toBe(2);
});

test("aborted while one waits because it was turned away: it is not sent again, and skipped", async () => {
  const { server } = await start({ restreams: REMOTE });
  const controller = new AbortController();
  const api = apiIn(stoppedInWait(createWorld(fetch), controller), server.url);
  const known = await api.listRestreams(NEVER);
  server.misbehave([
    { on: CREATE, nth: 1, fault: { kind: "status", acts: false, status: 429, retryAfter: "40" } },
  ]);
  const [told, begun]: [Applied[], string[]] = [[], []];
  const applied = await apply(planOf(textOf(WANTED), known), api, known, {
    ...ORDINARY,
    concurrency: 1,
    signal: controller.signal,
    onBegun: ({ action }) => begun.push(action),
    onApplied: (it) => told.push(it),
  });
  expect(inShort(applied)).toEqual(["create skipped", "update 1 skipped", "create skipped"]);
  expect(told).toEqual(applied);
  expect(begun).toEqual(["create"]);
  expect(server.counts[CREATE] + server.counts[UPDATE]).toBe(1);
});

test("aborted while one waits that may have been done: it is found out", async () => {
  const { server } = await start({ restreams: REMOTE });
  const controller = new AbortController();
  const api = apiIn(stoppedInWait(createWorld(fetch), controller), server.url);
  const known = await api.listRestreams(NEVER);
  server.misbehave([
    { on: CREATE, nth: 1, fault: FAULTS.droppedAfter },
    { on: UPDATE, nth: 1, fault: FAULTS.droppedBefore },
  ]);
  const applied = await apply(planOf(textOf(WANTED), known), api, known, {
    ...ORDINARY,
    concurrency: 2,
    signal: controller.signal,
  });
  expect(controller.signal.aborted).toBe(true);
  expect(inShort(applied).map((it) => it.replace(/\d{4} /, ""))).toEqual([
    "create done",
    "update 1 done",
    "create skipped",
  ]);
  expect(server.counts[UPDATE]).toBe(2);
});

test("each is told before something is sent for it, and what is skipped is not", async () => {
  const { server, api } = await start({ restreams: REMOTE });
  const known = await api.listRestreams(NEVER);
  server.misbehave([{ on: CREATE, nth: 2, fault: { kind: "status", acts: false, status: 422 } }]);
  const told: string[] = [];
  await apply(planOf(textOf(WANTED), known, { prune: true }), api, known, {
    ...ORDINARY,
    concurrency: 1,
    isFailFast: true,
    onBegun: ({ action }) => {
      const sent = server.counts[CREATE] + server.counts[UPDATE] + server.counts[DELETE];
      told.push(`${action} ${sent}`);
    },
    onApplied: ({ outcome }) => told.push(outcome),
  });
  expect(told).toEqual([
    "create 0",
    "done",
    "update 1",
    "done",
    "create 2",
    "failed",
    "skipped",
    "skipped",
  ]);
});

test("what slips to a page that was read, because somebody deletes meanwhile, is not created again", async () => {
  const { server, api } = await start({ restreams: REMOTE, pageSize: 2 });
  const wanted = REMOTE.slice(1).map(({ id: _, ...rest }) => rest);
  server.misbehave([
    {
      on: "GET /streaming/restreams",
      nth: 1,
      fault: {
        kind: "meanwhile",
        acts: true,
        change: ({ restreams }) => ({ restreams: restreams.filter(({ id }) => id !== 1) }),
      },
    },
  ]);
  const known = await api.listRestreams(NEVER);
  const planned = planOf(textOf(wanted), known);
  expect(planned.entries.map(({ action }) => action)).toEqual(wanted.map(() => "unchanged"));
  expect(await apply(planned, api, known, ORDINARY)).toEqual([]);
  expect(server.state.restreams.map(({ name }) => name)).toEqual(["b", "c", "d"]);
});

test("creates that could be taken for one another are sent one after the other", async () => {
  const { server, api } = await start();
  const gate = createGate();
  server.misbehave([{ on: CREATE, nth: 1, fault: { kind: "held", acts: true, gate } }]);
  // Of the first, nothing but its stream and URI is known.
  const wanted = [
    { stream_id: 20, uri: uriOf("x") },
    { name: "x", stream_id: 20, uri: uriOf("x") },
    { name: "y", stream_id: 20, uri: uriOf("y") },
  ];
  const result = apply(planOf(textOf(wanted), []), api, [], ORDINARY);
  await gate.arrived();
  await api.listRestreams(NEVER);
  await api.listRestreams(NEVER);
  expect(server.counts[CREATE]).toBe(2);
  gate.open();
  expect(inShort(await result)).toEqual(["create done", "create done", "create done"]);
});

test("after one that may exist, none that could be taken for it is sent", async () => {
  const { server, api } = await start();
  server.misbehave([
    { on: CREATE, nth: 1, fault: FAULTS.droppedAfter },
    { on: "GET /streaming/restreams", fault: FAULTS.htmlBefore },
  ]);
  const wanted = [
    { stream_id: 20, uri: uriOf("x") },
    { name: "x", stream_id: 20, uri: uriOf("x") },
  ];
  const applied = await apply(planOf(textOf(wanted), []), api, [], ORDINARY);
  expect(inShort(applied)).toEqual(["create unknown unreachable", "create skipped"]);
  expect(server.state.restreams).toHaveLength(1);
});

test("what was created is known: a lost answer to the next is not answered by it", async () => {
  const { server, api } = await start();
  // The first is there, without its name; the second never arrives.
  server.misbehave([{ on: CREATE, nth: 2, fault: FAULTS.droppedBefore }]);
  const wanted = [
    { name: "x", stream_id: 20, uri: uriOf("x") },
    { stream_id: 20, uri: uriOf("x") },
  ];
  const applied = await apply(planOf(textOf(wanted), []), api, [], ORDINARY);
  expect(inShort(applied)).toEqual(["create done", "create failed unreachable"]);
  expect(server.state.restreams).toHaveLength(1);
});

test("who is told throws: nothing more is begun, and what is under way is finished first", async () => {
  const { server, api } = await start();
  const gate = createGate();
  server.misbehave([{ on: CREATE, nth: 2, fault: { kind: "held", acts: true, gate } }]);
  const wanted = [1, 2, 3, 4].map((at) => ({ name: `r${at}`, stream_id: 20, uri: uriOf(at) }));
  let [isTold, isOver] = [false, false];
  const result = rejection(
    apply(planOf(textOf(wanted), []), api, [], {
      ...ORDINARY,
      concurrency: 2,
      onApplied() {
        if (isTold) return;
        isTold = true;
        throw new Error("EPIPE");
      },
    }),
  ).finally(() => {
    isOver = true;
  });
  await gate.arrived();
  // Whatever could be sent or said meanwhile is, before the answers to these.
  for (let count = 0; count < 3; count++) await api.listRestreams(NEVER);
  expect([isTold, isOver]).toEqual([true, false]);
  gate.open();
  expect(await result).toMatchObject({ message: "EPIPE" });
  expect(server.counts[CREATE]).toBe(2);
});

test("1 000 restreams, 8 at a time", async () => {
  const { server } = await start({ pageSize: 100 });
  let [open, most] = [0, 0];
  const world = createWorld(async (uri, init) => {
    open += 1;
    most = Math.max(most, open);
    return fetch(uri, init).finally(() => {
      open -= 1;
    });
  });
  const api = apiIn(world, server.url);
  const wanted = Array.from({ length: 1000 }, (_, at) => ({
    name: `r${at}`,
    stream_id: 20,
    uri: uriOf(at),
  }));
  const applied = await apply(planOf(textOf(wanted), []), api, [], { ...ORDINARY, concurrency: 8 });
  expect(applied.every(({ outcome }) => outcome === "done")).toBe(true);
  expect(server.state.restreams).toHaveLength(1000);
  expect(most).toBe(8);
  expect(server.mostAtOnce).toBeLessThanOrEqual(8);
  const again = planOf(textOf(wanted), await api.listRestreams(NEVER));
  expect(again.entries.every(({ action }) => action === "unchanged")).toBe(true);
});

/** Restreams of a document and of the API by the letter in their names, so that one is the other where that is the same. */
const LETTERS = [..."abcdefghij"];
const WORLDS = record({
  script: randomFaults({ most: 8 }),
  pages: randomPages(),
  withIds: boolean(),
  before: uniqueArray(constantFrom(...LETTERS), { maxLength: 6 }),
  wanted: uniqueArray(constantFrom(...LETTERS), { maxLength: 8 }),
  inactive: uniqueArray(constantFrom(...LETTERS)),
  nameless: uniqueArray(constantFrom(...LETTERS)),
  concurrency: integer({ min: 1, max: 8 }),
  isFailFast: boolean(),
  prune: boolean(),
  /** At which requests for the list somebody else deletes something that no document speaks of, before all the rest. */
  shifts: uniqueArray(integer({ min: 1, max: 12 }), { maxLength: 3 }),
  /** After so many are over, the first run is interrupted. */
  abortAfter: option(integer({ min: 0, max: 5 }), { nil: Infinity }),
});
const ROUNDS = 5;
const LIST: Operation = "GET /streaming/restreams";
const DELETES_VICTIM: Misbehaviour["fault"] = {
  kind: "meanwhile",
  acts: true,
  change: ({ restreams }) => {
    const victim = restreams.find(isVictim);
    return { restreams: restreams.filter((it) => it !== victim) };
  },
};
const VICTIMS = ["x", "y", "z"];

function isVictim({ uri = "" }: RestreamSeed): boolean {
  return VICTIMS.some((letter) => uri === uriOf(letter));
}

test("whatever goes wrong, plan and apply come to what the documents say, and nothing is there twice", async () => {
  await assert(
    asyncProperty(WORLDS, async (given) => {
      const { withIds, before, wanted, concurrency, isFailFast } = given;
      // Without IDs nothing can be changed or deleted; where nothing is wanted, nothing is deleted.
      const prune = given.prune && withIds && wanted.length > 0;
      const isChanged = (letter: string): boolean => withIds && given.inactive.includes(letter);
      const bodyOf = (letter: string): RestreamSeed => ({
        stream_id: 20,
        uri: uriOf(letter),
        ...(!given.nameless.includes(letter) && { name: letter }),
      });
      const server = await createGcoreApi({
        ...given.pages,
        withIds,
        restreams: [...VICTIMS, ...before].map((letter) => bodyOf(letter)),
      });
      try {
        const api = apiIn(createWorld(fetch), server.url);
        const text = textOf(wanted.map((it) => ({ ...bodyOf(it), active: !isChanged(it) })));
        server.misbehave([
          ...given.shifts.map((nth): Misbehaviour => ({ on: LIST, nth, fault: DELETES_VICTIM })),
          ...given.script,
        ]);
        let isConverged = false;
        for (let round = 1; round <= ROUNDS && !isConverged; round++) {
          const known = await api.listRestreams(NEVER).catch(() => undefined);
          if (!known) continue;
          const controller = new AbortController();
          let left = round === 1 ? given.abortAfter : Infinity;
          if (left === 0) controller.abort();
          const planned: Plan = plan([plannedDocument(text)], known, { prune });
          const applied = await apply(planned, api, known, {
            concurrency,
            isFailFast,
            signal: controller.signal,
            onApplied: () => {
              left -= 1;
              if (left === 0) controller.abort();
            },
          });
          isConverged = applied.every(({ outcome }) => outcome === "done");
          for (const { entry, outcome, id } of applied) {
            if (outcome === "done" && id !== undefined) {
              const isThere = server.state.restreams.some((it) => it.id === id);
              expect(isThere).toBe(entry.action !== "delete");
            }
          }
        }
        expect(isConverged).toBe(true);
        const kept = before.filter((it) => !wanted.includes(it));
        const expected = [...wanted, ...(prune ? [] : kept)].map((it) => ({
          ...bodyOf(it),
          active: !(wanted.includes(it) && isChanged(it)),
        }));
        const others = server.state.restreams.filter((it) => !isVictim(it));
        const found = others.map(({ id: _, live: __, ...rest }) => rest);
        const byUri = (a: RestreamSeed, b: RestreamSeed): number =>
          (a.uri ?? "") < (b.uri ?? "") ? -1 : 1;
        expect(found.toSorted(byUri)).toEqual(expected.toSorted(byUri));
      } finally {
        await server.stop();
      }
    }),
    { numRuns: FAULT_RUNS },
  );
});
