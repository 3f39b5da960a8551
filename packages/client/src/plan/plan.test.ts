import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  oneof,
  pre,
  property,
  record,
  shuffledSubarray,
  tuple,
  uniqueArray,
} from "fast-check";
import { parseDocument } from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { inShort, plannedDocument, planOf } from "../../test/plan-of.ts";
import type { RemoteRestream } from "../remote.ts";
import { type Plan, plan } from "./plan.ts";
import { isRefused, sentBy } from "./plan-entry.ts";

const A = "rtmp://a.acme.net/live/kestrel";
const B = "rtmp://b.acme.net/live/orbit";
const C = "srt://c.acme.net:9000?mode=caller&latency=2000";

interface Case {
  readonly says: string;
  readonly document: readonly unknown[];
  readonly remote: readonly RemoteRestream[];
  readonly expected: readonly string[];
}

const CASES: readonly Case[] = [
  {
    says: "nothing is there yet",
    document: [{ name: "A", stream_id: 1, uri: A }],
    remote: [],
    expected: ["create name,stream_id,uri"],
  },
  {
    says: "what is not sent is not sent",
    document: [
      {
        stream_id: 1,
        uri: C,
        active: false,
        client_user_id: 7,
        live: true,
        network: "cross-region",
        latency_unit: "ms",
        source_protocol: "srt",
        "x-note": 1,
      },
    ],
    remote: [],
    expected: ["create stream_id,uri,active,client_user_id"],
  },
  {
    says: "the same is unchanged, whatever else the API tells",
    document: [{ name: "A", stream_id: 1, uri: A, active: true, client_user_id: null }],
    remote: [
      {
        id: 7,
        name: "A",
        stream_id: 1,
        uri: A,
        active: true,
        client_user_id: 5,
        live: true,
        new_field: {},
      },
    ],
    expected: ["unchanged 7"],
  },
  {
    says: "what is not said stays as it is",
    document: [{ id: 7 }, { name: "B", stream_id: 1, uri: B, active: null }],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A, active: false },
      { id: 8, name: "B", stream_id: 1, uri: B, active: false, client_user_id: 4 },
    ],
    expected: ["unchanged 7", "unchanged 8"],
  },
  {
    says: "what the API does not say is as it means it",
    document: [{ id: 7, name: "", active: true }],
    remote: [{ id: 7 }],
    expected: ["unchanged 7"],
  },
  {
    says: "each field that differs",
    document: [{ id: 7, name: "B", stream_id: 2, uri: B, active: false, client_user_id: 3 }],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A, client_user_id: null, live: true }],
    expected: ["update 7 name,stream_id,uri,active,client_user_id live"],
  },
  {
    says: "a URI is compared to the letter",
    document: [{ id: 7, uri: `${A}/` }],
    remote: [{ id: 7, uri: A }],
    expected: ["update 7 uri"],
  },
  {
    says: "an ID that is not there is never created",
    document: [{ id: 9, name: "A", stream_id: 1, uri: A }],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A }],
    expected: ["missing 9", "remote-only 7"],
  },
  {
    says: "an ID wins over a name",
    document: [
      { id: 7, name: "B" },
      { name: "B", stream_id: 1, uri: B },
    ],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "B", stream_id: 1, uri: A },
    ],
    expected: ["update 7 name", "update 8 uri"],
  },
  {
    says: "what an ID has taken is nobody else's",
    document: [
      { name: "A", stream_id: 1, uri: A },
      { id: 7, name: "B" },
    ],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A }],
    expected: ["create name,stream_id,uri", "update 7 name"],
  },
  {
    says: "what an ID has taken is not made a second time",
    document: [
      { name: "A", stream_id: 1, uri: A },
      { id: 7, name: "A" },
      { name: "B", stream_id: 1, uri: A },
    ],
    remote: [{ id: 7, name: "B", stream_id: 1, uri: A }],
    expected: ["ambiguous 7 /1", "update 7 name", "create name,stream_id,uri"],
  },
  {
    says: "an ID that is wrong does not overwrite what nobody else is",
    document: [{ id: 8, name: "A", stream_id: 1, uri: A }],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "B", stream_id: 1, uri: B },
    ],
    expected: ["ambiguous 7,8"],
  },
  {
    says: "nor where only the target is the other's, or only the name",
    document: [
      { id: 8, uri: "rtmp://A.acme.net:1935/live/kestrel" },
      { id: 9, name: "D", uri: C },
    ],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "B", stream_id: 1, uri: B },
      { id: 9, name: "C", stream_id: 2, uri: B },
      { id: 10, name: "D", stream_id: 2, uri: A },
    ],
    expected: ["ambiguous 7,8", "ambiguous 9,10"],
  },
  {
    says: "nor where another stream makes it the other",
    document: [{ id: 8, stream_id: 1 }],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "A", stream_id: 2, uri: A },
    ],
    expected: ["ambiguous 7,8"],
  },
  {
    says: "where the same is there twice already, the ID tells which",
    document: [{ id: 8, name: "A", stream_id: 1, uri: A, active: false }],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["update 8 active", "remote-only 7"],
  },
  {
    says: "names and targets may be exchanged where both have an ID",
    document: [
      { id: 7, name: "B", uri: B },
      { id: 8, name: "A", uri: A },
    ],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 8, name: "B", stream_id: 1, uri: B },
    ],
    expected: ["update 7 name,uri", "update 8 name,uri"],
  },
  {
    says: "one ID twice",
    document: [{ id: 7 }, { id: 7, active: false }],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A }],
    expected: ["ambiguous 7 /1", "ambiguous 7 /0"],
  },
  {
    says: "a name is one of a stream",
    document: [{ name: "A", stream_id: 1, uri: B }],
    remote: [
      { id: 7, name: "A", stream_id: 2, uri: A },
      { id: 8, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["update 8 uri", "remote-only 7"],
  },
  {
    says: "without the name, the target tells: a default port and capitals are no other target",
    document: [
      { name: "new", stream_id: 1, uri: "rtmp://A.acme.net:1935/live/kestrel" },
      { stream_id: 1, uri: B },
    ],
    remote: [
      { id: 7, name: "old", stream_id: 1, uri: A },
      { id: 8, name: "B", stream_id: 1, uri: B },
    ],
    expected: ["update 7 name,uri", "unchanged 8"],
  },
  {
    says: "another key is another target",
    document: [{ name: "new", stream_id: 1, uri: `${A}-2` }],
    remote: [{ id: 7, name: "old", stream_id: 1, uri: A }],
    expected: ["create name,stream_id,uri", "remote-only 7"],
  },
  {
    says: "two remote ones of one name",
    document: [{ name: "A", stream_id: 1, uri: C }],
    remote: [
      { id: 8, name: "A", stream_id: 1, uri: B },
      { id: 7, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["ambiguous 7,8"],
  },
  {
    says: "two remote ones of one name, and the target tells which",
    document: [{ name: "A", stream_id: 1, uri: A, active: false }],
    remote: [
      { id: 8, name: "A", stream_id: 1, uri: B },
      { id: 7, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["update 7 active", "remote-only 8"],
  },
  {
    says: "two remote ones that are the same in everything",
    document: [{ name: "A", stream_id: 1, uri: A }],
    remote: [
      { id: 8, name: "A", stream_id: 1, uri: A },
      { id: 7, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["ambiguous 7,8"],
  },
  {
    says: "two of one name here, one there",
    document: [
      { name: "A", stream_id: 1, uri: B },
      { name: "A", stream_id: 1, uri: C },
    ],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A }],
    expected: ["ambiguous 7 /1", "ambiguous 7 /0"],
  },
  {
    says: "two here that nothing would tell apart once they were created",
    document: [
      { name: "A", stream_id: 1, uri: A },
      { name: "A", stream_id: 1, uri: A, active: false },
    ],
    remote: [],
    expected: ["ambiguous  /1", "ambiguous  /0"],
  },
  {
    says: "names that cannot be seen tell nothing apart",
    document: [
      { name: " ", stream_id: 1, uri: A },
      { name: " ", stream_id: 1, uri: B },
    ],
    remote: [{ id: 7, name: " ", stream_id: 1, uri: C }],
    expected: ["create name,stream_id,uri", "create name,stream_id,uri", "remote-only 7"],
  },
  {
    says: "a page that came twice",
    document: [{ name: "A", stream_id: 1, uri: A }],
    remote: [
      { id: 7, name: "A", stream_id: 1, uri: A },
      { id: 7, name: "A", stream_id: 1, uri: A },
    ],
    expected: ["unchanged 7"],
  },
  {
    says: "one that the API tells no ID of cannot be changed",
    document: [
      { name: "A", stream_id: 1, uri: A },
      { name: "B", stream_id: 1, uri: B, active: false },
    ],
    remote: [
      { name: "A", stream_id: 1, uri: A },
      { name: "B", stream_id: 1, uri: B },
    ],
    expected: ["unchanged undefined", "blocked id"],
  },
  {
    says: "what is blocked still is somebody, who is not left over",
    document: [{ name: "A", stream_id: 1, uri: "rtmp://a.acme.net/live/${UNSET}" }],
    remote: [{ id: 7, name: "A", stream_id: 1, uri: A }],
    expected: ["blocked uri"],
  },
];

test.each(CASES)("$says", ({ document, remote, expected }) => {
  expect(inShort(planOf(JSON.stringify(document), remote))).toEqual(expected);
});

test("the documents' order holds, and then the remote one", () => {
  const documents = [
    plannedDocument(
      `\n- {stream_id: 1, uri: "${A}"}\n- {stream_id: 1, uri: "${B}"}\n`,
      {},
      "b.yaml",
    ),
    plannedDocument(`restreams:\n  - stream_id: 2\n    uri: ${A}\n`, {}, "a.yaml"),
  ];
  const { entries } = plan(documents, [{ id: 9 }, { id: 3 }]);
  expect(entries.map((it) => ("file" in it ? `${it.file}:${it.line}${it.path}` : it.id))).toEqual([
    "b.yaml:2/0",
    "b.yaml:3/1",
    "a.yaml:2/restreams/0",
    9,
    3,
  ]);
});

test("defaults hold where nobody filled anything in", () => {
  const document = parseDocument(
    '{"stream_id": 1, "name": "${NAME:-$${x}}", "uri": "rtmp://h/a/${KEY}"}',
  );
  const [entry] = plan([{ file: "a.json", document }], []).entries;
  expect(entry).toMatchObject({ action: "blocked", obstacles: [{ field: "uri" }] });
  expect(entry && "body" in entry && entry.body()).toEqual({ stream_id: 1, name: "${x}" });
});

describe("pruning", () => {
  const remote = [
    { id: 7, name: "A", stream_id: 1, uri: A },
    { id: 8, name: "B", stream_id: 1, uri: B, live: true },
    { name: "C" },
  ];

  test("deletes what no document speaks of", () => {
    const pruned = planOf(JSON.stringify([{ id: 7, stream_id: 1 }]), remote, { prune: true });
    expect(inShort(pruned)).toEqual(["unchanged 7", "delete 8", "remote-only undefined"]);
    expect(pruned.heldBack).toBe(false);
  });

  const two = { id: 2, name: "two", stream_id: 2, uri: B };
  const three = { id: 3, name: "three", stream_id: 3, uri: B };
  const one = { id: 1, name: "one", stream_id: 1, uri: B };

  test.each<[string, string, readonly string[]]>([
    ["a restream names it", `restreams: [{stream_id: 1, uri: "${A}"}]`, ["delete 1"]],
    [
      "it is declared",
      `streams: [{id: 2}, {id: "\${ID:-3}"}]
restreams: [{stream_id: 1, uri: "${A}"}]`,
      ["delete 1", "delete 2", "delete 3"],
    ],
    ["an ID of a restream names none", "restreams: [{id: 7}]", []],
    [
      "words are no ID",
      `streams: [{id: undefined}, {id: "null"}]
restreams: [{stream_id: 9, uri: "${A}"}]`,
      [],
    ],
  ])("deletes of a stream only if the documents speak of it: %s", (_, text, expected) => {
    const others = [{ id: 4, name: "none", uri: B }, { id: 7 }];
    const pruned = planOf(text, [one, two, three, ...others], { prune: true });
    expect(inShort(pruned).filter((it) => it.startsWith("delete"))).toEqual(expected);
    expect(pruned.heldBack).toBe(false);
  });

  test.each(["[]", "restreams: []", "restreams:\n", "streams: [{id: 1}]\nrestreams: []", ""])(
    "deletes nothing where the documents hold no restream: %j",
    (text) => {
      const pruned = planOf(text, [one, two], { prune: true });
      expect(inShort(pruned)).toEqual(["remote-only 1", "remote-only 2"]);
      expect(pruned.heldBack).toBe(true);
      expect(plan([], [one], { prune: true })).toMatchObject({ heldBack: true });
    },
  );

  test("deletes only of streams that a restream of the documents names, whatever they are", () => {
    assert(
      property(localSide, remoteSide, (document, all) => {
        const { entries } = planOf(JSON.stringify(document), all, { prune: true });
        const named = document.map((it) => it.stream_id);
        for (const entry of entries) {
          if (entry.action !== "delete") continue;
          expect(entry.remote().stream_id).toBeDefined();
          expect(named).toContain(entry.remote().stream_id);
        }
      }),
    );
  });

  test("waits until every restream is told from those", () => {
    const document = [{ id: 7 }, { stream_id: 1, uri: "rtmp://b.acme.net/live/${UNSET}" }];
    const pruned = planOf(JSON.stringify(document), remote, { prune: true });
    expect(inShort(pruned)).toEqual([
      "unchanged 7",
      "blocked uri",
      "remote-only 8",
      "remote-only undefined",
    ]);
    expect(pruned.heldBack).toBe(true);
  });
});

test("only what changes is sent of an update, and all of a new restream", () => {
  const document = [
    { name: "A", stream_id: 1, uri: B, active: false },
    { name: "C", stream_id: 1, uri: C },
  ];
  const { entries } = planOf(JSON.stringify(document), [
    { id: 7, name: "A", stream_id: 1, uri: A, active: false },
  ]);
  expect(entries.map(sentBy)).toEqual([{ uri: B }, { name: "C", stream_id: 1, uri: C }]);
});

// Few of each, so that many are the same.
const uri = constantFrom(
  A,
  A.toUpperCase().replace("RTMP", "rtmp"),
  B,
  `${B}/`,
  C,
  "rtmp://d.acme.net/live",
  "no URI",
);
const name = constantFrom("A", "B", "C", "", " ");
const stream_id = constantFrom(1, 2);
const client_user_id = constantFrom(null, 1, 2);
const remoteRestream = record(
  { name, stream_id, uri, active: boolean(), client_user_id, live: boolean() },
  { requiredKeys: [] },
);
const remoteSide = array(remoteRestream, { maxLength: 8 }).map((all) =>
  all.map((it, index): RemoteRestream => ({ ...it, id: 11 * (index + 1) })),
);
const localRestream = oneof(
  {
    weight: 3,
    arbitrary: record(
      { name, stream_id, uri, active: boolean(), client_user_id },
      { requiredKeys: ["stream_id", "uri"] },
    ),
  },
  record(
    { id: constantFrom(11, 22, 33, 44, 99), name, stream_id, uri, active: boolean() },
    { requiredKeys: ["id"] },
  ),
);
const localSide = array(localRestream, { maxLength: 6 });

test("what the remote side holds is unchanged", () => {
  assert(
    property(remoteSide, (remote) => {
      const document = remote.map(({ live: _, ...it }) => it);
      const { entries } = planOf(JSON.stringify(document), remote);
      expect(entries.map(({ action }) => action)).toEqual(remote.map(() => "unchanged"));
    }),
  );
});

test("what the remote side holds is unchanged without an ID, unless it is there twice", () => {
  const restream = record({ name, stream_id, uri });
  const selector = (it: { name: string; stream_id: number; uri: string }) =>
    JSON.stringify([it.name.trim(), it.stream_id, it.uri.toLowerCase()]);
  assert(
    property(uniqueArray(restream, { selector, maxLength: 8 }), (document) => {
      const remote = document.map((it, index) => ({ ...it, id: index + 1 }));
      const { entries } = planOf(JSON.stringify(document), remote);
      expect(entries.map((it) => ("id" in it ? `${it.action} ${it.id}` : it.action))).toEqual(
        remote.map(({ id }) => `unchanged ${id}`),
      );
    }),
  );
});

test("a plan that was carried out leaves nothing to do", () => {
  assert(
    property(localSide, remoteSide, boolean(), (document, remote, prune) => {
      const first = planOf(JSON.stringify(document), remote, { prune });
      pre(!first.entries.some(isRefused));
      const second = planOf(JSON.stringify(document), carriedOut(first, remote), { prune });
      expect(
        second.entries.filter(({ action }) => action !== "remote-only").map(({ action }) => action),
      ).toEqual(document.map(() => "unchanged"));
    }),
  );
});

test("what is refused stays as it was, and no restream is made twice, however often a plan is carried out", () => {
  assert(
    property(localSide, remoteSide, (document, remote) => {
      const text = JSON.stringify(document);
      let state: readonly RemoteRestream[] = remote;
      for (let round = 0; round < 3; round++) state = carriedOut(planOf(text, state), state);
      expect(state.length).toBeLessThanOrEqual(remote.length + document.length);
      const last = planOf(text, state);
      expect(last.entries.some(({ action }) => action === "create" || action === "update")).toBe(
        false,
      );
    }),
  );
});

test("the order of the remote side decides nothing but the order of what is left", () => {
  const shuffled = remoteSide.chain((remote) =>
    tuple(constant(remote), shuffledSubarray(remote, { minLength: remote.length })),
  );
  assert(
    property(localSide, shuffled, (document, [remote, other]) => {
      const [before, after] = [remote, other].map((it) =>
        inShort(planOf(JSON.stringify(document), it)),
      );
      expect(after?.slice(0, document.length)).toEqual(before?.slice(0, document.length));
      expect(after?.toSorted()).toEqual(before?.toSorted());
    }),
  );
});

test("every remote restream is in one place: matched, in doubt or left", () => {
  assert(
    property(localSide, remoteSide, (document, remote) => {
      const { entries } = planOf(JSON.stringify(document), remote);
      const [sure, doubtful] = [new Set<number>(), new Set<number>()];
      for (const entry of entries) {
        if (entry.action === "ambiguous")
          for (const { id } of entry.candidates) doubtful.add(id ?? 0);
        if (!("remote" in entry)) continue;
        expect(sure.has(entry.id ?? 0)).toBe(false);
        sure.add(entry.id ?? 0);
      }
      expect([...new Set([...sure, ...doubtful])].toSorted((a, b) => a - b)).toEqual(
        remote.map(({ id }) => id),
      );
    }),
  );
});

/** What the API would hold after a plan. */
function carriedOut(
  { entries }: Plan,
  remote: readonly RemoteRestream[],
): readonly RemoteRestream[] {
  let next = 1000 + remote.length;
  let state: readonly RemoteRestream[] = remote;
  for (const entry of entries) {
    const body = sentBy(entry);
    if (entry.action === "delete") state = state.filter(({ id }) => id !== entry.id);
    else if (entry.action === "update")
      state = state.map((it) => (it.id === entry.id ? { ...it, ...body } : it));
    else if (entry.action === "create") state = [...state, { active: true, ...body, id: next++ }];
  }
  return state;
}
