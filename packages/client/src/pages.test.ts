import { assert, asyncProperty, constantFrom, integer, nat, option, record } from "fast-check";
import { expect, test } from "vitest";
import { allPages } from "./pages.ts";

interface Item {
  readonly id: number;
}

const idOf = ({ id }: Item): string => String(id);
const itemsOf = (length: number): readonly Item[] => Array.from({ length }, (_, id) => ({ id }));

test.each<[string, readonly (readonly number[] | undefined)[], readonly number[], number]>([
  ["nothing", [[]], [], 1],
  ["one page", [[1, 2], []], [1, 2], 2],
  ["a page that is not there", [[1, 2], undefined], [1, 2], 2],
  [
    "the same again and again",
    [
      [1, 2],
      [1, 2],
      [1, 2],
    ],
    [1, 2],
    3,
  ],
  ["a repeated page between others", [[1, 2], [1, 2], [3], []], [1, 2, 3], 4],
  ["a page of seen ones between others", [[1, 2], [3, 4], [1, 4], [5], []], [1, 2, 3, 4, 5], 5],
  [
    "in another order each time",
    [
      [1, 2],
      [2, 1],
      [1, 2],
      [2, 1],
      [1, 2],
    ],
    [1, 2],
    4,
  ],
  ["one that moved to the next page", [[1, 2], [2, 3], []], [1, 2, 3], 3],
  ["a new one on a server without pages", [[1], [1, 2], [1, 2], [1, 2]], [1, 2], 4],
])("%s", async (_, answers, expected, requests) => {
  const asked: number[] = [];
  const found = await allPages<Item>(async (page) => {
    asked.push(page);
    return answers[asked.length - 1]?.map((id) => ({ id }));
  }, idOf);
  expect(found?.items.map(({ id }) => id)).toEqual(expected);
  expect(found?.isEnded).toBe((answers.at(-1) ?? []).length === 0);
  expect(asked).toHaveLength(requests);
});

test("a repeated page is asked for again by its own number", async () => {
  const asked: number[] = [];
  await allPages<Item>(async (page) => {
    asked.push(page);
    return [{ id: 1 }];
  }, idOf);
  expect(asked).toEqual([1, 2, 2]);
});

test("a list without an end is given up", async () => {
  let requests = 0;
  const found = await allPages<Item>(async (page) => {
    requests += 1;
    return [{ id: page }];
  }, idOf);
  expect(found).toBeUndefined();
  expect(requests).toBe(1000);
});

test("it ends where it is enough", async () => {
  const pages = [[1, 2], [2, 3], [4]];
  const shown: unknown[] = [];
  const found = await allPages(
    async (page) => pages[page - 1],
    String,
    (fresh, page) => {
      shown.push([page, ...fresh]);
      return fresh.includes(3);
    },
  );
  expect(found).toEqual({ items: [1, 2, 3], isEnded: false });
  expect(shown).toEqual([
    [1, 1, 2],
    [2, 3],
  ]);
});

test("equal ones on one page are several", async () => {
  const pages = [["a", "a"], []];
  expect(await allPages(async (page) => pages[page - 1], String)).toEqual({
    items: ["a", "a"],
    isEnded: true,
  });
});

test("every list is found whole, whatever the size of pages and however the server counts them", async () => {
  const servers = record({
    length: nat(40),
    size: integer({ min: 1, max: 12 }),
    paging: constantFrom("as-asked", "ignores-page", "repeats-last"),
    /** The request in which the server loses its place, and answers the page before. */
    slip: option(integer({ min: 2, max: 6 })),
  });
  await assert(
    asyncProperty(servers, async ({ length, size, paging, slip }) => {
      const all = itemsOf(length);
      let requests = 0;
      const found = await allPages<Item>(async (asked) => {
        requests += 1;
        const page = requests === slip ? Math.max(asked - 1, 1) : asked;
        if (paging === "ignores-page") return all;
        const last = Math.max(Math.ceil(length / size), 1);
        const at = paging === "repeats-last" ? Math.min(page, last) : page;
        return all.slice((at - 1) * size, at * size);
      }, idOf);
      expect(found?.items).toEqual(all);
    }),
  );
});
