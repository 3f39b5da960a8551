import { expect, test } from "vitest";
import { parseToken } from "./token.ts";

const CLEAN = "29841$Xq7Canary9Z";

test.each([
  [CLEAN],
  [` ${CLEAN}\r\n`],
  [`\uFEFF${CLEAN}`],
  [`APIKey ${CLEAN}`],
  [`apikey   ${CLEAN}`],
  [`Authorization: APIKey ${CLEAN}`],
  [`'${CLEAN}'`],
  [`"APIKey ${CLEAN}"`],
  [`'Authorization: APIKey ${CLEAN}'`],
  [`APIKey '${CLEAN}'`],
])("%j is the token", (pasted) => {
  expect(parseToken(pasted)).toEqual({ value: CLEAN });
});

test.each([
  ["", "There is no API token."],
  [" \n", "There is no API token."],
  ["APIKey ", "There is no API token."],
  ["''", "There is no API token."],
  [`Bearer ${CLEAN}`, "`Bearer` belongs to what a login gives"],
  [`Authorization: Bearer ${CLEAN}`, "`Bearer` belongs to what a login gives"],
  ["29841$Xq7Canary\n9Z", "The API token holds a line break"],
  ["29841$Xq7 Canary9Z", "The API token holds a line break"],
  [`29841$Xq7Canary9Z\u200b\u00e9`, "The API token holds a line break"],
  ["29841$Xq7\u0000Canary9Z", "The API token holds a line break"],
  ["x".repeat(4097), "What is set as API token is too long"],
])("%j is none", (pasted, words) => {
  const parsed = parseToken(pasted);
  expect("fault" in parsed && parsed.fault).toMatch(words);
  expect(JSON.stringify(parsed)).not.toMatch("Canary");
});

test("a token that begins like a scheme stays as it is", () => {
  expect(parseToken("apikey_29841")).toEqual({ value: "apikey_29841" });
});
