import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { LINT } from "../src/options.ts";
import { run } from "./run.ts";

const GOOD =
  "stream_id: 1\nuri: srt://h.acme.net:9000?mode=caller&latency=2000\nlatency_unit: ms\n";
const BAD = GOOD.replace("caller", "listener");

/** The formats, as the help names them. */
const FORMATS = LINT.options.find(({ name }) => name === "format")?.choices ?? [];

test("prints several formats at once, each into its file, and one to standard output", async () => {
  const cwd = folderWith({ "a.yaml": BAD, "reports/old.json": "old" });
  const argv = [
    "-f",
    "sarif=out.sarif",
    "-f",
    "concise",
    "--format=json=reports/old.json",
    "a.yaml",
  ];
  const { status, stdout } = await run(argv, { cwd });
  const alone = async (format: string) => (await run(["-f", format, "a.yaml"], { cwd })).stdout;
  expect(stdout).toBe(await alone("concise"));
  expect(readFileSync(join(cwd, "out.sarif"), "utf8")).toBe(await alone("sarif"));
  expect(readFileSync(join(cwd, "reports/old.json"), "utf8")).toBe(await alone("json"));
  expect(readdirSync(cwd).toSorted()).toEqual(["a.yaml", "out.sarif", "reports"]);
  expect(status).toBe(1);
});

test("says the counts where all formats go into files, and colours none of them", async () => {
  const cwd = folderWith({ "a.yaml": BAD });
  const argv = ["-f", "pretty=out=1.txt", "--color", "always", "a.yaml"];
  const { stdout } = await run(argv, { cwd, columns: 40 });
  expect(stdout).toBe("1 file: 1 error; --fix mends 1\n");
  const text = readFileSync(join(cwd, "out=1.txt"), "utf8");
  expect(text).toContain("\n2 │ uri: srt://h.acme.net:9000?mode=listener&latency=2000\n");
  expect(text).toMatch(
    /^a\.yaml:2:33 error srt-not-caller\n {2}SRT mode must be "caller", not "listener": Gcore dials, the target listens\n/,
  );
});

test.each(FORMATS)(
  "writes %s where nothing was found, and where there was nothing to lint",
  async (format) => {
    const cwd = folderWith({ "a.yaml": GOOD, "empty/x": "" });
    const fine = await run(["-f", `${format}=fine`, "a.yaml"], { cwd });
    expect(fine.status).toBe(0);
    expect(readFileSync(join(cwd, "fine"), "utf8")).not.toBe("");
    const nothing = await run(["-f", `${format}=nothing`, "empty"], { cwd });
    expect(nothing.status).toBe(3);
    expect(existsSync(join(cwd, "nothing"))).toBe(true);
  },
);

test.each(FORMATS)("leaves out of %s what --quiet leaves out", async (format) => {
  const cwd = folderWith({ "a.yaml": BAD.replace("&latency=2000", "") });
  const loud = await run(["-f", format, "a.yaml"], { cwd });
  expect(loud.stdout).toContain("srt-missing-latency");
  const { stdout, status } = await run(["-f", format, "--quiet", "a.yaml"], { cwd });
  expect(stdout).toContain("srt-not-caller");
  expect(stdout).not.toContain("srt-missing-latency");
  expect(status).toBe(1);
});

test.each([
  [
    ["json", "pretty"],
    "only one --format can go to standard output: write the others into files, as in --format sarif=out.sarif",
  ],
  [["json="], "--format json= needs a file behind the ="],
  [["json=missing/out"], "missing/out cannot be written: missing is no directory: make it first"],
  [
    ["json=a.yaml"],
    "a.yaml is read by this run, or written by another --format: name another file",
  ],
  [["json=link"], "link is read by this run, or written by another --format: name another file"],
  [
    ["json=.restream-lint.yaml"],
    ".restream-lint.yaml is called as what is read is: name another file",
  ],
  [
    ["json=other.restream.json"],
    "other.restream.json is called as what is read is: name another file",
  ],
  [
    ["json=out", "sarif=./out"],
    "./out is read by this run, or written by another --format: name another file",
  ],
  [
    ["json=q/out", "sarif=folder/out"],
    "folder/out is read by this run, or written by another --format: name another file",
  ],
  [["json=folder"], "folder: is a directory"],
  [["json=pipe"], "pipe: not a regular file"],
  [["json=/dev/null"], "/dev/null: not a regular file"],
  [["json=/dev/fd/2"], "/dev/fd/2 is no file of its own: name another, or - for standard output"],
  [
    ["json=/proc/self/fd/1"],
    "/proc/self/fd/1 is no file of its own: name another, or - for standard output",
  ],
  [
    ["json=-", "pretty"],
    "only one --format can go to standard output: write the others into files, as in --format sarif=out.sarif",
  ],
  [
    ["xml=out"],
    "--format must be pretty, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle or markdown",
  ],
])("refuses --format %j, and neither mends nor writes anything", async (formats, message) => {
  const cwd = folderWith({ "a.yaml": BAD });
  mkdirSync(join(cwd, "folder"));
  symlinkSync("a.yaml", join(cwd, "link"));
  symlinkSync("folder", join(cwd, "q"));
  execFileSync("mkfifo", [join(cwd, "pipe")]);
  const argv = formats.flatMap((format) => ["--format", format]);
  const outcome = await run(["--fix", ...argv, "a.yaml"], { cwd });
  expect(outcome).toEqual({ status: 2, stdout: "", stderr: `restream-lint: ${message}\n` });
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(BAD);
  expect(readdirSync(cwd).toSorted()).toEqual(["a.yaml", "folder", "link", "pipe", "q"]);
});

test.each(["-", "/dev/stdout"])("takes %s for standard output, and no file", async (name) => {
  const cwd = folderWith({ "a.yaml": BAD });
  const { stdout } = await run(["-f", `json=${name}`, "-f", "sarif=out", "a.yaml"], { cwd });
  expect(JSON.parse(stdout).summary.errors).toBe(1);
  expect(readdirSync(cwd).toSorted()).toEqual(["a.yaml", "out"]);
});

test("writes through a link, and keeps it", async () => {
  const cwd = folderWith({ "a.yaml": BAD });
  writeFileSync(join(cwd, "real.json"), "");
  symlinkSync("real.json", join(cwd, "link.json"));
  await run(["-f", "json=link.json", "a.yaml"], { cwd });
  expect(JSON.parse(readFileSync(join(cwd, "real.json"), "utf8")).summary.errors).toBe(1);
});
