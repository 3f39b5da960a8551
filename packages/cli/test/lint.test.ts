import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { LINT } from "../src/options.ts";
import { run } from "./run.ts";
import { unprivileged } from "./unprivileged.ts";

const GOOD =
  "restreams:\n  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n";
const BAD = GOOD.replace("caller", "listener");
const WARNED = GOOD.replace("mode=caller&", "");

test("ends with 0 where there is no error, and says what was looked at", async () => {
  const cwd = folderWith({ "restreams.yaml": GOOD });
  expect(await run(["restreams.yaml"], { cwd })).toEqual({
    status: 0,
    stdout: "1 file: no findings\n",
    stderr: "",
  });
});

test("ends with 1 where there is an error, and shows its place", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  expect(await run(["restreams.yaml"], { cwd })).toEqual({
    status: 1,
    stdout: `\
restreams.yaml:3:37 error srt-not-caller
  SRT mode must be "caller", not "listener": Gcore dials, the target listens
3 │     uri: srt://h.acme.net:9000?mode=listener&latency=2000
  │                                     ^^^^^^^^
  = fix: Connect as the caller

1 file: 1 error; --fix mends 1
`,
    stderr: "",
  });
});

test("prints one line a finding in concise form", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const { stdout } = await run(["--format", "concise", "restreams.yaml"], { cwd });
  expect(stdout.split("\n")[0]).toBe(
    'restreams.yaml:3:37: error: SRT mode must be "caller", not "listener": Gcore dials, the target listens [srt-not-caller]',
  );
});

test("searches directories for restream documents, by their names, and leaves out other people's", async () => {
  const cwd = folderWith({
    "a/restreams.yaml": BAD,
    "a/studio.restream.json": "{}",
    "a/values.yaml": BAD,
    "a/.hidden/restream.yml": BAD,
    "a/node_modules/x/restreams.yaml": BAD,
  });
  const { status, stdout } = await run(["-f", "json", "a"], { cwd });
  const files = new Set(
    (JSON.parse(stdout) as { diagnostics: { file: string }[] }).diagnostics.map(({ file }) => file),
  );
  expect([...files]).toEqual([
    "a/.hidden/restream.yml",
    "a/restreams.yaml",
    "a/studio.restream.json",
  ]);
  expect(status).toBe(1);
});

test("searches a directory that is named from the root, or through its parent", async () => {
  const cwd = folderWith({ "a/restreams.yaml": BAD, "b/readme.md": "" });
  const absolute = await run(["-f", "concise", join(cwd, "a")], { cwd: "/" });
  expect(absolute.stdout.startsWith(`${join(cwd, "a/restreams.yaml")}:3:37`)).toBe(true);
  const relative = await run(["-f", "concise", "../a/"], { cwd: join(cwd, "b") });
  expect(relative.stdout).toMatch(/^\.\.\/a\/restreams\.yaml:3:37/);
});

test("searches the working directory where nothing is named", async () => {
  const cwd = folderWith({ "deep/er/restreams.yaml": BAD });
  const { stdout } = await run(["-f", "concise"], { cwd });
  expect(stdout).toMatch(/^deep\/er\/restreams\.yaml:3:37: error/);
});

test("expands patterns that the shell left alone, and lints each file once", async () => {
  const cwd = folderWith({ "a/one.yaml": BAD, "b/two.yaml": BAD });
  const { stdout } = await run(["-f", "concise", "--per-file", "*/*.yaml", "a/one.yaml"], { cwd });
  expect(stdout.match(/^\w+\/\w+\.yaml(?=:3)/gm)).toEqual(["a/one.yaml", "b/two.yaml"]);
});

test("takes standard input, and its language from --stdin-filename or from its first character", async () => {
  const json = JSON.stringify({
    stream_id: 1,
    uri: "srt://h.acme.net:9000?mode=listener&latency=2000",
    latency_unit: "ms",
  });
  expect((await run(["-f", "concise", "-"], { stdin: BAD })).stdout).toMatch(
    /^<stdin>:3:37: error/,
  );
  expect((await run(["-f", "concise", "-"], { stdin: json })).stdout).toMatch(/^<stdin>:1:/);
  const named = await run(["-f", "concise", "--stdin-filename", "x.json", "-"], { stdin: json });
  expect(named.stdout).toMatch(/^x\.json:1:/);
  expect(named.status).toBe(1);
});

