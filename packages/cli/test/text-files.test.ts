import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { reasonOf } from "../src/reason-of.ts";
import { writeText } from "../src/text-files.ts";
import { run } from "./run.ts";
import { unprivileged } from "./unprivileged.ts";

const BAD = "stream_id: 20\nuri: RTMP://h.acme.net/live/${KEY}\n";

test("--fix changes no file that is read-only, and says so", async () => {
  const warm = folderWith({ "restream.yaml": BAD });
  expect((await run(["--fix"], { cwd: warm })).status).toBe(0);
  expect(readFileSync(join(warm, "restream.yaml"), "utf8")).not.toBe(BAD);

  const cwd = folderWith({ "restream.yaml": BAD });
  chmodSync(join(cwd, "restream.yaml"), 0o444);
  const { status, stderr } = await unprivileged(cwd, () =>
    run(["--fix", "restream.yaml"], { cwd }),
  );
  expect(stderr).toContain("restream-lint: restream.yaml: permission denied\n");
  expect(status).toBe(2);
  expect(readFileSync(join(cwd, "restream.yaml"), "utf8")).toBe(BAD);
  expect(readdirSync(cwd)).toEqual(["restream.yaml"]);
});

test("removes no temporary file that another made", () => {
  const temporary = `a.yaml.${process.pid}.tmp`;
  const cwd = folderWith({ "a.yaml": "a", [temporary]: "another's" });
  const reason = reasonFrom(() => writeText(join(cwd, "a.yaml"), "b"));
  expect(reason).toBe(`${temporary} is in the way: remove it if nothing is writing it`);
  expect(readFileSync(join(cwd, temporary), "utf8")).toBe("another's");
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe("a");
});

test("keeps a mode that the umask would not give", () => {
  const cwd = folderWith({ "a.yaml": "a" });
  chmodSync(join(cwd, "a.yaml"), 0o666);
  writeText(join(cwd, "a.yaml"), "b");
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe("b");
  expect(statSync(join(cwd, "a.yaml")).mode & 0o777).toBe(0o666);
});

test("writes regular files only, without opening others", () => {
  const cwd = folderWith({ "a.yaml": "a" });
  mkdirSync(join(cwd, "folder"));
  execFileSync("mkfifo", [join(cwd, "fifo")]);
  symlinkSync("fifo", join(cwd, "link"));
  symlinkSync("a.yaml", join(cwd, "a.link"));
  writeText(join(cwd, "a.link"), "b");
  expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe("b");
  for (const [name, reason] of [
    ["folder", "is a directory"],
    ["fifo", "not a regular file"],
    ["link", "not a regular file"],
    ["none", "no such file or directory"],
  ] as const)
    expect(
      reasonFrom(() => writeText(join(cwd, name), "b")),
      name,
    ).toBe(reason);
  expect(readdirSync(cwd).toSorted()).toEqual(["a.link", "a.yaml", "fifo", "folder", "link"]);
});

function reasonFrom(act: () => void): string | undefined {
  try {
    act();
  } catch (error) {
    return reasonOf(error);
  }
  return undefined;
}
