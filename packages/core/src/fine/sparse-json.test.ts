import { checkEach, runsOf } from "@restream-lint/testkit";
import { type Arbitrary, array, constantFrom, oneof, record, sample } from "fast-check";
import { expect, test } from "vitest";
import { jsonTexts } from "../../test/fine-texts.ts";
import { jsonChange } from "../../test/json-changes.ts";
import { changedBy, type Changes, checkSparse, editBetween } from "../../test/sheets.ts";
import { parseDocument } from "../document.ts";
import { judge } from "../lint.ts";
import { Sheet } from "./sheet.ts";
import { judgeSparse, sparseIn, sparseOf } from "./sparse.ts";

/** So many restreams with nothing wrong; their variables are called as one would be for a secret. */
function restreams(count: number): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, index) => ({
    stream_id: index + 1,
    uri: `rtmp://h.acme.net/live/\${${index === 0 ? "ACME_KEY" : `ACME_KEY_${index + 1}`}}`,
  }));
}

const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
const TEN = pretty({ restreams: restreams(10) });
/** A text in each way that people and tools write one. */
const WAYS: readonly ((value: readonly unknown[]) => string)[] = [
  (it) => pretty({ restreams: it }),
  (it) => JSON.stringify({ restreams: it }),
  (it) => `[\n${it.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`,
  (it) => `[${it.map((one) => pretty(one).trim()).join(", ")}]`,
  (it) => pretty(it).replaceAll("\n", "\r\n"),
  (it) => JSON.stringify({ restreams: it }, undefined, "\t").replaceAll(/\n\t*\}/g, "}"),
];

test.each<[string, string, readonly number[]]>([
  ["nothing", TEN, [0, 1, 8, 9]],
  ["one alone", TEN.replace("live/${ACME_KEY_5}", ""), [0, 1, 3, 4, 5, 8, 9]],
  ["one with a field more", TEN.replace('"stream_id": 5', '"x": [{}], $&'), [0, 1, 3, 4, 5, 8, 9]],
  [
    "one without any",
    TEN.replace(/\{\s*"stream_id": 5,.*\n.*\n\s*\}/, "{}"),
    [0, 1, 3, 4, 5, 8, 9],
  ],
  ["two of one target", TEN.replace("KEY_6", "KEY_4"), [0, 1, 2, 3, 4, 5, 6, 8, 9]],
  ["the last one", TEN.replace("live/${ACME_KEY_10}", ""), [0, 1, 8, 9]],
])("looks at the first, the last, and %s, with their neighbours", (_, text, places) => {
  const sparse = sparseIn(text, "json");
  const paths = sparse?.document.restreams.map(({ path }) => path);
  expect(paths).toEqual(places.map((place) => `/restreams/${place}`));
  expect(sparse && judgeSparse(sparse)).toEqual(judge(parseDocument(text, { language: "json" })));
});

const ONE = '{"stream_id": 1, "uri": "rtmp://h.acme.net/live/${A}"}';

const fineOnes = (count: number) => JSON.stringify(restreams(count)).slice(1, -1);

test.each([
  "",
  "[]",
  '{"restreams": []}',
  ONE,
  `{"restream": ${ONE}}`,
  `{"streams": [], "restreams": [${ONE}]}`,
  `{"restreams": [${ONE}], "streams": []}`,
  `{"restreams": [${ONE}], "restreams": [${ONE}]}`,
  `{"\\u0072estreams": [${ONE}]}`,
  `{"restreams": [${ONE}]`,
  `[${ONE}}`,
  `[${ONE}] x`,
  `[${ONE},]`,
  `[${ONE} ${ONE}]`,
  `[[${ONE}]]`,
  `[${ONE}, null]`,
  `[${ONE}, "{}"]`,
  `\ufeff[${ONE}]`,
  `[${ONE},\r{}]`,
  `[${ONE}, {"a": "\0"}]`,
  `[${ONE}, {"a": "<<<<<<< ours"}]`,
  `[${ONE}, {"a": "restream-lint"}]`,
  `[${ONE}, {"a": 1 // one\n}]`,
  `[${ONE}, {"a": "1\n"}]`,
  `[${ONE}, {"a": [}]`,
  `[${ONE}, {"a": [}, ${ONE}]`,
  `[${ONE}, {"a": 1, ${ONE}]`,
  // What the parser makes of a missing bracket depends on columns, and these on what is left out.
  `[${fineOnes(8)}, {"a": [{"x": 1}\n${" ".repeat(300)}"b": 2]}, ${ONE}]`,
  `[${ONE}, {"a": ${"[".repeat(200)}${"]".repeat(200)}}]`,
])("leaves %j whole", (text) => {
  expect(sparseIn(text, "json")).toBeUndefined();
});

