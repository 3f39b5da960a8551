import { parseDocument, resolvePlaceholders } from "@restream-lint/core";
import { expect, test } from "vitest";
import { bodyOf, type Reading } from "./body-of.ts";

const VARIABLES: Readonly<Record<string, string>> = {
  ID: "20",
  EMPTY: "",
  KEY: "kestrel",
  ON: "false",
};

test.each<[string, Reading["body"], number?]>([
  [
    "{name: A, stream_id: 20, uri: 'srt://h', active: false, client_user_id: 0}",
    { name: "A", stream_id: 20, uri: "srt://h", active: false, client_user_id: 0 },
  ],
  ["{id: 7, name: null, active: ~}", {}, 7],
  ["{stream_id: 20, uri: ' srt://h '}", { stream_id: 20, uri: " srt://h " }],
  [
    "{id: 7, live: true, network: cross-region, latency_unit: s, source_protocol: srt, x-a: b}",
    {},
    7,
  ],
  [
    '{stream_id: "${ID}", active: "${ON}", uri: "rtmp://h/${KEY}"}',
    { stream_id: 20, active: false, uri: "rtmp://h/kestrel" },
  ],
  ['{id: 7, name: "$${KEY} ${UNSET:-x}"}', { name: "${KEY} x" }, 7],
])("%s is sent", (written, body, id) => {
  expect(readingOf(written)).toEqual({ id, body, obstacles: [] });
});

test.each<[string, readonly string[]]>([
  [
    "{}",
    [
      "stream_id: the API creates no restream without it",
      "uri: the API creates no restream without it",
    ],
  ],
  ["{id: '7'}", ["id: it is not an ID, which is a whole number from 1 on"]],
  ["{id: 7.5}", ["id: it is not an ID, which is a whole number from 1 on"]],
  ["{id: 7, stream_id: 0}", ["stream_id: it is not an ID, which is a whole number from 1 on"]],
  [
    "{id: 7, stream_id: 9007199254740993}",
    ["stream_id: it is not an ID, which is a whole number from 1 on"],
  ],
  ["{id: 7, name: 5}", ["name: it is not a text"]],
  ["{id: 7, uri: [a]}", ["uri: it is not a text"]],
  ["{id: 7, active: 'yes'}", ["active: it is not true or false"]],
  ["{id: 7, client_user_id: 1.5}", ["client_user_id: it is not a whole number"]],
  [
    "{id: 7, uri: !secret key}",
    ["uri: a tag of YAML stands for it, which only another tool can fill in"],
  ],
  ["{id: 7, uri: 'rtmp://h/a/${UNSET}'}", ["uri: ${UNSET} is not set"]],
  [
    "{id: 7, name: '${UNSET} ${OTHER:?secret} ${UNSET}'}",
    ["name: ${UNSET} and ${OTHER} are not set"],
  ],
  [
    "{id: 7, uri: 'op://vault/item/field'}",
    ["uri: it is a reference to 1Password, which `op run` or `op inject` must fill in first"],
  ],
  [
    "{id: 7, uri: 'ENC[AES256_GCM,data:secret]'}",
    ["uri: it is encrypted, and `sops` must decrypt it first"],
  ],
  [
    "{id: 7, uri: 'rtmp://h/a/{{ secret }}'}",
    ["uri: it holds a template, which another tool must fill in first"],
  ],
  ["{id: 7, uri: 'rtmp://h/a/${KEY'}", ["uri: a placeholder in it names nothing or never ends"]],
  ["{id: 7, uri: 'rtmp://h/a/${a b}'}", ["uri: a placeholder in it cannot be filled in"]],
])("%s is not sent", (written, expected) => {
  const { obstacles } = readingOf(written);
  expect(obstacles.map(({ field, reason }) => `${field}: ${reason}`)).toEqual(expected);
});

test("an empty variable is no ID", () => {
  expect(readingOf("{stream_id: '${EMPTY}', uri: x}").obstacles).toHaveLength(1);
});

test("the missing variables are named", () => {
  const [obstacle] = readingOf("{id: 7, uri: 'rtmp://${HOST}/a/${UNSET}'}").obstacles;
  expect(obstacle?.variables).toEqual(["HOST", "UNSET"]);
});

test("what YAML takes for a comment is not left away in silence", () => {
  const reading = readingOf(
    "\n  id: 7\n  uri: srt://h:9000?mode=caller&streamid= #!::r=x,m=publish\n",
  );
  expect(reading.obstacles.map(({ reason }) => reason)).toEqual([
    "YAML takes the end of it for a comment: write it in quotes",
  ]);
});

function readingOf(written: string): Reading {
  const document = parseDocument(`restream: ${written}`);
  const [restream] = resolvePlaceholders(document, (name) => VARIABLES[name]).restreams;
  if (!restream) throw new Error(`No restream: ${written}`);
  return bodyOf(restream);
}
