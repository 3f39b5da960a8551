import { inspect } from "node:util";
import { telling } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { ApiError, createApi, isApiError } from "./index.ts";
import {
  apiIn,
  apiOf,
  BODY,
  broken,
  createWorld,
  json,
  KEY,
  listed,
  NEVER,
  type Reaction,
  rejection,
  stopsInWait,
  text,
  TOKEN,
} from "../test/world.ts";

const HANGS: Reaction = async () => new Promise(() => {});
const NOTHING = (): [] => [];

test("what is sent", async () => {
  const { api, world } = apiOf(json(200, { id: 7 }));
  const restream = { ...BODY, active: false, live: true, id: 7 };
  await api.updateRestream(7, restream, NEVER);
  const [update] = world.sent;
  expect([update?.method, update?.uri]).toEqual([
    "PATCH",
    "https://api.example.com/streaming/restreams/7",
  ]);
  expect(update?.init.body).toBe(
    JSON.stringify({
      restream: { name: BODY.name, active: false, uri: BODY.uri, stream_id: BODY.stream_id },
    }),
  );
  expect(update?.init.headers).toEqual({
    Accept: "application/json",
    Authorization: `APIKey ${TOKEN}`,
    "Content-Type": "application/json",
    "User-Agent": "restream-lint",
  });
  expect(update?.init.redirect).toBe("manual");
  expect(update?.init.credentials).toBe("omit");
});

test("a base URI with a path, a token as pasted", async () => {
  const world = createWorld(async () => new Response("[]"));
  const api = apiIn(world, "https://proxy.example.com/gcore/", ` APIKey ${TOKEN}\n`);
  await api.listRestreams(NEVER);
  await api.listStreams(NEVER);
  expect(world.sent.map(({ uri }) => uri)).toEqual([
    "https://proxy.example.com/gcore/streaming/restreams?page=1",
    "https://proxy.example.com/gcore/streaming/streams?page=1",
  ]);
  expect(new Headers(world.sent[0]?.init.headers).get("authorization")).toBe(`APIKey ${TOKEN}`);
});

test.each([
  ["http://api.gcore.com", TOKEN, "must begin with `https://`"],
  ["https://api.gcore.com", "a b", "holds a line break, a blank"],
])("%s with the token %s is misconfigured", (baseUrl, token, words) => {
  const surroundings = createWorld(async () => new Response());
  let error: unknown;
  try {
    createApi({ baseUrl, token, surroundings });
  } catch (thrown) {
    error = thrown;
  }
  expect(isApiError(error) && error.kind).toBe("misconfigured");
  expect(String(error)).toMatch(words);
});

const CUT =
  "only the beginning of the API token arrived (401). Set it again, in one piece. A shell takes `$` and what follows for a variable: there, put it between single quotes, GCORE_API_KEY='…'.";
const MINUTE = "Try again in a minute.";
/** Turned away at 0, 0.5, 1.5, 3.5 and 7.5 s, and then every 8 s up to 295.5 s: another 8 would make more than 5 minutes. */
const PATIENT = 5 + 36;

