import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_LENGTH } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { baselineSchema } from "../src/schemas/baseline-schema.ts";
import { type Outcome, run } from "./run.ts";

const KEY = "CANARY-k3y-51f0c2";
const FILE = "known.json";
const CONCISE = ["-f", "concise", "--preset", "recommended"];

/** A restream that srt-not-caller finds once. */
function bad(name: string, more = ""): string {
  return `  - name: ${name}\n    stream_id: 1\n    latency_unit: ms\n    uri: srt://${name}.acme.net:9000?mode=listener&latency=2000&streamid=${KEY}&passphrase=${KEY}\n${more}`;
}

const DOCUMENT = `restreams:\n${bad("kestrel")}${bad("orbit")}`;

async function lint(cwd: string, ...argv: readonly string[]): Promise<Outcome> {
  return run([...CONCISE, "--baseline", FILE, ...argv], { cwd });
}

test("what is known is left out, and what is new is found, wherever lines and restreams have gone", async () => {
  const cwd = folderWith({ "a/restreams.yaml": DOCUMENT });
  const before = await run(CONCISE, { cwd });
  expect(before.stdout.match(/\[srt-not-caller\]/g)).toHaveLength(2);
  expect(await lint(cwd, "--update-baseline")).toMatchObject({ status: 0 });
  expect(await lint(cwd)).toMatchObject({ status: 0, stderr: "" });
  write(
    cwd,
    "a/restreams.yaml",
    `# a\n\nrestreams:\n${bad("new")}${bad("orbit")}${bad("kestrel")}`,
  );
  const { status, stdout } = await lint(cwd);
  expect(stdout.match(/^.*\[srt-not-caller\]/gm)).toEqual([expect.stringContaining("yaml:7:")]);
  expect(status).toBe(1);
});

test("the file is stable, sorted, as its schema says, and holds no secret", async () => {
  const odd = `restreams:\n${bad("rtmp://h/live/", "").replace("rtmp://h/live/", `"rtmp://h.acme.net/live/${KEY}"`).replace("srt://rtmp://h/live/", "srt://h")}${bad("twice")}${bad("twice")}`;
  const cwd = folderWith({
    "b/restreams.yaml": DOCUMENT,
    "a.restream.yaml": odd,
    "__proto__/restreams.yaml": DOCUMENT,
  });
  await lint(cwd, "--update-baseline");
  const text = read(cwd);
  expect(text).not.toContain(KEY);
  const validate = new Ajv({ strict: true }).compile(baselineSchema("https://h.acme.net"));
  const parsed = JSON.parse(text) as { findings: readonly { file: string; restream?: string }[] };
  expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
  const files = parsed.findings.map(({ file }) => file);
  expect(files).toEqual(files.toSorted());
  expect(new Set(files)).toEqual(
    new Set(["__proto__/restreams.yaml", "a.restream.yaml", "b/restreams.yaml"]),
  );
  // Names that nothing tells apart are no names.
  expect(text).not.toContain("twice");
  expect(await lint(cwd)).toMatchObject({ status: 0, stderr: "" });
  await lint(cwd, "--update-baseline", "b", "a.restream.yaml");
  expect(read(cwd)).toBe(text);
});

test("says what is no longer found, exits with 1, and takes it out when told so", async () => {
  const cwd = folderWith({
    "restreams.yaml": DOCUMENT,
    "other.restream.yaml": DOCUMENT.replaceAll("acme", "example"),
  });
  await lint(cwd, "--update-baseline");
  const whole = read(cwd);
  write(cwd, "restreams.yaml", `restreams:\n${bad("orbit")}`);
  const stale = await lint(cwd, "restreams.yaml");
  expect(stale.status).toBe(1);
  expect(stale.stderr).toContain(
    "known.json: no longer found: restreams.yaml: srt-not-caller at kestrel /uri\n",
  );
  expect(stale.stderr).toContain("--prune-baseline");
  expect(read(cwd)).toBe(whole);
  // Nothing new is added.
  write(cwd, "restreams.yaml", `restreams:\n${bad("orbit")}${bad("new")}`);
  const pruned = await lint(cwd, "--prune-baseline", "restreams.yaml");
  expect(pruned.stdout).toContain("[srt-not-caller]");
  expect(pruned.status).toBe(1);
  expect(read(cwd).split("\n")).toEqual(
    whole
      .split("\n")
      .filter((line) => !(line.includes('"restreams.yaml"') && line.includes("kestrel"))),
  );
  // What was not looked at stays, unless it is gone.
  rmSync(join(cwd, "other.restream.yaml"));
  await lint(cwd, "--prune-baseline", "restreams.yaml");
  expect(read(cwd)).not.toContain("other.restream.yaml");
});

