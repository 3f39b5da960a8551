import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FAULTS } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { envFileVariables } from "../src/environment/env-file.ts";
import { account, expectNoSecret, KEY, remote } from "./gcore.ts";

const EXISTING = { restreams: [remote("kestrel"), remote("orbit", { active: false })] };

test("prints what exists, with a variable for each secret, and writes nothing anywhere", async () => {
  const { run, cwd, server } = await account({}, EXISTING);
  const { status, stdout, stderr } = await run(["pull"]);
  expect(stdout).toMatch(/^# What its variables hold was not written anywhere: .*--env-file/);
  expect(stdout).toContain("name: kestrel");
  expect(stdout).toMatch(/uri: "?rtmp:\/\/kestrel\.acme\.net\/live\/\$\{\w+\}"?$/m);
  expect(stdout).toContain("active: false");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(readdirSync(cwd)).toEqual([]);
  expect(server.requests.every(({ method }) => method === "GET")).toBe(true);
});

test("what is pulled changes nothing when it is submitted, and has no errors", async () => {
  const { run, cwd } = await account({}, EXISTING);
  const pulled = await run(["pull", "--out", "restreams.yaml", "--env-file", ".env"]);
  expect(pulled).toEqual({ status: 0, stdout: "", stderr: "" });
  expectNoSecret(readFileSync(join(cwd, "restreams.yaml"), "utf8"));
  const env = readFileSync(join(cwd, ".env"), "utf8");
  expect(new Set(envFileVariables(env).values())).toEqual(new Set([KEY]));
  expect(statSync(join(cwd, ".env")).mode & 0o777).toBe(0o600);
  const plan = await run(["plan", "--env-file", ".env", "--detailed-exitcode"]);
  expect(plan).toEqual({ status: 0, stdout: "Nothing to change: 2 unchanged.\n", stderr: "" });
});

test("a second pull adds only what its env file does not hold yet", async () => {
  const { run, cwd, server } = await account({}, { restreams: [remote("kestrel")] });
  await run(["pull", "--env-file", ".env"]);
  const first = readFileSync(join(cwd, ".env"), "utf8");
  await run(["pull", "--env-file", ".env"]);
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(first);
  const other = {
    id: 7,
    name: "new",
    stream_id: 20,
    uri: "rtmp://new.acme.net/live/second-key-41",
  };
  server.change({ restreams: [...server.state.restreams, other] });
  await run(["pull", "--env-file", ".env"]);
  const second = readFileSync(join(cwd, ".env"), "utf8");
  expect(second.startsWith(first)).toBe(true);
  expect([...envFileVariables(second).values()]).toEqual([KEY, "second-key-41"]);
});

test("writes over no file, and no secret where git tracks it", async () => {
  const { run, cwd, server } = await account({ "restreams.yaml": "mine\n" }, EXISTING);
  const taken = await run(["pull", "--out", "restreams.yaml"]);
  expect(taken.stderr).toContain("restreams.yaml is there already");
  expect(taken.status).toBe(2);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe("mine\n");

  const same = await run(["pull", "--out", "new.yaml", "--env-file", "new.yaml"]);
  expect(same.stderr).toContain("new.yaml is one of the documents");
  expect(same.status).toBe(2);
  expect((await run(["pull", "--out", "none/new.yaml"])).status).toBe(2);

  writeFileSync(join(cwd, ".env"), "A=1\n");
  execFileSync("git", ["init", "-q"], { cwd });
  execFileSync("git", ["add", "-f", ".env"], { cwd });
  const tracked = await run(["pull", "--env-file", ".env"]);
  expect(tracked.stderr).toContain("git tracks .env");
  expect(tracked.status).toBe(2);
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe("A=1\n");
  expect(server.requests).toEqual([]);
});

test("an account without restreams gives a document without any", async () => {
  const { run } = await account({});
  const { status, stdout } = await run(["pull"]);
  expect(stdout).toContain("restreams: []");
  expect(stdout).not.toContain("variables");
  expect(status).toBe(0);
});

test("takes no paths", async () => {
  const { run } = await account({});
  expect((await run(["pull", "restreams.yaml"])).status).toBe(2);
});

test.each(["unauthorised", "failed"])("where the list is %s, nothing is written", async (kind) => {
  const { run, cwd, server } = await account({}, EXISTING);
  if (kind === "failed") server.misbehave([{ fault: FAULTS.failedBefore }]);
  const env = kind === "failed" ? {} : { GCORE_API_KEY: "wrong" };
  const { status, stdout } = await run(["pull", "--out", "a.yaml", "--env-file", ".env"], { env });
  expect(stdout).toBe("");
  expect(status).toBe(4);
  expect(readdirSync(cwd)).toEqual([]);
});

test("passes over one 429 and one 500", async () => {
  const { run, cwd, server } = await account({}, EXISTING);
  server.misbehave([
    { nth: 1, fault: FAULTS.throttled },
    { nth: 2, fault: FAULTS.failedBefore },
  ]);
  expect((await run(["pull", "--out", "a.yaml"])).status).toBe(0);
  expect(existsSync(join(cwd, "a.yaml"))).toBe(true);
});

test.each([
  ["a control character", "first\u0007part"],
  ["a quote beside a backtick", "fir'st`part"],
])("what an env file cannot hold is named, and the rest is kept: %s", async (_, key) => {
  const odd = { name: "odd", stream_id: 20, uri: `rtmp://odd.acme.net/live/${key}` };
  const { run, cwd, server } = await account({}, { restreams: [remote("kestrel"), odd] });
  const { status, stdout, stderr } = await run(["pull", "--env-file", ".env"]);
  const name = /name: odd\n.*\n +uri: .*\$\{(\w+)\}/.exec(stdout)?.[1] ?? "";
  expect(stderr).toMatch(
    new RegExp(`^restream-lint: \\.env cannot hold ${name}: .*\\. Set it in the environment`),
  );
  expect(stdout).toMatch(
    new RegExp(
      `^# Its variables are in an env file.*\\n# Not in the env file, .*: ${name}\\. Set it .*\\n`,
    ),
  );
  expect(status).toBe(1);
  const env = readFileSync(join(cwd, ".env"), "utf8");
  expect([...envFileVariables(env).values()]).toEqual([KEY]);
  expect(stdout + stderr + env).not.toContain("part");

  server.change({ restreams: server.state.restreams.filter((it) => it.name === "odd") });
  const alone = await run(["pull", "--env-file", "new.env"]);
  expect(alone.stdout).toMatch(/^# Not in the env file/);
  expect(alone.stdout).not.toContain("variables are in");
  expect(existsSync(join(cwd, "new.env"))).toBe(false);
});

test("of many that an env file cannot hold, the first are named", async () => {
  const restreams = Array.from({ length: 25 }, (_, index) => ({
    name: `odd${index}`,
    stream_id: 20,
    uri: `rtmp://odd${index}.acme.net/live/first\u0007part${index}`,
  }));
  const { run } = await account({}, { restreams });
  const { stdout, stderr } = await run(["pull", "--env-file", ".env"]);
  expect(stderr).toContain(" and 5 more: ");
  expect(stdout).toContain(" and 5 more. Set");
});
