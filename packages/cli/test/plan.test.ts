import { execFileSync } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { FAULTS, type Misbehaviour } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { account, documentOf, expectNoSecret, item, remote } from "./gcore.ts";

test("shows what would change, and changes nothing", async () => {
  const { run, server } = await account(
    { "restreams.yaml": documentOf("kestrel", "orbit", "zenith") },
    {
      restreams: [remote("orbit", { active: false }), remote("zenith"), remote("other")],
    },
  );
  expect(await run(["plan", "--env"])).toEqual({
    status: 0,
    stdout: `\
+ create "kestrel", stream 20, restreams.yaml:2
    name: kestrel
    stream_id: 20
    uri: rtmp://kestrel.acme.net/live/\${KEY}
? remote-only "other", stream 20, restream 3003

Plan: 1 to create, 0 to change, 0 to delete, 2 unchanged, 1 only at Gcore, left alone.
`,
    stderr: "",
  });
  expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("--detailed-exitcode ends with 5 where something would change, and with 0 where nothing would", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  expect((await run(["plan", "--env", "--detailed-exitcode"])).status).toBe(5);
  server.change({ restreams: [{ id: 7, ...remote("kestrel") }] });
  const same = await run(["plan", "--env", "--detailed-exitcode"]);
  expect(same).toEqual({ status: 0, stdout: "Nothing to change: 1 unchanged.\n", stderr: "" });
});

test("prints JSON, and colours where they are asked for", async () => {
  const { run } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { stdout } = await run(["plan", "--env", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    counts: { create: 1, update: 0 },
    entries: [{ action: "create", file: "restreams.yaml", line: 2, name: "kestrel" }],
  });
  const coloured = await run(["plan", "--env", "--color", "always"]);
  expect(coloured.stdout).toMatch(/^\x1b\[32m\+ create "kestrel"/);
});

test("asks the API for nothing while there are errors, and prints them as lint does", async () => {
  const text = "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener\n";
  const { run, server } = await account({ "restreams.yaml": text });
  const planned = await run(["plan"]);
  const linted = await run(["restreams.yaml"]);
  expect(planned.stdout).toBe(linted.stdout);
  expect(planned.status).toBe(1);
  expect(server.requests).toEqual([]);
});

test("lints again with what the API tells of the sources", async () => {
  const { run } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { streams: [{ id: 20, stream_source_type: "webrtc" }] },
  );
  expect((await run(["plan", "--env"])).status).toBe(0);
  const pulled = await account(
    {
      "restreams.yaml":
        "restreams:\n  - stream_id: 20\n    name: a\n    uri: rtmps://h.acme.net/live/${KEY}\n",
    },
    { streams: [{ id: 20, stream_source_type: "srt" }] },
  );
  const { status, stdout } = await pulled.run(["plan", "--env"]);
  expect(stdout).toContain("unsupported-combination");
  expect(status).toBe(1);
});

test("plans without the streams where only they cannot be listed", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  server.misbehave([
    { on: "GET /streaming/streams", fault: { kind: "status", acts: false, status: 403 } },
  ]);
  const { status, stdout, stderr } = await run(["plan", "--env"]);
  expect(stderr).toContain("nothing is known of what feeds a restream");
  expect(stdout).toContain("1 to create");
  expect(status).toBe(0);
});

test.each([
  ["a variable that is not set", documentOf("kestrel"), [], "${KEY} is not set"],
  [
    "an ID that does not exist",
    `restreams:\n${item("kestrel", "    id: 99\n")}`,
    ["--env"],
    "no restream has the ID 99",
  ],
])("refuses %s, and ends with 1", async (_, text, options, reason) => {
  const { run, cwd } = await account({ "restreams.yaml": text });
  const { status, stdout, stderr } = await run(["plan", ...options, "--out", "a.plan"]);
  expect(stdout).toContain(reason);
  expect(stderr).toContain("1 restream is refused");
  expect(stderr.includes("--env fills in")).toBe(options.length === 0);
  expect(status).toBe(1);
  expect(readdirSync(cwd)).toEqual(["restreams.yaml"]);
});

test("names the candidates of an ambiguous match", async () => {
  const { run } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel"), remote("kestrel")] },
  );
  const { status, stdout } = await run(["plan", "--env"]);
  expect(stdout).toContain("may be restream 3001");
  expect(stdout).toContain("may be restream 3002");
  expect(status).toBe(1);
});

test("--prune would delete what no document speaks of", async () => {
  const { run } = await account(
    { "restreams.yaml": documentOf("kestrel"), "notes.yaml": "a: 1\n" },
    { restreams: [remote("kestrel"), remote("other")] },
  );
  const { stdout } = await run(["plan", "--env", "--prune", "restreams.yaml"]);
  expect(stdout).toContain('- delete "other", stream 20, restream 3002');
  const partly = await run(["plan", "--env", "--prune", "restreams.yaml", "notes.yaml"]);
  expect(partly.stderr).toContain("not all of these files are restream documents");
  expect(partly.status).toBe(2);
});

