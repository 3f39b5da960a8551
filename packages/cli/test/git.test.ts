import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { type Outcome, run } from "./run.ts";

const FINE = "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n";
const BAD = "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000\n";
const CONCISE = ["-f", "concise", "--per-file"];

test("--staged lints what the index holds, and not the working tree", async () => {
  const cwd = repositoryWith({
    "a.restream.yaml": FINE,
    "b.restream.yaml": FINE,
    "c.restream.yaml": BAD,
  });
  commit(cwd);
  write(cwd, { "a.restream.yaml": BAD, "b.restream.yaml": BAD, "new.restream.yaml": BAD });
  git(cwd, "add", "a.restream.yaml");
  write(cwd, { "a.restream.yaml": FINE });
  expect(found(await staged(cwd))).toEqual(["a.restream.yaml"]);
  write(cwd, { "a.restream.yaml": BAD });
  git(cwd, "add", "-A");
  write(cwd, { "a.restream.yaml": FINE });
  git(cwd, "add", "a.restream.yaml");
  write(cwd, { "a.restream.yaml": BAD });
  expect(found(await staged(cwd))).toEqual(["b.restream.yaml", "new.restream.yaml"]);
});

test("--staged knows what was renamed, deleted, linked, nested and only announced", async () => {
  const cwd = repositoryWith({
    "old.restream.yaml": BAD,
    "gone.restream.yaml": BAD,
    "same.restream.yaml": BAD,
    "other.yaml": BAD,
  });
  commit(cwd);
  renameSync(join(cwd, "old.restream.yaml"), join(cwd, "renamed.restream.yaml"));
  rmSync(join(cwd, "gone.restream.yaml"));
  symlinkSync("same.restream.yaml", join(cwd, "link.restream.yaml"));
  write(cwd, { "other.yaml": `${BAD}# x\n`, "node_modules/x/restreams.yaml": BAD });
  submodule(cwd, "sub.restream.yaml");
  git(cwd, "add", "-A");
  write(cwd, { "announced.restream.yaml": BAD });
  git(cwd, "add", "-N", "announced.restream.yaml");
  expect(found(await staged(cwd))).toEqual(["renamed.restream.yaml"]);
  // What is named is linted whatever it is called.
  expect(found(await staged(cwd, "other.yaml", "same.restream.yaml"))).toEqual(["other.yaml"]);
});

const ODD = [
  "a b.restream.yaml",
  "ü😀.restream.yaml",
  "-x.restream.yaml",
  "new\nline.restream.yaml",
  "*.restream.yaml",
  "t\tq\"'.restream.yaml",
];

test.each(["--staged", "--changed=HEAD"])(
  "%s takes any name that a file can have",
  async (option) => {
    const cwd = repositoryWith({ "x.txt": "" });
    commit(cwd);
    write(cwd, Object.fromEntries(ODD.map((name) => [`d/${name}`, FINE])));
    git(cwd, "add", "-A");
    const { stdout } = await run([option, "-f", "json", "--preset", "all", "--per-file"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ summary: { files: ODD.length } });
    const one = await run([option, "--", "d/*.restream.yaml"], { cwd });
    expect(one.stdout).toBe("1 file: no findings\n");
  },
);

test.each(["--staged", "--changed=HEAD"])("%s heeds --force-exclude", async (option) => {
  const cwd = repositoryWith({
    ".restream-lint.yaml": 'files: ["!vendor/**"]\n',
    "node_modules/restreams.yaml": FINE,
    "vendor/restreams.yaml": FINE,
    "a.yaml": FINE,
  });
  commit(cwd);
  const all = ["a.yaml", "node_modules/restreams.yaml", "vendor/restreams.yaml"];
  write(cwd, Object.fromEntries(all.map((name) => [name, BAD])));
  git(cwd, "add", "-A");
  expect(found(await run([option, ...CONCISE, ...all], { cwd }))).toEqual(all);
  const forced = await run([option, ...CONCISE, "--force-exclude", ...all], { cwd });
  expect(found(forced)).toEqual(["a.yaml"]);
});

