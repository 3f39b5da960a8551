import { expect, test } from "vitest";
import { createIgnoring } from "./ignoring.ts";
import type { Ignore } from "../settings/settings.ts";

test.each<[Ignore, string[]]>([
  [{}, ["a /", "a /restreams/1/uri", "b /restreams/1", "a /restreams/10"]],
  [{ rule: "a" }, ["a /", "a /restreams/1/uri", "a /restreams/10"]],
  [{ path: "/restreams/1" }, ["a /restreams/1/uri", "b /restreams/1"]],
  [{ path: "" }, ["a /", "a /restreams/1/uri", "b /restreams/1", "a /restreams/10"]],
  [{ rule: "a", path: "/restreams/1/uri" }, ["a /restreams/1/uri"]],
  [{ rule: "b", path: "/restreams/1/uri" }, []],
])("%j leaves alone %j", (entry, expected) => {
  const ignoring = createIgnoring([entry, { rule: "c" }]);
  const all = ["a /", "a /restreams/1/uri", "b /restreams/1", "a /restreams/10"];
  const left = all.filter((it) => {
    const [rule = "", path = ""] = it.split(" ");
    return ignoring.ignores({ rule, path });
  });
  expect(left).toEqual(expected);
  expect(ignoring.unused()).toEqual(expected.length > 0 ? [{ rule: "c" }] : [entry, { rule: "c" }]);
});
