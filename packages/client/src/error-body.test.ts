import { assert, json, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { type ErrorBody, parseErrorBody } from "./error-body.ts";

const NOTHING: ErrorBody = { texts: [], fields: [], requestId: undefined };

test.each<[string, unknown, Partial<ErrorBody>]>([
  [
    "of Streaming",
    { errors: { stream: ["must exist"], uri: ["a ", "b"] } },
    {
      fields: [
        { field: "stream", messages: ["must exist"] },
        { field: "uri", messages: ["a ", "b"] },
      ],
    },
  ],
  ["in a word", { error: "not now" }, { texts: ["not now"] }],
  ["with its status", { status: 400, error: "not now" }, { texts: ["not now"] }],
  ["of statistics", { data: [], errors: ["one", "two"] }, { texts: ["one", "two"] }],
  [
    "of the platform",
    {
      exception_class: "ValidationError",
      message: "wrong",
      request_id: "r-1",
      info: { a: 1 },
      invalid_fields: { uri: ["is odd"] },
    },
    { texts: ["wrong"], fields: [{ field: "uri", messages: ["is odd"] }], requestId: "r-1" },
  ],
  ["of Django", { detail: "no" }, { texts: ["no"] }],
  [
    "a text where a list is due",
    { errors: { uri: "odd" } },
    { fields: [{ field: "uri", messages: ["odd"] }] },
  ],
  [
    "other values",
    { errors: { uri: [1, null, "odd"] }, error: {} },
    { fields: [{ field: "uri", messages: ["odd"] }] },
  ],
  ["null", null, {}],
  ["a list", [{ error: "x" }], {}],
  ["a text", "error", {}],
])("an error %s", (_, body, expected) => {
  expect(parseErrorBody(JSON.stringify(body))).toEqual({ ...NOTHING, ...expected });
});

test.each(["", "<html>", "{", '{"errors":'])("%j says nothing", (text) => {
  expect(parseErrorBody(text)).toEqual(NOTHING);
});

test("any text, and any JSON, is read", () => {
  assert(
    property(oneof(string(), json()), (text) => {
      parseErrorBody(text);
    }),
  );
});

test("no more is kept than anyone reads", () => {
  const errors = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`f${at}`, ["x"]]));
  expect(parseErrorBody(JSON.stringify({ errors })).fields).toHaveLength(20);
});