test("--staged takes the settings of the index", async () => {
  const cwd = repositoryWith({
    "a.restream.yaml": BAD,
    "sub/a.restream.yaml": BAD,
    "sub/taken.yaml": BAD,
  });
  git(cwd, "add", "-A");
  write(cwd, {
    ".restream-lint.yaml": "rules:\n  srt-not-caller: off\n  srt-undeclared-latency-unit: off\n",
  });
  expect(found(await staged(cwd))).toEqual(["a.restream.yaml", "sub/a.restream.yaml"]);
  git(cwd, "add", "-A");
  rmSync(join(cwd, ".restream-lint.yaml"));
  expect(found(await staged(cwd))).toEqual([]);
  write(cwd, { "sub/.restream-lint.yaml": "files: [taken.yaml]\n" });
  git(cwd, "add", "sub");
  expect(found(await staged(cwd))).toEqual(["sub/a.restream.yaml", "sub/taken.yaml"]);
  expect(found(await staged(join(cwd, "sub")))).toEqual(["a.restream.yaml", "taken.yaml"]);
});

test("--staged in a merge says what is not merged yet", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE, "b.restream.yaml": FINE });
  commit(cwd);
  git(cwd, "branch", "other");
  write(cwd, { "a.restream.yaml": `${FINE}# 1\n` });
  commit(cwd);
  git(cwd, "checkout", "-q", "other");
  write(cwd, { "a.restream.yaml": `${FINE}# 2\n`, "b.restream.yaml": BAD });
  commit(cwd);
  git(cwd, "checkout", "-q", "main");
  expect(() => git(cwd, "merge", "-q", "other")).toThrow("Command failed");
  const outcome = await staged(cwd);
  expect(found(outcome)).toEqual(["b.restream.yaml"]);
  expect(outcome).toMatchObject({
    status: 2,
    stderr: "restream-lint: a.restream.yaml: not merged yet: git add what is meant\n",
  });
});

test("--staged in a hook asks for the index that is to be committed", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE, "b.restream.yaml": FINE });
  commit(cwd);
  write(cwd, { "a.restream.yaml": BAD, "b.restream.yaml": BAD });
  git(cwd, "add", "b.restream.yaml");
  // As `git commit a.restream.yaml` does.
  const index = join(cwd, ".git/next-index");
  execFileSync("git", ["read-tree", "HEAD"], { cwd, env: { ...ENV, GIT_INDEX_FILE: index } });
  execFileSync("git", ["add", "a.restream.yaml"], { cwd, env: { ...ENV, GIT_INDEX_FILE: index } });
  const env = { ...ENV, GIT_INDEX_FILE: index, GIT_DIR: join(cwd, ".git") };
  expect(found(await run(["--staged", ...CONCISE], { cwd, env }))).toEqual(["a.restream.yaml"]);
});

test("--changed lints what a branch changed, and what git does not know yet, as it is on the disk", async () => {
  const cwd = repositoryWith({
    "a.restream.yaml": FINE,
    "b.restream.yaml": FINE,
    "c.restream.yaml": FINE,
    ".gitignore": "ignored*\n",
  });
  commit(cwd);
  git(cwd, "checkout", "-qb", "branch");
  write(cwd, { "a.restream.yaml": BAD });
  commit(cwd);
  git(cwd, "checkout", "-q", "main");
  write(cwd, { "c.restream.yaml": BAD });
  commit(cwd);
  git(cwd, "checkout", "-q", "branch");
  write(cwd, {
    "sub/new.restream.yaml": BAD,
    "ignored.restream.yaml": BAD,
    "b.restream.yaml": BAD,
  });
  const all = ["a.restream.yaml", "b.restream.yaml", "sub/new.restream.yaml"];
  expect(found(await run(["--changed", ...CONCISE], { cwd }))).toEqual(all);
  expect(found(await run(["--changed=main", ...CONCISE], { cwd }))).toEqual(all);
  expect(found(await run(["--changed=HEAD", ...CONCISE], { cwd }))).toEqual(all.slice(1));
  expect(found(await run(["--changed", ...CONCISE], { cwd: join(cwd, "sub") }))).toEqual([
    "new.restream.yaml",
  ]);
  expect(found(await run(["--changed", ...CONCISE, ".."], { cwd: join(cwd, "sub") }))).toEqual([
    "../a.restream.yaml",
    "../b.restream.yaml",
    "new.restream.yaml",
  ]);
  git(cwd, "add", "-A");
  rmSync(join(cwd, "a.restream.yaml"));
  expect(found(await run(["--changed", ...CONCISE], { cwd }))).toEqual(all.slice(1));
});

