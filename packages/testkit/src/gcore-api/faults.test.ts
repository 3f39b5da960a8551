import { array, assert, asyncProperty, constantFrom } from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "./ask.ts";
import { ERROR_SHAPES } from "./errors.ts";
import { type Fault, FAULTS, type Misbehaviour } from "./fault.ts";
import { createGate } from "./gate.ts";
import { createGcoreApi, type GcoreApi, type GcoreApiOptions } from "./gcore-api.ts";
import { FAULT_RUNS, randomFaults } from "./random-faults.ts";

const RESTREAMS = "/streaming/restreams";
const SEED = { uri: "rtmp://h.acme.net/live/x", stream_id: 20 };
const TWO = [
  { ...SEED, id: 1 },
  { ...SEED, id: 2 },
];
const ID = "2".padStart(32, "0");

async function start(options: GcoreApiOptions = {}): Promise<GcoreApi> {
  const api = await createGcoreApi(options);
  onTestFinished(api.stop);
  return api;
}

/** What a client sees of an answer, in a line. */
async function seen(asking: ReturnType<typeof ask>): Promise<string> {
  try {
    const { status, text, headers } = await asking;
    const retry = headers.get("retry-after");
    return [status, retry !== null && `[${retry}]`, text].filter(Boolean).join(" ");
  } catch (error) {
    return `${String(error)}: ${String((error as Error).cause)}`;
  }
}

function platform(exceptionClass: string, message: string): string {
  return JSON.stringify({ exception_class: exceptionClass, message, request_id: ID });
}

type Name = keyof typeof FAULTS;
/** What a create, and a list after it, come to; and whether the restream exists then. */
const ANSWERS: readonly {
  readonly name: Name;
  readonly answer: string | RegExp;
  readonly exists: boolean;
  readonly status?: number;
}[] = [
  { name: "droppedBefore", answer: /^TypeError: fetch failed/, exists: false },
  { name: "droppedAfter", answer: /^TypeError: fetch failed/, exists: true },
  { name: "cutBefore", answer: /^TypeError: terminated/, exists: false },
  { name: "cutAfter", answer: /^TypeError: terminated/, exists: true },
  {
    name: "failedBefore",
    answer: `500 ${platform("InternalServerError", "Internal server error")}`,
    exists: false,
    status: 500,
  },
  {
    name: "failedAfter",
    answer: `500 ${platform("InternalServerError", "Internal server error")}`,
    exists: true,
    status: 500,
  },
  {
    name: "timeout",
    answer: `408 ${platform("HTTPError", "Request timeout")}`,
    exists: false,
    status: 408,
  },
  {
    name: "conflict",
    answer: `409 ${platform("ConflictError", "The resource is being changed")}`,
    exists: false,
    status: 409,
  },
  {
    name: "throttled",
    answer: `429 [1] ${platform("HTTPError", "Too many requests")}`,
    exists: false,
    status: 429,
  },
  {
    name: "throttledUntil",
    answer: `429 [Fri, 01 Jan 2038 00:00:02 GMT] ${platform("HTTPError", "Too many requests")}`,
    exists: false,
    status: 429,
  },
  { name: "htmlBefore", answer: /^502 <html>/, exists: false, status: 502 },
  { name: "htmlAfter", answer: /^502 <html>/, exists: true, status: 502 },
  { name: "emptyErrorBefore", answer: "503", exists: false, status: 503 },
  { name: "goodHtml", answer: /^200 <html>/, exists: false, status: 200 },
  { name: "emptyBody", answer: "200", exists: true, status: 200 },
  { name: "brokenJson", answer: '200 [{"id": 3001, "uri": "srt://exa', exists: true, status: 200 },
  {
    name: "wrongShape",
    answer: '200 [{"id": "x", "uri": 5, "stream_id": null}, 7]',
    exists: true,
    status: 200,
  },
  { name: "wrappedList", answer: '200 {"restreams": []}', exists: true, status: 200 },
  { name: "moved", answer: "301", exists: false, status: 301 },
  { name: "redirected", answer: "307", exists: false, status: 307 },
  { name: "pageBefore", answer: "200", exists: true, status: 200 },
];
const ENDLESS = ["endless", "huge", "stalledBefore", "stalledAfter"] as const;

