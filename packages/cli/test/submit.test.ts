import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createGate,
  FAULT_RUNS,
  FAULTS,
  type GcoreApi,
  randomFaults,
  type StoredRestream,
} from "@restream-lint/testkit";
import { assert, asyncProperty } from "fast-check";
import { expect, test } from "vitest";
import type { Ask } from "../src/io.ts";
import { account, documentOf, expectNoSecret, item, KEY, remote } from "./gcore.ts";
import { run as runBare } from "./run.ts";

const SUBMIT = ["submit", "--env", "--yes"];
const CREATE = "POST /streaming/restreams";
const UPDATE = "PATCH /streaming/restreams/{restream_id}";

/** What is at Gcore: its names, in order. */
function namesAt({ state }: GcoreApi): readonly string[] {
  return state.restreams.map(({ name }) => name ?? "").toSorted();
}

/** Whether something was sent that could change anything. */
function isTouched({ requests }: GcoreApi): boolean {
  return requests.some(({ method }) => method !== "GET");
}

/** A person who answers these, one after the other; undefined is Ctrl-C. */
function person(...answers: readonly (string | undefined)[]): {
  ask: Ask;
  questions: readonly string[];
} {
  const questions: string[] = [];
  return {
    questions,
    ask: async (question) => {
      questions.push(question);
      return answers[questions.length - 1] ?? undefined;
    },
  };
}

test("creates, changes, and says what became of each; a second run has nothing to do", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel", "orbit", "zenith") },
    { restreams: [remote("orbit", { uri: "rtmp://orbit.acme.net/live/old" }), remote("zenith")] },
  );
  const first = await run(["submit", "--env", "--yes", "--concurrency", "1"]);
  expect(first).toEqual({
    status: 0,
    stdout: `\
+ create "kestrel", stream 20, restreams.yaml:2
    name: kestrel
    stream_id: 20
    uri: rtmp://kestrel.acme.net/live/\${KEY}
~ update "orbit", stream 20, restream 3001, restreams.yaml:5
    uri: rtmp://orbit.acme.net/live/*** -> rtmp://orbit.acme.net/live/\${KEY} (another stream key)

Plan: 1 to create, 1 to change, 0 to delete, 1 unchanged.
+ 1/2 created "kestrel", stream 20, restreams.yaml:2
~ 2/2 changed "orbit", stream 20, restream 3001, restreams.yaml:5

Done: 1 created, 1 changed.
`,
    stderr: "",
  });
  expect(server.state.restreams).toMatchObject([
    remote("orbit"),
    remote("zenith"),
    remote("kestrel"),
  ]);
  expect(await run(["submit", "--env", "--yes"])).toEqual({
    status: 0,
    stdout: "Nothing to change: 3 unchanged.\n",
    stderr: "",
  });
});

test("where nobody can be asked, it needs --yes", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["submit", "--env"]);
  expect(stderr).toContain("--yes agrees to the plan in advance");
  expect(status).toBe(2);
  expect(server.requests).toEqual([]);
});

test.each([
  ["y", 0, 1],
  ["Yes", 0, 1],
  ["", 1, 0],
  ["no", 1, 0],
  [undefined, 130, 0],
])("asks before it creates: %j", async (answer, expected, created) => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { ask, questions } = person(answer);
  const { status, stdout } = await run(["submit", "--env"], { ask });
  expect(questions).toEqual(["Submit this? [y/N] "]);
  expect(stdout).toContain("1 to create");
  expect(status).toBe(expected);
  expect(server.state.restreams).toHaveLength(created);
});

test("where much changes, only a whole yes will do", async () => {
  const files = { "restreams.yaml": documentOf("kestrel") };
  const options = { restreams: [remote("kestrel", { uri: "rtmp://kestrel.acme.net/live/old" })] };
  for (const [answer, status] of [
    ["y", 1],
    ["yes", 0],
  ] as const) {
    const { run, server } = await account(files, options);
    const { ask, questions } = person(answer);
    const outcome = await run(["submit", "--env"], { ask });
    expect(outcome.stderr).toContain("1 of 1 restreams would change: more than 30 %.");
    expect(questions).toEqual(["Submit this? Type yes: "]);
    expect(outcome.status).toBe(status);
    expect(isTouched(server)).toBe(answer === "yes");
  }
});

