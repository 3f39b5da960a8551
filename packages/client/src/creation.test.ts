import { expect, test } from "vitest";
import type { KnownRestream } from "./index.ts";
import {
  apiOf,
  BODY,
  broken,
  json,
  listed,
  NEVER,
  type Reaction,
  rejection,
  stopsInWait,
  text,
} from "../test/world.ts";

const OTHER = { id: 1, ...BODY, name: "other", uri: "srt://other.example.com:5001" };
const OLD = { id: 2, ...BODY };
const NEW = { id: 3, ...BODY };
const NOT_THERE = [...listed(OTHER), ...listed(OTHER), ...listed(OTHER)];

/** Answers to a create and to what follows; what was known; what comes out, and which requests were sent. */
test.each<[string, readonly Reaction[], readonly KnownRestream[], object, string]>([
  ["an empty answer", [text(200)], [], { outcome: "created" }, "POST"],
  ["an empty mapping", [json(200, {})], [], { outcome: "created" }, "POST"],
  ["an answer with the ID", [json(201, NEW)], [], { outcome: "created", id: 3 }, "POST"],
  [
    "a limit, and then an answer",
    [text(429), text(429), text(200)],
    [],
    { outcome: "created" },
    "POST POST POST",
  ],
  [
    "no connection, and then an answer",
    [broken("ECONNREFUSED"), text(200)],
    [],
    { outcome: "created" },
    "POST POST",
  ],
  [
    "a lost answer after it was done",
    [broken("ECONNRESET"), ...listed(OTHER, NEW)],
    [OTHER],
    { outcome: "created", id: 3 },
    "POST GET GET GET",
  ],
  [
    "a failure after it was done",
    [text(500), ...listed(NEW)],
    [],
    { outcome: "created", id: 3 },
    "POST GET GET GET",
  ],
  [
    "a page for an answer",
    [text(200, "<html>"), ...listed(NEW)],
    [],
    { outcome: "created", id: 3 },
    "POST GET GET GET",
  ],
  ["a 408", [text(408), ...listed(NEW)], [], { outcome: "created", id: 3 }, "POST GET GET GET"],
  [
    "a 503 that asks to wait",
    [text(503, "", { "retry-after": "1" }), ...listed(NEW)],
    [],
    { outcome: "created", id: 3 },
    "POST GET GET GET",
  ],
  [
    "done a while after the answer was lost",
    [broken(), ...listed(), ...listed(NEW)],
    [],
    { outcome: "created", id: 3 },
    "POST GET GET GET GET",
  ],
  [
    "an equal one that was there before",
    [broken(), ...listed(OLD, NEW)],
    [OLD],
    { outcome: "created", id: 3 },
    "POST GET GET GET",
  ],
  [
    "two equal ones before, without IDs",
    [broken(), ...listed(BODY, BODY, BODY)],
    [BODY, BODY],
    { outcome: "created" },
    "POST GET GET GET",
  ],
  [
    "lost before it was done",
    [broken(), ...NOT_THERE],
    [OTHER],
    { outcome: "notCreated" },
    "POST GET GET GET GET GET GET GET GET GET",
  ],
  [
    "a failure before it was done",
    [text(500), ...listed(), ...listed(), ...listed()],
    [],
    { outcome: "notCreated" },
    "POST GET GET GET",
  ],
  [
    "only the equal one that was there before",
    [broken(), ...listed(OLD), ...listed(OLD), ...listed(OLD)],
    [OLD],
    { outcome: "notCreated" },
    "POST GET GET GET GET GET GET GET GET GET",
  ],
  [
    "only the equal one that we have just created",
    [broken(), ...listed(NEW), ...listed(NEW), ...listed(NEW)],
    [BODY],
    { outcome: "notCreated" },
    "POST GET GET GET GET GET GET GET GET GET",
  ],
  [
    "only the equal one that was there before, without IDs",
    [broken(), ...listed(BODY), ...listed(BODY), ...listed(BODY)],
    [BODY],
    { outcome: "unknown" },
    "POST GET GET GET GET GET GET GET GET GET",
  ],
  [
    "one whose URI the server has rewritten",
    [
      broken(),
      ...listed({ ...NEW, uri: "x" }),
      ...listed({ ...NEW, uri: "x" }),
      ...listed({ ...NEW, uri: "x" }),
    ],
    [],
    { outcome: "unknown" },
    "POST GET GET GET GET GET GET GET GET GET",
  ],
  [
    "one that is alike, and gone at the last look",
    [broken(), ...listed({ ...NEW, uri: "x" }), ...listed(), ...listed()],
    [],
    { outcome: "notCreated" },
    "POST GET GET GET GET GET",
  ],
  [
    "a list that fails too",
    [broken(), text(500), text(500), text(500)],
    [],
    { outcome: "unknown" },
    "POST GET GET GET",
  ],
  [
    "a list that is none",
    [broken(), text(200, "<html>"), text(200), text(200, "{")],
    [],
    { outcome: "unknown" },
    "POST GET GET GET",
  ],
])("%s", async (_, reactions, known, outcome, requests) => {
  const { api, world } = apiOf(...reactions);
  expect(await api.createRestream(BODY, () => known, NEVER)).toMatchObject(outcome);
  expect(world.sent.map(({ method }) => method).join(" ")).toBe(requests);
});