test.each([
  [["--no-such"], "unknown option --no-such"],
  [["--fromat", "json"], "unknown option --fromat: did you mean --format?"],
  [["--format"], "--format needs a value: --format <format[=file]>"],
  [["--format", "xml"], "--format must be pretty, concise, json, jsonl,"],
  [["--fix=yes"], "--fix takes no value"],
  [
    ["--rule", "srt-not-caler=off"],
    'no rule is called "srt-not-caler": did you mean srt-not-caller?',
  ],
  [
    ["--rule", "srt-not-caller=fatal"],
    "--rule srt-not-caller= needs a severity: error, warning, info or off",
  ],
  [
    ["--rule", "srt-not-caller=off=x"],
    "--rule srt-not-caller= needs a severity: error, warning, info or off",
  ],
  [["--max-warnings", "many"], "--max-warnings needs a whole number, 0 or more"],
  [["--unsafe-fixes"], "--unsafe-fixes needs --fix or --diff"],
  [["explain"], "explain needs one rule: see restream-lint rules"],
  [["uri"], "uri needs one address, in quotes: a shell would cut it at &"],
] as const)("answers %j with one line and 2", async (argv, message) => {
  const { status, stdout, stderr } = await run(argv, { cwd: folderWith({}) });
  expect(stderr).toMatch(/^restream-lint: .*\n$/);
  expect(stderr).toContain(message);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("names a path that is not there, lints the others, and ends with 2", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const { status, stdout, stderr } = await run(["gone.yaml", "explian", "restreams.yaml"], { cwd });
  expect(stderr).toBe(
    'restream-lint: gone.yaml: no such file or directory\nrestream-lint: explian: no such file or directory; did you mean the command "explain"?\n',
  );
  expect(stdout).toContain("srt-not-caller");
  expect(status).toBe(2);
});

test("names a file that cannot be read, and ends with 2", async () => {
  const cwd = folderWith({});
  symlinkSync("loop.yaml", join(cwd, "loop.yaml"));
  const { status, stderr } = await run(["loop.yaml"], { cwd });
  expect(stderr).toBe("restream-lint: loop.yaml: too many symbolic links\n");
  expect(status).toBe(2);
});

test("ends with 3 where there is nothing to lint, and with 0 if that is accepted", async () => {
  const cwd = folderWith({ "values.yaml": "replicas: 3\n", "empty/readme.md": "" });
  const nothing = await run(["empty"], { cwd });
  expect(nothing.stderr).toMatch(/^restream-lint: nothing to lint: .*\n$/);
  expect(nothing.status).toBe(3);
  const other = await run(["values.yaml"], { cwd });
  expect(other.stderr).toMatch(/^restream-lint: values\.yaml: not a restream document: .*\n$/);
  expect(other.status).toBe(3);
  expect((await run(["--no-error-on-unmatched", "empty"], { cwd })).status).toBe(0);
});

test("lints a named file that is no restream document if it cannot be read as anything", async () => {
  const cwd = folderWith({ "deploy.yaml": 'a: "b\n' });
  const { status, stdout } = await run(["-f", "concise", "deploy.yaml"], { cwd });
  expect(stdout).toContain("[syntax-error]");
  expect(status).toBe(1);
});

test("leaves out excluded files that are named, if that is asked for", async () => {
  const cwd = folderWith({ "node_modules/x/restreams.yaml": BAD });
  expect((await run(["node_modules/x/restreams.yaml"], { cwd })).status).toBe(1);
  const excluded = await run(
    ["--force-exclude", "--no-error-on-unmatched", "node_modules/x/restreams.yaml"],
    { cwd },
  );
  expect(excluded).toEqual({ status: 0, stdout: "", stderr: "" });
});

test.each([[[]], [["secrets"]], [["plan"]]])(
  "wants - beside --stdin-filename: %j",
  async (command) => {
    const cwd = folderWith({ "restreams.yaml": BAD });
    const argv = [...command, "--stdin-filename", "x.yaml"];
    const asked = run([...argv, "."], { cwd, stdin: BAD, env: { GCORE_API_KEY: "1$a" } });
    expect(await asked).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "restream-lint: --stdin-filename says what standard input is called, and nothing reads it: add - to the paths\n",
    });
  },
);

