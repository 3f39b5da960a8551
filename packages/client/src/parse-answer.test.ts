import {
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  oneof,
  property,
  string,
} from "fast-check";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { ANSWER_SCHEMAS } from "./answer-schemas.ts";
import { answerErrors } from "./generated/answer-validators.ts";
import { parseDone, parseRestream, parseRestreams, parseStreams } from "./parse-answer.ts";

test("unknown fields are kept, and a null that is none is left out", () => {
  const text =
    '{"id":1,"name":null,"live":null,"client_user_id":null,"region":{"a":[1]},"__proto__":{"x":1}}';
  const parsed = parseRestream(text);
  expect(JSON.stringify(parsed)).toBe(
    '{"value":{"id":1,"client_user_id":null,"region":{"a":[1]},"__proto__":{"x":1}}}',
  );
});

test("a stream is read without its secrets, and without a source that we do not know", () => {
  const parsed = parseStreams(
    JSON.stringify([
      {
        id: 20,
        uri: null,
        pull: null,
        stream_source_type: "whep",
        token: "x",
        srt_passphrase: "x",
        push_url: "x",
        backup_push_url_srt: "x",
        push_url_whip: "x",
        created_at: "2026",
      },
    ]),
  );
  expect(parsed).toEqual({ value: [{ id: 20, uri: null, created_at: "2026" }] });
  expect(
    parseStreams('[{"id":1,"stream_source_type":"srt"},{"id":2,"stream_source_type":null}]'),
  ).toEqual({
    value: [
      { id: 1, stream_source_type: "srt" },
      { id: 2, stream_source_type: null },
    ],
  });
});

const PARTIAL = "is broken: it is not JSON, or only a part of it";

test.each([
  ["", "is empty"],
  [" \r\n", "is empty"],
  ["<html><body>Sign in</body></html>", "is a web page, as of a login or a proxy"],
  ['[{"id": 3001, "uri": "srt://exa', PARTIAL],
  ["[".repeat(200_000), PARTIAL],
  ['{"restreams": []}', "is no list"],
  ["null", "is no list"],
  ["[7]", "is not what the API documents, at /0"],
  ["[null]", "is not what the API documents, at /0"],
  ["[[]]", "is not what the API documents, at /0"],
  ['[{"id": 1}, {"uri": 5}]', "is not what the API documents, at /1/uri"],
  ['[{"id": "3001"}]', "is not what the API documents, at /0/id"],
  ['[{"id": 9007199254740993}]', "is not what the API documents, at /0/id"],
  ['[{"id": -1}]', "is not what the API documents, at /0/id"],
  ['[{"stream_id": 1.5}]', "is not what the API documents, at /0/stream_id"],
])("%.60j is no list of restreams", (text, flaw) => {
  expect(parseRestreams(text)).toEqual({ flaw });
});

test("a stream without an ID is none", () => {
  expect(parseStreams('[{"name":"x"}]')).toEqual({ flaw: "is not what the API documents, at /0" });
  expect(parseStreams('[{"id":null}]')).toEqual({
    flaw: "is not what the API documents, at /0/id",
  });
});

test.each(["", " ", "{}", "null", '{"id":1}', "[]"])("%j says that it was done", (text) => {
  expect("value" in parseDone(text)).toBe(true);
});

test.each(['{"error":"no"}', '{"errors":{}}', '{"exception_class":"X"}', "<html>", "{"])(
  "%j does not say that it was done",
  (text) => {
    expect("flaw" in parseDone(text)).toBe(true);
  },
);

test("the generated validators say what ajv says of the schemas", () => {
  const ajv = new Ajv({ allowUnionTypes: true });
  const values = oneof(constant(null), boolean(), double(), integer(), string());
  const fields = ["id", "name", "active", "uri", "stream_id", "client_user_id", "live", "pull"];
  const items = dictionary(constantFrom(...fields, "stream_source_type", "x"), values);
  for (const shape of ["restream", "stream"] as const) {
    const validate = ajv.compile(ANSWER_SCHEMAS[shape]);
    assert(
      property(oneof(items, values), (value) => {
        expect(answerErrors(shape, value).length === 0).toBe(validate(value));
      }),
    );
  }
});