/** An answer to `listRestreams`; kind, the message after `Could not list the restreams: `, and how often it is asked for. */
test.each<[string, Reaction, string, string, number]>([
  ["a cut token", json(401, { message: "Bad token: 29841" }), "unauthorised", CUT, 1],
  [
    "a cut permanent token",
    json(401, { message: `Bad permanent token: ${TOKEN}` }),
    "unauthorised",
    CUT,
    1,
  ],
  [
    "no token",
    json(401, { message: "Authentication credentials were not provided." }),
    "unauthorised",
    "no API token arrived (401). If it is set, something on the way (a proxy) removes the header `Authorization`.",
    1,
  ],
  [
    "an old token",
    json(401, { message: "Token is invalid or expired" }),
    "unauthorised",
    "the API token is invalid or has expired (401). Make a new one in the Gcore Customer Portal, and set that.",
    1,
  ],
  [
    "a login",
    json(401, { message: "Given token not valid for any token type" }),
    "unauthorised",
    "the API token was taken for a login (`Bearer`) (401). Use a permanent API token from the Gcore Customer Portal, not what a login gives, and see that nothing on the way changes the header `Authorization`.",
    1,
  ],
  [
    "another 401",
    text(401, "<html>"),
    "unauthorised",
    "Gcore does not take the API token (401). Copy it again in one piece, between single quotes where a shell reads it, or make a new one in the Gcore Customer Portal.",
    1,
  ],
  [
    "a forbidden thing",
    json(403, { message: "You do not have permission." }),
    "forbidden",
    "the token may not do that (403): You do not have permission. The account needs Streaming, and the token's user the role Engineers or Administrators.",
    1,
  ],
  [
    "a wrong base URI",
    text(404, "<html>"),
    "notFound",
    "there is no such thing at Gcore (404). Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri).",
    1,
  ],
  [
    "a refusal",
    json(422, { errors: { stream: ["must exist "], uri: ["invalid uri", "too long"] } }),
    "refused",
    "Gcore refuses it (422): `stream_id` must exist; `uri` invalid uri, too long. Change that, and try again.",
    1,
  ],
  [
    "a conflict",
    json(409, { error: "busy" }),
    "conflict",
    "someone or something else is changing it (409): busy. Plan again in a minute.",
    3,
  ],
  [
    "a slow request",
    text(408),
    "timedOut",
    "the server waited too long for the request (408). Check the connection, and try again.",
    3,
  ],
  [
    "a limit that asks for no wait",
    json(429, {}, { "retry-after": "0" }),
    "tooMany",
    `there were too many requests (429). ${MINUTE}`,
    PATIENT,
  ],
  ["a limit", json(429, {}), "tooMany", `there were too many requests (429). ${MINUTE}`, PATIENT],
  [
    "a limit for long",
    json(429, {}, { "retry-after": "61" }),
    "tooMany",
    "there were too many requests (429). The server asks to wait 61 s. Try again after that.",
    1,
  ],
  [
    "a limit until a date",
    json(429, {}, { "retry-after": "Fri, 01 Jan 2038 01:00:00 GMT" }),
    "tooMany",
    "there were too many requests (429). The server asks to wait 60 minutes. Try again after that.",
    1,
  ],
  [
    "a failure",
    json(500, { status: 500, error: "oops" }),
    "broken",
    `the server failed (500): oops. ${MINUTE}`,
    3,
  ],
  [
    "a failure in HTML",
    text(502, "<html>Bad gateway</html>"),
    "broken",
    `the server failed (502). ${MINUTE}`,
    3,
  ],
  [
    "a name that is none",
    broken("ENOTFOUND"),
    "unreachable",
    "api.example.com is a name that cannot be found (ENOTFOUND). Check the network and GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri).",
    3,
  ],
  [
    "no server",
    broken("ECONNREFUSED"),
    "unreachable",
    "api.example.com takes no connections (ECONNREFUSED). Check the network, a firewall or proxy on the way, and GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri).",
    3,
  ],
  [
    "a certificate",
    broken("DEPTH_ZERO_SELF_SIGNED_CERT"),
    "unreachable",
    "api.example.com shows a certificate that is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Something on the way (a proxy) may stand in for it: give Node.js its certificate with NODE_EXTRA_CA_CERTS.",
    3,
  ],
  [
    "a broken connection",
    broken(),
    "unreachable",
    "api.example.com did not answer: the connection broke. Check the network, and try again.",
    3,
  ],
  [
    "a page",
    text(200, "<html>Sign in</html>"),
    "nonsense",
    "the answer is a web page, as of a login or a proxy. Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri), and whether the network wants a login first.",
    3,
  ],
  [
    "nothing",
    text(200, ""),
    "nonsense",
    "the answer is empty. Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri), and whether the network wants a login first.",
    3,
  ],
  [
    "half of it",
    text(200, '[{"id":'),
    "nonsense",
    "the answer is broken: it is not JSON, or only a part of it. Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri), and whether the network wants a login first.",
    3,
  ],
  [
    "another place",
    text(302, "", { location: "https://elsewhere.example.com/" }),
    "nonsense",
    "the server sends us to another address, where the API token does not go. Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri), and whether the network wants a login first.",
    1,
  ],
  [
    "too much",
    text(200, "[]", { "content-length": "16777217" }),
    "nonsense",
    "the answer is larger than any that the API gives. Check GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri), and whether the network wants a login first.",
    3,
  ],
])("%s", async (_, reaction, kind, words, requests) => {
  const { api, world } = apiOf(...Array.from({ length: 50 }, () => reaction));
  const error = await rejection(api.listRestreams(NEVER));
  expect(error).toMatchObject({ kind, mayHaveActed: false });
  expect(String(error)).toBe(`ApiError: Could not list the restreams: ${words}`);
  expect(world.sent).toHaveLength(requests);
});

