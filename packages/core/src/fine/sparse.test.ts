import { checkEach, mutate, type Mutation, mutation, runsOf } from "@restream-lint/testkit";
import { type Arbitrary, array, constant, oneof, record, sample } from "fast-check";
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
  ["one alone", TEN.replace("live/${KEY_4}", ""), [0, 3, 9]],
  ["one that cannot be read, with the next", TEN.replace("Target 4", '"'), [0, 1, 4, 9]],
  ["the last one", TEN.replace("live/${KEY_10}", ""), [0, 9]],
  ["two of one target", TEN.replace("KEY_5", "KEY_3"), [0, 2, 4, 9]],
  ["two of one name", TEN.replace("Target 5", "Target 3").replace("id: 5", "id: 3"), [0, 2, 4, 9]],
  [
    "one of the target of a broken one",
    TEN.replace("KEY_5", "KEY_3").replace("Target 5", "Target 5\n  x: y"),
    [0, 2, 4, 9],
  ],
  [
    "one of the stream of another kind of target",
    TEN.replace("id: 5", "id: 3").replace("rtmp://h.acme.net/live/${KEY_3}", "rtmps://a.net/b/c"),
    [0, 2, 4, 9],
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

/** With those of `certainly-fine.test.ts`, 20 000 in `pnpm test` and 1 000 000 in `pnpm fuzz`. */
const DOCUMENTS = runsOf(4000, 200_000);

test(`finds what linting the whole text finds, whatever stands in it: ${DOCUMENTS} documents`, async () => {
  await checkEach(texts(), DOCUMENTS, (text) => checkSparse(text, Sheet.of(text)));
});

test("and mostly looks at a part of it", () => {
  const parted = sample(texts(), 500).filter((text) => {
    const sparse = sparseIn(text);
    return sparse && sparse.document.restreams.length < parseDocument(text).restreams.length;
  });
  expect(parted.length).toBeGreaterThan(250);
});

const SEQUENCES = runsOf(5000, 200_000);

test(`changes with its text, as if it were made of it: ${SEQUENCES} sequences of edits`, async () => {
  await checkEach(editsOf(starts()), SEQUENCES, (edits) => {
    const { text, changed } = changedBy(edits);
    checkSparse(text, changed);
  });
});

test("the same where there are more pieces than are kept together", async () => {
  await checkEach(editsOf(constant(listOf(150))), SEQUENCES / 50, (edits) => {
    const { text, changed } = changedBy(edits);
    if (!changed) return;
    const [sparse, anew] = [sparseOf(changed), sparseIn(text)];
    expect(sparse && judgeSparse(sparse), text).toEqual(anew && judgeSparse(anew));
  });
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

/** Mostly fine, so that much of them may be left out: short, since all of them are parsed. */
function starts(): Arbitrary<string> {
  const among = documents().map((it) =>
    listOf(6).replace(/(?= {2}- stream_id: 4)/, () => itemsIn(it)),
  );
  return oneof(
    { weight: 4, arbitrary: constant(listOf(6)) },
    { weight: 2, arbitrary: among },
    { weight: 1, arbitrary: documents(3) },
  );
}

/** So many restreams with nothing wrong, as short as can be; their variables are called as one would be for a secret. */
function listOf(count: number): string {
  const items = Array.from({ length: count }, (_, index) => {
    const name = index === 0 ? "ACME_KEY" : `ACME_KEY_${index + 1}`;
    return `  - stream_id: ${index + 1}\n    uri: rtmp://h.acme.net/live/\${${name}}\n`;
  });
  return `restreams:\n${items.join("")}`;
}

function itemsIn(text: string): string {
  return /^restreams:\n((?: .*\n)*)/m.exec(text)?.[1] ?? "";
}

function texts(): Arbitrary<string> {
  return record({ text: starts(), mutations: array(mutation(), { maxLength: 2 }) }).map(
    ({ text, mutations }) => mutations.reduce(mutate, text),
  );
}

interface Edits {
  readonly text: string;
  readonly mutations: readonly Mutation[];
}

function editsOf(text: Arbitrary<string>): Arbitrary<Edits> {
  return record({ text, mutations: array(mutation(), { maxLength: 6 }) });
}

/** The text after some edits, and its sheet, where the last of them left it one: at each, as if it were made of the text. */
function changedBy({ text: start, mutations }: Edits): { text: string; changed?: Sheet } {
  let text = start;
  let sheet = Sheet.of(text);
  let changed: Sheet | undefined;
  for (const it of mutations) {
    const next = mutate(text, it);
    const anew = Sheet.of(next);
    changed = sheet?.change(editBetween(text, next));
    if (changed) expect(written(changed), next).toBe(anew && written(anew));
    sheet = changed ?? anew;
    text = next;
  }
  return { text, ...(changed && { changed }) };
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

/** All that a sheet knows, in one string, which is quickly compared. */
function written({ text, pieces, ledger }: Sheet): string {
  const all = pieces.slice(0, pieces.count);
  const shared = all.map(({ facts }) => facts && ledger.shares(facts));
  return JSON.stringify({ text, all, unsure: pieces.unsure(), shared });
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
