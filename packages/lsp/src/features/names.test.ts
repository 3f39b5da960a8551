import { applyEdits } from "@restream-lint/core";
import { expect, test } from "vitest";
import type { Range } from "vscode-languageserver-types";
import { viewAt } from "../../test/view-of.ts";
import type { View } from "../view.ts";
import { definitions, highlights, references, rename, renamable } from "./names.ts";

const STREAMS = `streams:
  - id: 20
    protocol: rtmp
restreams:
  - stream_id: 20
    uri: rtmp://live.acme.net/app/\${A}
  - stream_id: "20"
    uri: rtmp://live.acme.net/app/\${B}
`;
const ANCHORS = `restreams:
  - &first
    stream_id: 20
    uri: rtmp://live.acme.net/app/\${A}
  - <<: *first
    uri: rtmp://live.acme.net/app/\${B}
`;

/** Lines and columns from 1, as people count. */
function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function at(text: string, cursor: string): { view: View; offset: number } {
  return viewAt(text.replace(cursor.replace("<|>", ""), cursor));
}

test.each([
  [STREAMS, "stream_id: 2<|>0", ["2:9"]],
  [STREAMS, '"20<|>"', ["2:9"]],
  [STREAMS, "- id: <|>20", ["2:9"]],
  [ANCHORS, "*fir<|>st", ["2:6"]],
  [STREAMS, "protocol: rt<|>mp", []],
])("the definition of %j at %s", (text, cursor, expected) => {
  const { view, offset } = at(text, cursor);
  expect(definitions(view, offset).map(({ range }) => place(range))).toEqual(expected);
});

test.each([
  [STREAMS, "- id: 2<|>0", true, ["2:9", "5:16", "7:17"]],
  [STREAMS, "stream_id: 2<|>0", false, ["5:16", "7:17"]],
  [ANCHORS, "&fir<|>st", true, ["2:6", "5:10"]],
  [ANCHORS, "ur<|>i", true, []],
])("the references of %j at %s", (text, cursor, withDeclaration, expected) => {
  const { view, offset } = at(text, cursor);
  const found = references(view, offset, withDeclaration);
  expect(found.map(({ range, uri }) => [uri, place(range)])).toEqual(
    expected.map((it) => ["file:///shows/restreams.yaml", it]),
  );
});

test("a definition is lit up as written, a use as read", () => {
  const { view, offset } = at(ANCHORS, "&fir<|>st");
  expect(highlights(view, offset).map(({ range, kind }) => [place(range), kind])).toEqual([
    ["2:6", 3],
    ["5:10", 2],
  ]);
});

test.each([
  [STREAMS, '"2<|>0"', "7:17"],
  [ANCHORS, "*<|>first", "5:10"],
])("what can be renamed in %j at %s", (text, cursor, from) => {
  const { view, offset } = at(text, cursor);
  const found = renamable(view, offset);
  if (typeof found !== "object") throw new Error(`nothing to rename: ${found}`);
  expect(place(found)).toBe(from);
});

test("what cannot be renamed, and why", () => {
  const { view, offset } = viewAt(
    "restreams:\n  - stream_id: ${I<|>D}\n    uri: rtmp://h.net/a/b\n",
  );
  expect(renamable(view, offset)).toEqual(expect.stringMatching(/placeholder|\$\{/));
  const nothing = viewAt("restreams:\n  - na<|>me: x\n");
  expect(renamable(nothing.view, nothing.offset)).toBeUndefined();
});

test.each([
  [STREAMS, "- id: 2<|>0", "7", STREAMS.replaceAll("20", "7")],
  [ANCHORS, "*fir<|>st", "base", ANCHORS.replaceAll("first", "base")],
])("renames in %j at %s", (text, cursor, newName, expected) => {
  const { view, offset } = at(text, cursor);
  const answer = rename(view, offset, newName, { takesVersionedEdits: false });
  if (typeof answer === "string") throw new Error(answer);
  const edits = answer.changes?.[view.uri] ?? [];
  expect(
    applyEdits(
      text,
      edits.map(({ range, newText }) => ({ range: view.converter.rangeIn(range), newText })),
    ),
  ).toBe(expected);
});

test("a client that can tell versions gets the edits for this one", () => {
  const { view, offset } = at(STREAMS, "- id: 2<|>0");
  expect(rename(view, offset, "7", { takesVersionedEdits: true })).toMatchObject({
    documentChanges: [{ textDocument: { uri: view.uri, version: null } }],
  });
});

test.each([
  [STREAMS, "- id: 2<|>0", "0", "1"],
  [STREAMS, "- id: 2<|>0", "twenty", "number"],
  [ANCHORS, "*fir<|>st", "a b", "blank"],
  [ANCHORS, "ur<|>i", "x", "no anchor"],
])("does not rename in %j at %s to %j", (text, cursor, newName, reason) => {
  const { view, offset } = at(text, cursor);
  expect(rename(view, offset, newName, { takesVersionedEdits: false })).toEqual(
    expect.stringContaining(reason),
  );
});