test("what is pruned has a question of its own", async () => {
  const files = { "restreams.yaml": documentOf("kestrel", "orbit") };
  const options = { restreams: [remote("kestrel"), remote("other")] };
  for (const [answers, names] of [
    [
      ["y", "y"],
      ["kestrel", "other"],
    ],
    [["n"], ["kestrel", "other"]],
    [
      ["y", "yes"],
      ["kestrel", "orbit"],
    ],
  ] as const) {
    const { run, server } = await account(files, options);
    const { ask, questions } = person(...answers);
    const { stderr } = await run(["submit", "--env", "--prune", "restreams.yaml"], { ask });
    expect(questions).toHaveLength(answers.length);
    if (answers.length === 2) expect(stderr).toContain("1 restream would be deleted");
    expect(namesAt(server)).toEqual(names);
  }
});

test("without --prune nothing is deleted, and --yes agrees to what --prune deletes", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel"), remote("other")] },
  );
  expect((await run(["submit", "--env", "--yes"])).status).toBe(0);
  expect(namesAt(server)).toEqual(["kestrel", "other"]);
  const { stdout, status } = await run(["submit", "--env", "--yes", "--prune", "restreams.yaml"]);
  expect(stdout).toContain('- 1/1 deleted "other", restream 3002');
  expect(status).toBe(0);
  expect(namesAt(server)).toEqual(["kestrel"]);
});

test("what moved while a person was asked is not changed", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["submit", "--env"], {
    ask: async () => {
      server.change({ restreams: [{ id: 7, ...remote("kestrel") }] });
      return "y";
    },
  });
  expect(stderr).toContain('restreams.yaml:2 "kestrel": It exists at Gcore now');
  expect(status).toBe(1);
  expect(isTouched(server)).toBe(false);
});

test("what is on air is changed with --allow-live alone", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel", "orbit") },
    {
      restreams: [
        remote("kestrel", { active: true, live: true, uri: "rtmp://kestrel.acme.net/live/old" }),
      ],
    },
  );
  const { status, stderr } = await run(["submit", "--env", "--yes"]);
  expect(stderr).toContain("1 restream would be changed while on air");
  expect(status).toBe(1);
  expect(isTouched(server)).toBe(false);
  expect((await run(["submit", "--env", "--yes", "--allow-live"])).status).toBe(0);
  expect(server.state.restreams).toMatchObject([remote("kestrel"), remote("orbit")]);
});

test("what the API refuses lands on its line, masked", async () => {
  const { run, server } = await account({
    "restreams.yaml": `restreams:\n  - name: kestrel\n    stream_id: 99\n    uri: rtmp://h.acme.net/live/\${KEY}\n${item("orbit")}`,
  });
  const argv = ["submit", "--env", "--yes", "--concurrency", "1"];
  const { status, stdout, stderr } = await run(argv);
  expect(stdout).toContain(`\
! 1/2 not done: create "kestrel", stream 99, restreams.yaml:2
restreams.yaml:3:16: error: the API refused \`stream_id\`: must exist
3 │     stream_id: 99
  │                ^^
+ 2/2 created "orbit", stream 20, restreams.yaml:5

Partly done: 1 created, 1 failed.
`);
  expect(stderr).toBe(
    "restream-lint: mend what was refused, then submit again: what is done is not done twice\n",
  );
  expect(status).toBe(1);
  expect(namesAt(server)).toEqual(["orbit"]);
});

