import { checkEach, mutate, mutation, runsOf } from "@restream-lint/testkit";
import { type Arbitrary, array, constant, constantFrom, oneof, record, sample } from "fast-check";
import { expect, test } from "vitest";
import { documents } from "../../test/fine-texts.ts";
import { type Change, changedBy, checkSparse, editBetween } from "../../test/sheets.ts";
import { parseDocument } from "../document.ts";
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
  const sparse = sparseIn(text, "yaml");
  const paths = sparse?.document.restreams.map(({ path }) => path);
  expect(paths).toEqual(places.map((place) => `/restreams/${place}`));
  expect(sparse && judgeSparse(sparse)).toEqual(judge(parseDocument(text)));
});

test.each([
  "",
  "restreams: []\n",
  "restreams:\n  - &a\n    stream_id: 1\n",
  TEN.replaceAll("\n", "\r"),
  TEN.replaceAll("\n", "\r\r\n"),
  `\ufeff${TEN}`,
  `${TEN}# restream-lint-disable-file\n`,
  `streams:\n- id: 1\n${TEN}`,
  `${TEN}streams:\n- id: 1\n`,
  `<<<<<<< ours\n${TEN}`,
  TEN.replace("  uri", "\turi"),
])("leaves %j whole", (text) => {
  expect(sparseIn(text, "yaml")).toBeUndefined();
});

/** With those of `certainly-fine.test.ts`, 20 000 in `pnpm test` and 1 000 000 in `pnpm fuzz`. */
const DOCUMENTS = runsOf(4000, 200_000);

test(`finds what linting the whole text finds, whatever stands in it: ${DOCUMENTS} documents`, async () => {
  await checkEach(texts(), DOCUMENTS, (text) => void checkSparse(text, Sheet.of(text, "yaml")));
});

test("and mostly looks at a part of it", () => {
  const parted = sample(texts(), 500).filter((text) => {
    const sparse = sparseIn(text, "yaml");
    return sparse && sparse.document.restreams.length < parseDocument(text).restreams.length;
  });
  expect(parted.length).toBeGreaterThan(250);
});

const SEQUENCES = runsOf(5000, 200_000);

test(`changes with its text, as if it were made of it: ${SEQUENCES} sequences of edits`, async () => {
  await checkEach(record({ text: starts(), changes: changes(6) }), SEQUENCES, (edits) => {
    const { text, changed } = changedBy(edits, "yaml");
    checkSparse(text, changed);
  });
});

test("the same where there are more pieces than are kept together", async () => {
  const text = constant(listOf(150));
  await checkEach(record({ text, changes: changes(6) }), SEQUENCES / 50, (edits) => {
    const { text: after, changed } = changedBy(edits, "yaml");
    if (!changed) return;
    const [sparse, anew] = [sparseOf(changed), sparseIn(after, "yaml")];
    expect(sparse && judgeSparse(sparse), after).toEqual(anew && judgeSparse(anew));
  });
});

test("mostly without being made anew", () => {
  const line = { at: 0, length: 0, piece: " # later", line: "" };
  let kept = 0;
  for (let at = TEN.indexOf("-"); at < TEN.length; at++) {
    const sheet = Sheet.of(TEN, "yaml");
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
  const feeds = [/\n/g, /\n(?= *uri)/g, /\n(?= *-)/g].map((it) => listOf(6).replaceAll(it, "\r\n"));
  return oneof(
    { weight: 3, arbitrary: constant(listOf(6)) },
    { weight: 1, arbitrary: constantFrom(...feeds) },
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
  return /^restreams:\r?\n((?: .*\r?\n)*)/m.exec(text)?.[1] ?? "";
}

function texts(): Arbitrary<string> {
  return record({ text: starts(), changes: changes(2) }).map((it) =>
    it.changes.reduce((text, change) => change(text), it.text),
  );
}

function changes(most: number): Arbitrary<Change[]> {
  const change = mutation().map(
    (it): Change =>
      (text) =>
        mutate(text, it),
  );
  return array(change, { maxLength: most });
}