const PASSED_OVER: Readonly<Record<string, (cwd: string) => void>> = {
  "a link": (cwd) => {
    writeFileSync(join(cwd, "far"), documentOf("other"));
    symlinkSync("far", join(cwd, "other.restream.yaml"));
  },
  "an excluded file": (cwd) => {
    writeFileSync(join(cwd, "other.restream.yaml"), documentOf("other"));
    writeFileSync(join(cwd, ".restream-lint.yaml"), 'files: ["!other.*"]\n');
  },
  "another name": (cwd) => writeFileSync(join(cwd, "show.yaml"), documentOf("other")),
};

test.each(Object.entries(PASSED_OVER))(
  "--prune deletes nothing that a search has passed over: %s",
  async (_, write) => {
    const { run, cwd, server } = await account(
      { "restreams.yaml": documentOf("kestrel"), "b c.restream.yaml": documentOf("orbit") },
      { restreams: [remote("kestrel"), remote("orbit"), remote("other")] },
    );
    write(cwd);
    for (const path of [[], ["."], ["*.yaml"], ["restreams.yaml", "b*.yaml"]]) {
      for (const command of [["plan"], ["submit", "--yes"]]) {
        const { status, stdout, stderr } = await run([...command, "--env", "--prune", ...path]);
        expect(stderr).toMatch(
          /^restream-lint: --prune deletes .* (?:name all documents|name those)/m,
        );
        if (path.length === 0) expect(stderr).toContain("restreams.yaml");
        if (path.length === 0) expect(stderr).toContain("'b c.restream.yaml'");
        expect(stdout).toBe("");
        expect(status).toBe(2);
      }
    }
    expect(server.requests).toEqual([]);
  },
);

test("--prune takes documents that are named in any way, and standard input", async () => {
  const { run, cwd } = await account(
    { "a.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel"), remote("orbit"), remote("other")] },
  );
  writeFileSync(join(cwd, "far"), documentOf("orbit"));
  symlinkSync("far", join(cwd, "b.yaml"));
  const argv = ["plan", "--env", "--prune", "--detailed-exitcode", "./a.yaml", join(cwd, "b.yaml")];
  const two = await run(argv);
  expect(two.stdout).toContain("1 to delete, 2 unchanged");
  const three = await run([...argv, "-"], { stdin: documentOf("other") });
  expect(three).toEqual({ status: 0, stdout: "Nothing to change: 3 unchanged.\n", stderr: "" });
});

test("--out saves the plan for its owner alone, without a secret", async () => {
  const { run, cwd } = await account({ "restreams.yaml": documentOf("kestrel") });
  const path = join(cwd, "a.plan");
  for (const isThere of [false, true]) {
    expect(existsSync(path)).toBe(isThere);
    expect((await run(["plan", "--env", "--out", "a.plan"])).status).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expectNoSecret(readFileSync(path, "utf8"));
  }
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    version: 1,
    entries: [{ action: "create", name: "kestrel" }],
  });
  expect(readdirSync(cwd).toSorted()).toEqual(["a.plan", "restreams.yaml"]);
});

test("--out writes over nothing but a plan, into no file that git tracks, and into no folder that is missing", async () => {
  const { run, cwd, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const text = documentOf("kestrel");
  const other = await run(["plan", "--env", "--out", "restreams.yaml"]);
  expect(other.stderr).toContain("is no saved plan");
  expect(other.status).toBe(2);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(text);
  const lost = await run(["plan", "--env", "--out", "none/a.plan"]);
  expect(lost.status).toBe(2);

  await run(["plan", "--env", "--out", "a.plan"]);
  const requests = server.requests.length;
  execFileSync("git", ["init", "-q"], { cwd });
  execFileSync("git", ["add", "-f", "a.plan"], { cwd });
  const tracked = await run(["plan", "--env", "--out", "a.plan"]);
  expect(tracked.stderr).toContain("git tracks a.plan");
  expect(tracked.status).toBe(2);
  expect(server.requests).toHaveLength(requests);
});

test.each([
  [["plan", "--token", "x"], "GCORE_API_KEY"],
  [["plan", "--api-key=x"], "GCORE_API_KEY"],
  [["submit", "--token=x"], "everyone on this machine can read arguments"],
  [["plan", "--outt", "x"], "did you mean --out?"],
  [["plan", "missing.yaml"], "no such file"],
  [["plan", "notes.yaml"], "nothing to plan"],
])("%j ends with 2", async (argv, words) => {
  const { run, server } = await account({ "notes.yaml": "a: 1\n" });
  const { status, stderr } = await run(argv);
  expect(stderr).toContain(words);
  expect(status).toBe(2);
  expect(server.requests).toEqual([]);
});

test.each(["plan", "submit", "pull"])(
  "%s --help names the variables of the environment",
  async (command) => {
    const { run } = await account({});
    const { stdout } = await run([command, "--help"]);
    expect(stdout).toMatch(/^Environment:\n {2}GCORE_API_KEY {3}.*\n {2}GCORE_BASE_URL {2}/m);
    expect((await run(["rules", "--help"])).stdout).not.toContain("Environment:");
  },
);

test.each([
  [{ GCORE_API_KEY: "" }, "There is no API token"],
  [{ GCORE_API_KEY: "two words" }, "a blank"],
  [{ GCORE_BASE_URL: "http://api.gcore.com" }, "in the clear"],
])("settings that cannot be used end with 2: %j", async (env, words) => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["plan", "--env"], { env });
  expect(stderr).toContain(words);
  expect(status).toBe(2);
  expect(server.requests).toEqual([]);
});

