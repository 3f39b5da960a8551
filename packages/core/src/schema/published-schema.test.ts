import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { publishedSchema } from "./published-schema.ts";

const HOMEPAGE = "https://github.com/restream-lint/restream-lint";
const validate = validator();

const URI = "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}";
const BODY = { stream_id: 20, uri: URI };

/** A stream with one more field. */
function stream(fields: object): object {
  return { streams: [{ id: 20, ...fields }], restreams: [BODY] };
}

/** A restream with one more field. */
function restream(fields: object): object {
  return { restreams: [{ ...BODY, ...fields }] };
}

describe("the published schema and the linter agree", () => {
  test.each<[string, unknown]>([
    ["restreams", { restreams: [BODY] }],
    ["no restream", { restreams: [] }],
    ["a body", BODY],
    ["a wrapped body", { restream: BODY }],
    ["a list of bodies", [BODY, { id: 3001 }]],
    ["an existing restream", { restreams: [{ id: 3001, active: false }] }],
    ["an existing restream as a body", { id: 3001 }],
    [
      "all fields of a restream",
      restream({ id: 1, name: "B", active: true, client_user_id: -1, live: false }),
    ],
    [
      "all fields that are not sent",
      restream({ source_protocol: "srt", latency_unit: "us", network: "cross-region" }),
    ],
    [
      "a stream",
      stream({
        protocol: "rtmps",
        video_codec: "av1",
        audio_codec: "opus",
        video_bitrate: 0.5,
        audio_bitrate: 128,
        keyframe_interval: 2,
        frame_rate: 29.97,
        width: 1,
        height: 1,
      }),
    ],
    ["nulls", stream({ protocol: null, width: null })],
    ["null streams", { streams: null, restreams: [{ ...BODY, name: null, latency_unit: null }] }],
    [
      "placeholders",
      restream({
        stream_id: "${ID}",
        uri: "op://v/i/f",
        active: "{{ a }}",
        latency_unit: "${U:-us}",
      }),
    ],
    ["placeholders in a word", restream({ source_protocol: "rtmp${S:-}" })],
    ["a placeholder for a restream", { restreams: ["${ONE}"] }],
    ["a placeholder for a list", { streams: "${ALL}", restreams: "${ALL}" }],
    ["a placeholder for a body", { restream: "${ONE}" }],
    [
      "what is left alone",
      {
        $schema: "x",
        sops: {},
        "x-a": 1,
        restreams: [{ ...BODY, "x-b": [1] }],
        streams: [{ id: 1, sops: 1 }],
      },
    ],
  ])("that %s can stand", (_, value) => {
    expect(shapeOf(value)).toEqual([]);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each<[string, unknown, readonly string[]]>([
    ["a text", "hello", ["wrong-type "]],
    ["nothing", {}, ["missing-field "]],
    ["no restreams", { streams: [] }, ["missing-field "]],
    ["null restreams", { restreams: null }, ["missing-field "]],
    [
      "streams and a body",
      { streams: [], ...BODY },
      ["missing-field ", "unknown-field /stream_id", "unknown-field /uri"],
    ],
    [
      "restreams and a body",
      { restreams: [], ...BODY },
      ["unknown-field /stream_id", "unknown-field /uri"],
    ],
    ["a mapping for a list", { restreams: BODY }, ["wrong-type /restreams"]],
    ["a list for a mapping", { restream: [BODY] }, ["wrong-type /restream"]],
    ["a null restream", { restreams: [null] }, ["wrong-type /restreams/0"]],
    ["a text for a restream", { restreams: [URI] }, ["wrong-type /restreams/0"]],
    ["a null body", { restream: null }, ["missing-field "]],
    ["a body without a stream", { uri: URI }, ["missing-field "]],
    ["a body without a target", { name: "B", stream_id: 20 }, ["missing-field "]],
    ["a name alone", { name: "B" }, ["missing-field ", "missing-field "]],
    ["a null target", restream({ uri: null }), ["missing-field /restreams/0"]],
    [
      "a null ID",
      { restreams: [{ id: null }] },
      ["missing-field /restreams/0", "missing-field /restreams/0"],
    ],
    [
      "a stream without an ID",
      { streams: [{ protocol: "srt" }], restreams: [] },
      ["missing-field /streams/0"],
    ],
    [
      "a stream with a null ID",
      { streams: [{ id: null }], restreams: [] },
      ["missing-field /streams/0"],
    ],
    ["an unknown field", restream({ colour: 1 }), ["unknown-field /restreams/0/colour"]],
    ["an unknown null", restream({ colour: null }), ["unknown-field /restreams/0/colour"]],
    ["a field of the other shape", stream({ uri: URI }), ["unknown-field /streams/0/uri"]],
    ["a text for a number", restream({ stream_id: "20" }), ["wrong-type /restreams/0/stream_id"]],
    [
      "a placeholder in a number",
      restream({ stream_id: "2${ID}" }),
      ["wrong-type /restreams/0/stream_id"],
    ],
    ["zero", restream({ stream_id: 0 }), ["wrong-type /restreams/0/stream_id"]],
    ["a fraction", restream({ client_user_id: 1.5 }), ["wrong-type /restreams/0/client_user_id"]],
    ["a bitrate of zero", stream({ video_bitrate: 0 }), ["wrong-type /streams/0/video_bitrate"]],
    ["a word for a boolean", restream({ active: "yes" }), ["wrong-type /restreams/0/active"]],
    ["a number for a text", restream({ name: 2024 }), ["wrong-type /restreams/0/name"]],
    ["an unknown word", restream({ network: "lan" }), ["wrong-type /restreams/0/network"]],
  ])("that %s cannot", (_, value, faults) => {
    expect(shapeOf(value).toSorted()).toEqual(faults);
    expect(validate(value)).toBe(false);
  });
});

test("every field says what it is", () => {
  const texts = JSON.stringify(publishedSchema(HOMEPAGE)).match(/"description":"[^"]+"/g) ?? [];
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((it) => !/[.!]"$/.test(it))).toEqual([]);
});

function validator(): ValidateFunction {
  const ajv = new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    strictTypes: false,
  });
  return ajv.compile(publishedSchema(HOMEPAGE));
}

function shapeOf(value: unknown): string[] {
  const { shape, syntax } = parseDocument(JSON.stringify(value), { language: "json" });
  expect(syntax.faults).toEqual([]);
  return shape.map(({ kind, path }) => `${kind} ${path}`);
}