test.each(["worktree", "submodule"])("both work in a %s", async (kind) => {
  const root = repositoryWith({ "a.restream.yaml": FINE, "b.restream.yaml": BAD });
  commit(root);
  const cwd = join(root, "within");
  if (kind === "worktree") git(root, "worktree", "add", "-q", "-b", "branch", cwd);
  else submodule(root, "within", { "a.restream.yaml": FINE, "b.restream.yaml": BAD });
  write(cwd, { "a.restream.yaml": BAD });
  write(root, { "b.restream.yaml": `${BAD}# x\n` });
  expect(found(await staged(cwd))).toEqual([]);
  expect(found(await run(["--changed=main", ...CONCISE], { cwd }))).toEqual(["a.restream.yaml"]);
  git(cwd, "add", "-A");
  expect(found(await staged(cwd))).toEqual(["a.restream.yaml"]);
});

test.each(["--staged", "--changed=main"])("%s with nothing to lint is no error", async (option) => {
  const cwd = repositoryWith({ "a.restream.yaml": BAD });
  commit(cwd);
  expect(await run([option], { cwd })).toEqual({
    status: 0,
    stdout: "",
    stderr: "restream-lint: no restream document has changed\n",
  });
});

test("says why it cannot ask git", async () => {
  const cwd = repositoryWith({ "a.yaml": "" });
  const bare = folderWith({});
  git(bare, "init", "-q", "--bare");
  const none = folderWith({});
  const unrelated = repositoryWith({ "a.yaml": "" });
  commit(unrelated);
  git(unrelated, "checkout", "-q", "--orphan", "other");
  write(unrelated, { "b.yaml": "" });
  commit(unrelated);
  const env = { PATH: none };
  for (const [argv, surroundings, expected] of [
    [["--staged"], { cwd: none }, "--staged asks git: this is no git repository"],
    [["--changed"], { cwd: none }, "--changed asks git: this is no git repository"],
    [["--staged"], { cwd: bare }, "--staged asks git: a bare repository has no files"],
    [
      ["--staged"],
      { cwd: join(cwd, ".git") },
      "--staged asks git: this operation must be run in a work tree",
    ],
    [["--staged"], { cwd, env }, "--staged asks git: it is not installed"],
    [["--changed"], { cwd }, "--changed asks git: there is no commit yet"],
    [["--changed=--output=x"], { cwd }, "--changed=--output=x: no revision begins with -"],
    [
      ["--changed=none"],
      { cwd: unrelated },
      "--changed asks git: none is no revision that it knows",
    ],
    [
      ["--changed=main"],
      { cwd: unrelated },
      "--changed asks git: main and HEAD have nothing in common",
    ],
    [["--changed", "--staged"], { cwd }, "--staged and --changed exclude each other"],
    [["--staged", "-"], { cwd }, "--staged takes no standard input"],
    [["--changed", "--stdin-filename", "a"], { cwd }, "--changed takes no standard input"],
    [
      ["--staged", "--fix"],
      { cwd },
      "--staged lints what is in the index, where --fix changes nothing",
    ],
    [["--changed="], { cwd }, "--changed needs a value"],
    [["--staged", ".."], { cwd }, "is outside repository"],
  ] as const) {
    const { status, stdout, stderr } = await run(argv, surroundings);
    expect(stderr, argv.join(" ")).toContain(expected);
    expect([status, stdout]).toEqual([2, ""]);
  }
});

