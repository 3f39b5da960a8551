import { expect, test } from "vitest";
import { checkRule } from "@restream-lint/testkit";
import { parseDocument } from "../document.ts";
import { missingField } from "./missing-field.ts";

checkRule(missingField, {
  valid: [
    // A template in the place of a mapping may make any of it.
    "restreams:\n  - {{ toYaml .Values.restream | nindent 4 }}\n",
    "restream: {{ .Values.restream }}\n",
    "streams:\n  - {{ .Values.stream }}\nrestreams: []\n",
    "{{ .Values.all }}\n",
    "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a\n",
    "restreams: []\n",
    "[]",
    // An existing restream has both.
    "restreams:\n  - id: 3001\n",
    '{ "id": 3001, "active": false }\n',
    '{ "restream": { "id": 3001 } }\n',
    // Placeholders and tags are values.
    "restreams:\n  - stream_id: ${STREAM_ID}\n    uri: !secret studio-b\n",
    "restreams:\n  - stream_id: 20\n    uri: !secret\n",
    "restreams: ${RESTREAMS}\n",
    "restreams:\n  - ${RESTREAM}\n",
    "restream: ${RESTREAM}\n",
    // So are merged ones, through any number of merges.
    "x-a: &a {stream_id: 20}\nx-b: &b {<<: *a, active: true}\nrestreams:\n  - <<: *b\n    uri: rtmp://ingest.studio-b.net/live/a\n",
    "restreams:\n  - <<: !include defaults.yaml\n    stream_id: 20\n",
    "restreams:\n  - !include {file: studio-b.yaml}\n",
    // What cannot be read is not judged.
    "restreams:\n  - uri: [\n",
    // A wrong value is another rule's.
    'restreams:\n  - stream_id: ""\n    uri: [rtmp://ingest.studio-b.net/live/a]\n',
    // An empty document beside one that is not.
    "restreams: []\n---\n",
    "---\n---\nrestreams: []\n",
    // A NUL, a nesting without end, a text that is too large: not read is not empty.
    "\0",
    "[".repeat(101),
  ],
  invalid: [
    {
      // A misspelt field does not count as given: Gcore refuses the restream all the same. But it is to be renamed, and none to be added.
      code: `\
{"stream_id": 20, "url": "rtmp://ingest.studio-b.net/live/a"}
#^^^^^^^^^^^ This restream has no "uri": Gcore refuses the restream, so nothing is pushed
`,
    },
    {
      // In the order of the fields.
      code: `\
restreams:
  - name: Studio B # west
#   ^^^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
    uri: rtmp://ingest.studio-b.net/live/a
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
restreams:
  - name: Studio B # west
    stream_id: \${STREAM_ID}
    uri: rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      // Where none of the fields before it is there, after the others.
      code: `\
restreams:
  - active: true
#   ^^^^^^ This restream has no "uri": Gcore refuses the restream, so nothing is pushed
    stream_id: 20`,
      suggested: {
        'Add "uri" as a placeholder': `\
restreams:
  - active: true
    stream_id: 20
    uri: \${RESTREAM_URI}`,
      },
    },
    {
      // The only stream there is.
      code: `\
streams:
  - id: 20
restreams:
  - uri: rtmp://ingest.studio-b.net/live/a
#   ^^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
`,
      suggested: {
        "Push stream 20": `\
streams:
  - id: 20
restreams:
  - uri: rtmp://ingest.studio-b.net/live/a
    stream_id: 20
`,
      },
    },
    {
      // Of two streams, neither is suggested. Equal placeholders would be equal targets.
      code: `\
streams: [{ id: 20 }, { id: 21 }]
restreams:
  - { name: a, uri: "\${RESTREAM_URI}" }
#     ^^^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
  - { name: b, stream_id: 20 }
#     ^^^^ This restream has no "uri": Gcore refuses the restream, so nothing is pushed
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
streams: [{ id: 20 }, { id: 21 }]
restreams:
  - { name: a, stream_id: "\${STREAM_ID}", uri: "\${RESTREAM_URI}" }
  - { name: b, stream_id: 20 }
`,
        'Add "uri" as a placeholder': `\
streams: [{ id: 20 }, { id: 21 }]
restreams:
  - { name: a, uri: "\${RESTREAM_URI}" }
  - { name: b, stream_id: 20, uri: "\${RESTREAM_URI_2}" }
`,
      },
    },
    {
      // Null and nothing are absent: the value goes where it belongs.
      code: `\
restreams:
  - stream_id: null
#   ^^^^^^^^^ "stream_id" has no value: Gcore refuses the restream, so nothing is pushed
    uri: # soon
#   ^^^ "uri" has no value: Gcore refuses the restream, so nothing is pushed
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
restreams:
  - stream_id: \${STREAM_ID}
    uri: # soon
`,
        'Add "uri" as a placeholder': `\
restreams:
  - stream_id: null
    uri: \${RESTREAM_URI} # soon
`,
      },
    },
    {
      // A null of its own hides a merged value.
      code: `\
x-a: &a { stream_id: 20 }
restreams:
  - <<: *a
    stream_id: ~
#   ^^^^^^^^^ "stream_id" has no value: Gcore refuses the restream, so nothing is pushed
    uri: rtmp://ingest.studio-b.net/live/a
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
x-a: &a { stream_id: 20 }
restreams:
  - <<: *a
    stream_id: \${STREAM_ID}
    uri: rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      // Nothing of its own: nowhere to write.
      code: `\
x-a: &a { uri: rtmp://ingest.studio-b.net/live/a }
restreams:
  - <<: *a
#   ^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
`,
    },
    {
      code: `\
{
  "name": "Studio B",
# ^^^^^^ This restream has no "uri": Gcore refuses the restream, so nothing is pushed
  "stream_id": 20,
  "active": true
}
`,
      suggested: {
        'Add "uri" as a placeholder': `\
{
  "name": "Studio B",
  "stream_id": 20,
  "uri": "\${RESTREAM_URI}",
  "active": true
}
`,
      },
    },
    {
      code: `\
[{}, {"id": null, "uri": null, "stream_id": 1}]
#^^ This restream has no "uri": Gcore refuses the restream, so nothing is pushed
#^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
#                 ^^^^^ "uri" has no value: Gcore refuses the restream, so nothing is pushed
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
[{"stream_id": "\${STREAM_ID}"}, {"id": null, "uri": null, "stream_id": 1}]
`,
        'Add "uri" as a placeholder': `\
[{}, {"id": null, "uri": "\${RESTREAM_URI}", "stream_id": 1}]
`,
      },
    },
    {
      // A name says that this is a body.
      code: `\
name: Studio B
^^^^ This restream has no "stream_id": Gcore refuses the restream, so nothing is pushed
uri: |-
  rtmp://ingest.studio-b.net/live/a
`,
      suggested: {
        'Add "stream_id" as a placeholder': `\
name: Studio B
stream_id: \${STREAM_ID}
uri: |-
  rtmp://ingest.studio-b.net/live/a
`,
      },
    },
    {
      code: `\
streams:
^^^^^^^ This document has no "restreams": it pushes nothing
  - protocol: rtmp
#   ^^^^^^^^ This stream has no "id": no restream can say that it pushes this stream
`,
      suggested: {
        'Add "id" as a placeholder': `\
streams:
  - protocol: rtmp
    id: \${STREAM_ID}
`,
      },
    },
    { code: '{}\n^^ warning: This document has no "restreams": it pushes nothing' },
    { code: 'restreams:\n^^^^^^^^^ warning: "restreams" has no value: it pushes nothing\n' },
    { code: '{ "restream": null }\n# ^^^^^^^^^^ "restream" has no value: it pushes nothing' },
    { code: "\n^ warning: This document is empty: it pushes nothing" },
    { code: "# soon\n^ warning: This document is empty: it pushes nothing\n" },
    { code: "---\n^ warning: This document is empty: it pushes nothing\n" },
    // A second document is judged for itself.
    {
      code: `\
restreams: []
---
x-a: 1
^^^ This document has no "restreams": it pushes nothing
`,
    },
  ],
});

test("points at the mapping that lacks the field", () => {
  const document = parseDocument("restreams:\n  - name: a\n    uri: b\n");
  expect(Array.from(missingField.check(document), ({ path }) => path)).toEqual(["/restreams/0"]);
});
