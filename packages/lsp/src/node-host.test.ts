import { pathToFileURL } from "node:url";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { NODE_HOST } from "./node-host.ts";

test("finds the documents of a folder, without those that git ignores", async () => {
  const folder = folderWith({
    ".gitignore": "out/\n",
    "out/restreams.yaml": "",
    "a b/restreams.yaml": "",
  });
  const uri = pathToFileURL(folder).href;
  expect(await NODE_HOST.documentsIn(uri)).toEqual([`${uri}/a%20b/restreams.yaml`]);
});