test.each(ANSWERS)("$name", async ({ name, answer, exists, status }) => {
  const api = await start();
  api.misbehave([{ fault: FAULTS[name], on: "POST /streaming/restreams", nth: 1 }]);
  await ask(api, "GET", RESTREAMS);

  const line = await seen(ask(api, "POST", RESTREAMS, { restream: SEED }));
  if (typeof answer === "string") expect(line).toBe(answer);
  else expect(line).toMatch(answer);
  expect(api.state.restreams).toHaveLength(exists ? 1 : 0);
  expect(api.requests[1]).toMatchObject({ fault: FAULTS[name].kind, acted: exists });
  expect(api.requests[1]?.status).toBe(status);

  expect(await seen(ask(api, "POST", RESTREAMS, { restream: SEED }))).toBe("200");
  expect(api.requests).toHaveLength(3);
});

test("every fault is tried", () => {
  const tried = [...ANSWERS.map(({ name }) => name), ...ENDLESS];
  expect(tried.toSorted()).toEqual(Object.keys(FAULTS).toSorted());
});

test.each([
  { method: "GET", path: RESTREAMS },
  { method: "POST", path: RESTREAMS },
  { method: "PATCH", path: `${RESTREAMS}/1` },
  { method: "DELETE", path: `${RESTREAMS}/1` },
])("a cut answer to $method is half of the right one", async ({ method, path }) => {
  const right = await (await raw(await start({ restreams: TWO }), method, path)).text();
  // Half of nothing would be whole.
  const whole = right === "" ? "  " : right;

  const api = await start({ restreams: TWO });
  api.misbehave([{ fault: FAULTS.cutAfter }]);
  const reader = (await raw(api, method, path)).body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toBe(whole.slice(0, whole.length / 2));
  await expect(reader?.read()).rejects.toThrow("terminated");
});

async function raw(
  api: GcoreApi,
  method: string,
  path: string,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(api.url + path, {
    method,
    headers: { authorization: `APIKey ${api.token}`, "content-type": "application/json" },
    ...(method !== "GET" && { body: JSON.stringify({ restream: SEED }) }),
    ...(signal && { signal }),
  });
}

test.each(["endless", "huge"] as const)("an %s body goes on while it is read", async (name) => {
  const api = await start();
  api.misbehave([{ fault: FAULTS[name] }]);
  const got = await raw(api, "POST", RESTREAMS);
  expect(got.headers.get("content-length")).toBe(name === "huge" ? "1000000000000" : null);
  const reader = got.body?.getReader();
  let length = 0;
  while (length < 5_000_000) length += (await reader?.read())?.value?.length ?? Number.NaN;
  await reader?.cancel();
  expect(length).toBeGreaterThanOrEqual(5_000_000);
  expect(api.state.restreams).toHaveLength(1);
  expect(api.requests).toMatchObject([{ acted: true, status: undefined }]);
});

test.each([
  { name: "stalledBefore", exists: 0 },
  { name: "stalledAfter", exists: 1 },
] as const)("$name: nothing comes after a part of the body", async ({ name, exists }) => {
  const api = await start();
  api.misbehave([{ fault: FAULTS[name], nth: 1 }]);
  const client = new AbortController();
  const got = await raw(api, "POST", RESTREAMS, client.signal);
  const reader = got.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("[");
  let isOver = false;
  const rest = reader?.read().finally(() => {
    isOver = true;
  });
  await ask(api, "GET", RESTREAMS);
  await ask(api, "GET", RESTREAMS);
  expect(isOver).toBe(false);
  client.abort();
  await expect(rest).rejects.toThrow("aborted");
  expect(api.state.restreams).toHaveLength(exists);
});