test("a URI that is refused is shown without its key", async () => {
  const { run } = await account({
    "restreams.yaml": `restreams:\n  - {name: orbit, stream_id: 20, uri: rtmp://h.acme.net/live/${KEY}}\n`,
  });
  const said = `invalid uri rtmp://h.acme.net/live/${KEY}`;
  const { stdout } = await run(["submit", "--yes"], {
    fetch: async (uri, init) =>
      init.method === "POST"
        ? new Response(JSON.stringify({ errors: { uri: [said], name: [] } }), { status: 422 })
        : fetch(uri, init),
  });
  expect(stdout).toContain("restreams.yaml:2:39: error: the API refused `uri`: invalid uri");
  expect(stdout).toContain("restreams.yaml:2:12: error: the API refused `name`");
  expect(stdout).toMatch(/^2 │ .*live\/[*-]+\}$/m);
});

test("--fail-fast begins nothing more after the first that fails", async () => {
  const { run, server } = await account({
    "restreams.yaml": documentOf("kestrel", "orbit", "zenith"),
  });
  server.misbehave([{ on: CREATE, nth: 1, fault: { kind: "status", acts: false, status: 422 } }]);
  const { status, stdout, stderr } = await run([
    "submit",
    "--env",
    "--yes",
    "--fail-fast",
    "--concurrency",
    "1",
  ]);
  expect(stdout).toContain("Not done: 1 failed, 2 not begun.");
  expect(stderr).toContain("mend what was refused, then submit again");
  expect(stdout).toContain('not begun: create "orbit", stream 20, restreams.yaml:5');
  expect(status).toBe(1);
  expect(namesAt(server)).toEqual([]);
});

test.each(["0", "33", "x", "-1"])("--concurrency %s ends with 2", async (given) => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["submit", "--env", "--yes", `--concurrency=${given}`]);
  expect(stderr).toContain("from 1 to 32");
  expect(status).toBe(2);
  expect(server.requests).toEqual([]);
});

test.each([
  [[], 4],
  [["--concurrency", "3"], 3],
])("works on as many at the same time as it may: %j", async (options, most) => {
  const names = Array.from({ length: 12 }, (_, index) => `k${index}`);
  const { run, server } = await account({ "restreams.yaml": documentOf(...names) });
  const gate = createGate();
  server.misbehave([{ on: CREATE, fault: { kind: "held", acts: true, gate } }]);
  const running = run(["submit", "--env", "--yes", ...options]);
  await gate.arrived(most);
  gate.open();
  expect((await running).status).toBe(0);
  expect(server.mostAtOnce).toBe(most);
  expect(namesAt(server)).toEqual(names.toSorted());
});

test("1 000 restreams at concurrency 8", async () => {
  const names = Array.from({ length: 1000 }, (_, index) => `k${index}`);
  const { run, server } = await account(
    { "restreams.yaml": documentOf(...names) },
    { pageSize: 100 },
  );
  const { status, stdout } = await run(["submit", "--env", "--yes", "--concurrency", "8"]);
  expect(stdout).toMatch(/Done: 1000 created\.\n$/);
  expect(status).toBe(0);
  expect(namesAt(server)).toEqual(names.toSorted());
});

test("Ctrl-C finishes what is under way, says what was not begun, and a second run does the rest", async () => {
  const { run, server } = await account({
    "restreams.yaml": documentOf("kestrel", "orbit", "zenith"),
  });
  const gate = createGate();
  server.misbehave([{ on: CREATE, nth: 1, fault: { kind: "held", acts: true, gate } }]);
  let interrupt = (): void => {};
  const running = run(["submit", "--env", "--yes", "--concurrency", "1"], {
    onInterrupt: (listener) => void (interrupt = listener),
  });
  await gate.arrived();
  interrupt();
  gate.open();
  const { status, stdout, stderr } = await running;
  expect(stderr).toContain("a second Ctrl-C ends it at once");
  expect(stdout).toContain("+ 1/3 created");
  expect(stdout).toContain("Interrupted: 1 created, 2 not begun.");
  expect(stdout).toContain('not begun: create "zenith"');
  expect(status).toBe(130);
  expect(namesAt(server)).toEqual(["kestrel"]);
  expect((await run(["submit", "--env", "--yes"])).status).toBe(0);
  expect(namesAt(server)).toEqual(["kestrel", "orbit", "zenith"]);
});

