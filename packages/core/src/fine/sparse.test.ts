import { mutate, mutation } from "@restream-lint/testkit";
import {
  type Arbitrary,
  array,
  assert,
  constant,
  oneof,
  property,
  record,
  sample,
} from "fast-check";
import { expect, test } from "vitest";
import { documents } from "../../test/fine-texts.ts";
import { parseDocument } from "../document.ts";
import type { Edit } from "../edit.ts";
import { judge } from "../lint.ts";
import { Sheet } from "./sheet.ts";
import { judgeSparse, sparseIn, sparseOf } from "./sparse.ts";

const FINE = (id: number) =>
  `- name: Target ${id}\n  stream_id: ${id}\n  uri: rtmp://h.acme.net/live/\${KEY_${id}}\n`;
const TEN = `restreams:\n${Array.from({ length: 10 }, (_, index) => FINE(index + 1)).join("")}`;

test.each<[string, string, readonly number[]]>([
  ["nothing", TEN, [0, 9]],
  ["one alone", TEN.replace("live/${KEY_4}", ""), [0, 3, 4, 9]],
  ["the last one", TEN.replace("live/${KEY_10}", ""), [0, 9]],
  ["two of one target", TEN.replace("KEY_5", "KEY_3"), [0, 2, 4, 9]],
  ["two of one name", TEN.replace("Target 5", "Target 3").replace("id: 5", "id: 3"), [0, 2, 4, 9]],
  [
    "one of the target of a broken one",
    TEN.replace("KEY_5", "KEY_3").replace("Target 5", "Target 5\n  x: y"),
    [0, 2, 4, 5, 9],
  ],
  [
    "one of the stream of another kind of target",
    TEN.replace("id: 5", "id: 3").replace("rtmp://h.acme.net/live/${KEY_3}", "rtmps://a.net/b/c"),
    [0, 2, 3, 4, 9],
  ],
])("looks at the first, the last, and %s", (_, text, places) => {
  const sparse = sparseIn(text);
  const paths = sparse?.document.restreams.map(({ path }) => path);
  expect(paths).toEqual(places.map((place) => `/restreams/${place}`));
  expect(sparse && judgeSparse(sparse)).toEqual(judge(parseDocument(text)));
});

test.each([
  "",
  "restreams: []\n",
  "restreams:\n  - &a\n    stream_id: 1\n",
  TEN.replaceAll("\n", "\r\n"),
  `\ufeff${TEN}`,
  `${TEN}# restream-lint-disable-file\n`,
  `streams:\n- id: 1\n${TEN}`,
  `${TEN}streams:\n- id: 1\n`,
  `<<<<<<< ours\n${TEN}`,
  TEN.replace("  uri", "\turi"),
])("leaves %j whole", (text) => {
  expect(sparseIn(text)).toBeUndefined();
});

test("finds what linting the whole text finds, whatever stands in it", () => {
  assert(property(texts(), (text) => checkSparse(text, Sheet.of(text))));
});

test("and mostly looks at a part of it", () => {
  const sparse = sample(texts(), 500).filter((text) => {
    const sparse = sparseIn(text);
    return sparse && sparse.document.restreams.length < parseDocument(text).restreams.length;
  });
  expect(sparse.length).toBeGreaterThan(50);
});

test("changes with its text: as if it were made of it", () => {
  const edits = record({ text: starts(), mutations: array(mutation(), { maxLength: 8 }) });
  assert(
    property(edits, ({ text: start, mutations }) => {
      let text = start;
      let sheet = Sheet.of(text);
      for (const it of mutations) {
        const next = mutate(text, it);
        const anew = Sheet.of(next);
        const changed = sheet?.change(editBetween(text, next));
        if (changed) expect(shownOf(changed), next).toEqual(anew && shownOf(anew));
        sheet = changed ?? anew;
        checkSparse(next, sheet);
        text = next;
      }
    }),
  );
});

test("mostly without being made anew", () => {
  const line = { at: 0, length: 0, piece: " # later", line: "" };
  let kept = 0;
  for (let at = TEN.indexOf("-"); at < TEN.length; at++) {
    const sheet = Sheet.of(TEN);
    const text = mutate(TEN, { ...line, kind: "insert", at });
    if (sheet?.change(editBetween(TEN, text))) kept += 1;
  }
  expect(kept).toBeGreaterThan(0.9 * TEN.length);
});

function starts(): Arbitrary<string> {
  return oneof(documents(8), constant(TEN));
}

function texts(): Arbitrary<string> {
  return record({ text: starts(), mutations: array(mutation(), { maxLength: 3 }) }).map(
    ({ text, mutations }) => mutations.reduce(mutate, text),
  );
}

function checkSparse(text: string, sheet: Sheet | undefined): void {
  const sparse = sheet && sparseOf(sheet);
  if (!sparse) return;
  const judged = judgeSparse(sparse);
  expect(judged, text).toEqual(judge(parseDocument(text)));
  for (const { range } of judged.diagnostics) {
    const { start, end } = sparse.rangeInSparse(range) ?? range;
    expect(sparse.document.text.slice(start, end)).toBe(text.slice(range.start, range.end));
  }
}

function shownOf({ text, pieces }: Sheet): unknown {
  return { text, pieces: Array.from({ length: pieces.count }, (_, index) => pieces.at(index)) };
}

/** The edit that makes one text of another. */
function editBetween(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let last = after.length;
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end -= 1;
    last -= 1;
  }
  return { range: { start, end }, newText: after.slice(start, last) };
}