test.each([false, true])("holds an answer until the gate opens; acts before: %s", async (acts) => {
  const api = await start();
  const gate = createGate();
  const fault: Fault = { kind: "held", acts, gate };
  api.misbehave([{ on: "POST /streaming/restreams", fault }]);
  const asked = [1, 2, 3].map(() => ask(api, "POST", RESTREAMS, { restream: SEED }));
  await gate.arrived(3);
  expect(api.mostAtOnce).toBe(3);
  expect((await ask(api, "GET", RESTREAMS)).json).toHaveLength(acts ? 3 : 0);
  expect(api.requests.map(({ status }) => status)).toEqual([undefined, undefined, undefined, 200]);
  gate.open();
  const answers = await Promise.all(asked);
  expect(answers.map(({ status, text }) => [status, text])).toEqual(asked.map(() => [200, ""]));
  expect(api.state.restreams).toHaveLength(3);
  await ask(api, "POST", RESTREAMS, { restream: SEED });
});

test("a broken connection is no open request", async () => {
  const api = await start();
  api.misbehave([{ fault: FAULTS.droppedAfter }]);
  for (let count = 0; count < 3; count += 1) await seen(ask(api, "GET", RESTREAMS));
  expect(api.mostAtOnce).toBe(1);
});

test("stops while requests are held", async () => {
  const api = await createGcoreApi();
  const gate = createGate();
  api.misbehave([{ fault: { kind: "held", acts: false, gate } }]);
  const asked = seen(ask(api, "GET", RESTREAMS));
  await gate.arrived();
  await api.stop();
  expect(await asked).toMatch(/^TypeError/);
});

test.each([301, 302, 303, 307, 308] as const)("a %i leads to another origin", async (status) => {
  const api = await start();
  api.misbehave([{ fault: { kind: "redirect", acts: false, status } }]);
  const { headers } = await ask(api, "POST", `${RESTREAMS}?page=1`, { restream: SEED });
  expect(headers.get("location")).toBe(`${api.elsewhere.url}${RESTREAMS}?page=1`);
  expect(new URL(api.elsewhere.url).host).not.toBe(new URL(api.url).host);
  expect(api.elsewhere.requests).toEqual([]);

  await raw(api, "POST", RESTREAMS);
  const keeps = status === 307 || status === 308;
  expect(api.elsewhere.requests).toMatchObject([
    {
      method: keeps ? "POST" : "GET",
      authorization: "none",
      body: keeps ? { restream: SEED } : undefined,
    },
  ]);
});

test("notices a token that follows a redirect", async () => {
  const api = await start();
  const got = await ask(api, "GET", RESTREAMS, undefined, { url: api.elsewhere.url });
  expect(got.json).toEqual([]);
  expect(api.elsewhere.requests).toMatchObject([{ authorization: "token" }]);
});

test("a redirect leads where it says", async () => {
  const api = await start({ restreams: TWO });
  const to = `${RESTREAMS}/2`;
  api.misbehave([{ nth: 1, fault: { kind: "redirect", acts: false, status: 307, to } }]);
  const got = await raw(api, "GET", RESTREAMS);
  expect(await got.json()).toMatchObject({ id: 2 });
});

const THROTTLED = "Too many requests";
test.each([
  {
    shape: "platform",
    body: { exception_class: "HTTPError", message: THROTTLED, request_id: "1".padStart(32, "0") },
  },
  { shape: "fields", body: { errors: { base: [THROTTLED] } } },
  { shape: "error", body: { error: THROTTLED } },
  { shape: "status", body: { status: 429, error: THROTTLED } },
  { shape: "list", body: { data: [], errors: [THROTTLED] } },
] as const)("says an error in the shape $shape", async ({ shape, body }) => {
  const api = await start();
  api.misbehave([{ fault: { kind: "status", acts: false, status: 429, shape } }]);
  const { status, json } = await ask(api, "GET", RESTREAMS);
  expect([status, json]).toEqual([429, body]);
  expect(ERROR_SHAPES).toContain(shape);
});