test("asks for the token where none is set, without an echo", async () => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const asked: unknown[] = [];
  const planned = await run(["plan", "--env"], {
    env: { GCORE_API_KEY: "" },
    ask: async (question, options) => {
      asked.push([question, options]);
      return `${server.token}\n`;
    },
  });
  expect(asked).toEqual([
    [expect.stringContaining("API token"), expect.objectContaining({ isHidden: true })],
  ]);
  expect(planned.status).toBe(0);
  const interrupted = await run(["plan", "--env"], {
    env: { GCORE_API_KEY: "" },
    ask: async () => undefined,
  });
  expect(interrupted.status).toBe(130);
});

test.each([
  ["29841", "A shell takes `$`"],
  ["29841$Xq7Cut", "A shell takes `$`"],
  ["expired", "invalid or has expired"],
])("a wrong token (%s) ends with 4", async (token, words) => {
  const { run } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stdout, stderr } = await run(["plan", "--env"], {
    env: { GCORE_API_KEY: token },
  });
  expect(stderr).toContain(words);
  expect(stdout).toBe("");
  expect(status).toBe(4);
});

test.each([
  ["Authentication credentials were not provided.", "no API token arrived"],
  ["Bad token: 29841", "A shell takes `$`"],
  ["Token is invalid or expired", "invalid or has expired"],
  ["Given token not valid for any token type", "was taken for a login"],
])("the API's %j is explained, and ends with 4", async (message, words) => {
  const { run } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["plan", "--env"], {
    fetch: async () => new Response(JSON.stringify({ message }), { status: 401 }),
  });
  expect(stderr).toContain(words);
  expect(status).toBe(4);
});

test("an API that cannot be reached ends with 4", async () => {
  const { run } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { status, stderr } = await run(["plan", "--env"], {
    fetch: async () => {
      throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
    },
  });
  expect(stderr).toContain("takes no connections (ECONNREFUSED)");
  expect(status).toBe(4);
});

test("Ctrl-C while it lists ends with 130", async () => {
  const { run } = await account({ "restreams.yaml": documentOf("kestrel") });
  let interrupt = (): void => {};
  const { status, stderr } = await run(["plan", "--env"], {
    onInterrupt: (listener) => void (interrupt = listener),
    fetch: async () => {
      interrupt();
      return new Promise(() => {});
    },
  });
  expect(stderr).toBe("restream-lint: interrupted: nothing was changed\n");
  expect(status).toBe(130);
});

const PASSING: readonly (keyof typeof FAULTS)[] = ["throttled", "failedBefore", "droppedBefore"];

test.each(PASSING)("%s: passes, and the plan is made", async (name) => {
  const { run, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const script: Misbehaviour[] = [{ nth: 1, fault: FAULTS[name] }];
  server.misbehave(script);
  expect((await run(["plan", "--env"])).status).toBe(0);
});

/** Not an answer that never ends, which takes a clock, nor a page that is the right one where there is one. */
const LASTING = (Object.keys(FAULTS) as (keyof typeof FAULTS)[]).filter(
  (it) => !/^(?:stalled|pageBefore)/.test(it),
);

test.each(LASTING)("%s, always: says so, and keeps the secrets", async (name) => {
  const { run, server, cwd } = await account(
    { "restreams.yaml": documentOf("kestrel") },
    { restreams: [remote("kestrel")] },
  );
  server.misbehave([{ fault: FAULTS[name] }]);
  const { status, stderr } = await run(["plan", "--env", "--out", "a.plan"]);
  expect(stderr).toMatch(/^restream-lint: Could not list the restreams: /m);
  expect(status).toBe(4);
  expect(readdirSync(cwd)).toEqual(["restreams.yaml"]);
});

test("warnings keep nobody from planning, and are mentioned", async () => {
  const { run, cwd } = await account({});
  writeFileSync(
    join(cwd, "restreams.yaml"),
    "restreams:\n  - name: a\n    stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller\n",
  );
  const { status, stderr } = await run(["plan"]);
  expect(stderr).toMatch(/1 warning/);
  expect(status).toBe(0);
});
