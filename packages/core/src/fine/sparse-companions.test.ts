import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { judge } from "../lint.ts";
import { judgeSparse, sparseIn } from "./sparse.ts";

// What a rule says of one restream may depend on others that nothing is wrong with.

const FINE = (id: number) => `- stream_id: ${id}\n  uri: rtmp://h.acme.net/live/\${KEY_${id}}\n`;
const TEN = `restreams:\n${Array.from({ length: 10 }, (_, index) => FINE(index + 1)).join("")}`;

/** Ten restreams with another in the place of the fourth, and what stands in place of others. */
function tenWith(fourth: string, others: Readonly<Record<number, string>> = {}): string {
  let text = TEN.replace(FINE(4), fourth);
  for (const [id, other] of Object.entries(others)) text = text.replace(FINE(Number(id)), other);
  return text;
}

/** The titles of all that is offered. */
function offersIn(text: string): readonly string[] {
  const sparse = sparseIn(text, "yaml");
  if (!sparse) throw new Error("looked at as a whole");
  const judged = judgeSparse(sparse);
  expect(judged).toEqual(judge(parseDocument(text)));
  return judged.diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

const SECRET = "- stream_id: 4\n  uri: rtmp://h.acme.net/live/abcd-efgh-ijkl\n";
const keyAt = (id: number, variable: string) => FINE(id).replace(`KEY_${id}`, variable);

test.each<[string, string, string]>([
  ["free", tenWith(SECRET), "${ACME_KEY}"],
  ["taken", tenWith(SECRET, { 7: keyAt(7, "ACME_KEY") }), "${ACME_KEY_2}"],
  [
    "taken twice",
    tenWith(SECRET, { 6: keyAt(6, "ACME_KEY_2"), 7: keyAt(7, "ACME_KEY") }),
    "${ACME_KEY_3}",
  ],
])("proposes a variable that no restream has, where the first is %s", (_, text, variable) => {
  expect(offersIn(text)).toEqual([
    `Move it to ${variable}: set that variable to what stands here now`,
  ]);
});

/** Its target takes RTMPS alone. */
const PLAIN = "- stream_id: 4\n  uri: rtmp://live-api-s.facebook.com/rtmp/${FACEBOOK_KEY}\n";
const ofStream4 = (id: number, more = "") =>
  FINE(id).replace(`stream_id: ${id}`, `stream_id: 4${more}`);

test.each<[string, string, readonly string[]]>([
  ["no other target", tenWith(PLAIN), ["Push by RTMPS"]],
  ["a target that RTMPS does not reach", tenWith(PLAIN, { 7: ofStream4(7) }), []],
  [
    "a target that RTMPS does not reach, behind one that is off",
    tenWith(PLAIN, { 6: ofStream4(6, "\n  active: false"), 7: ofStream4(7, "\n  active: true") }),
    [],
  ],
  ["one that is off", tenWith(PLAIN, { 7: ofStream4(7, "\n  active: false") }), ["Push by RTMPS"]],
])("offers another scheme with regard to the stream's other targets: %s", (_, text, titles) => {
  expect(offersIn(text)).toEqual(titles);
});
