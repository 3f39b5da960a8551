import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { filesIn, filesMatching } from "./search.ts";

const TREE = {
  "restreams.yaml": "",
  "b/a.restream.json": "",
  "b/.hidden/restream.yml": "",
  "b/other.yaml": "",
  "b/.restream-lint.yaml": "",
  "b/node_modules/x/restreams.yaml": "",
  ".git/restreams.yaml": "",
};

test("finds documents by their names, but never among other people's files", () => {
  const cwd = folderWith(TREE);
  expect(filesIn(".", cwd, () => undefined)).toMatchObject({
    files: ["b/.hidden/restream.yml", "b/a.restream.json", "restreams.yaml"],
    unread: [],
  });
  expect(filesIn("b/", cwd, () => undefined).files).toEqual([
    "b/.hidden/restream.yml",
    "b/a.restream.json",
  ]);
});

test("finds what settings add where they hold, each file once", () => {
  const cwd = folderWith({ ...TREE, "outside.yaml": "" });
  const asked: string[] = [];
  const { files } = filesIn("b", cwd, (folder) => {
    asked.push(folder);
    return { folder: cwd, globs: ["o*.yaml", "b/*.json", "!b/.hidden/**"] };
  });
  expect(asked).toEqual([join(cwd, "b")]);
  expect(files).toEqual(["b/.hidden/restream.yml", "b/a.restream.json", "b/other.yaml"]);
});

test("says which folders could not be looked into", () => {
  const cwd = folderWith({});
  expect(filesIn("none", cwd, () => undefined)).toMatchObject({
    files: [],
    unread: [[join(cwd, "none"), expect.objectContaining({ code: "ENOENT" })]],
  });
});

test.each([
  ["b/*.yaml", ["b/.restream-lint.yaml", "b/other.yaml"]],
  ["**/restreams.yaml", ["restreams.yaml"]],
  ["none*", []],
  ["restreams.yaml", undefined],
])("finds the files that %s matches", (pattern, expected) => {
  expect(filesMatching(pattern, folderWith(TREE))?.files).toEqual(expected);
});

test.each([
  ["u*.yaml", ["u.restream.yaml"], []],
  ["*.yaml", ["u.restream.yaml"], ["f.restream.yaml", "x.restream.yaml"]],
  ["**/f.*", [], ["d/f.restream.yaml", "f.restream.yaml"]],
  ["{f,n}.*", [], ["f.restream.yaml"]],
])(
  "leaves out by the pattern %s only what it matches and somebody could mean",
  (pattern, files, left) => {
    const cwd = folderWith({ "u.restream.yaml": "", "d/x": "", "far/x": "" });
    execFileSync("mkfifo", [join(cwd, "f.restream.yaml"), join(cwd, "d/f.restream.yaml")]);
    symlinkSync("nowhere", join(cwd, "n.restream.yaml"));
    symlinkSync("u.restream.yaml", join(cwd, "l.restream.yaml"));
    symlinkSync("far/x", join(cwd, "x.restream.yaml"));
    const found = filesMatching(pattern, cwd);
    const special = found?.special.map(([path]) => path).toSorted();
    expect([found?.files, special]).toEqual([files, left.map((it) => join(cwd, it))]);
  },
);