test.each<[string, Reaction, string, number]>([
  ["400", text(400), "refused", 1],
  ["401", text(401), "unauthorised", 1],
  ["409", text(409), "conflict", 1],
  ["422", json(422, { errors: { stream: ["must exist"] } }), "refused", 1],
  // As often as fits into five minutes: see api.test.ts.
  ["429 again and again", text(429), "tooMany", 41],
  ["no connection, again and again", broken("ENOTFOUND"), "unreachable", 3],
])("%s: nothing was created, and nothing is looked up", async (_, reaction, kind, requests) => {
  const { api, world } = apiOf(...Array.from({ length: 50 }, () => reaction));
  const error = await rejection(api.createRestream(BODY, () => [], NEVER));
  expect(error).toMatchObject({ kind, mayHaveActed: false });
  expect(world.sent).toHaveLength(requests);
});

test("words for each end", async () => {
  const words = async (...reactions: readonly Reaction[]): Promise<unknown> => {
    const creation = await apiOf(...reactions).api.createRestream(BODY, () => [], NEVER);
    return "error" in creation && [creation.error.message, creation.error.mayHaveActed];
  };
  expect(await words(text(500), ...listed(), ...listed(), ...listed())).toEqual([
    "Could not create the restream: the server failed (500). The list of restreams does not have it, so nothing was created: try again.",
    false,
  ]);
  expect(await words(text(500), text(401))).toEqual([
    "Could not create the restream: the server failed (500). Whether the restream exists now is not known: plan again before you create it again, or it may exist twice.",
    true,
  ]);
  const alike = listed({ ...NEW, name: "x" });
  expect(await words(text(500), ...alike, ...alike, ...alike)).toEqual([
    "Could not create the restream: the server failed (500). Since then there is a restream of this stream with the same name or URI, which may be it: look at it in the Gcore Customer Portal before you create it again.",
    true,
  ]);
});

test("it is looked for after one second, two more, and four more", async () => {
  const { api, world } = apiOf(broken(), ...listed(), ...listed(), ...listed());
  await api.createRestream(BODY, () => [], NEVER);
  expect(world.waits).toEqual([1000, 2000, 4000]);
});

test("what others have created meanwhile is asked for when it is needed", async () => {
  let known: readonly KnownRestream[] = [];
  const { api } = apiOf(
    () => {
      known = [BODY];
      throw new TypeError("fetch failed");
    },
    ...listed(NEW),
    ...listed(NEW),
    ...listed(NEW),
  );
  expect(await api.createRestream(BODY, () => known, NEVER)).toMatchObject({
    outcome: "notCreated",
  });
});

test("stopped while the answer is due, or looked for: what was sent is followed up", async () => {
  const controller = new AbortController();
  const lost: Reaction = () => {
    controller.abort();
    throw new TypeError("fetch failed");
  };
  const { api, world } = apiOf(lost, ...listed(), ...listed(NEW));
  expect(await api.createRestream(BODY, () => [], controller.signal)).toMatchObject({
    outcome: "created",
    id: 3,
  });
  expect(world.waits).toEqual([1000, 2000]);
});

test.each<[string, Reaction]>([
  ["turned away", text(429, "", { "retry-after": "40" })],
  ["not sent for want of a connection", broken("ECONNREFUSED")],
])("stopped while it waits after it was %s: it is not sent again", async (_, reaction) => {
  const controller = new AbortController();
  const { api, world } = stopsInWait(controller, reaction);
  const error = await rejection(api.createRestream(BODY, () => [], controller.signal));
  expect(error).toMatchObject({ kind: "aborted", mayHaveActed: false });
  expect(world.sent).toHaveLength(1);
});

test("interrupted before it is sent, nothing was done", async () => {
  const { api, world } = apiOf();
  const error = await rejection(api.createRestream(BODY, () => [], AbortSignal.abort()));
  expect(error).toMatchObject({ kind: "aborted", mayHaveActed: false });
  expect(world.sent).toEqual([]);
});
