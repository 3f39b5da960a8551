import { parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { MAX_FAULTS } from "../syntax/node.ts";

// Each fault of a shape has a rule with a table of its own; here is where shapes are looked for.
describe("shapes are looked for", () => {
  test.each([
    [
      "in a list of restreams",
      "restreams:\n  - colour: a\n    id: 1\n",
      ["unknown-field /restreams/0/colour"],
    ],
    [
      "in a list of streams",
      "streams:\n  - colour: a\n    id: 1\nrestreams: []\n",
      ["unknown-field /streams/0/colour"],
    ],
    ["in a list of bodies", "- id: 1\n- colour: a\n  id: 1\n", ["unknown-field /1/colour"]],
    ["in a body", "colour: a\nid: 1\n", ["unknown-field /colour"]],
    ["in a body without an ID", "name: a\nuri: rtmp://h.acme.net/live/a\n", ["missing-field "]],
    ["in a wrapped body", "restream:\n  colour: a\n  id: 1\n", ["unknown-field /restream/colour"]],
    [
      "in every document of a text",
      "restreams: []\ncolour: a\n---\n- id: 0\n---\n",
      ["unknown-field /colour", "wrong-type /0/id"],
    ],
    ["not in what is left alone", "x-a: [{uri: 1}]\nsops: {uri: 1}\nrestreams: []\n", []],
    ["not in streams of other forms", "- id: 1\n  x-streams: [{colour: a}]\n", []],
  ])("%s", (_, text, expected) => {
    expect(faultsIn(text)).toEqual(expected);
  });

  test("once in what many aliases lead to", () => {
    const text =
      "x-a: &a\n  id: 0\n  colour: a\nrestreams:\n  - *a\n  - *a\n  - <<: *a\n    name: b\n";
    expect(faultsIn(text)).toEqual([
      "unknown-field /restreams/0/colour",
      "wrong-type /restreams/0/id",
    ]);
  });

  test("where a restream can be read, however broken its neighbours are", () => {
    const text = "restreams:\n  - colour: [\n    id: 1\n  - colour: a\n    id: 1\n";
    expect(faultsIn(text)).toEqual(["unknown-field /restreams/1/colour"]);
  });
});

test("the nearest value counts: a merged one last, the first of two equal keys, a null too", () => {
  const anchors = "x-a: &a {id: 1, name: 1}\nx-b: &b {<<: *a, id: b}\nx-c: &c {id: c}\n";
  expect(faultsIn(`${anchors}restreams:\n  - <<: [*b, *c]\n    name: a\n`)).toEqual([
    "wrong-type /restreams/0/id",
  ]);
  expect(faultsIn(`${anchors}restreams:\n  - <<: [*a, *c]\n    name: null\n`)).toEqual([]);
  expect(faultsIn("restreams:\n  - id: 1\n    id: a\n    name: b\n")).toEqual([]);
  expect(faultsIn("restreams:\n  - id: null\n    id: a\n    name: b\n")).toEqual([]);
});

test("keys of every object are unknown fields like others", () => {
  const text = '{ "id": 1, "__proto__": { "id": 1 }, "constructor": 1, "": 1, "a/b": 1 }';
  expect(faultsIn(text)).toEqual([
    "unknown-field ",
    "unknown-field /constructor",
    // What does not look like a name may be a secret: these point to the mapping.
    "unknown-field ",
    "unknown-field ",
  ]);
  expect(faultsIn('{ "__proto__": { "id": 1 }, "name": "a" }')).toEqual([
    "unknown-field ",
    "missing-field ",
    "missing-field ",
  ]);
});

// What a spread or a square of this many would do is known.
test("a mapping of any size is checked, for as many faults as anybody reads", () => {
  const keys = Array.from({ length: 150_000 }, (_, it) => `k${it}: 1\n`);
  expect(faultsIn(`id: 1\n${keys.join("")}`)).toHaveLength(MAX_FAULTS);
  expect(faultsIn(`restreams:\n${"- a\n".repeat(150_000)}`)).toHaveLength(MAX_FAULTS);
});

function faultsIn(text: string): string[] {
  return parseFixture(text).shape.map(({ kind, path }) => `${kind} ${path}`);
}
