import {
  array,
  assert,
  asyncProperty,
  boolean,
  constantFrom,
  integer,
  nat,
  readConfigureGlobal,
  record,
} from "fast-check";
import { expect, test } from "vitest";
import { listAll } from "./list-all.ts";
import { parseRestreams } from "./parse-answer.ts";
import type { RemoteRestream } from "./remote.ts";
import { rejection } from "../test/world.ts";

/** What the pages say, one request after the other, by IDs. */
type Pages = readonly (readonly number[])[];

const of = (ids: readonly number[]): readonly RemoteRestream[] => ids.map((id) => ({ id }));

async function listed(
  read: (page: number) => readonly RemoteRestream[],
): Promise<readonly (number | string | undefined)[]> {
  const found = await listAll("/list", "list the restreams", parseRestreams, async ({ path }) =>
    read(Number(path.replace("/list?page=", ""))),
  );
  return found.map(({ id, name }) => id ?? name);
}

test.each<[string, Pages, readonly number[]]>([
  ["nothing is one answer", [[]], []],
  ["one page, and that it is still the same", [[1, 2], [], [1, 2]], [1, 2]],
  [
    "several pages, and that they are still the same",
    [[1, 2], [3, 4], [5], [], [1, 2], [3, 4], [5]],
    [1, 2, 3, 4, 5],
  ],
  [
    "one slips to a page that we have read",
    [[1, 2], [4], [], [2, 3], [4], [], [2, 3], [4]],
    [2, 3, 4],
  ],
  ["one slips, and the second page is empty", [[1, 2], [], [2, 3], [], [2, 3]], [2, 3]],
  ["what is added holds nobody up", [[1, 2], [3], [], [0, 1], [2, 3]], [0, 1, 2, 3]],
  ["what is added on another page neither", [[1], [], [0], [1]], [0, 1]],
  ["all of it is deleted", [[1, 2], [], []], []],
  [
    "a server without pages",
    [
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    [1, 2],
  ],
  [
    "a server that repeats the last page",
    [[1, 2], [3], [3], [3], [1, 2], [3], [3], [3]],
    [1, 2, 3],
  ],
  [
    "two pages that come again because one was added before them, each time another",
    [
      [11],
      [12],
      [12],
      [12],
      [9],
      [11],
      [12],
      [12],
      [12],
      [8],
      [9],
      [11],
      [12],
      [13],
      [],
      [8],
      [9],
      [11],
      [12],
      [13],
    ],
    [8, 9, 11, 12, 13],
  ],
  [
    "a server without pages, to which one was added",
    [[1], [1], [1], [1, 2], [1, 2], [1, 2], [1, 2]],
    [1, 2],
  ],
  ["in another order", [[1, 2], [3, 4], [], [4, 3], [2, 1]], [4, 3, 2, 1]],
  ["one slips each time, but the last", [[1, 9], [], [2, 3], [], [3, 4], [], [3, 4]], [3, 4]],
])("%s", async (_, pages, expected) => {
  const rest = [...pages];
  const found = await listed(() => {
    const page = rest.shift();
    if (!page) throw new Error("one request too many");
    return of(page);
  });
  expect(found).toEqual(expected);
  expect(rest).toEqual([]);
});

test("a list that never holds still is an error, after four looks", async () => {
  let requests = 0;
  const error = await rejection(
    listed((page) => {
      requests += 1;
      return page === 1 ? of([requests]) : [];
    }),
  );
  expect(error).toMatchObject({ kind: "conflict", mayHaveActed: false });
  expect(String(error)).toBe(
    "ApiError: Could not list the restreams: the list keeps changing while it is read, so nothing can be told from it. Try again when nobody else is changing it.",
  );
  expect(requests).toBe(8);
});

test("a page that comes again because one was added before it is not the end", async () => {
  let requests = 0;
  const found = await listed((page) => {
    requests += 1;
    return of((requests === 1 ? [1, 2] : [0, 1, 2]).slice(page - 1, page));
  });
  expect(found).toEqual([0, 1, 2]);
  // The first, and twice the same as the second; then to the end; then all but the end.
  expect(requests).toBe(3 + 4 + 3);
});

test("whatever is deleted and added meanwhile, nothing that stays is left out", async () => {
  const worlds = record({
    length: nat(30),
    size: integer({ min: 1, max: 7 }),
    isNewestFirst: boolean(),
    /** Which request it follows, and which of those that were there at first it deletes; undefined: it adds one. */
    changes: array(
      record({
        after: integer({ min: 1, max: 40 }),
        deleted: constantFrom(undefined, ...Array.from({ length: 30 }, (_, at) => at + 1)),
      }),
      { maxLength: 8 },
    ),
  });
  await assert(
    asyncProperty(worlds, async ({ length, size, isNewestFirst, changes }) => {
      const first = Array.from({ length }, (_, at) => at + 1);
      let ids = first;
      let requests = 0;
      const found = await listed((page) => {
        const answer = ids.slice((page - 1) * size, page * size);
        requests += 1;
        for (const { deleted } of changes.filter(({ after }) => after === requests)) {
          const added = isNewestFirst ? [100 + requests, ...ids] : [...ids, 100 + requests];
          ids = deleted === undefined ? [...new Set(added)] : ids.filter((it) => it !== deleted);
        }
        return of(answer);
      }).catch((error: unknown) => error);
      if (Array.isArray(found)) {
        const staying = first.filter((it) => ids.includes(it));
        expect(found).toEqual(expect.arrayContaining(staying));
        expect(new Set(found).size).toBe(found.length);
      } else expect(found).toMatchObject({ kind: "conflict" });
    }),
    { numRuns: 10 * (readConfigureGlobal().numRuns ?? 100) },
  );
});