test("a text that cannot be read proves nothing gone", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  await lint(cwd, "--update-baseline");
  const whole = read(cwd);
  write(cwd, "restreams.yaml", 'restreams:\n  - name: "x\n');
  expect((await lint(cwd)).stderr).toBe("");
  await lint(cwd, "--prune-baseline");
  expect(read(cwd)).toBe(whole);
});

test("paths are from the folder of the baseline, wherever this is started", async () => {
  const cwd = folderWith({ "sub/restreams.yaml": DOCUMENT, "ci/x": "" });
  await run(["--baseline", "ci/known.json", "--update-baseline"], { cwd });
  expect(readFileSync(join(cwd, "ci/known.json"), "utf8")).toContain(
    '"file":"../sub/restreams.yaml"',
  );
  const outcome = await run([...CONCISE, "--baseline", "../ci/known.json"], {
    cwd: join(cwd, "sub"),
  });
  expect(outcome).toMatchObject({ status: 0, stderr: "" });
});

test.each([
  ["no JSON", "{", "is no JSON"],
  ["brackets", "[".repeat(200_000), "is no JSON"],
  ["another JSON", '{"a": 1}', "is no baseline"],
  ["null", "null", "is no baseline"],
  ["another version", '{"version": 2, "findings": []}', "has version 2"],
  ["no list", '{"version": 1, "findings": {"__proto__": []}}', "is no baseline"],
  [
    "a broken finding",
    '{"version": 1, "findings": [{"file": "a", "rule": "b", "path": "", "count": 1}, {"file": 1}]}',
    "its finding 2 is broken",
  ],
  [
    "nothing",
    '{"version": 1, "findings": [{"file": "a", "rule": "b", "path": "", "count": 0}]}',
    "finding 1 is broken",
  ],
  [
    "a file elsewhere",
    '{"version": 1, "findings": [{"file": "//h/a", "rule": "b", "path": "", "count": 1}]}',
    "finding 1 is broken",
  ],
])("refuses a baseline that is %s, and leaves it as it is", async (_, text, fault) => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, [FILE]: text });
  for (const argv of [[], ["--update-baseline"], ["--prune-baseline"]]) {
    const { status, stdout, stderr } = await lint(cwd, ...argv);
    expect(stderr).toContain(`restream-lint: known.json ${fault}`.slice(0, 26));
    expect(stderr).toContain(fault);
    expect([status, stdout]).toEqual([2, ""]);
  }
  expect(read(cwd)).toBe(text);
});

test("keys of every object are but keys", async () => {
  const cwd = folderWith({
    "restreams.yaml": DOCUMENT,
    [FILE]:
      '{"version": 1, "__proto__": {"x": 1}, "findings": [{"file": "__proto__", "rule": "constructor", "path": "/__proto__", "restream": "toString", "count": 9007199254740991}]}',
  });
  const { status, stderr } = await lint(cwd);
  expect(stderr).toContain("no longer found: __proto__: constructor at toString /__proto__");
  expect(status).toBe(1);
});

test("is never written over something else", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, "named.yaml": DOCUMENT, "empty.env": "" });
  symlinkSync("named.yaml", join(cwd, "link.json"));
  mkdirSync(join(cwd, "folder"));
  for (const [argv, fault] of [
    [["--baseline", "named.yaml", "named.yaml"], "is no JSON"],
    [["--baseline", "link.json", "named.yaml"], "is no JSON"],
    [["--baseline", "new.restream.json"], "is something else already"],
    [["--baseline", ".restream-lint.json"], "is something else already"],
    [["--baseline", "x.json", "-f", "json=x.json"], "is read by this run"],
    [["--baseline", "folder"], "folder: is a directory"],
    [["--baseline", "none/x.json"], "make its folder first"],
    [["--baseline", "x.json", "-"], "not in standard input"],
    [["--baseline", "x.json", "--prune-baseline"], "exclude each other"],
  ] as const) {
    const { status, stderr } = await run([...argv, "--update-baseline"], { cwd });
    expect(stderr, argv.join(" ")).toContain(fault);
    expect(status).toBe(2);
  }
  expect(readFileSync(join(cwd, "named.yaml"), "utf8")).toBe(DOCUMENT);
  expect((await run(["--update-baseline"], { cwd })).stderr).toContain(
    "--update-baseline needs --baseline",
  );
  expect((await lint(cwd)).stderr).toContain(
    "known.json: no such file: --update-baseline writes it",
  );
});