test.each([
  ["clean", "x"],
  ["process", "x"],
  ["clean", "a=b.c"],
  ["clean", ""],
])("--changed runs no filter.%s of the repository, named %j", async (key, name) => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE, ".gitattributes": `* filter=${name}\n` });
  commit(cwd);
  const ran = join(cwd, "ran");
  git(cwd, "config", `filter.${name}.${key}`, `touch '${ran}'; cat`);
  git(cwd, "config", `filter.${name}.required`, "true");
  write(cwd, { "a.restream.yaml": BAD });
  const env = {
    ...ENV,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.excludesFile",
    GIT_CONFIG_VALUE_0: join(cwd, "none"),
  };
  utimesSync(join(cwd, ".gitattributes"), 1, 1);
  const outcome = await run(["--changed=HEAD", ...CONCISE], { cwd, env });
  expect(existsSync(ran)).toBe(false);
  expect(found(outcome)).toEqual(["a.restream.yaml"]);
});

test("--changed refuses a filter that it cannot name", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE });
  commit(cwd);
  appendFileSync(
    join(cwd, ".git/config"),
    Buffer.from('[filter "\u00ff"]\n  clean = cat\n', "latin1"),
  );
  expect(await run(["--changed=HEAD"], { cwd })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("a filter whose name is not UTF-8"),
  });
});

test("--changed refuses filters where git is too old to switch them off", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE });
  commit(cwd);
  git(cwd, "config", "filter.x.clean", "cat");
  const old = folderWith({});
  const script = `#!/bin/sh\nunset GIT_CONFIG_COUNT\nPATH='${ENV.PATH}' exec git "$@"\n`;
  writeFileSync(join(old, "git"), script, { mode: 0o755 });
  const env = { ...ENV, PATH: `${old}:${ENV.PATH}` };
  expect(await run(["--changed=HEAD"], { cwd, env })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("--changed needs git 2.31 or newer"),
  });
});

test("--changed runs no hook of the repository", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE });
  commit(cwd);
  const ran = join(cwd, "ran");
  const hook = join(cwd, ".git/hooks/post-index-change");
  mkdirSync(join(hook, ".."), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  utimesSync(join(cwd, "a.restream.yaml"), 1, 1);
  expect(await run(["--changed=HEAD"], { cwd })).toMatchObject({ status: 0 });
  expect(existsSync(ran)).toBe(false);
});

const TRANSPORTS = [
  ["ext", (ran: string) => `ext::touch ${ran}`],
  ["ssh", () => "ssh://nobody@127.0.0.1/x"],
  ["file", (ran: string) => join(ran, "..")],
  ["a helper", () => "touch::x"],
] as const;
const GITS = ["new", "old"] as const;
const FETCHES = TRANSPORTS.flatMap(([name, urlOf]) => GITS.map((age) => ({ age, name, urlOf })));

