import { parseDocument } from "@restream-lint/core";
import { expect, test } from "vitest";
import { shownLocalName, shownLocalUri } from "./shown-local.ts";

const LONG = "x".repeat(400);

test.each([
  ["${A} b", "${A} b"],
  ["no variable", "no variable"],
  ["${A:-${B}}", "${A***} (also ${B})"],
  ["${env:A:+${B}} ${B}", "${env:A***} ${B}"],
  ["$${A}", "$${A}"],
  [`\${A}${LONG}\${B} \${A} \${C}`, `\${A}${"x".repeat(55)}… (also \${B}, \${C})`],
  // Cut within a name, which is the beginning of another's.
  [`${"x".repeat(55)}\${AWS_KEY} \${A}`, `${"x".repeat(55)}\${AW… (also \${AWS_KEY}, \${A})`],
])("%j is shown with all variables that may be sent", (name, expected) => {
  const { restreams } = parseDocument(JSON.stringify({ stream_id: 1, name, uri: "x" }), {
    language: "json",
  });
  expect(restreams.map(shownLocalName)).toEqual([expected]);
});

test("so is a URI", () => {
  const uri = `rtmp://h.acme.net/live/${LONG.replaceAll("x", "x/")}\${A}`;
  const { restreams } = parseDocument(JSON.stringify({ stream_id: 1, uri }), { language: "json" });
  expect(restreams.map(shownLocalUri)).toEqual([expect.stringMatching(/… \(also \$\{A\}\)$/)]);
});
