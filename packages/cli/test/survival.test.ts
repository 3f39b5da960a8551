import { FAULTS, type GcoreApi } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { account, documentOf, item, remote } from "./gcore.ts";

// What else must be survived: lost answers of creates, tokens, moved plans and Ctrl-C are in submit.test.ts and plan.test.ts.

const CREATE = "POST /streaming/restreams";
const UPDATE = "PATCH /streaming/restreams/{restream_id}";
const LIST = "GET /streaming/restreams";
const SUBMIT = ["submit", "--env", "--yes"];

function namesAt({ state }: GcoreApi): readonly string[] {
  return state.restreams.map(({ name }) => name ?? "").toSorted();
}

test.each(["droppedBefore", "cutBefore", "failedBefore", "htmlBefore", "timeout"] as const)(
  "%s: a create that nothing came of is not taken for done, and the next run does it",
  async (name) => {
    const { run, server } = await account({ "restreams.yaml": documentOf("kestrel", "orbit") });
    server.misbehave([{ on: CREATE, nth: 1, fault: FAULTS[name] }]);
    const first = await run([...SUBMIT, "--concurrency", "1"]);
    expect(first.stdout).toContain("Partly done: 1 created, 1 failed.");
    expect(first.stdout).toContain('! 1/2 not done: create "kestrel"');
    expect(first.status).toBe(1);
    expect(server.counts[CREATE]).toBe(2);
    expect(namesAt(server)).toEqual(["orbit"]);
    expect((await run(SUBMIT)).stdout).toContain("Done: 1 created.");
    expect(namesAt(server)).toEqual(["kestrel", "orbit"]);
  },
);

test.each(["htmlAfter", "cutAfter", "brokenJson", "wrongShape"] as const)(
  "%s: a create that was done is found, and sent once",
  async (name) => {
    const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
    server.misbehave([{ on: CREATE, nth: 1, fault: FAULTS[name] }]);
    expect((await run(SUBMIT)).stdout).toContain("Done: 1 created.");
    expect(server.counts[CREATE]).toBe(1);
    expect(namesAt(server)).toEqual(["kestrel"]);
  },
);

test.each(["throttled", "throttledUntil"] as const)(
  "%s: what is turned away is sent again after as long as Retry-After says, in both its forms",
  async (name) => {
    const { run, server } = await account(
      { "restreams.yaml": documentOf("kestrel", "orbit") },
      { restreams: [remote("orbit", { uri: "rtmp://orbit.acme.net/live/old" })] },
    );
    server.misbehave(
      ([CREATE, UPDATE, LIST] as const).map((on) => ({ on, nth: 1, fault: FAULTS[name] })),
    );
    const { status, stdout } = await run(SUBMIT);
    expect(stdout).toContain("Done: 1 created, 1 changed.");
    expect(status).toBe(0);
    expect(server.counts).toMatchObject({ [CREATE]: 2, [UPDATE]: 2 });
    expect(server.state.restreams).toMatchObject([remote("orbit"), remote("kestrel")]);
  },
);

test("a page that repeats: nothing of the next one is missed, and nothing made twice", async () => {
  const names = ["k1", "k2", "k3", "k4", "k5"];
  const { run, server } = await account(
    { "restreams.yaml": documentOf(...names, "new") },
    { restreams: names.map((it) => remote(it)), pageSize: 2 },
  );
  server.misbehave([{ on: LIST, nth: 2, fault: FAULTS.pageBefore }]);
  for (let count = 0; count < 2; count += 1) await run(SUBMIT);
  expect(namesAt(server)).toEqual([...names, "new"]);
});

test.each([
  ["at Gcore", documentOf("kestrel", "orbit"), [remote("kestrel"), remote("kestrel")]],
  [
    "in a document",
    `restreams:\n${item("kestrel")}${item("kestrel").replace("//kestrel", "//other")}${item("orbit")}`,
    [remote("kestrel", { uri: "rtmp://kestrel.acme.net/live/old" })],
  ],
])(
  "two restreams of one name %s: nothing is sent, and both are named",
  async (_, text, restreams) => {
    const { run, server } = await account({ "restreams.yaml": text }, { restreams });
    const { status, stdout } = await run(SUBMIT);
    expect(stdout).toMatch(/^! ambiguous "kestrel"[^]*(?:3001[^]*3002|restreams\.yaml:5)/m);
    expect(status).toBe(1);
    expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  },
);

test.each(["moved", "redirected"] as const)(
  "%s to another host: neither the token nor a key goes there",
  async (name) => {
    const { run, server } = await account(
      { "restreams.yaml": documentOf("kestrel") },
      { restreams: [remote("other")] },
    );
    for (const command of [["plan", "--env"], SUBMIT, ["pull"]]) {
      server.misbehave([{ fault: FAULTS[name] }]);
      const { status, stderr } = await run(command);
      expect(stderr).toMatch(/redirect|elsewhere|another/i);
      expect(status).toBe(4);
    }
    // Of a create alone, too.
    server.misbehave([{ on: CREATE, fault: FAULTS[name] }]);
    expect((await run(SUBMIT)).status).not.toBe(0);
    expect(server.elsewhere.requests).toEqual([]);
    expect(namesAt(server)).toEqual(["other"]);
  },
);

test("never more at the same time than --concurrency says", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `k${index}`);
  const { run, server } = await account({ "restreams.yaml": documentOf(...names) });
  expect((await run([...SUBMIT, "--concurrency", "8"])).status).toBe(0);
  expect(server.mostAtOnce).toBeLessThanOrEqual(8);
  expect(server.counts[CREATE]).toBe(200);
});

test("a long wait is said, a short one is not", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const turnedAway = (retryAfter: string) =>
    ({ kind: "status", acts: false, status: 429, retryAfter }) as const;
  server.misbehave([
    { on: CREATE, nth: 1, fault: turnedAway("9") },
    { on: CREATE, nth: 2, fault: turnedAway("1") },
  ]);
  const { stdout, stderr } = await run(SUBMIT);
  expect(stdout).toContain("Done: 1 created.");
  expect(stderr.match(/holds us up \(429\): going on in \d+ s/g)).toHaveLength(1);
  expect(stderr).toMatch(/going on in (?:9|10) s\n/);
});

test("what was to take its place was refused: nothing is deleted", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("old")] },
  );
  const prune = [...SUBMIT, "--prune", "restreams.yaml"];
  server.misbehave([{ on: CREATE, fault: { kind: "status", acts: false, status: 422 } }]);
  const first = await run(prune);
  expect(first.stdout).toContain("Not done: 1 failed, 1 not begun.");
  expect(first.stderr).toContain("nothing is deleted before all else is done");
  expect(first.status).toBe(1);
  expect(namesAt(server)).toEqual(["old"]);

  server.misbehave([]);
  expect((await run(prune)).stdout).toContain("Done: 1 created, 1 deleted.");
  expect(namesAt(server)).toEqual(["kestrel"]);
});

test("a plan that was saved of another host is not submitted", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  expect((await run(["plan", "--env", "--out", "plan.json"])).status).toBe(0);
  const elsewhere = { env: { GCORE_BASE_URL: server.url.replace("127.0.0.1", "localhost") } };
  const { stderr, status } = await run([...SUBMIT, "--plan", "plan.json"], elsewhere);
  expect(stderr).toContain("or for another host");
  expect(status).toBe(1);
  expect(namesAt(server)).toEqual([]);
});
