import { array, assert, boolean, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { isAlike, isSame, type KnownRestream, newcomersIn } from "./newcomers.ts";
import type { RemoteRestream } from "./remote.ts";

const A = { stream_id: 20, uri: "srt://a.example.com:1", name: "a" };
const B = { stream_id: 20, uri: "srt://b.example.com:1", name: "b" };

test.each<[string, readonly RemoteRestream[], readonly KnownRestream[], readonly RemoteRestream[]]>(
  [
    ["nothing", [], [], []],
    [
      "an ID that is new",
      [
        { ...A, id: 1 },
        { ...A, id: 2 },
      ],
      [{ ...A, id: 1 }],
      [{ ...A, id: 2 }],
    ],
    [
      "an equal one in place of one that was deleted",
      [{ ...A, id: 2 }],
      [{ ...A, id: 1 }],
      [{ ...A, id: 2 }],
    ],
    ["one that somebody changed", [{ ...A, id: 1 }], [{ ...B, id: 1 }], []],
    [
      "one of two equal ones that we created",
      [
        { ...A, id: 1 },
        { ...A, id: 2 },
      ],
      [A],
      [{ ...A, id: 2 }],
    ],
    ["what we created without a name", [{ ...A, id: 1 }], [{ stream_id: 20, uri: A.uri }], []],
    ["lists without IDs", [A, B, A], [A], [B, A]],
    ["IDs known, and a list without", [A, A], [{ ...A, id: 1 }], [A]],
  ],
)("%s", (_, listed, known, expected) => {
  expect(newcomersIn(listed, known)).toEqual(expected);
});

test("what is known is taken away as often as it is known, with IDs and without", () => {
  const restreams = array(constantFrom(A, B), { maxLength: 6 });
  assert(
    property(restreams, restreams, boolean(), (before, since, hasIds) => {
      const all = [...before, ...since].map((it, id) => (hasIds ? { ...it, id } : it));
      const known = all.slice(0, before.length);
      const found = newcomersIn(all, known);
      for (const { name } of [A, B]) {
        const named = (it: RemoteRestream): boolean => it.name === name;
        expect(found.filter(named)).toHaveLength(since.filter(named).length);
      }
    }),
  );
});

test("the same, and alike", () => {
  expect(isSame({ ...A, id: 1 }, A)).toBe(true);
  expect(isSame({ ...A, name: "A" }, A)).toBe(false);
  expect(isAlike({ ...A, name: "A" }, A)).toBe(true);
  expect(isAlike({ ...A, uri: "srt://a.example.com:1/" }, A)).toBe(true);
  expect(isAlike({ ...A, stream_id: 21 }, A)).toBe(false);
  expect(isAlike(B, A)).toBe(false);
});
