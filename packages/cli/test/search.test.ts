import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
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
  const ignored = all.filter((it) => it % 7 === 3);
  const others = all.filter((it) => it % 7 !== 3);
  const placesOf = (numbers: readonly number[]) =>
    new Set(numbers.map((it) => [it % 7, it % 11, it % 100].join("/"))).size;
  expect(stdout).toBe(`${2000 + placesOf(others)} files: no findings\n`);
  expect(stderr.split("\n").toSorted()).toEqual([
    "",
    "restream-lint: 1/restream.json: left out: not a regular file",
    "restream-lint: 1/restreams.yaml: left out: not a regular file",
    "restream-lint: closed: permission denied",
    `restream-lint: left out: git ignores ${1000 + placesOf(ignored)} documents found here: name what is meant, or add --no-ignore`,
    "restream-lint: left.restream.yaml: left out: a symbolic link is not followed: name it",
    "restream-lint: unreadable.restream.yaml: permission denied",
  ]);
  expect(status).toBe(2);
});

test("says that git ignores what was found, and takes it where it is named or asked for", async () => {
  const cwd = folderWith({ ".gitignore": "*.yaml\n", "a/restreams.yaml": FINE });
  expect(await run([], { cwd })).toEqual({
    status: 3,
    stdout: "",
    stderr: expect.stringContaining("git ignores 1 document found here: name what is meant, or"),
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

test("says how many documents git ignores beside those that are linted", async () => {
  const cwd = folderWith({
    ".gitignore": "secret.*\n",
    "secret.restream.yaml": FINE,
    "restreams.yaml": FINE,
  });
  const said =
    "restream-lint: left out: git ignores 1 document found here: name what is meant, or add --no-ignore\n";
  expect(await run([], { cwd })).toMatchObject({ status: 0, stderr: said });
  expect(await run(["--quiet"], { cwd })).toMatchObject({ status: 0, stderr: "" });
});
