import { expect, onTestFinished, test } from "vitest";
import { telling } from "../canary.ts";
import { ask } from "./ask.ts";
import { createGcoreApi, type GcoreApi, type GcoreApiOptions } from "./gcore-api.ts";

const RESTREAMS = "/streaming/restreams";
const URI = "rtmp://a.rtmp.youtube.com/live2/x";
const WRONG_URI = "invalid uri, supported protocols are rtmp, rtmps, srt";
const RESTREAM = { id: 3001, name: "first", active: true, live: false, uri: URI, stream_id: 20 };

async function start(options?: GcoreApiOptions): Promise<GcoreApi> {
  const api = await createGcoreApi(options);
  onTestFinished(api.stop);
  return api;
}

test("creates, lists, changes and deletes as the documentation says", async () => {
  const api = await start();
  const { id, live, ...fields } = RESTREAM;

  const created = await ask(api, "POST", RESTREAMS, { restream: fields });
  expect([created.status, created.text]).toEqual([200, ""]);
  expect((await ask(api, "GET", RESTREAMS)).json).toEqual([RESTREAM]);

  const changed = await ask(api, "PATCH", `${RESTREAMS}/${id}`, { restream: { active: false } });
  expect([changed.status, changed.json]).toEqual([200, { ...RESTREAM, active: false }]);
  expect((await ask(api, "GET", `${RESTREAMS}/${id}`)).json).toEqual({
    ...RESTREAM,
    active: false,
    live,
  });

  const deleted = await ask(api, "DELETE", `${RESTREAMS}/${id}`);
  expect([deleted.status, deleted.text]).toEqual([204, ""]);
  expect(api.state.restreams).toEqual([]);

  await ask(api, "POST", RESTREAMS, { restream: { uri: URI, stream_id: 20 } });
  expect(api.state.restreams).toEqual([
    { id: 3002, active: true, live: false, uri: URI, stream_id: 20 },
  ]);
});

test("knows a stream, with its secrets", async () => {
  const api = await start({ streams: [{ id: 7, stream_source_type: "srt", live: true }] });
  const { json } = await ask(api, "GET", "/streaming/streams/7");
  expect(json).toMatchObject({ id: 7, stream_source_type: "srt", live: true, pull: false });
  expect(telling(JSON.stringify(json), "mixed")).toBeDefined();
  expect((await ask(api, "GET", "/streaming/streams")).json).toEqual([json]);
});

test.each([
  { sent: {}, errors: { stream: ["must exist"], uri: [WRONG_URI] } },
  { sent: { stream_id: 20 }, errors: { uri: [WRONG_URI] } },
  { sent: { stream_id: 20, uri: "https://x.net/live" }, errors: { uri: [WRONG_URI] } },
  { sent: { uri: URI }, errors: { stream: ["must exist"] } },
  { sent: { uri: URI, stream_id: 21 }, errors: { stream: ["must exist"] } },
  {
    sent: { uri: URI, stream_id: 30 },
    errors: { stream: ["does not belong to the same client "] },
  },
  { sent: { uri: URI, stream_id: 20, name: 5 }, errors: { name: ["is invalid"] } },
])("refuses to create $sent", async ({ sent, errors }) => {
  const api = await start({ foreignStreams: [30] });
  const { status, json } = await ask(api, "POST", RESTREAMS, { restream: sent });
  expect([status, json]).toEqual([422, { errors }]);
  expect(api.state.restreams).toEqual([]);
});

test.each([
  { why: "a body that is not wrapped", body: { uri: URI, stream_id: 20 } },
  { why: "a list", body: [{ restream: { uri: URI, stream_id: 20 } }] },
  {
    why: "JSON that does not say so",
    body: { restream: { uri: URI, stream_id: 20 } },
    headers: { "content-type": "text/plain" },
  },
])("does not read $why", async ({ body, headers = {} }) => {
  const api = await start();
  const { status } = await ask(api, "POST", RESTREAMS, body, { headers });
  expect(status).toBe(422);
});