test("the last words name what is under way at that moment, and not more than anybody reads", async () => {
  const names = Array.from({ length: 25 }, (_, index) => `k${index}`);
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel", ...names) },
    { restreams: [remote("kestrel", { uri: "rtmp://kestrel.acme.net/live/old" })] },
  );
  const [gate, updated] = [createGate(), createGate()];
  server.misbehave([
    { on: CREATE, fault: { kind: "held", acts: true, gate } },
    { on: UPDATE, fault: { kind: "held", acts: true, gate: updated } },
  ]);
  let lastWords = (): string => "";
  const running = run([...SUBMIT, "--concurrency", "32"], {
    onInterrupt: (_, words) => void (lastWords = words),
  });
  expect(lastWords()).toBe("");
  await Promise.all([gate.arrived(25), updated.arrived()]);
  const words = lastWords().split("\n");
  expect(words.slice(0, 3)).toEqual([
    "restream-lint: ended at once; not known whether done, so plan again to see:",
    '    update "kestrel", stream 20, restream 3001, restreams.yaml:2',
    '    create "k0", stream 20, restreams.yaml:5',
  ]);
  expect(words.slice(20)).toEqual([
    expect.stringMatching(/^ {4}create "k18"/),
    "    and 6 more",
    "",
  ]);
  expectNoSecret(lastWords());
  gate.open();
  updated.open();
  expect((await running).status).toBe(0);
  expect(lastWords()).toBe("restream-lint: ended at once: nothing was under way\n");
});

test("a token that is withdrawn meanwhile ends with 4", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  server.misbehave([{ on: CREATE, fault: { kind: "status", acts: false, status: 401 } }]);
  const { status, stdout } = await run(["submit", "--env", "--yes"]);
  expect(stdout).toContain("Not done: 1 failed.");
  expect(status).toBe(4);
});

test("--plan submits exactly what was saved", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel", "orbit") },
    { restreams: [remote("orbit")] },
  );
  await run(["plan", "--env", "--out", "a.plan"]);
  const { status, stderr } = await run(["submit", "--env", "--yes", "--plan", "a.plan"]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(namesAt(server)).toEqual(["kestrel", "orbit"]);
});

interface Move {
  readonly move: (cwd: string, server: GcoreApi) => void;
  readonly words: string;
  readonly env?: Readonly<Record<string, string>>;
}

const NOTHING = (): void => {};
const MOVES: Readonly<Record<string, Move>> = {
  "the remote restream": {
    move: (_, server) => changeFirst(server, { active: false }),
    words: 'restreams.yaml:5 "orbit": The remote restream was changed: active.',
  },
  "the document": {
    move: (cwd) =>
      writeFileSync(join(cwd, "restreams.yaml"), documentOf("kestrel", "orbit", "new")),
    words: 'restreams.yaml:8 "new": It was not in the document.',
  },
  "a variable": {
    move: NOTHING,
    env: { KEY: "b77e20d8-1f2c-4a5e-9a3d-6c1180f4e2b9" },
    words: "a variable does: uri.",
  },
  "the saved plan": {
    move(cwd) {
      const path = join(cwd, "a.plan");
      writeFileSync(path, readFileSync(path, "utf8").replace('"create"', '"unchanged"'));
    },
    words: "The saved plan was changed",
  },
};

function changeFirst(server: GcoreApi, change: Partial<StoredRestream>): void {
  const [first, ...others] = server.state.restreams;
  if (first) server.change({ restreams: [{ ...first, ...change, id: first.id }, ...others] });
}

