import { expect, test } from "vitest";
import { fileNameOf, folderOf, keyOf, pathFrom, schemeOf } from "./uris.ts";

test.each([
  ["file:///c%3A/Shows/a%20b.yaml", "file:///C:/Shows/a b.yaml"],
  ["file:///home/%C3%A9.yaml", "file:///home/é.yaml"],
])("%s and %s are one", (a, b) => {
  expect(keyOf(a)).toBe(keyOf(b));
});

test("a `%` that encodes nothing is no fault", () => {
  expect(keyOf("file:///100%.yaml")).toBe("file:///100%.yaml");
});

test.each([
  ["file:///a/b/c.yaml", "c.yaml", "file:///a/b/", "file"],
  ["file:///c.yaml", "c.yaml", "file:///", "file"],
  ["file:///c%3A/x.yaml", "x.yaml", "file:///c%3A/", "file"],
  ["vscode-vfs://github/owner/c.yaml", "c.yaml", "vscode-vfs://github/owner/", "vscode-vfs"],
  ["untitled:Untitled-1", "untitled:Untitled-1", undefined, "untitled"],
  ["GIT:/a.yaml", "a.yaml", "GIT:/", "git"],
])("of %s", (uri, name, folder, scheme) => {
  expect([fileNameOf(uri), folderOf(uri), schemeOf(uri)]).toEqual([name, folder, scheme]);
});

test.each([
  ["file:///a", "file:///a/b/c.yaml", "b/c.yaml"],
  ["file:///a/", "file:///a/c%20d.yaml", "c d.yaml"],
  ["file:///a", "file:///ab/c.yaml", undefined],
  ["file:///a/b", "file:///a/c.yaml", undefined],
])("from %s to %s it is %s", (folder, uri, path) => {
  expect(pathFrom(folder, uri)).toBe(path);
});