test("sets severities, and counts warnings against --max-warnings", async () => {
  const cwd = folderWith({ "bad.yaml": BAD, "warned.yaml": WARNED });
  expect((await run(["--rule", "srt-not-caller=off", "bad.yaml"], { cwd })).status).toBe(0);
  expect((await run(["--rule", "srt-not-caller=warning", "bad.yaml"], { cwd })).stdout).toContain(
    "1 warning",
  );
  expect((await run(["warned.yaml"], { cwd })).status).toBe(0);
  expect((await run(["--max-warnings", "1", "warned.yaml"], { cwd })).status).toBe(0);
  expect((await run(["--max-warnings", "0", "warned.yaml"], { cwd })).status).toBe(1);
});

test("prints errors only if that is asked for, and counts all the same", async () => {
  const cwd = folderWith({ "warned.yaml": WARNED });
  const { status, stdout } = await run(["--quiet", "--max-warnings", "0", "warned.yaml"], { cwd });
  expect(stdout).toBe("1 file: 1 warning; --fix mends 1\n");
  expect(status).toBe(1);
});

test("mends files in place, and keeps their mode and the links to them", async () => {
  const cwd = folderWith({ "real.yaml": BAD });
  chmodSync(join(cwd, "real.yaml"), 0o640);
  symlinkSync("real.yaml", join(cwd, "restreams.yaml"));
  const { status, stdout } = await run(["--fix", "restreams.yaml"], { cwd });
  expect(readFileSync(join(cwd, "real.yaml"), "utf8")).toBe(GOOD);
  expect(statSync(join(cwd, "real.yaml")).mode & 0o777).toBe(0o640);
  expect(lstatSync(join(cwd, "restreams.yaml")).isSymbolicLink()).toBe(true);
  expect(stdout).toBe("1 file: no findings\n");
  expect(status).toBe(0);
});

test("mends standard input to standard output", async () => {
  const { status, stdout, stderr } = await run(["--fix", "-"], { stdin: BAD });
  expect(stdout).toBe(GOOD);
  expect(stderr).toBe("1 file: no findings\n");
  expect(status).toBe(0);
});

test("shows what it would mend as a patch, and changes nothing", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const { status, stdout } = await run(["--diff", "restreams.yaml"], { cwd });
  expect(stdout).toBe(`\
--- a/restreams.yaml
+++ b/restreams.yaml
@@ -1,4 +1,4 @@
 restreams:
   - stream_id: 1
-    uri: srt://h.acme.net:9000?mode=listener&latency=2000
+    uri: srt://h.acme.net:9000?mode=caller&latency=2000
     latency_unit: ms
`);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(BAD);
  expect(status).toBe(1);
});

