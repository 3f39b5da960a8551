import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { filesIn } from "./search.ts";

const NONE = () => undefined;

test("leaves out what git ignores, in a repository and below any folder", () => {
  const files = {
    ".gitignore": "# not this\nbuild/\n/top.restream.yaml\n*.restream.json\n!kept.restream.json\n",
    "build/restreams.yaml": "",
    "a/build/restreams.yaml": "",
    "top.restream.yaml": "",
    "a/top.restream.yaml": "",
    "x.restream.json": "",
    "a/kept.restream.json": "",
    "a/.gitignore": "restreams.yaml\n!b/restreams.yaml\n",
    "a/restreams.yaml": "",
    "a/b/restreams.yaml": "",
    "c/restreams.yaml": "",
  };
  const expected = {
    files: [
      "a/b/restreams.yaml",
      "a/kept.restream.json",
      "a/top.restream.yaml",
      "c/restreams.yaml",
    ],
    ignored: ["a/restreams.yaml", "top.restream.yaml", "x.restream.json"],
  };
  expect(filesIn(".", repositoryWith(files), NONE, {})).toMatchObject(expected);
  expect(filesIn(".", folderWith(files), NONE, {})).toMatchObject(expected);
  expect(filesIn(".", folderWith(files), NONE)).toMatchObject({ ignored: [] });
  // From above in a repository alone: elsewhere, nobody knows how far up to look.
  expect(
    filesIn("c", repositoryWith({ ...files, ".gitignore": "restream*" }), NONE, {}).files,
  ).toEqual([]);
  expect(filesIn("c", folderWith({ ...files, ".gitignore": "restream*" }), NONE, {}).files).toEqual(
    ["c/restreams.yaml"],
  );
});

test("asks besides .gitignore the repository and the person", () => {
  const home = folderWith({
    ".gitconfig": "[core]\n\texcludesFile = ~/mine\n",
    mine: "mine.restream.yaml\n",
    "config/git/ignore": "config.restream.yaml\n",
  });
  const cwd = repositoryWith({
    "mine.restream.yaml": "",
    "config.restream.yaml": "",
    "shared.restream.yaml": "",
    "restreams.yaml": "",
  });
  writeFileSync(join(cwd, ".git/info/exclude"), "shared.restream.yaml\n!mine.restream.yaml\n");
  const found = (env: Record<string, string>) => filesIn(".", cwd, NONE, env).files;
  expect(found({})).toEqual(["config.restream.yaml", "mine.restream.yaml", "restreams.yaml"]);
  writeFileSync(join(cwd, ".git/info/exclude"), "shared.restream.yaml\n");
  expect(found({ HOME: home })).toEqual(["config.restream.yaml", "restreams.yaml"]);
  expect(found({ XDG_CONFIG_HOME: join(home, "config") })).toEqual([
    "mine.restream.yaml",
    "restreams.yaml",
  ]);
});