test.each(FETCHES)(
  "$age git fetches nothing by $name from where a repository says",
  async ({ age, urlOf }) => {
    const cwd = repositoryWith({ "a.restream.yaml": FINE, "b.restream.yaml": FINE });
    commit(cwd);
    write(cwd, { "a.restream.yaml": BAD });
    git(cwd, "add", "-A");
    const ran = join(folderWith({}), "ran");
    const program = `sh -c "touch '${ran}'"`;
    for (const [key, value] of [
      ["core.repositoryFormatVersion", "1"],
      ["extensions.partialClone", "x"],
      ["remote.x.promisor", "true"],
      ["remote.x.url", urlOf(ran)],
      ["remote.x.uploadpack", program],
      ["core.sshCommand", program],
      ["core.gitProxy", program],
      ["protocol.allow", "always"],
      ["protocol.ext.allow", "always"],
    ] as const)
      git(cwd, "config", key, value);
    const bin = folderWith({});
    writeFileSync(join(bin, "git-remote-touch"), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
    if (age === "old") {
      const script = `#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec '${gitPath()}' "$@"\n`;
      writeFileSync(join(bin, "git"), script, { mode: 0o755 });
    }
    const env = { ...ENV, PATH: `${bin}:${ENV.PATH}` };
    const missing = git(cwd, "rev-parse", ":a.restream.yaml", "HEAD:b.restream.yaml");
    for (const blob of missing.trim().split("\n"))
      rmSync(join(cwd, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    // Without what `--staged` says to git, git runs it.
    const asked = { cwd, env, input: missing, stdio: "pipe" } as const;
    execFileSync("git", ["cat-file", "--batch"], asked);
    expect(existsSync(ran)).toBe(true);
    rmSync(ran);

    const outcome = await run(["--staged", ...CONCISE], { cwd, env });
    expect(outcome).toMatchObject({ status: 2, stdout: "" });
    // An old git may end before it says which.
    expect(outcome.stderr).toMatch(/--staged asks git: (?:a text|something) is not here/);
    write(cwd, { "b.restream.yaml": `${FINE}# x\n` });
    utimesSync(join(cwd, "a.restream.yaml"), 1, 1);
    await run(["--changed=HEAD", ...CONCISE], { cwd, env });
    expect(existsSync(ran)).toBe(false);
  },
);

test("--changed says what a partial clone lacks", async () => {
  const origin = repositoryWith({ "a.restream.yaml": FINE });
  commit(origin);
  write(origin, { "a.restream.yaml": BAD });
  commit(origin);
  git(origin, "config", "uploadpack.allowFilter", "true");
  const cwd = join(folderWith({}), "clone");
  git(origin, "clone", "-q", "--filter=tree:0", `file://${origin}`, cwd);
  expect(await run(["--changed=HEAD~1", ...CONCISE], { cwd })).toMatchObject({
    status: 2,
    stderr:
      "restream-lint: --changed asks git: something is not here, as in a partial clone, and this fetches nothing: git fetch --refetch --no-filter does\n",
  });
  git(cwd, "fetch", "-q", "--refetch", "--no-filter");
  expect(found(await run(["--changed=HEAD~1", ...CONCISE], { cwd }))).toEqual(["a.restream.yaml"]);
});

test("--staged says when an object is missing", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": BAD });
  git(cwd, "add", "-A");
  const blob = git(cwd, "rev-parse", ":a.restream.yaml").trim();
  rmSync(join(cwd, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  expect(await staged(cwd)).toEqual({
    status: 2,
    stdout: "",
    stderr: `restream-lint: --staged asks git: a text is not here, and this fetches none: git cat-file -e ${blob} does, in a partial clone\n`,
  });
});

test("refuses a path that neither git nor the disk knows", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": BAD, "b.restream.yaml": BAD });
  commit(cwd);
  for (const [argv, expected] of [
    [["--staged", "nosuch.yaml"], "--staged: nosuch.yaml: no such file"],
    [["--changed=HEAD", "nosuch.yaml"], "--changed: nosuch.yaml: no such file"],
    [["--staged", "a*.yaml"], "patterns are not taken here"],
    [["--changed", "main"], "did you mean the revision, --changed=main?"],
    [["--staged", "main"], "no such file, and git knows none"],
  ] as const) {
    const { status, stdout, stderr } = await run(argv, { cwd });
    expect(stderr, argv.join(" ")).toContain(expected);
    expect([status, stdout]).toEqual([2, ""]);
  }
  git(cwd, "checkout", "-qb", "branch");
  git(cwd, "rm", "-q", "a.restream.yaml");
  expect(await staged(cwd, "a.restream.yaml")).toMatchObject({ status: 0 });
  commit(cwd);
  rmSync(join(cwd, "b.restream.yaml"));
  for (const gone of ["a.restream.yaml", "b.restream.yaml"])
    expect(await run(["--changed=main", gone], { cwd })).toMatchObject({ status: 0 });
  expect(await staged(cwd, "a.restream.yaml")).toMatchObject({ status: 2 });
});

test.each([
  ["--staged", () => {}],
  ["--changed=HEAD~1", commit],
] as const)("%s starts git as often for many names as for one", async (option, after) => {
  const names = Array.from({ length: 20 }, (_, index) => `d/${index}.restream.yaml`);
  const cwd = repositoryWith(Object.fromEntries(names.map((name) => [name, FINE])));
  commit(cwd);
  git(cwd, "rm", "-q", "-r", "d");
  after(cwd);
  const bin = folderWith({});
  const script = `#!/bin/sh\necho >> "$(dirname "$0")/started"\nexec '${gitPath()}' "$@"\n`;
  writeFileSync(join(bin, "git"), script, { mode: 0o755 });
  const env = { ...ENV, PATH: `${bin}:${ENV.PATH}` };
  const startsFor = async (...paths: readonly string[]) => {
    writeFileSync(join(bin, "started"), "");
    expect(await run([option, ...paths], { cwd, env })).toMatchObject({ status: 0 });
    return readFileSync(join(bin, "started"), "utf8").length;
  };
  expect(await startsFor(...names, "d")).toBe(await startsFor("d/1.restream.yaml"));
});

test("says why git ends, and not what it warns of before that", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE });
  const bin = folderWith({});
  const said = "lazy fetching disabled\nhint: x\nwarning: y\nfatal: it is Tuesday\nerror: z\n";
  writeFileSync(join(bin, "git"), `#!/bin/sh\nprintf '${said}' >&2\nexit 128\n`, { mode: 0o755 });
  const env = { ...ENV, PATH: `${bin}:${ENV.PATH}` };
  expect(await run(["--staged"], { cwd, env })).toEqual({
    status: 2,
    stdout: "",
    stderr: "restream-lint: --staged asks git: it is Tuesday\n",
  });
});

