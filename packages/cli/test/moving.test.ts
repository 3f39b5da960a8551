import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  API_TOKEN,
  FAULT_RUNS,
  type GcoreApi,
  type Operation,
  PASSING_FAULTS,
  randomPages,
  type State,
} from "@restream-lint/testkit";
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  uniqueArray,
} from "fast-check";
import { expect, test } from "vitest";
import { type Account, account, documentOf, item, remote } from "./gcore.ts";

// What goes wrong besides the answers of the server, at random: in the end there is what the documents say, and nothing twice.

const SUBMIT = ["submit", "--env", "--yes", "--allow-live"];
/** In milliseconds: each run of a thousand restreams takes a second or more. */
const LONG = 600_000;
/** So few of those, with all the more that goes wrong in each. */
const LONG_RUNS = FAULT_RUNS / 4;
const CREATE: Operation = "POST /streaming/restreams";

/** How a restream of the documents stands at Gcore: not, as it should, or with another key. */
const STANDINGS = ["new", "same", "changed"] as const;
type Standing = (typeof STANDINGS)[number];

const standingsOf = array(constantFrom(...STANDINGS), { minLength: 1, maxLength: 5 });

function seedsOf(standings: readonly Standing[]) {
  return standings.flatMap((standing, index) => {
    const name = `k${index}`;
    if (standing === "new") return [];
    return [remote(name, standing === "same" ? {} : { uri: `rtmp://${name}.acme.net/live/old` })];
  });
}

function names(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `k${index}`);
}

/** Requests that may have changed something. */
function sentTo({ requests }: GcoreApi): number {
  return requests.filter(({ method }) => method !== "GET").length;
}

/** Submits until all is done, and looks whether there is what the documents say, once, beside what they do not speak of. */
async function expectConvergence(
  { run, server }: Account,
  count: number,
  others: readonly string[],
): Promise<void> {
  let status: number | undefined;
  for (let runs = 0; runs < 5 && status !== 0; runs += 1) ({ status } = await run(SUBMIT));
  expect(status).toBe(0);
  const wanted = names(count).map((name) => `${name} ${remote(name).uri}`);
  const { restreams } = server.state;
  const own = restreams.filter(({ name = "" }) => !others.includes(name));
  const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));
  expect(sorted(own.map(({ name, uri }) => `${name} ${uri}`))).toEqual(sorted(wanted));
  const left = restreams.filter(({ name = "" }) => others.includes(name));
  expect(sorted(left.map(({ name = "" }) => name))).toEqual(sorted(others));
  expect((await run(["plan", "--env", "--detailed-exitcode"])).status).toBe(0);
}

/** What somebody else does to a restream: where it is not there they create it; else they delete, change or start it. */
function moved({ restreams }: State, name: string, how: number): Partial<State> {
  const found = restreams.find((it) => it.name === name);
  if (!found) {
    const id = Math.max(9000, ...restreams.map((it) => it.id)) + 1;
    return { restreams: [...restreams, { ...remote(name), id, live: false }] };
  }
  const others = restreams.filter((it) => it !== found);
  if (how === 0) return { restreams: others };
  const change = how === 1 ? { uri: `rtmp://${name}.acme.net/live/other` } : { live: true };
  return { restreams: restreams.map((it) => (it === found ? { ...it, ...change } : it)) };
}

/** When they do it: after the plan was saved, while a person is asked, while streams or restreams are listed. */
const MOMENTS = ["saved", "asked", "streams", "restreams"] as const;

test.each(MOMENTS)(
  "somebody else moves a restream (%s): seen or refused, and nothing twice",
  async (moment) => {
    await assert(
      asyncProperty(
        record({
          standings: standingsOf,
          which: nat(),
          how: integer({ min: 0, max: 2 }),
          pages: randomPages(),
        }),
        async ({ standings, which, how, pages }) => {
          const count = standings.length;
          const one = await account(
            { "restreams.yaml": documentOf(...names(count)) },
            // A list that is empty at first is one answer.
            { ...pages, restreams: [...seedsOf(standings), remote("other")] },
          );
          const { run, server } = one;
          const name = `k${which % count}`;
          const move = (state: State) => moved(state, name, how);
          if (moment === "saved") {
            await run(["plan", "--env", "--out", "plan.json"]);
            server.change(move(server.state));
            const { status, stderr } = await run([...SUBMIT, "--plan", "plan.json"]);
            expect(status).toBe(1);
            expect(stderr).toContain(`"${name}": `);
            expect(sentTo(server)).toBe(0);
          } else if (moment === "asked") {
            let isAsked = false;
            const { status, stderr } = await run(["submit", "--env"], {
              ask: async () => {
                isAsked = true;
                server.change(move(server.state));
                return "yes";
              },
            });
            expect(isAsked).toBe(standings.some((it) => it !== "same"));
            expect(status).toBe(isAsked ? 1 : 0);
            if (isAsked) expect(stderr).toContain(`"${name}": `);
            expect(sentTo(server)).toBe(0);
          } else {
            const fault = { kind: "meanwhile", acts: true, change: move } as const;
            server.misbehave([{ on: `GET /streaming/${moment}`, nth: 1, fault }]);
          }
          await expectConvergence(one, count, ["other"]);
          await server.stop();
        },
      ),
      { numRuns: FAULT_RUNS },
    );
  },
);