test("answers the page before", async () => {
  const api = await start({ restreams: TWO, pageSize: 1 });
  api.misbehave([{ nth: 2, fault: FAULTS.pageBefore }]);
  const pages = [];
  for (const page of [1, 2, 2, 3]) {
    pages.push((await ask(api, "GET", `${RESTREAMS}?page=${page}`)).json);
  }
  expect(pages).toMatchObject([[{ id: 1 }], [{ id: 1 }], [{ id: 2 }], []]);
});

test("answers right, and then somebody else has changed something", async () => {
  const api = await start({ restreams: TWO });
  const change: Extract<Fault, { kind: "meanwhile" }>["change"] = ({ restreams }) => ({
    restreams: restreams.slice(1),
  });
  api.misbehave([{ nth: 2, fault: { kind: "meanwhile", acts: true, change } }]);
  const lists = [];
  for (let count = 0; count < 3; count++) lists.push((await ask(api, "GET", RESTREAMS)).json);
  expect(lists).toMatchObject([[{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }], [{ id: 2 }]]);
  expect(api.requests).toMatchObject([
    { fault: undefined },
    { fault: "meanwhile", acted: true, status: 200 },
    { fault: undefined },
  ]);
});

test("a fault does nothing for a wrong token", async () => {
  const api = await start({ restreams: TWO });
  api.misbehave([{ fault: FAULTS.failedAfter }]);
  await ask(api, "DELETE", `${RESTREAMS}/1`, undefined, { headers: { authorization: "x" } });
  expect(api.requests).toMatchObject([{ acted: false, status: 500 }]);
  expect(api.state.restreams).toHaveLength(2);
});

test.each<{ script: readonly Misbehaviour[]; statuses: readonly number[] }>([
  { script: [], statuses: [200, 200, 200, 200] },
  { script: [{ fault: FAULTS.conflict }], statuses: [409, 409, 409, 409] },
  { script: [{ nth: 2, fault: FAULTS.conflict }], statuses: [200, 409, 200, 200] },
  {
    script: [{ on: "GET /streaming/streams", nth: 2, fault: FAULTS.conflict }],
    statuses: [200, 200, 200, 409],
  },
  {
    script: [
      { nth: 3, fault: FAULTS.timeout },
      { on: "GET /streaming/restreams", nth: 2, fault: FAULTS.conflict },
      { nth: 3, fault: FAULTS.conflict },
    ],
    statuses: [200, 200, 408, 200],
  },
])("follows the script $script", async ({ script, statuses }) => {
  const api = await start();
  api.misbehave([{ fault: FAULTS.htmlBefore }]);
  api.misbehave(script);
  const got = [];
  for (const list of ["restreams", "streams", "restreams", "streams"]) {
    got.push((await ask(api, "GET", `/streaming/${list}`)).status);
  }
  expect(got).toEqual(statuses);
});

test("whatever goes wrong, exactly what is recorded as done is done", async () => {
  const methods = array(constantFrom("GET", "POST"), { minLength: 1, maxLength: 12 });
  await assert(
    asyncProperty(randomFaults(), methods, async (script, asked) => {
      const api = await createGcoreApi();
      try {
        api.misbehave(script);
        for (const method of asked) {
          const line = await seen(
            ask(api, method, RESTREAMS, method === "GET" ? undefined : { restream: SEED }),
          );
          const met = api.requests.at(-1);
          if (!met?.fault) expect(line).toMatch(/^200/);
          expect(line.startsWith(String(met?.status ?? "TypeError"))).toBe(true);
        }
        const created = api.requests.filter((it) => it.method === "POST" && it.acted);
        expect(api.requests).toHaveLength(asked.length);
        expect(api.state.restreams).toHaveLength(created.length);
      } finally {
        await api.stop();
      }
    }),
    { numRuns: FAULT_RUNS },
  );
});
