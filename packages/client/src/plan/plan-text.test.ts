import { expect, test } from "vitest";
import { planOf, type Variables } from "../../test/plan-of.ts";
import type { RemoteRestream } from "../remote.ts";
import type { PlanOptions } from "./plan.ts";
import { planText } from "./plan-text.ts";
import { shownPlan } from "./shown-plan.ts";

test("says what is done, and counts what is not", () => {
  const document = `\
restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: Studio B
    stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000&passphrase=kestrel-orbit
    active: false
    client_user_id: 3
  - { name: "Archive", stream_id: 20, uri: "rtmp://archive.acme.net/live/night" }
  - { id: 99 }
  - { name: Twin, stream_id: 21, uri: "srt://t.acme.net:9000" }
  - { stream_id: 22, uri: "rtmp://x.acme.net/live/\${MISSING}" }
`;
  const remote = [
    {
      id: 7,
      name: "Studio B",
      stream_id: 20,
      uri: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000000&passphrase=albatross-9",
      live: true,
    },
    { id: 8, name: "Archive", stream_id: 20, uri: "rtmp://archive.acme.net/live/night" },
    { id: 3, name: "Twin", stream_id: 21, uri: "srt://u.acme.net:9000" },
    { id: 4, name: "Twin", stream_id: 21, uri: "srt://v.acme.net:9000" },
    { id: 12, name: "Old", stream_id: 5 },
  ];
  expect(textOf(document, remote, { variables: { YOUTUBE_KEY: "kestrel" } })).toBe(`\
+ create "YouTube", stream 20, restreams.yaml:2
    name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
~ update "Studio B", stream 20, restream 7, restreams.yaml:5, on air
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000&passphrase=*** -> srt://ingest.studio-b.net:9000?mode=caller&latency=2000000&passphrase=*** (another passphrase)
    active: true -> false
    client_user_id: (none) -> 3
! missing (no name), restream 99, restreams.yaml:11
    no restream has the ID 99: remove "id" to create a new one, or write the one that is meant
! ambiguous "Twin", stream 21, restreams.yaml:12
    may be restream 3 "Twin"
    may be restream 4 "Twin"
    write the "id" of the one that is meant
! blocked (no name), stream 22, restreams.yaml:13
    uri: \${MISSING} is not set
? remote-only "Old", stream 5, restream 12

Plan: 1 to create, 1 to change, 0 to delete, 1 unchanged, 3 refused, 1 only at Gcore, left alone.
`);
});

test("says that there is nothing to do", () => {
  const document = '[{"name": "A", "stream_id": 1, "uri": "srt://a.acme.net:9000"}]';
  const remote = [{ id: 7, name: "A", stream_id: 1, uri: "srt://a.acme.net:9000" }];
  expect(textOf(document, remote)).toBe("Nothing to change: 1 unchanged.\n");
  expect(textOf(document, [...remote, { id: 8 }])).toBe(`\
? remote-only (no name), restream 8

Nothing to change: 1 unchanged, 1 only at Gcore, left alone.
`);
  expect(textOf("[]", [])).toBe("Nothing to change: 0 unchanged.\n");
});

test("says what pruning deletes, and why it does not", () => {
  const remote = [{ id: 8, name: "Old", stream_id: 1, uri: "srt://a.acme.net:9000", live: true }];
  const document = '[{"id": 7, "stream_id": 1}]';
  expect(textOf(document, [{ id: 7, stream_id: 1 }, ...remote], { prune: true })).toBe(`\
- delete "Old", stream 1, restream 8, on air
    uri: srt://a.acme.net:9000

Plan: 0 to create, 0 to change, 1 to delete, 1 unchanged.
`);
  expect(textOf("[]", remote, { prune: true })).toBe(`\
? remote-only "Old", stream 1, restream 8, on air

Nothing is deleted: the documents hold no restream.

Nothing to change: 0 unchanged, 1 only at Gcore, left alone.
`);
  expect(textOf('[{"id": 9}]', remote, { prune: true })).toContain(
    "\nNothing is deleted: a restream that cannot be told yet may be one of those.\n",
  );
});

test("names both where the documents say one restream twice", () => {
  const document = `\
restreams:
  - { name: A, stream_id: 1, uri: "srt://a.acme.net:9000" }
  - { name: A, stream_id: 1, uri: "srt://A.acme.net:9000" }
`;
  expect(textOf(document, [])).toContain(`\
! ambiguous "A", stream 1, restreams.yaml:2
    so may "A" at restreams.yaml:3
    the documents say it twice: give each a name of its own, or remove one
`);
});

test("a key that changes is said in words, with its placeholder", () => {
  const document = '[{"id": 7, "uri": "rtmp://h.acme.net/live/${KEY}"}]';
  const remote = [{ id: 7, stream_id: 5, uri: "rtmp://h.acme.net/live/albatross-9" }];
  expect(textOf(document, remote, { variables: { KEY: "kestrel" } })).toContain(
    "~ update (no name), stream 5, restream 7, restreams.yaml:1\n    uri: rtmp://h.acme.net/live/*** -> rtmp://h.acme.net/live/${KEY} (another stream key)\n",
  );
});

test("a terminal obeys nothing of it", () => {
  const hostile = "\u001b[2J\u202ex\n+ create\u0007";
  const remote = [
    { id: 7, name: hostile, stream_id: 1, uri: "rtmp://h/\u001b[2J/\n\u0007a" },
    { id: 8, name: hostile, stream_id: 2, uri: "srt://a:1" },
    { id: 9, name: hostile, stream_id: 2, uri: "srt://b:1" },
    { id: 10, name: hostile },
  ];
  const document = JSON.stringify([
    { id: 7, name: `${hostile}2`, uri: "rtmp://h/\u001b[2J/\nb\u202e" },
    { name: hostile, stream_id: 2, uri: "srt://c:1" },
    { name: `${hostile} 3`, stream_id: 3, uri: "srt://c\u001b:1\n" },
    { name: hostile, stream_id: 4, uri: `srt://c:1?\${${hostile}}` },
  ]);
  const text = textOf(document, remote);
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  // No line is anybody else's.
  expect(text).toMatch(
    /^(?:[+~!?] [a-z-]+ ".*\n| {4}[a-z_]+: .*\n| {4}(?:may|write) .*\n)+\nPlan: .*\n$/,
  );
});

function textOf(
  document: string,
  remote: readonly RemoteRestream[],
  options: PlanOptions & { readonly variables?: Variables } = {},
): string {
  return planText(shownPlan(planOf(document, remote, options)));
}