test("two of one name, at Gcore or in the documents: nothing is sent before a person says which is which", async () => {
  await assert(
    asyncProperty(standingsOf, constantFrom("remote", "local"), async (standings, side) => {
      const count = standings.length;
      const twins =
        side === "remote"
          ? [remote("twin"), remote("twin", { uri: "rtmp://second.acme.net/live/x" })]
          : [remote("twin", { uri: "rtmp://third.acme.net/live/x" })];
      const asked = (id: string) =>
        `${documentOf(...names(count))}  - name: twin\n${id}    stream_id: 20\n    uri: rtmp://first.acme.net/live/\${KEY}\n`;
      const again =
        "  - name: twin\n    stream_id: 20\n    uri: rtmp://again.acme.net/live/${KEY}\n";
      const text = asked("") + (side === "local" ? again : "");
      const { run, server, cwd } = await account(
        { "restreams.yaml": text },
        { restreams: [...seedsOf(standings), ...twins] },
      );
      const before = server.state;
      const { status, stdout } = await run(SUBMIT);
      expect(status).toBe(1);
      expect(stdout).toContain('! ambiguous "twin"');
      expect(server.state).toEqual(before);

      const { id } = before.restreams.find(({ name }) => name === "twin") ?? {};
      const settled =
        asked(`    id: ${id}\n`) + (side === "local" ? again : "").replace("twin", "second twin");
      writeFileSync(join(cwd, "restreams.yaml"), settled);
      expect((await run(SUBMIT)).status).toBe(0);
      const { restreams } = server.state;
      expect(restreams).toHaveLength(count + 2);
      expect(restreams.find((it) => it.id === id)?.uri).toContain("//first.acme.net/");
      expect(new Set(restreams.map(({ uri }) => uri)).size).toBe(count + 2);
      await server.stop();
    }),
    { numRuns: FAULT_RUNS },
  );
});

test("a wrong or cut token changes nothing, says so, and the right one does it all", async () => {
  const cut = integer({ min: 1, max: API_TOKEN.length - 1 }).map((end) => API_TOKEN.slice(0, end));
  const tokens = oneof(cut, constantFrom("55555$Another9Z", `${API_TOKEN}x`, `x${API_TOKEN}`));
  await assert(
    asyncProperty(standingsOf, tokens, async (standings, token) => {
      const count = standings.length;
      const one = await account(
        { "restreams.yaml": documentOf(...names(count)) },
        { restreams: seedsOf(standings) },
      );
      const { run, server } = one;
      const before = server.state;
      const { status, stderr } = await run(SUBMIT, { env: { GCORE_API_KEY: token } });
      expect(status).toBe(4);
      expect(stderr).toContain("API token");
      expect(server.state).toEqual(before);
      await expectConvergence(one, count, []);
      await server.stop();
    }),
    { numRuns: FAULT_RUNS },
  );
});

test(
  "1 000 restreams at concurrency 8, with answers that go wrong here and there",
  async () => {
    const faults = uniqueArray(
      record({ nth: integer({ min: 1, max: 1000 }), fault: constantFrom(...PASSING_FAULTS) }),
      { minLength: 20, maxLength: 48, selector: ({ nth }) => nth },
    );
    await assert(
      asyncProperty(faults, async (script) => {
        const document = `restreams:\n${names(1000)
          .map((name) => item(name))
          .join("")}`;
        const one = await account({ "restreams.yaml": document }, { pageSize: 250 });
        const { run, server } = one;
        server.misbehave(script.map((it) => ({ ...it, on: CREATE })));
        const { stdout } = await run([...SUBMIT, "--concurrency", "8"]);
        expect(stdout).toMatch(/done: (?:9\d\d|1000) created/i);
        await expectConvergence(one, 1000, []);
        await server.stop();
      }),
      // To look for the least that fails would take an hour.
      { numRuns: LONG_RUNS, endOnFailure: true },
    );
  },
  LONG,
);