test.each(Object.entries(MOVES))(
  "a saved plan is refused where %s has moved",
  async (_, { move, words, env = {} }) => {
    const { run, server, cwd } = await account(
      { "restreams.yaml": documentOf("kestrel", "orbit") },
      { restreams: [remote("orbit")] },
    );
    await run(["plan", "--env", "--out", "a.plan"]);
    move(cwd, server);
    const { status, stderr } = await run(["submit", "--env", "--yes", "--plan", "a.plan"], { env });
    expect(stderr).toContain(words);
    expect(stderr).toContain("the saved plan is not submitted");
    expect(status).toBe(1);
    expect(isTouched(server)).toBe(false);
  },
);

test("a saved plan that deletes needs --prune, and what is none ends with 2", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel"), remote("other")] },
  );
  await run(["plan", "--env", "--prune", "--out", "a.plan", "restreams.yaml"]);
  const argv = ["submit", "--env", "--yes", "--plan", "a.plan"];
  const without = await run(argv);
  expect(without.stderr).toContain("add --prune");
  expect(without.status).toBe(2);
  expect((await run([...argv, "--prune", "restreams.yaml"])).status).toBe(0);
  expect(namesAt(server)).toEqual(["kestrel"]);
  const none = await run(["submit", "--env", "--yes", "--plan", "restreams.yaml"]);
  expect(none.stderr).toContain("This is no saved plan");
  expect(none.status).toBe(2);
});

test("a refused restream keeps all from being sent", async () => {
  const { run, server } = await account({
    "restreams.yaml": `restreams:\n${item("kestrel")}${item("orbit", "    id: 99\n")}`,
  });
  const { status } = await run(["submit", "--env", "--yes"]);
  expect(status).toBe(1);
  expect(isTouched(server)).toBe(false);
});

test("whatever fails on the way, a last run converges, and nothing is there twice", async () => {
  const names = ["kestrel", "orbit", "zenith"];
  await assert(
    asyncProperty(randomFaults(), async (faults) => {
      const { run, server } = await account(
        { "restreams.yaml": documentOf(...names) },
        {
          restreams: [remote("orbit", { uri: "rtmp://orbit.acme.net/live/old" }), remote("other")],
        },
      );
      server.misbehave(faults);
      const argv = ["submit", "--env", "--yes", "--prune", "restreams.yaml"];
      const { status } = await run(argv);
      expect([0, 1, 4]).toContain(status);
      server.misbehave([]);
      expect((await run(argv)).status).toBe(0);
      expect(namesAt(server)).toEqual(names);
      expect(server.state.restreams).toEqual(
        expect.arrayContaining(names.map((it) => expect.objectContaining(remote(it)))),
      );
      await server.stop();
    }),
    { numRuns: FAULT_RUNS },
  );
});

test("the token and the keys are in no debris of a crash", async () => {
  const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const error = await runBare(["submit", "--env", "--yes"], {
    cwd,
    env: { GCORE_API_KEY: server.token, GCORE_BASE_URL: server.url, KEY },
    fetch: async () => {
      throw new Error(`APIKey ${server.token} ${KEY}`);
    },
  });
  expectNoSecret(JSON.stringify(error));
  expect(error.status).toBe(4);
});

test.each(["droppedAfter", "failedAfter", "emptyBody"] as const)(
  "%s: a create whose answer is lost is found in the list, and sent once",
  async (name) => {
    const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
    server.misbehave([{ on: CREATE, nth: 1, fault: FAULTS[name] }]);
    expect((await run(["submit", "--env", "--yes"])).status).toBe(0);
    expect(server.counts[CREATE]).toBe(1);
    expect(namesAt(server)).toEqual(["kestrel"]);
  },
);

test.each(["throttled", "failedBefore"] as const)("%s: a change is tried again", async (name) => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel", { uri: "rtmp://kestrel.acme.net/live/old" })] },
  );
  server.misbehave([{ on: UPDATE, nth: 1, fault: FAULTS[name] }]);
  expect((await run(["submit", "--env", "--yes"])).status).toBe(0);
  expect(server.counts[UPDATE]).toBe(2);
  expect(server.state.restreams).toMatchObject([remote("kestrel")]);
});