test.each(["ICASE", "GLOB", "NOGLOB", "LITERAL"])(
  "GIT_%s_PATHSPECS in the environment changes nothing",
  async (name) => {
    const cwd = repositoryWith({ "a.restream.yaml": BAD, "A.restream.yaml": BAD });
    git(cwd, "add", "-A");
    const env = { ...ENV, [`GIT_${name}_PATHSPECS`]: "1" };
    const outcome = await run(["--staged", ...CONCISE, "a.restream.yaml"], { cwd, env });
    expect(found(outcome)).toEqual(["a.restream.yaml"]);
  },
);

test.runIf(process.platform === "linux")("--changed says which name is not UTF-8", async () => {
  const cwd = repositoryWith({ "a.restream.yaml": FINE });
  commit(cwd);
  for (const name of ["b\u00ff.restream.yaml", "c\u00ff.txt"])
    writeFileSync(Buffer.from(join(cwd, name), "latin1"), BAD);
  expect(await run(["--changed=HEAD"], { cwd })).toMatchObject({
    status: 2,
    stderr: "restream-lint: b\ufffd.restream.yaml: left out: its name is not UTF-8\n",
  });
});

const HOME = "/nonexistent";
const ENV = { PATH: process.env["PATH"] ?? "", HOME, GIT_CONFIG_NOSYSTEM: "1" };
/** With nothing left behind that goes on working in a folder. */
const AS = [
  "user.name=x",
  "user.email=x@example.org",
  "init.defaultBranch=main",
  "gc.auto=0",
  "maintenance.auto=false",
].flatMap((it) => ["-c", it]);

async function staged(cwd: string, ...paths: readonly string[]): Promise<Outcome> {
  return run(["--staged", ...CONCISE, ...paths], { cwd });
}

/** The files with findings, in their order. */
function found({ stdout }: Outcome): readonly string[] {
  return [...new Set(stdout.match(/^[^:\n]+(?=:\d+:)/gm))];
}

function repositoryWith(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  git(cwd, "init", "-q");
  return cwd;
}

function write(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, name, ".."), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
}

function commit(cwd: string): void {
  git(cwd, "add", "-A");
  git(cwd, "commit", "-q", "--no-verify", "--allow-empty", "-m", "x");
}

function submodule(
  cwd: string,
  name: string,
  files: Readonly<Record<string, string>> = { "restreams.yaml": BAD },
): void {
  const other = repositoryWith(files);
  commit(other);
  git(cwd, "-c", "protocol.file.allow=always", "submodule", "add", "-q", "--", other, name);
}

function gitPath(): string {
  return execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
}

/** As somebody with no settings of their own, and outside of any hook. */
function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", [...AS, ...args], { cwd, env: ENV, encoding: "utf8", stdio: "pipe" });
}
