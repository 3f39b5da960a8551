import { describe, expect, test } from "vitest";
import { parseFixture } from "@restream-lint/testkit";
import { formOf, isRestreamRoot, placesIn } from "./forms.ts";

describe("a root has the form that it comes nearest to", () => {
  test.each([
    ["whole", "restreams: []\n"],
    ["whole", "restreams: []\nrestream: {}\nuri: a\n"],
    ["whole", "streams: []\n"],
    ["whole", "streams: []\nname: a\n"],
    ["whole", "other: a\n"],
    ["wrapped", "restream: {}\n"],
    ["wrapped", "restream: {}\nuri: a\n"],
    ["body", "uri: a\n"],
    ["body", "name: a\n"],
    ["list", "[]"],
    [undefined, "a\n"],
  ])("%s: %j", (form, text) => {
    expect(parseFixture(text).syntax.roots.map(formOf)).toEqual([form]);
  });
});

describe("what says that it is a restream document", () => {
  test.each([
    [true, "restreams:\n"],
    [true, "restream:\n"],
    [true, "uri: a\nstream_id: b\n"],
    [true, "- uri: a\n  stream_id: b\n- c\n"],
    [false, "uri: a\n"],
    [false, "- c\n- uri: a\n  stream_id: b\n"],
    [false, "[]"],
    [false, "a\n"],
  ])("%s: %j", (expected, text) => {
    expect(parseFixture(text).syntax.roots.map(isRestreamRoot)).toEqual([expected]);
  });
});

describe("the places of shapes", () => {
  test.each([
    ["restreams: [a]\nstreams: [b]\n", ["whole ", "stream /streams/0", "restream /restreams/0"]],
    ["restream: {}\n", ["wrapped ", "restream /restream"]],
    ["restream:\n", ["wrapped "]],
    ["- a\n- b\n", ["restream /0", "restream /1"]],
    ["uri: a\n", ["restream "]],
    ["a\n", ["whole "]],
    ["---\n", []],
  ])("of %j", (text, expected) => {
    const places = parseFixture(text).syntax.roots.flatMap(placesIn);
    expect(places.map(({ shape, path }) => `${shape} ${path}`)).toEqual(expected);
  });
});
