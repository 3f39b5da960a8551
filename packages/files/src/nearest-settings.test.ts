import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { nearestSettings } from "./nearest-settings.ts";

const NAME = ".restream-lint.yaml";

test.each([
  ["beside", "a/b", `a/b/${NAME}`],
  ["above", "a/b/c", `a/b/${NAME}`],
  ["in the root of the repository", "a", NAME],
  ["not above that root", "other/in", undefined],
])("finds the nearest settings: %s", (_, folder, expected) => {
  const root = folderWith({
    [NAME]: "",
    ".git/HEAD": "",
    [`a/b/${NAME}`]: "",
    "a/b/c/x": "",
    "other/.git/HEAD": "",
    "other/in/x": "",
  });
  expect(nearestSettings(join(root, folder))).toBe(expected && join(root, expected));
});