test("what an error carries beside its words", async () => {
  const { api } = apiOf(
    json(
      422,
      { errors: { stream: ["must exist "], uri: [`bad ${KEY}`] } },
      { "x-request-id": "r-1" },
    ),
    json(403, { request_id: TOKEN }),
    json(404, {}),
    json(429, { request_id: "r-2" }, { "retry-after": "61" }),
  );
  expect(await rejection(api.updateRestream(7, BODY, NEVER))).toMatchObject({
    status: 422,
    requestId: "r-1",
    fields: [
      { field: "stream_id", messages: ["must exist"] },
      { field: "uri", messages: ["bad ***"] },
    ],
  });
  expect(await rejection(api.listStreams(NEVER))).toMatchObject({
    status: 403,
    requestId: undefined,
  });
  expect(String(await rejection(api.deleteRestream(7, NEVER)))).toBe(
    "ApiError: Could not delete restream 7: there is no such thing at Gcore (404). Someone has deleted it, or it belongs to another account. Plan again.",
  );
  expect(await rejection(api.listStreams(NEVER))).toMatchObject({
    requestId: "r-2",
    retryAfter: 61_000,
  });
});

test.each<[string, readonly Reaction[], readonly number[]]>([
  ["in a while", [text(500), text(503)], [500, 1000]],
  [
    "when the server says, in seconds",
    [text(429, "", { "retry-after": "7" }), broken()],
    // To be turned away is no failure: the first one is the second answer.
    [7000, 500],
  ],
  [
    "when the server says, at a time",
    [text(503, "", { "retry-after": "Fri, 01 Jan 2038 00:00:02 GMT" })],
    [2000],
  ],
  ["not at once, even if the server says so", [text(429, "", { "retry-after": "0" })], [500]],
])("tries again %s", async (_, failures, waits) => {
  const { api, world } = apiOf(...failures, ...listed({ id: 1 }));
  expect(await api.listRestreams(NEVER)).toEqual([{ id: 1 }]);
  expect(world.waits).toEqual(waits);
});

test("tries are spread by up to a quarter", async () => {
  const answers = [text(500), text(429, "", { "retry-after": "7" }), json(200, [])];
  const world = createWorld(async (uri, init) => {
    const answer = answers.shift();
    if (!answer) throw new Error("unexpected");
    return answer({ method: "GET", uri, init });
  });
  await apiIn({ ...world, random: () => 0.5 }, "https://api.example.com").listRestreams(NEVER);
  expect(world.waits).toEqual([500 - 62.5, 7000 + 62.5]);
});

test("no answer within 30 s", async () => {
  const { api, world } = apiOf(HANGS, ...listed());
  const list = api.listRestreams(NEVER);
  await Promise.resolve();
  world.expire();
  expect(await list).toEqual([]);

  const update = apiOf(HANGS, text(422));
  const error = rejection(update.api.updateRestream(7, BODY, NEVER));
  await Promise.resolve();
  update.world.expire();
  // The first try may have changed it.
  expect(await error).toMatchObject({ kind: "refused", mayHaveActed: true });
  expect(String(await error)).toMatch(/Whether it was done is not known: plan again to see\.$/);
});

test("a body that stops half-way is given up after the same 30 s, and one that never ends by its size", async () => {
  const stalled: Reaction = () =>
    new Response(new ReadableStream({ start: (it) => it.enqueue(new TextEncoder().encode("[")) }));
  let cancelled = 0;
  const endless: Reaction = () =>
    new Response(
      new ReadableStream({
        pull: (it) => it.enqueue(new Uint8Array(1 << 20).fill(32)),
        cancel: () => {
          cancelled += 1;
        },
      }),
    );
  const { api, world } = apiOf(stalled, endless, ...listed({ id: 1 }));
  const list = api.listRestreams(NEVER);
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  world.expire();
  expect(await list).toEqual([{ id: 1 }]);
  expect(cancelled).toBe(1);
});