test("leaves JSON with comments whole, where there are none too", () => {
  expect(sparseIn(TEN, "json")).toBeDefined();
  expect(sparseIn(TEN, "jsonc")).toBeUndefined();
});

test.each([
  `[${ONE}]`,
  ` { "restreams" : [ ${ONE} ] } `,
  `[{}]`,
  `[${ONE}, {"a": 1e3, "a": "\\u0041\\"}", "__proto__": [{"a": "]"}]}, ${ONE}]`,
  // What is wrong with one, and leaves the others as they are.
  `[${ONE}, {"a": 1,}, {"a": 01, "b", c: }]`,
  `[${ONE},\n{"a": "b\n}, ${ONE}]`,
])("takes %s apart", (text) => {
  expect(checkSparse(text, Sheet.of(text, "json"))).toBe(true);
});

test("keeps a text apart while somebody types a field into it", () => {
  let text = TEN;
  let sheet = Sheet.of(text, "json");
  const at = text.indexOf('_5}"') + 4;
  for (const [index, letter] of [...',\n      "name": "Studio 5"'].entries()) {
    const range = { start: at + index, end: at + index };
    text = text.slice(0, range.start) + letter + text.slice(range.start);
    sheet = sheet?.change({ range, newText: letter });
    expect(checkSparse(text, sheet), text).toBe(true);
  }
});

/** As many documents and sequences as of YAML. */
const DOCUMENTS = runsOf(4000, 200_000);
const SEQUENCES = runsOf(5000, 200_000);

test(`finds what linting the whole text finds, whatever stands in it: ${DOCUMENTS} documents`, async () => {
  await checkEach(texts(), DOCUMENTS, (text) => void checkSparse(text, Sheet.of(text, "json")));
});

test("and mostly looks at a part of it", () => {
  const parted = sample(texts(), 500).filter((text) => {
    const sparse = sparseIn(text, "json");
    const whole = parseDocument(text, { language: "json" });
    return sparse && sparse.document.restreams.length < whole.restreams.length;
  });
  expect(parted.length).toBeGreaterThan(150);
});

test(`changes with its text, as if it were made of it: ${SEQUENCES} sequences of edits`, async () => {
  await checkEach(changesOf(starts()), SEQUENCES, (edits) => {
    const { text, changed } = changedBy(edits, "json");
    checkSparse(text, changed);
  });
});

test("the same where there are more pieces than are kept together", async () => {
  const long = constantFrom(...WAYS.map((it) => it(restreams(150))));
  await checkEach(changesOf(long), SEQUENCES / 50, (edits) => {
    const { text, changed } = changedBy(edits, "json");
    if (!changed) return;
    const [sparse, anew] = [sparseOf(changed), sparseIn(text, "json")];
    expect(sparse && judgeSparse(sparse), text).toEqual(anew && judgeSparse(anew));
  });
});

test("mostly without being made anew", () => {
  let kept = 0;
  for (let at = TEN.indexOf("[") + 2; at < TEN.lastIndexOf("]"); at++) {
    const text = `${TEN.slice(0, at)} ${TEN.slice(at)}`;
    if (Sheet.of(TEN, "json")?.change(editBetween(TEN, text))) kept += 1;
  }
  expect(kept).toBeGreaterThan(0.9 * TEN.length);
});

/** Mostly fine, so that much of them may be left out: short, since all of them are parsed. */
function starts(): Arbitrary<string> {
  const ways = constantFrom(...WAYS);
  const among = record({ way: ways, text: jsonTexts() }).map(({ way, text }) => {
    const all = restreams(7);
    return way([...all.slice(0, 3), ...itemsIn(JSON.parse(text)), ...all.slice(3)]);
  });
  return oneof(
    { weight: 4, arbitrary: ways.map((it) => it(restreams(7))) },
    { weight: 2, arbitrary: among },
    { weight: 1, arbitrary: jsonTexts() },
  );
}

function itemsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return [];
  return "restreams" in value ? itemsIn(value.restreams) : [value];
}

function texts(): Arbitrary<string> {
  const changes = array(jsonChange(), { maxLength: 2 });
  return record({ text: starts(), changes }).map((it) =>
    it.changes.reduce((text, change) => change(text), it.text),
  );
}

function changesOf(text: Arbitrary<string>): Arbitrary<Changes> {
  return record({ text, changes: array(jsonChange(), { maxLength: 6 }) });
}
