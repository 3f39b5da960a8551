import { expect, test } from "vitest";
import { planOf } from "../../test/plan-of.ts";
import { planSides } from "./plan-sides.ts";

const DOCUMENT = `\
restreams:
  - name: New
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${KEY}
  - name: Changed
    stream_id: 20
    uri: srt://b.acme.net:9000?mode=caller&passphrase=kestrel-orbit
    active: false
  - { name: Same, stream_id: 20, uri: "rtmp://c.acme.net/live/night-owl-7" }
  - { name: Gone, id: 99 }
  - { stream_id: 22, uri: "rtmp://x.acme.net/live/\${MISSING}" }
`;
const REMOTE = [
  {
    id: 7,
    name: "Changed",
    stream_id: 20,
    uri: "srt://b.acme.net:9000?mode=caller&passphrase=albatross-9",
    client_user_id: 3,
    live: true,
  },
  { id: 8, name: "Same", stream_id: 20, uri: "rtmp://c.acme.net/live/night-owl-7" },
  { id: 12, name: "Old", stream_id: 5, uri: "rtmp://d.acme.net/live/x" },
];

test("shows what is there and what would be, and on both sides what stays", () => {
  const { before, after } = planSides(planOf(DOCUMENT, REMOTE, { variables: { KEY: "kestrel" } }));
  expect(before).toBe(`\
- name: "Changed" # restream 7, on air
  stream_id: 20
  uri: srt://b.acme.net:9000?mode=caller&passphrase=***
  active: true
  client_user_id: 3
- name: "Same" # restream 8
  stream_id: 20
  uri: rtmp://c.acme.net/live/***
  active: true
`);
  expect(after).toBe(`\
- name: "New"
  stream_id: 20
  uri: rtmp://a.rtmp.youtube.com/live2/\${KEY}
- name: "Changed" # restream 7, on air
  stream_id: 20
  uri: srt://b.acme.net:9000?mode=caller&passphrase=*** (another passphrase)
  active: false
  client_user_id: 3
- name: "Same" # restream 8
  stream_id: 20
  uri: rtmp://c.acme.net/live/***
  active: true
# refused (missing): "Gone", line 10
#   no restream has the ID 99: remove "id" to create a new one, or write the one that is meant
# refused (blocked): the one in line 11
#   uri: \${MISSING} is not set
`);
});

test("what is deleted is on one side alone", () => {
  const document = '- { name: Same, stream_id: 20, uri: "rtmp://c.acme.net/live/night-owl-7" }\n';
  const { before, after } = planSides(planOf(document, REMOTE, { prune: true }));
  expect(before).toContain('- name: "Changed" # restream 7, on air\n');
  expect(after).toBe(before.slice(0, before.indexOf('- name: "Changed"')));
});