test("never obeys a terminal escape in a name or in a value", async () => {
  const name = "\u001b]0;owned\u0007.restream.yaml";
  const cwd = folderWith({ [name]: BAD.replace("h.acme.net", "h\u009b.acme.net\u001b[2J") });
  const formats = LINT.options.find((it) => it.name === "format")?.choices ?? [];
  expect(formats.length).toBeGreaterThan(9);
  for (const format of formats) {
    const { stdout, stderr } = await run(["-f", format, "--color", "never", "."], { cwd });
    // biome-ignore lint: the escapes are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});

test("colours where it is asked to, and where it may", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const isColored = async (argv: string[], env = {}, columns?: number): Promise<boolean> =>
    (
      await run([...argv, "restreams.yaml"], {
        cwd,
        env,
        ...(columns === undefined ? {} : { columns }),
      })
    ).stdout.includes("\u001b[");
  expect(await isColored([])).toBe(false);
  expect(await isColored([], {}, 80)).toBe(true);
  expect(await isColored([], { NO_COLOR: "1" }, 80)).toBe(false);
  expect(await isColored([], { TERM: "dumb" }, 80)).toBe(false);
  expect(await isColored([], { FORCE_COLOR: "1" })).toBe(true);
  expect(await isColored(["--color", "always"], { NO_COLOR: "1" })).toBe(true);
  expect(await isColored(["--color=never"], { FORCE_COLOR: "1" }, 80)).toBe(false);
});

test("links rules to their pages on a terminal", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const { stdout } = await run(["restreams.yaml"], { cwd, columns: 80 });
  expect(stdout).toContain(
    "\u001b]8;;https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md\u001b\\",
  );
});

test("cuts a long line to the width of the terminal, around the range", async () => {
  const long = BAD.replace("?mode", `?${"pad=1&".repeat(100)}mode`);
  const cwd = folderWith({ "restreams.yaml": long });
  const { stdout } = await run(
    [
      "--color",
      "never",
      "--rule",
      "srt-unknown-parameter=off",
      "--rule",
      "srt-duplicate-parameter=off",
      "restreams.yaml",
    ],
    { cwd, columns: 60 },
  );
  const lines = stdout.split("\n");
  for (const line of lines.filter((it) => it.includes("│")))
    expect(line.length).toBeLessThanOrEqual(60);
  const source = lines.findIndex((line) => line.includes("mode=listener"));
  const caret = lines[source + 1]?.indexOf("^") ?? -1;
  expect(lines[source]?.slice(caret, caret + 8)).toBe("listener");
});

test("breaks a long message between words on a terminal, and nowhere else", async () => {
  const cwd = folderWith({ "restreams.yaml": BAD });
  const argv = ["--color", "never", "restreams.yaml"];
  const narrow = await run(argv, { cwd, columns: 50 });
  expect(narrow.stdout).toContain(`
  SRT mode must be "caller", not "listener":
  Gcore dials, the target listens
3 │`);
  expect((await run(argv, { cwd })).stdout).toContain(
    '\n  SRT mode must be "caller", not "listener": Gcore dials, the target listens\n',
  );
});

test("says how many more there are of one kind", async () => {
  const many = `restreams:\n${BAD.slice(11).repeat(25)}`;
  const cwd = folderWith({ "restreams.yaml": many });
  const { stdout } = await run(["-f", "concise", "--rule", "duplicate-target=off"], { cwd });
  expect(stdout.match(/\[srt-not-caller\]/g)).toHaveLength(20);
  expect(stdout).toContain("restreams.yaml: and 5 more srt-not-caller\n");
  expect(stdout).toContain("1 file: 25 errors");
});

test("an address in the place of a path is not repeated with its secrets", async () => {
  const { status, stderr } = await run([
    "srt://h.acme.net:9000?mode=caller&passphrase=Xq7Canary9Z",
  ]);
  expect(status).toBe(2);
  expect(stderr).toBe(
    "restream-lint: srt://h.acme.net:9000?mode=caller&passphrase=***: no such file or directory; to take an address apart: restream-lint uri\n",
  );
});

test("a file is linted once, by whatever names it goes", async () => {
  const cwd = folderWith({ "a.restream.yaml": BAD });
  symlinkSync("a.restream.yaml", join(cwd, "b.restream.yaml"));
  const argv = [
    "-f",
    "concise",
    "a.restream.yaml",
    "./a.restream.yaml",
    join(cwd, "a.restream.yaml"),
    ".",
  ];
  const { stdout } = await run(argv, { cwd });
  expect(stdout).toContain("a.restream.yaml:3");
  expect(stdout).toContain("\n1 file: ");
});

test("--diff of very many changes is one hunk, line by line", async () => {
  const item = (index: number) =>
    `  - stream_id: ${index}\n    uri: srt://h${index}.acme.net:9000?mode=listener&latency=2\n`;
  const text = `restreams:\n${Array.from({ length: 1500 }, (_, index) => item(index + 1)).join("")}`;
  const { stdout } = await run(["--diff", "-"], { stdin: text });
  const [, , header = "", ...lines] = stdout.trimEnd().split("\n");
  expect(header).toBe("@@ -1,3001 +1,3001 @@");
  const of = (mark: string) => lines.filter((line) => line.startsWith(mark));
  expect([of(" ").length, of("-").length, of("+").length]).toEqual([1501, 1500, 1500]);
  expect(of("-").every((line) => line.includes("mode=listener"))).toBe(true);
  expect(of("+").every((line) => line.includes("mode=caller"))).toBe(true);
});

test("says which folder it could not look into", async () => {
  const cwd = folderWith({ "a/restreams.yaml": "restreams: []\n", "b/c.txt": "" });
  chmodSync(join(cwd, "b"), 0o000);
  // First as root, so that all modules are loaded that others may not be allowed to read.
  await run(["."], { cwd });
  const outcome = await unprivileged(cwd, () => run(["."], { cwd }));
  chmodSync(join(cwd, "b"), 0o755);
  expect(outcome).toEqual({
    status: 2,
    stdout: "1 file: no findings\n",
    stderr: "restream-lint: b: permission denied\n",
  });
});
