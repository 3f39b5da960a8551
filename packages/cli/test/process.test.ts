import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createGate, folderWith, type Gate, type GcoreApi } from "@restream-lint/testkit";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { MAIN } from "../../../scripts/bundle.ts";
import { VERSION } from "../src/version.ts";
import { bundleInto } from "./bundled.ts";
import { account, documentOf, expectNoSecret, KEY } from "./gcore.ts";
import packageJson from "../package.json" with { type: "json" };

/** Node binaries to run the bundle under; CI names a Node 24 beside the one that runs the tests. */
const NODES = (process.env["RESTREAM_LINT_NODES"] ?? process.execPath).split(":");
const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/restream-lint-bundle");

beforeAll(async () => {
  await bundleInto(FOLDER);
});

test("the version is the package's", () => {
  expect(VERSION).toBe(packageJson.version);
});

describe.each(NODES)("the bundle under %s", (node) => {
  test("lints standard input as the README says", () => {
    const input = "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener\n";
    const { status, stdout, stderr } = run(
      ["--format", "json", "--stdin-filename", "a.yaml", "-"],
      input,
    );
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Found[] };
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual(
      expect.arrayContaining([
        ["srt-not-caller", "error"],
        ["srt-missing-latency", "warning"],
      ]),
    );
    const caller = diagnostics.find(({ rule }) => rule === "srt-not-caller");
    expect(input.slice(caller?.range.start.offset, caller?.range.end.offset)).toBe("listener");
  });

  test.each([
    [["--version"], 0, `${VERSION}\n`],
    [["explain", "srt-not-caller"], 0, "# srt-not-caller"],
    [["rules"], 0, "srt-not-caller"],
    [["uri", "rtmp://a.rtmp.youtube.com/live2/abcd-efgh"], 0, "/live2/***"],
    [["--help"], 0, "Exit status:"],
    [["--help"], 0, "Apply the safe fixes to the files"],
    [["uri", "--help"], 0, "Take one address apart"],
    [["completion", "bash"], 0, "complete -F _restream_lint restream-lint"],
  ])("answers %j", (argv, expected, text) => {
    const { status, stdout } = run(argv);
    expect(stdout).toContain(text.replace("# ", ""));
    expect(status).toBe(expected);
  });

  test("lets Node.js keep the compiled code of what it loads, if it can, where nobody else writes", () => {
    const folder = folderWith({});
    const env = {
      ...process.env,
      NODE_COMPILE_CACHE: undefined,
      XDG_CACHE_HOME: undefined,
      HOME: folder,
    };
    const { status } = spawnSync(node, [join(FOLDER, MAIN), "rules"], { env });
    expect(status).toBe(0);
    const { stdout } = spawnSync(node, ["-p", "typeof module.constructor.enableCompileCache"]);
    const canKeep = stdout.toString().includes("function");
    const kept = readdirSync(folder, { recursive: true }).map(String);
    expect(kept.some((it) => it.startsWith(join(".cache", "restream-lint", "code")))).toBe(canKeep);
  });

  test("says that its output cannot be written, and is no crash", () => {
    const folder = folderWith({ "a.yaml": "restreams:\n- stream_id: 1\n  uri: x\n" });
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(node, [join(FOLDER, MAIN), join(folder, "a.yaml")], {
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    });
    closeSync(full);
    expect(stderr).toBe("restream-lint: the output cannot be written: no space left on the disk\n");
    expect(status).toBe(2);
  });

  test("reads env files itself, and not Node in its place", () => {
    const folder = folderWith({
      "a.yaml": "restreams:\n- stream_id: 1\n  uri: srt://${H}:9000?mode=caller&latency=2000\n",
      "a.env": "H=127.0.0.1\nNODE_OPTIONS=--require ./missing.cjs\n",
    });
    const argv = (file: string) => ["--env-file", file, "-f", "concise", "a.yaml"];
    // As the first line of the bundle has it: a missing file is ours to report.
    const [first = ""] = readFileSync(join(FOLDER, MAIN), "utf8").split("\n");
    const options = first.replace("#!/usr/bin/env -S node", "").trim().split(" ");
    const start = (file: string) =>
      spawnSync(node, [...options, join(FOLDER, MAIN), ...argv(file)], {
        cwd: folder,
        encoding: "utf8",
      });
    expect(start("a.env").stdout).toContain("[unreachable-host]");
    const { status, stderr } = start("missing.env");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "restream-lint: missing.env: no such file or directory\n",
    });
  });

  test("takes an env file from a pipe, so that it need not be on the disk", () => {
    const cwd = folderWith({ "a.yaml": "stream_id: 1\nuri: rtmp://${H}/live/${KEY}\n" });
    const command = `printf 'H=127.0.0.1\\nKEY=k1\\n' | "${node}" -- "${join(FOLDER, MAIN)}" --env-file /dev/stdin -f concise a.yaml`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toContain("[unreachable-host]");
  });

  test.each([
    ["is there", "A=1\n".repeat(100)],
    ["is new", undefined],
  ])("leaves an env file that %s as it was where not all fits into it", (_, env) => {
    const document = `stream_id: 1\nuri: rtmp://h.acme.net/live/${"k1".repeat(1000)}\n`;
    const cwd = folderWith({
      "restream.yaml": document,
      ...(env !== undefined && { ".env": env }),
    });
    const kept = statesIn(cwd);
    // No file may become longer than a block, of 512 or 1024 bytes.
    const command = `ulimit -f 1; exec "${node}" "${join(FOLDER, MAIN)}" secrets --move`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: "restream-lint: .env: no space left for it\n",
    });
    expect(statesIn(cwd)).toEqual(kept);
  });

  test("loads each parser, reporter and fixer that it needs", () => {
    const bad = {
      stream_id: 1,
      uri: "srt://h.acme.net:9000?mode=listener&latency=2000",
      latency_unit: "ms",
    };
    const cwd = folderWith({
      "a.restream.json": JSON.stringify(bad),
      "b.restream.jsonc": `// x\n${JSON.stringify(bad)}`,
      "c.restream.yaml": `&x ${JSON.stringify(bad)}`,
    });
    for (const format of ["pretty", "concise", "json"]) {
      const { status, stdout } = run(["--format", format, "."], "", cwd);
      expect(stdout.match(/srt-not-caller(?!\.md)/g)).toHaveLength(3);
      expect(status).toBe(1);
    }
    expect(run(["--diff", "."], "", cwd).stdout.match(/^\+.*mode=caller/gm)).toHaveLength(3);
    expect(run(["--fix", "."], "", cwd).status).toBe(0);
  });

  test.each(["[", "{", "- ", '{"a":', "a: [", "? "])(
    "survives 100 000 nested %j in a cold process",
    (opener) => {
      for (const name of ["a.restream.yaml", "a.restream.json"]) {
        const { status, stdout, signal } = run(
          ["-f", "concise", "--stdin-filename", name, "-"],
          opener.repeat(100_000),
        );
        expect(signal).toBeNull();
        expect(status).toBe(1);
        expect(stdout).toMatch(/: error: /);
      }
    },
  );

  test("is silent where its reader has gone away", () => {
    const cwd = folderWith({
      "restreams.yaml": `restreams:\n${"  - uri: rtmp:/x\n".repeat(5000)}`,
    });
    const command = `"${node}" "${join(FOLDER, MAIN)}" -f json restreams.yaml | head -c 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    expect(stdout).toBe("{");
    expect(stderr).toBe("");
  });

  test("a terminal that is closed lets finish what is under way, too", async () => {
    const gate = createGate();
    const { server, child } = await submitting(gate, node);
    const printed = saying(child.stdout, "not begun: create");
    child.kill("SIGHUP");
    await saying(child.stderr, "nothing more begun");
    const ended = once(child, "exit");
    gate.open();
    expect(await printed).toContain("Interrupted: 1 created, 1 not begun.");
    expect(await ended).toEqual([130, null]);
    expect(server.state.restreams.map(({ name }) => name)).toEqual(["kestrel"]);
  });

  test.runIf(process.platform === "linux")(
    "what is written to a closed terminal is lost, and no error",
    async () => {
      const gate = createGate();
      const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel", "orbit") });
      server.misbehave([
        { on: "POST /streaming/restreams", nth: 1, fault: { kind: "held", acts: true, gate } },
      ]);
      const submit = `"${node}" -- "${join(FOLDER, MAIN)}" submit --env --yes --concurrency 1`;
      const env = {
        ...process.env,
        GCORE_API_KEY: server.token,
        GCORE_BASE_URL: server.url,
        KEY,
        SHELL: "/bin/sh",
      };
      // Its status says nothing: Node itself aborts at its end where its terminal is gone.
      const terminal = spawn("script", ["-qc", `exec ${submit} 2>&3`, "/dev/null"], {
        cwd,
        env,
        stdio: ["pipe", "ignore", "ignore", "pipe"],
      });
      onTestFinished(() => void terminal.kill("SIGKILL"));
      let said = "";
      const ended = new Promise((resolve) => {
        terminal.stdio[3]?.on("data", (text) => (said += String(text))).on("close", resolve);
      });
      await gate.arrived();
      terminal.kill("SIGKILL");
      await expect.poll(() => said).toContain("nothing more begun");
      gate.open();
      await ended;
      expect(said).toContain("submit again to do the rest");
      expect(said).not.toContain("cannot be written");
      expect(server.state.restreams.map(({ name }) => name)).toEqual(["kestrel"]);
    },
  );

  test.runIf(process.platform === "linux")(
    "what is typed before a question does not answer it",
    async () => {
      const gate = createGate();
      const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel") });
      server.misbehave([
        { on: "GET /streaming/restreams", nth: 1, fault: { kind: "held", acts: true, gate } },
      ]);
      const env = { GCORE_API_KEY: server.token, GCORE_BASE_URL: server.url, KEY };
      const main = `"${node}" -- "${join(FOLDER, MAIN)}"`;
      const terminal = onTerminal(`exec ${main} submit --env`, cwd, env);
      await gate.arrived();
      terminal.type("y\n");
      await terminal.shows("y\r\n");
      gate.open();
      await terminal.shows("Submit this? [y/N] ");
      terminal.type("n\r");
      await terminal.shows("not agreed: nothing was changed");
      await terminal.ended;
      expect(server.state.restreams).toEqual([]);
    },
  );

  test.runIf(process.platform === "linux")(
    "what is pasted before the token is asked for is no token",
    async () => {
      const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel") });
      const env = { GCORE_API_KEY: "", GCORE_BASE_URL: server.url, KEY };
      const main = `"${node}" -- "${join(FOLDER, MAIN)}"`;
      // A terminal gives a line at a time: the second one waits for what comes next.
      const terminal = onTerminal(`read -r first; exec ${main} plan --env`, cwd, env);
      terminal.type("first\nsecond\n");
      await terminal.shows("it is not shown): ");
      terminal.type(`${server.token}\r`);
      await terminal.shows("Plan: 1 to create");
      await terminal.ended;
      expectNoSecret(terminal.seen());
    },
  );

  test("Ctrl-C lets finish what is under way, and a second one ends it at once", async () => {
    const gate = createGate();
    const { server, child } = await submitting(gate, node);
    const printed = saying(child.stdout, "not begun: create");
    child.kill("SIGINT");
    await saying(child.stderr, "a second Ctrl-C ends it at once");
    const ended = once(child, "exit");
    gate.open();
    const text = await printed;
    expect(text).toContain("Interrupted: 1 created, 1 not begun.");
    expectNoSecret(text);
    expect(await ended).toEqual([130, null]);
    expect(server.state.restreams.map(({ name }) => name)).toEqual(["kestrel"]);
  });

  test.each([
    ["SIGINT", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["SIGINT", "SIGTERM"],
    ["SIGHUP", "SIGINT"],
  ] as const)(
    "%s, and then %s: says what nobody knows, and ends at once",
    async (first, second) => {
      const { server, child } = await submitting(createGate(), node);
      const said = saying(child.stderr, "restreams.yaml:2\n");
      child.kill(first);
      const ended = once(child, "exit");
      await endedBy(child, second);
      expect(await said).toContain(`\
restream-lint: ended at once; not known whether done, so plan again to see:
    create "kestrel", stream 20, restreams.yaml:2
`);
      expectNoSecret(await said);
      expect(await ended).toEqual([130, null]);
      expect(server.counts["POST /streaming/restreams"]).toBe(1);
    },
  );

  test("one Ctrl-C that npx passes on counts once, and a terminal may be closed again and again", async () => {
    const gate = createGate();
    const { child } = await submitting(gate, node);
    const printed = saying(child.stdout, "not begun: create");
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGHUP"] as const) child.kill(signal);
    await saying(child.stderr, "nothing more begun");
    child.kill("SIGHUP");
    const ended = once(child, "exit");
    gate.open();
    expect(await printed).toContain("Interrupted: 1 created, 1 not begun.");
    expect(await ended).toEqual([130, null]);
  });

  function run(argv: readonly string[], input = "", cwd = folderWith({})) {
    return spawnSync(node, [join(FOLDER, MAIN), ...argv], { input, cwd, encoding: "utf8" });
  }
});

/** A process of the bundle, whose first create waits at a gate. */
async function submitting(
  gate: Gate,
  node: string,
): Promise<{ server: GcoreApi; child: ChildProcess }> {
  const { cwd, server } = await account({ "restreams.yaml": documentOf("kestrel", "orbit") });
  server.misbehave([
    { on: "POST /streaming/restreams", nth: 1, fault: { kind: "held", acts: true, gate } },
  ]);
  const argv = ["submit", "--env", "--yes", "--concurrency", "1"];
  const child = spawn(node, ["--", join(FOLDER, MAIN), ...argv], {
    cwd,
    env: { ...process.env, GCORE_API_KEY: server.token, GCORE_BASE_URL: server.url, KEY },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await gate.arrived();
  return { server, child };
}

/** A shell's command on a terminal of its own. */
function onTerminal(command: string, cwd: string, env: Readonly<Record<string, string>>) {
  const child = spawn("script", ["-qc", command, "/dev/null"], {
    cwd,
    env: { ...process.env, ...env, SHELL: "/bin/sh" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let seen = "";
  child.stdout.on("data", (text) => (seen += String(text)));
  return {
    type: (keys: string) => void child.stdin.write(keys),
    shows: async (words: string) => expect.poll(() => seen, { timeout: 10_000 }).toContain(words),
    seen: () => seen,
    ended: once(child, "exit"),
  };
}

/** Sends a signal, as a person presses Ctrl-C, until the process has ended. */
async function endedBy(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const press = () => child.kill(signal) && child.exitCode;
  await expect.poll(press, { interval: 50, timeout: 10_000 }).not.toBeNull();
}

/** Resolves once an output holds these words. */
async function saying(output: ChildProcess["stdout"], words: string): Promise<string> {
  let text = "";
  for await (const chunk of output ?? []) {
    text += String(chunk);
    if (text.includes(words)) break;
  }
  return text;
}

/** What the files of a folder hold, and who may read it. */
function statesIn(folder: string): Readonly<Record<string, readonly [string, number]>> {
  const states = Object.entries(readFiles(folder)).map(([name, text]) => {
    return [name, [text, statSync(join(folder, name)).mode] as const] as const;
  });
  return Object.fromEntries(states);
}

function readFiles(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly range: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}
