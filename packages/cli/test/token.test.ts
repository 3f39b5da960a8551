import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { account, documentOf, expectNoSecret } from "./gcore.ts";
import { run as runBare } from "./run.ts";

const THIEF = "rtmp://thief.acme.net/live";

function documentWith(uri: string, name = "kestrel"): string {
  return `restreams:\n  - name: ${name}\n    stream_id: 20\n    uri: ${uri}\n`;
}

test.each([
  ["--env", ["--env"]],
  ["an env file that holds it", ["--env-file", "token.env"]],
  ["an env file that speaks of itself", ["--env-file", "own.env"]],
  ["an env file that speaks of the environment", ["--env", "--env-file", "alias.env"]],
  ["one env file that speaks of another", ["--env-file", "token.env", "--env-file", "alias.env"]],
])("the API token is never filled in: %s", async (_, options) => {
  const { cwd, run, server } = await account({
    "restreams.yaml": documentWith(`${THIEF}/\${GCORE_API_KEY}`),
    "alias.restream.yaml": documentWith(`${THIEF}/\${ALIAS}`, "orbit"),
    "alias.env": "ALIAS=${GCORE_API_KEY}\n",
  });
  writeFileSync(join(cwd, "token.env"), `GCORE_API_KEY='${server.token}'\n`);
  writeFileSync(
    join(cwd, "own.env"),
    `GCORE_API_KEY='${server.token}'\nALIAS="\${GCORE_API_KEY}"\n`,
  );
  for (const argv of [
    ["plan", "--out", "a.plan"],
    ["submit", "--yes"],
  ]) {
    const { status, stdout } = await run([...argv, ...options]);
    expect(stdout).toContain("GCORE_API_KEY");
    expect(stdout).toContain("ALIAS");
    expect(status).toBe(1);
  }
  const linted = await run([...options]);
  expect(linted.stderr).toContain("restreams.yaml: GCORE_API_KEY is not set");
  expect(linted.stderr).toContain("alias.restream.yaml: ALIAS is not set");
  expect(linted.status).toBe(0);
  expect(existsSync(join(cwd, "a.plan"))).toBe(false);
  expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a default of the API token holds", async () => {
  const { run, server } = await account({
    "restreams.yaml": documentWith(`${THIEF}/\${GCORE_API_KEY:-\${KEY}}`),
  });
  expect((await run(["submit", "--env", "--yes"])).status).toBe(0);
  expect(server.state.restreams).toHaveLength(1);
});

const FORMS: readonly (readonly [string, (token: string) => string])[] = [
  ["as it is", (token) => token],
  ["with more around it", (token) => `a${token}?b`],
  ["percent-encoded", (token) => encodeURIComponent(token)],
  [
    "percent-encoded throughout",
    (token) =>
      `%${Buffer.from(token)
        .toString("hex")
        .replaceAll(/..(?=.)/g, "$&%")}`,
  ],
];

test.each(FORMS)(
  "a document with the API token by another name is refused: %s",
  async (_, form) => {
    const { cwd, run, server } = await account({
      "restreams.yaml": `${documentOf("orbit")}  - name: \${ALIAS}\n    stream_id: 20\n    uri: ${THIEF}/\${ALIAS}\n`,
    });
    const more = { env: { ALIAS: form(server.token) } };
    for (const argv of [
      ["plan", "--out", "a.plan"],
      ["submit", "--yes"],
    ]) {
      const { status, stdout, stderr } = await run([...argv, "--env"], more);
      expect(stderr).toContain("restreams.yaml:5: `name` holds the API token");
      expect(stderr).toContain("restreams.yaml:7: `uri` holds the API token");
      expect(stderr).not.toContain("restreams.yaml:4");
      expect(stdout).toBe("");
      expect(status).toBe(1);
    }
    expect(existsSync(join(cwd, "a.plan"))).toBe(false);
    expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  },
);

test("a document with the API token written in it is refused, also if a person gives the token", async () => {
  const { cwd, run, server } = await account({});
  writeFileSync(join(cwd, "restreams.yaml"), documentWith(`'${THIEF}/${server.token}'`));
  const ask = async (): Promise<string> => `APIKey ${server.token}`;
  const { status, stderr } = await run(["plan"], { env: { GCORE_API_KEY: "" }, ask });
  expect(stderr).toContain("restreams.yaml:4: `uri` holds the API token");
  expect(status).toBe(1);
});

test("a host that is not Gcore's is named, once, and where the token is asked for", async () => {
  const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel") });
  const { host } = new URL(server.url);
  const questions: string[] = [];
  const env = { GCORE_BASE_URL: server.url, KEY: "a1b2" };
  for (const argv of [["plan", "--env"], ["submit", "--env", "--yes"], ["pull"]]) {
    const outcome = await runBare(argv, {
      cwd,
      env,
      fetch,
      ask: async (question) => {
        questions.push(question);
        return server.token;
      },
    });
    expect(outcome.stderr.split(`restream-lint: talking to ${host}\n`)).toHaveLength(2);
    expect(outcome.status).toBe(0);
    expectNoSecret(outcome.stderr);
  }
  expect(questions).toHaveLength(3);
  for (const question of questions) expect(question).toContain(`to be sent to ${host} (`);
});

test.each([{}, { GCORE_BASE_URL: "https://API.gcore.com:443/" }])(
  "Gcore's own host is not: %j",
  async (env) => {
    const questions: string[] = [];
    const { stderr } = await runBare(["plan", "--env"], {
      cwd: folderWith({ "restreams.yaml": documentOf("kestrel") }),
      env: { ...env, KEY: "a1b2" },
      ask: async (question) => {
        questions.push(question);
        return "29841$a1b2";
      },
    });
    expect(stderr).not.toContain("talking");
    expect(questions).toEqual([expect.not.stringContaining("gcore.com")]);
  },
);
