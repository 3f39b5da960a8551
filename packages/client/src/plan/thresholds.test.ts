import { expect, test } from "vitest";
import { planOf } from "../../test/plan-of.ts";
import { thresholds } from "./thresholds.ts";

const REMOTE = Array.from({ length: 10 }, (_, index) => ({
  id: index + 1,
  name: `R${index}`,
  stream_id: 1,
  active: true,
}));

test.each<[number, boolean, readonly string[]]>([
  [0, false, []],
  [3, false, []],
  [4, false, ["updates 4"]],
  [10, false, ["updates 10"]],
  [3, true, ["deletes 7"]],
  [4, true, ["updates 4", "deletes 6"]],
])("%d updates of 10, pruned: %s", (count, prune, expected) => {
  const document = REMOTE.slice(0, count).map(({ id }) => ({ id, stream_id: 1, active: false }));
  expect(inWords(document, REMOTE, prune)).toEqual(expected);
});

test("new restreams need no consent", () => {
  expect(inWords([{ stream_id: 1, uri: "srt://a:1" }], [], false)).toEqual([]);
});

test("what is on air does, if it is touched", () => {
  const remote = REMOTE.map((it) => ({ ...it, live: true }));
  expect(inWords([{ id: 1 }, { id: 2, active: true }], remote, false)).toEqual([]);
  expect(inWords([{ id: 1 }, { id: 2, active: false }], remote, false)).toEqual(["live 1"]);
  expect(
    inWords(
      [
        { id: 1, stream_id: 1 },
        { id: 2, active: false },
      ],
      remote,
      true,
    ),
  ).toEqual(["deletes 8", "live 9"]);
});

function inWords(document: unknown, remote: typeof REMOTE, prune: boolean): string[] {
  return thresholds(planOf(JSON.stringify(document), remote, { prune })).map(
    ({ kind, count }) => `${kind} ${count}`,
  );
}
