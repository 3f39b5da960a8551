import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, onTestFinished, test } from "vitest";
import { run } from "./run.ts";
import { unprivileged } from "./unprivileged.ts";

const FINE = "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n";

test("thousands of files, and what else there is in folders", async () => {
  const cwd = folderWith({
    ".gitignore": "out/\n*.tmp.restream.yaml\n",
    "3/.gitignore": "restream.yaml\n",
  });
  for (let index = 0; index < 3000; index += 1) {
    const folder = join(cwd, String(index % 7), String(index % 11), String(index % 100));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${index}${index % 3 === 0 ? ".tmp" : ""}.restream.yaml`), FINE);
    if (index % 50 === 3) writeFileSync(join(folder, "restream.yaml"), FINE);
  }
  mkdirSync(join(cwd, "out"));
  writeFileSync(join(cwd, "out/restreams.yaml"), "broken: [");
  execFileSync("mkfifo", [join(cwd, "1/restreams.yaml"), join(cwd, "1/other")]);
  const server = createServer().listen(join(cwd, "1/restream.json"));
  onTestFinished(() => void server.close());
  symlinkSync("..", join(cwd, "2/loop"));
  symlinkSync("0", join(cwd, "folder.restream.yaml"));
  symlinkSync("self.restream.yaml", join(cwd, "self.restream.yaml"));
  symlinkSync("0/0/70/770.restream.yaml", join(cwd, "found.restream.yaml"));
  symlinkSync("out/restreams.yaml", join(cwd, "left.restream.yaml"));
  writeFileSync(join(cwd, "unreadable.restream.yaml"), FINE);
  chmodSync(join(cwd, "unreadable.restream.yaml"), 0);
  mkdirSync(join(cwd, "closed"));
  chmodSync(join(cwd, "closed"), 0);
  onTestFinished(() => chmodSync(join(cwd, "closed"), 0o700));

  const { status, stdout, stderr } = await unprivileged(cwd, () => run(["--per-file"], { cwd }));
  // 2000 of the numbered ones, and of the 60 others those that are not in 3/.
  const all = Array.from({ length: 60 }, (_, index) => index * 50 + 3);
  const others = all.filter((it) => it % 7 !== 3);
  const placesOf = (numbers: readonly number[]) =>
    new Set(numbers.map((it) => [it % 7, it % 11, it % 100].join("/"))).size;
  expect(stdout).toBe(`${2000 + placesOf(others)} files: no findings\n`);
  expect(stderr.split("\n").toSorted()).toEqual([
    "",
    "restream-lint: 1/restream.json: left out: not a regular file",
    "restream-lint: 1/restreams.yaml: left out: not a regular file",
    "restream-lint: closed: permission denied",
    "restream-lint: left.restream.yaml: left out: a symbolic link is not followed: name it",
    "restream-lint: unreadable.restream.yaml: permission denied",
  ]);
  expect(status).toBe(2);
});

test("says that git may ignore what was looked for, and takes it where it is named or asked for", async () => {
  const cwd = folderWith({ ".gitignore": "*.yaml\n", "a/restreams.yaml": FINE });
  expect(await run([], { cwd })).toEqual({
    status: 3,
    stdout: "",
    stderr: expect.stringContaining("--no-ignore searches what git ignores, too\n"),
  });
  for (const argv of [
    ["a/restreams.yaml"],
    ["--force-exclude", "a/restreams.yaml"],
    ["**/*.yaml"],
    ["--no-ignore"],
  ])
    expect(await run(argv, { cwd }), argv[0]).toEqual({
      status: 0,
      stdout: "1 file: no findings\n",
      stderr: "",
    });
});

test.each([[], ["*"], ["--staged"], ["--changed=HEAD"]])(
  "a file that is called - is no standard input where it is found: %j",
  async (...argv) => {
    const cwd = repositoryWith({
      "-": `${FINE}active: maybe\n`,
      ".restream-lint.yaml": 'files: ["*", "!.*"]\n',
    });
    const author = ["-c", "user.name=A", "-c", "user.email=a@acme.net"];
    git(cwd, ...author, "commit", "-q", "--allow-empty", "-m", "none");
    git(cwd, "add", "-A");
    const outcome = await run(["-f", "concise", ...argv], { cwd, env: ENV, stdin: FINE });
    expect(outcome.stdout).toMatch(/^\.\/-:3:9: error: .*\n1 file: 1 error\n$/);
    expect(outcome.status).toBe(1);
  },
);

test.each(["fifo", "/dev/zero", "socket"])(
  "%s that is named is no file, and keeps nobody waiting",
  async (name) => {
    const cwd = folderWith({});
    execFileSync("mkfifo", [join(cwd, "fifo")]);
    const server = createServer().listen(join(cwd, "socket"));
    onTestFinished(() => void server.close());
    expect(await run([name], { cwd })).toMatchObject({
      status: 2,
      stderr: `restream-lint: ${name}: not a regular file\n`,
    });
  },
);

test("what git tracks is linted though .gitignore names it, in each repository by itself", async () => {
  const cwd = repositoryWith({
    ".gitignore": "*.restream.yaml\nout/\n",
    "kept.restream.yaml": FINE,
    "a/ü *.restream.yaml": FINE,
    "a/left.restream.yaml": FINE,
    "out/kept.restream.yaml": FINE,
    "b/kept.restream.yaml": FINE,
    "restreams.yaml": FINE,
  });
  git(cwd, "add", "--force", "kept.restream.yaml", "out", "./a/ü *.restream.yaml");
  git(join(cwd, "b"), "init", "-q");
  writeFileSync(join(cwd, "b/.gitignore"), "*.restream.yaml\n");
  git(join(cwd, "b"), "add", "--force", "kept.restream.yaml");
  writeFileSync(join(cwd, "b/left.restream.yaml"), FINE);
  const env = { ...ENV, GIT_DIR: "/nonexistent", GIT_INDEX_FILE: "/nonexistent" };
  const lint = async (folder: string, ...argv: readonly string[]) => {
    const { stdout, stderr } = await run([...argv, "--per-file", "--stats"], { cwd: folder, env });
    expect(stderr).not.toContain("left out");
    return stdout;
  };
  expect(await lint(cwd)).toBe("4 files: no findings\n");
  expect(await lint(join(cwd, "a"))).toBe("1 file: no findings\n");
  expect(await lint(cwd, "b", "a")).toBe("2 files: no findings\n");
  writeFileSync(join(cwd, ".restream-lint.yaml"), 'files: ["!a/**"]\n');
  expect(await lint(cwd)).toBe("3 files: no findings\n");
});

test("git is asked only where it ignores a document, and runs nothing that a repository names", async () => {
  const cwd = repositoryWith({
    ".gitignore": "x.*\nout/\n",
    "restreams.yaml": FINE,
    "out/restreams.yaml": FINE,
  });
  const bin = folderWith({});
  const ran = join(bin, "ran");
  writeFileSync(join(bin, "git"), `#!/bin/sh\necho "$@" >> '${ran}'\nexit 1\n`, { mode: 0o755 });
  const fine = { status: 0, stdout: "1 file: no findings\n" };
  expect(await run([], { cwd, env: { PATH: bin } })).toEqual({ ...fine, stderr: "" });
  expect(existsSync(ran)).toBe(false);
  writeFileSync(join(cwd, "x.restream.yaml"), FINE);
  const said =
    "restream-lint: left out: .gitignore names 1 document, and git cannot be asked which it tracks: name what is meant, or add --no-ignore\n";
  expect(await run([], { cwd, env: { PATH: bin } })).toEqual({ ...fine, stderr: said });
  expect(existsSync(ran)).toBe(true);
  const none = { PATH: folderWith({}) };
  expect(await run([], { cwd, env: none })).toEqual({ ...fine, stderr: said });
  rmSync(join(cwd, ".git"), { recursive: true });
  expect(await run([], { cwd, env: none })).toEqual({ ...fine, stderr: "" });

  git(cwd, "init", "-q");
  const program = join(bin, "program");
  rmSync(ran);
  writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  writeFileSync(join(cwd, ".gitattributes"), "* filter=x\n");
  for (const key of ["core.fsmonitor", "filter.x.clean", "filter.x.process", "core.pager"])
    git(cwd, "config", key, program);
  expect(await run([], { cwd, env: ENV })).toEqual({ ...fine, stderr: "" });
  expect(existsSync(ran)).toBe(false);
});

const ENV = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", GIT_CONFIG_NOSYSTEM: "1" };

function repositoryWith(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  git(cwd, "init", "-q");
  return cwd;
}

/** As somebody with no settings of their own, and outside of any hook. */
function git(cwd: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "init.defaultBranch=main", ...args], { cwd, env: ENV, stdio: "pipe" });
}