test("a refusal whose body breaks off is a refusal all the same", async () => {
  const { api, world } = apiOf(
    () =>
      new Response(new ReadableStream({ start: (it) => it.error(new Error("terminated")) }), {
        status: 422,
      }),
  );
  expect(await rejection(api.createRestream(BODY, NOTHING, NEVER))).toMatchObject({
    kind: "refused",
    status: 422,
    mayHaveActed: false,
  });
  expect(world.sent).toHaveLength(1);
});

test.each([
  ["before anything is sent", 0],
  ["while an answer is due", 1],
])("what reads, interrupted %s, ends at once", async (_, requests) => {
  const { api, world } = apiOf(HANGS);
  const controller = new AbortController();
  if (requests === 0) controller.abort();
  const error = rejection(api.listRestreams(controller.signal));
  await Promise.resolve();
  controller.abort();
  expect(await error).toMatchObject({ kind: "aborted", mayHaveActed: false });
  expect(world.sent).toHaveLength(requests);
});

test("what changes something, stopped before it is sent, is not sent", async () => {
  const { api, world } = apiOf();
  for (const work of [
    api.updateRestream(7, BODY, AbortSignal.abort()),
    api.deleteRestream(7, AbortSignal.abort()),
  ]) {
    expect(await rejection(work)).toMatchObject({ kind: "aborted", mayHaveActed: false });
  }
  expect(world.sent).toEqual([]);
});

test.each<[string, Reaction]>([
  ["a conflict", text(409)],
  ["a limit", text(429)],
  ["no connection", broken("ECONNREFUSED")],
])("stopped after %s, nothing more is sent: nothing was done", async (_, reaction) => {
  const controller = new AbortController();
  const { api, world } = stopsInWait(controller, reaction);
  const error = await rejection(api.updateRestream(7, BODY, controller.signal));
  expect(error).toMatchObject({ kind: "aborted", mayHaveActed: false });
  expect(String(error)).toBe("ApiError: Could not change restream 7: it was interrupted.");
  expect(world.sent).toHaveLength(1);
});

test("stopped after what may have done it, the next tries tell, where they are near", async () => {
  const change = new AbortController();
  const lost = [text(500), text(429, "", { "retry-after": "1" }), text(502), text(200)];
  const { api, world } = stopsInWait(change, ...lost);
  expect(await api.updateRestream(7, BODY, change.signal)).toBeUndefined();
  expect(world.waits).toEqual([500, 1000, 1000]);

  const removal = new AbortController();
  await stopsInWait(removal, broken(), text(404)).api.deleteRestream(7, removal.signal);
  expect([change.signal.aborted, removal.signal.aborted]).toEqual([true, true]);
});

const AFTER = (seconds: number) => ({ "retry-after": `${seconds}` });

test.each<[string, readonly Reaction[], number]>([
  ["after a failure", [text(503, "", AFTER(59))], 1],
  ["in its turn", [text(500), text(429, "", AFTER(7))], 2],
  [
    "in many short ones",
    [text(500), ...Array.from({ length: 3 }, () => text(429, "", AFTER(1)))],
    4,
  ],
])("stopped in a long wait %s, what may have been done stays unknown", async (_, answers, sent) => {
  for (const method of ["updateRestream", "deleteRestream"] as const) {
    const controller = new AbortController();
    const { api, world } = stopsInWait(controller, ...answers);
    const error = await rejection(
      method === "updateRestream"
        ? api.updateRestream(7, BODY, controller.signal)
        : api.deleteRestream(7, controller.signal),
    );
    expect(error).toMatchObject({ mayHaveActed: true });
    expect(String(error)).toMatch(/Whether it was done is not known: plan again to see\.$/);
    expect(world.sent).toHaveLength(sent);
    // What is ended is not waited.
    expect(Math.max(0, ...world.waits)).toBeLessThanOrEqual(1000);
  }
});

test("stopped in a long wait for the list that tells of a create, it stays unknown", async () => {
  const controller = new AbortController();
  const { api, world } = stopsInWait(controller, broken(), text(503, "", AFTER(59)));
  expect(await api.createRestream(BODY, NOTHING, controller.signal)).toMatchObject({
    outcome: "unknown",
    error: { mayHaveActed: true },
  });
  expect(world.sent).toHaveLength(2);
});