test.each([
  { sent: { stream_id: 21 }, errors: { stream: ["must exist"] } },
  { sent: { uri: "http://x" }, errors: { uri: [WRONG_URI] } },
])("refuses to change to $sent", async ({ sent, errors }) => {
  const api = await start({ restreams: [RESTREAM] });
  const { status, json } = await ask(api, "PATCH", `${RESTREAMS}/3001`, { restream: sent });
  expect([status, json]).toEqual([422, { errors }]);
  expect(api.state.restreams).toEqual([RESTREAM]);
});

test("refuses to change a restream whose stream is gone", async () => {
  const api = await start({ restreams: [RESTREAM] });
  api.change({ streams: [] });
  const { status } = await ask(api, "PATCH", `${RESTREAMS}/3001`, { restream: { name: "x" } });
  expect(status).toBe(422);
});

test("takes a field away with null, and leaves alone what clients do not decide", async () => {
  const seed = { ...RESTREAM, client_user_id: 10, colour: "red" };
  const api = await start({ restreams: [seed] });
  await ask(api, "PATCH", `${RESTREAMS}/3001`, {
    restream: { client_user_id: null, live: true, id: 7, colour: "blue", other: 1 },
  });
  expect(api.state.restreams).toEqual([{ ...RESTREAM, colour: "red" }]);
});

test.each([
  ["GET", `${RESTREAMS}/1`],
  ["PATCH", `${RESTREAMS}/1`],
  ["DELETE", `${RESTREAMS}/1`],
  ["GET", "/streaming/streams/1"],
  ["GET", "/streaming/videos"],
  ["GET", `${RESTREAMS}/x`],
  ["PUT", `${RESTREAMS}/3001`],
  ["GET", `${RESTREAMS}/`],
])("finds nothing for %s %s", async (method, path) => {
  const api = await start({ restreams: [RESTREAM] });
  const { status, json } = await ask(api, method, path);
  expect([status, json]).toEqual([
    404,
    { exception_class: "NotFoundError", message: "Not found", request_id: "1".padStart(32, "0") },
  ]);
});

const NONE = "Authentication credentials were not provided.";
const CUT = "29841$5Xq7Canary9Z";
test.each([
  { header: "", message: NONE },
  { header: "APIKey", message: NONE },
  { header: "29841$Xq7Canary9Z", message: NONE },
  { header: "Basic Zm9v", message: NONE },
  { header: "Bearer 29841$Xq7Canary9Z", message: "Given token not valid for any token type" },
  { header: "APIKey 29841", message: "Bad token: 29841" },
  {
    header: "APIKey 29841Xq7Canary9Z",
    token: CUT,
    message: "Bad permanent token: 29841Xq7Canary9Z",
  },
  { header: "APIKey 1234_abcdef", message: "Token is invalid or expired" },
  { header: "APIKey 1234", token: "1234_abcdef", message: "Token is invalid or expired" },
  { header: "APIKey 1234_abcdefg", token: "1234_abcdef", message: "Token is invalid or expired" },
])("refuses the header $header", async ({ header, token, message }) => {
  const api = await start({ restreams: [RESTREAM], ...(token !== undefined && { token }) });
  const headers = { authorization: header };
  const { status, json } = await ask(api, "DELETE", `${RESTREAMS}/3001`, undefined, { headers });
  expect([status, json]).toMatchObject([401, { message, request_id: "1".padStart(32, "0") }]);
  expect(api.state.restreams).toEqual([RESTREAM]);
  expect(api.requests).toMatchObject([{ acted: false, status: 401 }]);
});

test.each(["APIKey 29841$Xq7Canary9Z", "apikey 29841$Xq7Canary9Z"])(
  "takes the header %s",
  async (authorization) => {
    const api = await start();
    const headers = { authorization };
    expect((await ask(api, "GET", RESTREAMS, undefined, { headers })).status).toBe(200);
  },
);