test("a repository within another is its own, and so is a worktree", () => {
  const cwd = repositoryWith({ ".gitignore": "restreams.yaml\n", "restream.yaml": "" });
  git(cwd, "add", "-A");
  git(cwd, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x");
  writeFileSync(join(cwd, ".git/info/exclude"), "*.restream.yaml\n");
  git(cwd, "worktree", "add", "-q", "tree");
  mkdirSync(join(cwd, "other"));
  git(join(cwd, "other"), "init", "-q");
  for (const name of ["restreams.yaml", "a.restream.yaml"])
    for (const folder of ["tree", "other"]) writeFileSync(join(cwd, folder, name), "");
  expect(filesIn(".", cwd, NONE, {}).files).toEqual([
    "other/a.restream.yaml",
    "other/restreams.yaml",
    "restream.yaml",
    "tree/restream.yaml",
  ]);
});

test("searches an ignored folder that is named, by its own rules", () => {
  const cwd = repositoryWith({
    ".gitignore": "build\n",
    "build/.gitignore": "no.*\n",
    "build/no.restream.yaml": "",
    "build/a/restreams.yaml": "",
  });
  expect(filesIn("build", cwd, NONE, {}).files).toEqual(["build/a/restreams.yaml"]);
  expect(filesIn("build/a", cwd, NONE, {}).files).toEqual(["build/a/restreams.yaml"]);
});

test("leaves out what settings add and git ignores, from above as well", () => {
  const cwd = repositoryWith({
    ".gitignore": "*.tmp.yaml\nout/\n",
    "a/x.tmp.yaml": "",
    "a/x.yaml": "",
    "a/out/x.yaml": "",
  });
  const globs = () => ({ folder: cwd, globs: ["x*.yaml"] });
  expect(filesIn("a", cwd, globs, {}).files).toEqual(["a/x.yaml"]);
  expect(filesIn("a/out", cwd, globs, {}).files).toEqual(["a/out/x.yaml"]);
});

test("takes no rules from a link, and passes over patterns that take too long", () => {
  const slow = `${"a/**/".repeat(9)}b\n${"*a".repeat(60)}b\n${"*?".repeat(60)}b\n`.repeat(10);
  const deep = `${"a/".repeat(200)}${"a".repeat(200)}`;
  const cwd = repositoryWith({
    rules: "restreams.yaml\n",
    ".gitignore": `${slow}restream.yaml\na/**/b/**/c.restream.yaml\n`,
    "b/restreams.yaml": "",
    "a/x/b/y/c.restream.yaml": "",
    [`${deep}/restreams.yaml`]: "",
    [`${deep}/restream.yaml`]: "",
  });
  symlinkSync("../rules", join(cwd, "b/.gitignore"));
  expect(filesIn(".", cwd, NONE, {}).files).toEqual([`${deep}/restreams.yaml`, "b/restreams.yaml"]);
});

test("says with git what is ignored", () => {
  const part = fc.constantFrom(
    "a",
    "b",
    "ab",
    "*",
    "**",
    "?",
    "[ab]",
    "[!a]",
    "a*",
    "*b",
    String.raw`\a`,
    "a ",
    "üb",
    "[x]",
  );
  const pattern = fc
    .tuple(
      fc.constantFrom("", "", "!"),
      fc.constantFrom("", "/"),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "", "/", "  ", "\r"),
    )
    .map(([not, lead, parts, end]) => `${not}${lead}${parts.join("/")}${end}`);
  const rules = fc.array(pattern, { maxLength: 4 }).map((lines) => `${lines.join("\n")}\n`);
  const cwd = repositoryWith({});
  const folders = ["", "a/", "b/", "a/b/", "a/[x]/", "b/a/", "b/a/b/"];
  for (const folder of folders) {
    mkdirSync(join(cwd, folder), { recursive: true });
    for (const name of ["a", "ab", "b", "üb", "a "])
      if (!folders.includes(`${folder}${name}/`)) writeFileSync(join(cwd, folder, name), "");
  }
  const globs = () => ({ folder: cwd, globs: ["**"] });
  const property = fc.property(rules, rules, rules, (top, inner, odd) => {
    writeFileSync(join(cwd, ".gitignore"), top);
    writeFileSync(join(cwd, "a/.gitignore"), inner);
    writeFileSync(join(cwd, "a/[x]/.gitignore"), odd);
    const listed = git(cwd, "ls-files", "-z", "--others", "--exclude-standard").split("\0");
    expect(filesIn(".", cwd, globs, {}).files).toEqual(listed.filter(Boolean).toSorted());
  });
  fc.assert(property);
});

function repositoryWith(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  git(cwd, "init", "-q");
  return cwd;
}

/** As somebody with no settings of their own, and outside of any hook. */
function git(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env["PATH"], HOME: dirname(cwd), GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", args, { cwd, env, encoding: "utf8" });
}
