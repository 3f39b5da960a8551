import { expect, test } from "vitest";
import { meantField } from "./meant-field.ts";
import { RESTREAM_FIELDS } from "../schema/schema.ts";

const FIELDS = Object.keys(RESTREAM_FIELDS);

test.each([
  ["url", "uri"],
  ["URI", "uri"],
  ["target", "uri"],
  ["destination", "uri"],
  ["address", "uri"],
  ["title", "name"],
  ["Enabled", "active"],
  ["stream", "stream_id"],
  ["streamId", "stream_id"],
  ["clientUserId", "client_user_id"],
  ["colour", undefined],
  ["x", undefined],
])("%s was meant for %s", (name, field) => {
  expect(meantField(name, FIELDS)).toBe(field);
});

test("what is there already is not meant", () => {
  const absent = FIELDS.filter((it) => it !== "uri");
  expect(meantField("target", absent)).toBeUndefined();
  expect(meantField("url", absent)).toBeUndefined();
});