const IDS = [1, 2, 3, 4, 5];
const FIVE = IDS.map((id) => ({ ...RESTREAM, id }));
test.each([
  { options: {}, pages: [IDS, [], []] },
  { options: { pageSize: 2 }, pages: [[1, 2], [3, 4], [5], []] },
  { options: { pageSize: 5 }, pages: [IDS, []] },
  { options: { pageSize: 2, paging: "ignores-page" }, pages: [IDS, IDS] },
  { options: { pageSize: 2, paging: "repeats-last" }, pages: [[1, 2], [3, 4], [5], [5]] },
  { options: { paging: "repeats-last" }, pages: [IDS, IDS] },
] as const)("cuts lists into pages: $options", async ({ options, pages }) => {
  const api = await start({ restreams: FIVE, ...options });
  for (const [at, ids] of pages.entries()) {
    const page = await listed(api, `?page=${at + 1}`);
    expect(page).toEqual(FIVE.filter(({ id }) => ids.some((it) => it === id)));
  }
  for (const first of ["", "?page=0", "?page=x"]) {
    expect(await listed(api, first)).toEqual(await listed(api, "?page=1"));
  }
});

async function listed(api: GcoreApi, query: string): Promise<unknown> {
  return (await ask(api, "GET", `${RESTREAMS}${query}`)).json;
}

test("hides the id where the document is taken at its word", async () => {
  const api = await start({ restreams: [RESTREAM], withIds: false });
  const { id, ...declared } = RESTREAM;
  expect((await ask(api, "GET", `${RESTREAMS}/${id}`)).json).toEqual(declared);
  expect(await listed(api, "")).toEqual([declared]);
  const changed = await ask(api, "PATCH", `${RESTREAMS}/${id}`, { restream: {} });
  expect(changed.json).toEqual(declared);
});

test("numbers seeds, and never gives an ID again", async () => {
  const seed = { uri: URI, stream_id: 20 };
  const api = await start({ restreams: [seed, { ...seed, id: 4000, live: true }, seed] });
  expect(api.state.restreams.map(({ id, live }) => [id, live])).toEqual([
    [4001, false],
    [4000, true],
    [4002, false],
  ]);
});

test("records what came in, and what became of it", async () => {
  const api = await start();
  await ask(api, "POST", RESTREAMS, { restream: { uri: URI, stream_id: 20 } });
  await ask(api, "GET", `${RESTREAMS}?page=2`, undefined, { headers: { authorization: "" } });
  expect(api.requests).toMatchObject([
    {
      number: 1,
      method: "POST",
      path: RESTREAMS,
      query: "",
      body: { restream: { uri: URI, stream_id: 20 } },
      authorization: "token",
      leaks: false,
      operation: "POST /streaming/restreams",
      acted: true,
      status: 200,
    },
    { number: 2, query: "?page=2", authorization: "other", body: undefined, acted: false },
  ]);
  expect(api.counts).toMatchObject({
    "GET /streaming/restreams": 1,
    "POST /streaming/restreams": 1,
    "DELETE /streaming/restreams/{restream_id}": 0,
  });
  expect(api.mostAtOnce).toBe(1);
});

test("counts how many requests are open at once", async () => {
  const api = await start();
  const clients = [1, 2, 3].map(async () => {
    for (let count = 0; count < 20; count += 1) await ask(api, "GET", RESTREAMS);
  });
  await Promise.all(clients);
  expect(api.requests).toHaveLength(60);
  expect(api.mostAtOnce).toBeLessThanOrEqual(3);
});

test.each([
  { where: "where it belongs", leaks: false, path: "", headers: {}, body: undefined },
  { where: "in the query", leaks: true, path: "?token=29841$Xq7Canary9Z" },
  { where: "in the query, encoded", leaks: true, path: "?token=29841%24Xq7Canary9Z" },
  { where: "in a header", leaks: true, path: "", headers: { "x-key": "29841$Xq7Canary9Z" } },
  { where: "in the body", leaks: true, path: "", body: { a: ["29841$Xq7Canary9Z"] } },
])("never records the token: $where", async ({ leaks, path, headers = {}, body }) => {
  const api = await start();
  await ask(api, "POST", `${RESTREAMS}${path}`, body ?? {}, { headers });
  await ask(api, "POST", `${RESTREAMS}${path}`, body ?? {}, { headers, url: api.elsewhere.url });
  expect(api.requests.map((it) => it.leaks)).toEqual([leaks]);
  expect(api.elsewhere.requests).toMatchObject([{ leaks, authorization: "token" }]);
  const records = JSON.stringify([api.requests, api.elsewhere.requests]);
  expect(telling(records, "mixed")).toBeUndefined();
});