test("what only several files show is not taken for gone where one of them was linted", async () => {
  const cwd = folderWith({ "a.restream.yaml": DOCUMENT, "b.restream.yaml": DOCUMENT });
  await lint(cwd, "--update-baseline");
  const whole = read(cwd);
  expect(whole).toContain('"b.restream.yaml","rule":"duplicate-target"');
  expect(await lint(cwd, "b.restream.yaml")).toMatchObject({ status: 0, stderr: "" });
  await lint(cwd, "--prune-baseline", "--per-file");
  await lint(cwd, "--update-baseline", "b.restream.yaml");
  expect(read(cwd)).toBe(whole);
  renameSync(join(cwd, "a.restream.yaml"), join(cwd, "a.txt"));
  expect((await lint(cwd)).stderr).toContain("no longer found: b.restream.yaml: duplicate-target");
});

function read(cwd: string): string {
  return readFileSync(join(cwd, FILE), "utf8");
}

function write(cwd: string, name: string, text: string): void {
  writeFileSync(join(cwd, name), text);
}

test("what cannot be read is never known: behind it nothing is judged", async () => {
  const cwd = folderWith({ "restreams.yaml": 'restreams:\n  - name: "A\n' });
  await lint(cwd, "--update-baseline");
  write(cwd, "restreams.yaml", 'restreams:\n  - { name: "B" \n');
  const { status, stdout } = await lint(cwd);
  expect(stdout).toContain("[syntax-error]");
  expect(status).toBe(1);
});

test.each([[[]], [["--rule", "file-too-large=off"]]])(
  "of what grew too large to be read, what is known stays known: %j",
  async (rule) => {
    const cwd = folderWith({ "restreams.yaml": DOCUMENT });
    await lint(cwd, "--update-baseline");
    const before = read(cwd);
    write(cwd, "restreams.yaml", `${DOCUMENT}#${"x".repeat(MAX_LENGTH)}\n`);
    expect((await lint(cwd, ...rule)).stderr).toBe("");
    for (const option of ["--update-baseline", "--prune-baseline"]) {
      await lint(cwd, option, ...rule);
      expect(read(cwd)).toBe(before);
    }
  },
);

test("no format is written in the place of the baseline", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  await lint(cwd, "--update-baseline");
  const before = read(cwd);
  const argv = ["--baseline", FILE, "--format", `sarif=./${FILE}`];
  expect((await run(argv, { cwd })).status).toBe(2);
  expect(read(cwd)).toBe(before);
});

test("what is stale fails where nothing is left to lint, too", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  await lint(cwd, "--update-baseline");
  rmSync(join(cwd, "restreams.yaml"));
  expect(await lint(cwd, "--no-error-on-unmatched")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no longer found"),
  });
});

test("what is known hides nothing else of its place: no field, no parameter, no worse", async () => {
  const pushes = (query: string, more = "") =>
    `restreams:\n  - name: A\n    latency_unit: ms\n    uri: srt://a.acme.net:9000?mode=caller&latency=2000${query}\n${more}`;
  const before = pushes("&fc=1&foo=1&mss=1400&mss=1400");
  const cwd = folderWith({ "restreams.yaml": before });
  await lint(cwd, "--update-baseline");
  expect(read(cwd)).toContain(
    '"rule":"missing-field","restream":"A","path":"","about":"stream_id","count":1}',
  );
  write(cwd, "restreams.yaml", pushes("&fc=2&foo=2&mss=1400&mss=1400"));
  expect(await lint(cwd)).toMatchObject({ status: 0, stderr: "" });
  write(
    cwd,
    "restreams.yaml",
    pushes("&mss=1400&mss=1300&bar=1&sndbuf=0", "    stream_id: 1\n").replace(/uri:/, "x-uri:"),
  );
  expect((await lint(cwd)).stdout).toContain('has no "uri"');
  write(cwd, "restreams.yaml", pushes("&mss=1400&mss=1300&bar=1&sndbuf=0", "    stream_id: 1\n"));
  const { stdout, stderr } = await lint(cwd);
  expect(stdout.match(/: (?:"(?:mss|bar|sndbuf)").*\]$/gm)).toHaveLength(3);
  expect(stderr).toContain("no longer found: restreams.yaml: missing-field at A (stream_id)\n");
});
