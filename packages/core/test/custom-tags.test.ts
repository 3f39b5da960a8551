import { lint, parseDocument, resolvePlaceholders } from "@restream-lint/core";
import { describe, expect, test } from "vitest";

const URI = "rtmp://h.acme.net/live/${KEY}";

/** A restream with these fields besides what it needs. */
const withField = (field: string) =>
  `restreams:\n  - stream_id: 1\n    uri: ${URI}\n    ${field}\n`;
const withStreams = (streams: string) => `streams: ${streams}\n${withField("active: true")}`;

describe("what a tag of the reader's own fills in is left alone", () => {
  test.each([
    // Values.
    "restreams:\n  - stream_id: 1\n    uri: !ENV ${URI}\n",
    'restreams:\n  - stream_id: 1\n    uri: !ENV "rtmp:/${URI}"\n',
    "restreams:\n  - stream_id: 1\n    uri: !ENV\n",
    "restreams:\n  - stream_id: 1\n    uri: !secret youtube_uri\n",
    "restreams:\n  - stream_id: 1\n    uri: !reference [.base, uri]\n",
    "restreams:\n  - stream_id: 1\n    uri: !Sub\n      - rtmp://${H}\n      - {H: x}\n",
    "restreams:\n  - stream_id: 1\n    uri: !vault |\n      $ANSIBLE_VAULT;1.1;AES256\n      6231\n",
    `restreams:\n  - stream_id: !env ID\n    uri: ${URI}\n`,
    `restreams:\n  - stream_id: !ENV "\${ID}"\n    uri: ${URI}\n`,
    `restreams:\n  - stream_id: !ENV tag:yaml.org,2002:int \${ID}\n    uri: ${URI}\n`,
    `restreams:\n  - stream_id: !Ref {Name: id}\n    uri: ${URI}\n`,
    `restreams:\n  - stream_id: !<tag:acme.net,2020:id> a\n    uri: ${URI}\n`,
    `%TAG !e! tag:acme.net,2020:\n---\nrestreams:\n  - stream_id: !e!id a\n    uri: ${URI}\n`,
    withField("active: !env ON"),
    withField("name: !include {file: name.txt}"),
    withField("latency_unit: !env UNIT"),
    withField("network: !env [NETWORK]"),
    withField("source_protocol: !env PROTOCOL"),
    withField("client_user_id: !env USER_ID"),
    // Keys, and what is merged in.
    withField("!env KEY: 1"),
    "restreams:\n  - <<: !include x.yaml\n    stream_id: 1\n",
    "restreams:\n  - <<: !reference [.base]\n",
    "restreams:\n  - <<: !include {file: x.yaml}\n",
    // Restreams, streams, and lists of them.
    "restreams:\n  - !include youtube.yaml\n",
    "restreams:\n  - !include {file: youtube.yaml}\n",
    "restreams:\n  - !reference [.base, restream]\n",
    `restreams:\n  - !Restream\n    uri: ${URI}\n`,
    "restreams: !include x.yaml\n",
    "restreams: !reference [.base, restreams]\n",
    "restreams: !include {file: x.yaml}\n",
    "restream: !include x.yaml\n",
    "restream: !reference [.base, restream]\n",
    withStreams("!include x.yaml"),
    withStreams("!reference [.base, streams]"),
    withStreams("[!include x.yaml, {id: 1}]"),
    withStreams("[!reference [.base, stream], {id: !env ID, protocol: !env P}, {id: 1}]"),
    "!include x.yaml\n",
    "!reference [.base]\n",
    // Equal ones need not be the same.
    "restreams:\n  - {stream_id: !env ID, name: !n a, uri: !y b}\n  - {stream_id: !env ID, name: !n a, uri: !y b}\n",
    // An alias stands for its anchor, tag and all.
    "x-a: &a !ENV ${X}\nrestreams:\n  - stream_id: *a\n    uri: *a\n",
    "x-a: &a !include x.yaml\nrestreams:\n  - *a\n",
  ])("in %j", (text) => {
    const document = parseDocument(text);
    expect(lint(document)).toEqual([]);
    expect(lint(resolvePlaceholders(document, () => "x{"))).toEqual([]);
  });
});

test.each([
  ["restreams: !List\n  - uri: rtmp://h.acme.net\n    stream_id: 1\n", "missing-app"],
  ["restreams:\n  - !Restream\n    uri: rtmp://h.acme.net\n    stream_id: 1\n", "missing-app"],
  ["restreams:\n  - uri: !!str rtmp://h.acme.net\n    stream_id: 1\n", "missing-app"],
  [`restreams:\n  - uri: ${URI}\n    stream_id: !!str 1\n`, "wrong-type"],
])("what is written under a tag, or has one of YAML's, is checked in %j", (text, rule) => {
  expect(lint(parseDocument(text)).map((it) => it.rule)).toEqual([rule]);
});
