import { setImmediate } from "node:timers/promises";
import {
  FAULT_RUNS,
  FAULTS,
  type GcoreApi,
  type Operation,
  randomPages,
} from "@restream-lint/testkit";
import { array, assert, asyncProperty, constantFrom, integer, nat, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { account, item, remote } from "./gcore.ts";

/** How a restream of the documents stands at Gcore: not, as it should, with another key, or switched off. */
const STANDINGS = ["new", "same", "changed", "off"] as const;
type Standing = (typeof STANDINGS)[number];

const runs = record({
  standings: array(constantFrom(...STANDINGS), { minLength: 1, maxLength: 6 }),
  /** How many there are at Gcore alone. */
  others: integer({ min: 0, max: 2 }),
  /** Says which of the requests goes wrong. */
  place: nat(),
  concurrency: integer({ min: 1, max: 4 }),
  pages: randomPages(),
});

/** More than any fault that passes can need. */
const MOST_RUNS = 10;

describe.each(Object.entries(FAULTS))("%s", (name, fault) => {
  test("submitted again and again, it comes to what the documents say, and nothing is there twice", async () => {
    const isStalled = name.startsWith("stalled");
    await assert(
      asyncProperty(runs, async ({ standings, others, place, concurrency, pages }) => {
        const documents = standings.map((standing, index) =>
          item(`k${index}`, standing === "off" ? "    active: true\n" : ""),
        );
        const { run, server } = await account(
          { "restreams.yaml": `restreams:\n${documents.join("")}` },
          {
            ...pages,
            restreams: [
              ...standings.flatMap((standing, index) => remoteOf(standing, `k${index}`)),
              ...Array.from({ length: others }, (_, index) => remote(`other${index}`)),
            ],
          },
        );
        server.misbehave([{ ...placeIn(standings, others, place), fault }]);
        // With one request at a time, it is the stalled one that is waited for.
        const argv = [
          "submit",
          "--env",
          "--yes",
          "--prune",
          `--concurrency=${isStalled ? 1 : concurrency}`,
          "restreams.yaml",
        ];
        const more = isStalled ? { expire: expiryOf(server) } : {};
        let status: number | undefined;
        for (let count = 0; count < MOST_RUNS && status !== 0; count += 1) {
          ({ status } = await run(argv, more));
          expect([0, 1, 4]).toContain(status);
        }
        expect(status).toBe(0);
        expect(server.requests.filter((it) => it.fault !== undefined)).toHaveLength(1);
        const expected = standings.map((standing, index) => ({
          ...remote(`k${index}`),
          ...(standing === "off" && { active: true }),
        }));
        const atGcore = server.state.restreams.toSorted(byName);
        expect(atGcore).toHaveLength(expected.length);
        expect(atGcore).toMatchObject(expected);
        expect(await run(["plan", "--env", "--detailed-exitcode"], more)).toMatchObject({
          status: 0,
          stdout: `Nothing to change: ${expected.length} unchanged.\n`,
        });
        await server.stop();
      }),
      { numRuns: FAULT_RUNS },
    );
  });
});

function remoteOf(standing: Standing, name: string) {
  switch (standing) {
    case "new":
      return [];
    case "same":
      return [remote(name)];
    case "changed":
      return [remote(name, { uri: `rtmp://${name}.acme.net/live/old` })];
    case "off":
      return [remote(name, { active: false })];
  }
}

/** One of the requests that submitting makes in any case, each operation as likely as the others. */
function placeIn(
  standings: readonly Standing[],
  others: number,
  place: number,
): { readonly on: Operation; readonly nth: number } {
  const many = (...found: readonly Standing[]) =>
    standings.filter((it) => found.includes(it)).length;
  const operations: readonly (readonly [Operation, number])[] = [
    ["GET /streaming/restreams", 1],
    ["GET /streaming/streams", 1],
    ["POST /streaming/restreams", many("new")],
    ["PATCH /streaming/restreams/{restream_id}", many("changed", "off")],
    ["DELETE /streaming/restreams/{restream_id}", others],
  ];
  const made = operations.filter(([, count]) => count > 0);
  const [on, count] = made[place % made.length] ?? ["GET /streaming/restreams", 1];
  return { on, nth: 1 + (Math.floor(place / made.length) % count) };
}

/** A clock that goes on once an answer stalls. */
function expiryOf({ requests }: GcoreApi): (signal: AbortSignal) => Promise<void> {
  const stalled = () => requests.filter((it) => it.fault === "stalled").length;
  return async (signal) => {
    const before = stalled();
    while (!signal.aborted && stalled() === before) await setImmediate();
  };
}

function byName(
  a: { readonly name?: string | null },
  b: { readonly name?: string | null },
): number {
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}
