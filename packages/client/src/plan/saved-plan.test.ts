import { anything, assert, json, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { planOf, type Variables } from "../../test/plan-of.ts";
import type { RemoteRestream } from "../remote.ts";
import { comparePlan } from "./compare-plan.ts";
import { createDigest } from "./digest.ts";
import type { PlanOptions } from "./plan.ts";
import { readSavedPlan } from "./read-saved-plan.ts";
import { savePlan, type SavedPlan } from "./saved-plan.ts";

const digest = await createDigest("1234$token");

test("a digest is an HMAC-SHA-256", async () => {
  // RFC 4231, test case 2.
  const ofRfc = await createDigest("Jefe");
  expect(await ofRfc("what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

const DOCUMENT = `\
restreams:
  - { name: A, stream_id: 1, uri: "rtmp://a.acme.net/live/\${KEY}" }
  - { name: B, stream_id: 1, uri: "rtmp://b.acme.net/live/orbit", active: false }
  - { id: 9 }
`;
const REMOTE: readonly RemoteRestream[] = [
  { id: 8, name: "B", stream_id: 1, uri: "rtmp://b.acme.net/live/orbit" },
  { id: 9, name: "C", stream_id: 1, uri: "rtmp://c.acme.net/live/night" },
  { id: 10, name: "D", stream_id: 1 },
];
const VARIABLES = { KEY: "kestrel" };

test("a plan is saved without a value, and read back as it was", async () => {
  const saved = await savePlan(planOf(DOCUMENT, REMOTE, { variables: VARIABLES }), digest);
  const [first, second, third] = saved.entries;
  expect(saved.entries).toHaveLength(3);
  expect(first).toMatchObject({
    action: "create",
    file: "restreams.yaml",
    path: "/restreams/0",
    line: 2,
    name: "A",
    live: false,
  });
  expect(Object.keys(first?.sent ?? {})).toEqual(["name", "stream_id", "uri"]);
  expect(first?.remote).toBeUndefined();
  expect(second).toMatchObject({ action: "update", id: 8 });
  expect(Object.keys(second?.sent ?? {})).toEqual(["name", "stream_id", "uri", "active"]);
  expect(third).toMatchObject({ action: "unchanged", id: 9, sent: {} });
  // The same value in two places: who sees the digests does not learn that.
  expect(first?.sent.stream_id).not.toBe(second?.sent.stream_id);
  expect(second?.sent.uri).not.toBe(second?.remote?.uri);
  expect(readSavedPlan(JSON.stringify(saved))).toEqual({ saved });
});

interface Now extends PlanOptions {
  readonly document?: string;
  readonly remote?: readonly RemoteRestream[];
  readonly variables?: Variables;
}

const CHANGED_KEY = "The document says something else now, or a variable does:";

test.each<[string, Now, readonly string[]]>([
  ["nothing", {}, []],
  [
    "a comment and an unknown field",
    { document: `# Hello.\n${DOCUMENT}`, remote: REMOTE.map((it) => ({ ...it, more: 1 })) },
    [],
  ],
  ["what is left alone", { remote: [...REMOTE.slice(0, 2), { id: 11 }] }, []],
  ["a variable", { variables: { KEY: "other" } }, [`document A: ${CHANGED_KEY} uri.`]],
  ["a variable that is missing", { variables: {} }, [`document A: ${CHANGED_KEY} uri.`]],
  [
    "values of a restream",
    {
      document: DOCUMENT.replace("active: false", "active: false, client_user_id: 3").replace(
        "orbit",
        "orbit-2",
      ),
    },
    [`document B 8: ${CHANGED_KEY} uri and client_user_id.`],
  ],
  [
    "a restream more",
    { document: `${DOCUMENT}  - { id: 10 }\n` },
    ["document  10: It was not in the document."],
  ],
  [
    "a restream less",
    { document: DOCUMENT.replace(/ {2}- \{ id: 9 \}\n/, "") },
    ["document  9: It is no longer in the document."],
  ],
  [
    "the remote side of an update",
    {
      remote: REMOTE.map((it) =>
        it.id === 8 ? { ...it, client_user_id: 4, uri: "rtmp://b.acme.net/live/orbit-2" } : it,
      ),
    },
    ["remote B 8: The remote restream was changed: uri and client_user_id."],
  ],
  [
    "the remote side of what was unchanged",
    { remote: REMOTE.map((it) => (it.id === 9 ? { ...it, active: false } : it)) },
    ["remote  9: The remote restream was changed: active."],
  ],
  [
    "what was to be changed is gone",
    { remote: REMOTE.slice(1) },
    ["remote B 8: The remote restream that it was is gone, or has changed beyond recognition."],
  ],
  [
    "somebody has created it",
    {
      remote: [
        ...REMOTE,
        { id: 12, name: "A", stream_id: 1, uri: "rtmp://a.acme.net/live/kestrel" },
      ],
    },
    ["remote A 12: It exists at Gcore now."],
  ],
  [
    "it was made anew",
    { remote: [...REMOTE.slice(1), { ...REMOTE[0], id: 13 }] },
    ["remote B 13: It is another remote restream now."],
  ],
  [
    "it went on air",
    { remote: REMOTE.map((it) => ({ ...it, live: true })) },
    [
      "remote B 8: The remote restream is on air now.",
      "remote  9: The remote restream is on air now.",
    ],
  ],
  [
    "there is another one of its name",
    {
      remote: [
        ...REMOTE,
        { id: 14, name: "A", stream_id: 1, uri: "srt://x:1" },
        { id: 15, name: "A", stream_id: 1, uri: "srt://y:1" },
      ],
    },
    ['document A: It was "create", and is "ambiguous" now.'],
  ],
  [
    "pruning was not asked for",
    { prune: true },
    ["remote D 10: It would be deleted now, and the saved plan does not say so."],
  ],
])("moved since: %s", async (_, now, expected) => {
  const saved = await savePlan(planOf(DOCUMENT, REMOTE, { variables: VARIABLES }), digest);
  expect(await movedSince(saved, now)).toEqual(expected);
});

test("what was to be deleted is looked at too", async () => {
  const variables = VARIABLES;
  const saved = await savePlan(planOf(DOCUMENT, REMOTE, { variables, prune: true }), digest);
  expect(await movedSince(saved, { prune: true })).toEqual([]);
  const [b = {}, c = {}, d = {}] = REMOTE;
  expect(await movedSince(saved, { prune: true, remote: [b, c, { ...d, name: "E" }] })).toEqual([
    "remote E 10: The remote restream was changed: name.",
  ]);
  expect(await movedSince(saved, { prune: true, remote: [b, c] })).toEqual([
    "remote D 10: It is gone, or a document speaks of it now, so it would not be deleted.",
  ]);
  expect(await movedSince(saved, {})).toEqual([
    "remote D 10: It is gone, or a document speaks of it now, so it would not be deleted.",
  ]);
});

test("a plan that was changed, or saved with another token, is no plan", async () => {
  const current = planOf(DOCUMENT, REMOTE, { variables: VARIABLES });
  const saved = await savePlan(current, digest);
  const message =
    "The saved plan was changed, or saved with another API token or for another host.";
  const expected = { moved: [{ side: "plan", name: "", message }] };
  const others = [
    { ...saved, entries: saved.entries.slice(1) },
    { ...saved, entries: saved.entries.map((it) => ({ ...it, live: true })) },
    { ...saved, checksum: "0".repeat(64) },
  ];
  for (const other of others) expect(await comparePlan(other, current, digest)).toEqual(expected);
  expect(await comparePlan(saved, current, await createDigest("1234"))).toEqual(expected);
});

test("the documents of a text are told apart by their order", async () => {
  const text = `restream: { id: 8 }\n---\nrestream: { id: 9 }\n`;
  const saved = await savePlan(planOf(text, REMOTE), digest);
  expect(await movedSince(saved, { document: text })).toEqual([]);
  expect(await movedSince(saved, { document: "restream: { id: 8 }\n" })).toEqual([
    "document  9: It is no longer in the document.",
  ]);
});

test.each([
  ["", "no saved plan"],
  ["[]", "no saved plan"],
  ["null", "no saved plan"],
  ['{"version": 1', "no saved plan"],
  ["[".repeat(200_000), "no saved plan"],
  ["{}", "another version"],
  ['{"version": 2, "entries": [], "checksum": ""}', "another version"],
  ['{"version": 1}', "damaged"],
  ['{"version": 1, "entries": {}, "checksum": "C"}', "damaged"],
  [damaged({ checksum: "A".repeat(64) }), "damaged"],
  [damaged({ entries: [null] }), "damaged"],
  [damaged({}, { action: "constructor" }), "damaged"],
  [damaged({}, { name: 1 }), "damaged"],
  [damaged({}, { live: "no" }), "damaged"],
  [damaged({}, { id: 1.5 }), "damaged"],
  [damaged({}, { file: "a.yaml" }), "damaged"],
  [damaged({}, { sent: { uri: "CANARY" } }), "damaged"],
  [damaged({}, { sent: { token: "0".repeat(64) } }), "damaged"],
  [damaged({}, { sent: [] }), "damaged"],
  [damaged({}, { remote: 1 }), "damaged"],
])("%.60s is %s", (text, expected) => {
  const { fault } = readSavedPlan(text);
  expect(fault).toContain(expected);
  expect(fault).not.toContain("CANARY");
});

test("an undamaged one is read", () => {
  expect(readSavedPlan(damaged({})).fault).toBeUndefined();
});

test("any text gives a plan or a sentence", () => {
  const texts = oneof(
    string(),
    json(),
    anything().map((it) => damaged({ entries: it })),
    anything().map((it) => damaged({}, { sent: it })),
  );
  assert(
    property(texts, (text) => {
      const { saved, fault } = readSavedPlan(text);
      expect(saved === undefined).toBe(typeof fault === "string");
    }),
  );
});

/** A saved plan with something else in it. */
function damaged(changes: object, inEntry: object = {}): string {
  const entry = {
    action: "create",
    name: "A",
    live: false,
    sent: { uri: "0".repeat(64) },
    ...inEntry,
  };
  const plan = { version: 1, entries: [entry], checksum: "0".repeat(64), ...changes };
  // What JSON has no word for is left away.
  return JSON.stringify(plan, (_, it: unknown) => (typeof it === "bigint" ? String(it) : it));
}

async function movedSince(saved: SavedPlan, now: Now): Promise<readonly string[]> {
  const { document = DOCUMENT, remote = REMOTE, variables = VARIABLES, ...options } = now;
  const answer = await comparePlan(
    saved,
    planOf(document, remote, { variables, ...options }),
    digest,
  );
  if (answer === "same") return [];
  return answer.moved.map(
    ({ side, name, id, message }) =>
      `${side} ${name}${id === undefined ? "" : ` ${id}`}: ${message}`,
  );
}
