import { cpuTimeOf } from "@restream-lint/testkit";
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

test("of two entries for the same, both are used or none", () => {
  const ignoring = createIgnoring([{ rule: "a" }, { rule: "a", path: "" }, { path: "/b" }]);
  expect(ignoring.ignores({ rule: "a", path: "/restreams/1" })).toBe(true);
  expect(ignoring.unused()).toEqual([{ path: "/b" }]);
});

test.each<[string, (it: number) => Ignore]>([
  ["of other rules", (it) => ({ rule: `rule${it}` })],
  ["for other places", (it) => ({ rule: "a", path: `/restreams/${it + 20_000}` })],
  ["that are all the same", () => ({ rule: "a", path: "/restreams" })],
])("40 000 entries %s do not make 20 000 findings slow", (_, entry) => {
  const ignoring = createIgnoring(Array.from({ length: 40_000 }, (__, it) => entry(it)));
  const took = cpuTimeOf(() => {
    for (let it = 0; it < 20_000; it++)
      ignoring.ignores({ rule: "a", path: `/restreams/${it}/uri` });
  });
  expect(took).toBeLessThan(1000);
});