test("each wait that a server makes is told, with its status", async () => {
  const { world } = apiOf(
    text(503, "", AFTER(59)),
    text(429, "", AFTER(9)),
    broken(),
    text(429, "", AFTER(61)),
  );
  const told: (readonly [number, number])[] = [];
  const api = apiIn(
    { ...world, onHeldUp: (...it) => void told.push(it) },
    "https://api.example.com",
  );
  await rejection(api.listRestreams(NEVER));
  // A broken connection is no server, and a wait of more than a minute is not waited.
  expect(told).toEqual([
    [59_000, 503],
    [9000, 429],
  ]);
});

test("updates and deletes are sent again, and what is gone after a lost answer was deleted", async () => {
  const update = apiOf(broken(), text(500), json(200, { id: 7, name: null, x: 1 }));
  expect(await update.api.updateRestream(7, BODY, NEVER)).toEqual({ id: 7, x: 1 });
  const empty = apiOf(text(200, ""));
  expect(await empty.api.updateRestream(7, BODY, NEVER)).toBeUndefined();

  await apiOf(text(204)).api.deleteRestream(7, NEVER);
  await apiOf(broken("ECONNRESET"), text(404)).api.deleteRestream(7, NEVER);
  await apiOf(text(502), text(404)).api.deleteRestream(7, NEVER);
  await apiOf(text(200, "<html>"), text(204)).api.deleteRestream(7, NEVER);
  for (const certain of [text(429), text(409), broken("ECONNREFUSED")]) {
    const { api } = apiOf(certain, text(404));
    expect(await rejection(api.deleteRestream(7, NEVER))).toMatchObject({ kind: "notFound" });
  }
  const page = text(200, "<html>Sign in</html>");
  const portal = apiOf(page, page, page);
  expect(await rejection(portal.api.deleteRestream(7, NEVER))).toMatchObject({
    kind: "nonsense",
    mayHaveActed: true,
  });
});

test("restreams without IDs are told apart by what they say", async () => {
  const [one, two] = [{ name: "a" }, { name: "b" }];
  const pages = [json(200, [one]), json(200, [two])];
  const { api } = apiOf(...pages, json(200, []), ...pages);
  expect(await api.listRestreams(NEVER)).toEqual([one, two]);
});

test("a list that ends with a page that is not there", async () => {
  const page = json(200, [{ id: 1 }]);
  const { api } = apiOf(page, text(404), page);
  expect(await api.listRestreams(NEVER)).toEqual([{ id: 1 }]);
});

test("no secret is in an error, whatever the server repeats, and however it is printed", async () => {
  const words = [TOKEN, `Bad permanent token: ${TOKEN}`, BODY.uri, KEY, `/${KEY.slice(0, 12)}…`];
  const bodies = words.flatMap((it) => [
    { errors: { uri: [it], [`${it}`]: ["x"] } },
    { error: it },
    { data: [], errors: [it] },
    { message: it, request_id: it, invalid_fields: { [`${it}`]: [it] } },
  ]);
  const statuses = [400, 401, 403, 404, 408, 409, 422, 429, 500];
  for (const status of statuses) {
    for (const body of [...bodies, ...words]) {
      const answer = json(status, body, { "x-request-id": TOKEN });
      const { api } = apiOf(answer, answer, answer, ...listed(), ...listed(), ...listed());
      const results = [
        await rejection(api.updateRestream(7, BODY, NEVER)),
        await apiOf(answer, answer, answer, json(200, []), json(200, []), json(200, []))
          .api.createRestream(BODY, NOTHING, NEVER)
          .catch((error: unknown) => error),
      ];
      for (const result of results) {
        const shown = `${String(result)} ${JSON.stringify(result)} ${inspect(result, { depth: 9, showHidden: true })}`;
        expect(telling(shown, "mixed")).toBeUndefined();
        expect(telling(shown, "uuid")).toBeUndefined();
      }
    }
  }
});

test("a client shows no token, and errors keep nothing of what was thrown", async () => {
  const { api } = apiOf(broken(), broken(), broken());
  const error = await rejection(api.listRestreams(NEVER));
  expect(error).toBeInstanceOf(ApiError);
  const shown =
    inspect([api, error], { depth: 9, showHidden: true }) + JSON.stringify([api, error]);
  expect(telling(shown, "mixed")).toBeUndefined();
});
