import { expect, test } from "vitest";
import { editBetween } from "../../test/sheets.ts";
import { parseDocument } from "../document.ts";
import { targetKeysIn } from "../field/target-address.ts";
import { lint } from "../lint.ts";
import { MAX_FINDINGS } from "../max-findings.ts";
import type { Settings } from "../settings/settings.ts";
import { MAX_LEXEMES } from "../syntax/node.ts";
import type { Language } from "../syntax/syntax.ts";
import { lintSheet } from "./lint-sheet.ts";
import { lonesIn } from "./lone.ts";
import { Sheet } from "./sheet.ts";

const FINE = (id: number) => `- stream_id: ${id}\n  uri: rtmp://h.acme.net/live/\${KEY_${id}}\n`;
/** The same with a field that nothing is known of. */
const FAULTY = (id: number) => `${FINE(id)}  enabled: true\n`;

/** Ten restreams, others in the place of some. */
function tenWith(others: Readonly<Record<number, string>>): string {
  const items = Array.from({ length: 10 }, (_, index) => others[index + 1] ?? FINE(index + 1));
  return `restreams:\n${items.join("")}`;
}

/** The same ones each time, as what is kept is kept for them. */
const NONE: Settings = {};

/** The rules that linting the sheet finds something by, as linting its text does. */
function rulesIn(sheet: Sheet | undefined): readonly string[] {
  if (!sheet) throw new Error("read as a whole");
  const found = lintSheet(sheet, NONE, 0)?.diagnostics();
  if (!found) return WHOLE;
  const { language } = sheet.cutter;
  expect(found).toEqual(lint(parseDocument(sheet.text, { language })));
  return found.map(({ rule }) => rule);
}

const WHOLE: readonly string[] = ["left to who reads the whole"];

/** The sheet of another text, made of that of one by an edit. */
function changed(before: string, after: string, language: Language = "yaml"): Sheet | undefined {
  const sheet = Sheet.of(before, language);
  // All that is kept is kept.
  rulesIn(sheet);
  return sheet?.change(editBetween(before, after));
}

test.each([
  [1, 5],
  [5, 10],
  [4, 5],
  [1, 10],
])("compares restreams with faults of their own: %i and %i", (one, other) => {
  const text = tenWith({ [one]: FAULTY(one), [other]: FAULTY(one) });
  expect(rulesIn(Sheet.of(text, "yaml"))).toEqual([
    "unknown-field",
    "duplicate-target",
    "unknown-field",
  ]);
});

test("and those with one that has none", () => {
  const text = tenWith({ 5: FAULTY(7) });
  expect(rulesIn(Sheet.of(text, "yaml"))).toEqual(["unknown-field", "duplicate-target"]);
});

const TWO = tenWith({ 4: FAULTY(4), 7: FAULTY(7) });

test.each<[string, string, readonly string[]]>([
  ["one restream is mended", tenWith({ 7: FAULTY(7) }), ["unknown-field"]],
  [
    "both are the same",
    tenWith({ 4: FAULTY(4), 7: FAULTY(4) }),
    ["unknown-field", "duplicate-target", "unknown-field"],
  ],
  [
    "one more stands before them",
    TWO.replace("restreams:\n", (it) => it + FINE(11)),
    ["unknown-field", "unknown-field"],
  ],
  ["one before them is gone", TWO.replace(FINE(2), ""), ["unknown-field", "unknown-field"]],
  [
    "one between them cannot be read",
    TWO.replace("id: 5", "id: [5"),
    ["unknown-field", "syntax-error", "unknown-field"],
  ],
  [
    "one of them cannot be read",
    TWO.replace("  enabled: true", '  enabled: "true'),
    ["syntax-error", "unknown-field"],
  ],
])("keeps what it found of the others: %s", (_, text, rules) => {
  expect(rulesIn(changed(TWO, text))).toEqual(rules);
});

test("writes a line as the one before it is written, once that has changed", () => {
  const text = tenWith({ 4: "- stream_id: 4\n" });
  expect(rulesIn(changed(text, text.replace("\n- stream_id: 4", "\r$&")))).toEqual([
    "missing-field",
  ]);
});

test("lets go of what was found among others", () => {
  const both = tenWith({ 4: FAULTY(4), 7: FAULTY(4) });
  expect(rulesIn(changed(both, TWO))).toEqual(["unknown-field", "unknown-field"]);
});

/** Without a URI: one is offered that no other has. */
const BARE = (id: number) => `- stream_id: ${id}\n`;
const HOLDING = (id: number) => `- stream_id: ${id}\n  uri: \${RESTREAM_URI}\n`;

test.each<[string, string, string, readonly string[]]>([
  ["nobody", tenWith({ 4: BARE(4) }), tenWith({ 4: BARE(4), 7: BARE(7) }), ["", ""]],
  [
    "one that was offered it",
    tenWith({ 4: BARE(4), 7: BARE(7) }),
    tenWith({ 4: HOLDING(4), 7: BARE(7) }),
    ["_2"],
  ],
  ["one that is gone", tenWith({ 4: HOLDING(4), 7: BARE(7) }), tenWith({ 7: BARE(7) }), [""]],
  [
    "one that is there from the start",
    tenWith({ 4: HOLDING(4) }),
    tenWith({ 4: HOLDING(4), 7: BARE(7) }),
    ["_2"],
  ],
  [
    "a name of one that nothing is wrong with",
    tenWith({ 4: BARE(4) }),
    tenWith({ 4: BARE(4), 7: `${FINE(7)}  name: RESTREAM_URI_4\n` }),
    ["_5"],
  ],
])("offers what is held by %s", (_, before, after, ends) => {
  const sheet = changed(before, after);
  rulesIn(sheet);
  const fixes = ((sheet && lintSheet(sheet, NONE, 0))?.diagnostics() ?? []).flatMap(
    (it) => it.fixes,
  );
  expect(fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText.trim()))).toEqual(
    ends.map((it) => `uri: \${RESTREAM_URI${it}}`),
  );
});

/** Of a stream, to a target that takes RTMPS alone. */
const PLAIN = (stream: number) =>
  `- stream_id: ${stream}\n  uri: rtmp://live-api-s.facebook.com/rtmp/\${FACEBOOK_KEY}\n`;

test("lets go of what depends on the targets of the same stream", () => {
  const other = FAULTY(7).replace("stream_id: 7", "stream_id: 4");
  const [both, one] = [tenWith({ 4: PLAIN(4), 7: other }), tenWith({ 4: PLAIN(4) })];
  const offers = (sheet: Sheet | undefined) => {
    rulesIn(sheet);
    const [first] = (sheet && lintSheet(sheet, NONE, 0))?.diagnostics() ?? [];
    return first?.fixes.map(({ title }) => title);
  };
  expect(offers(Sheet.of(both, "yaml"))).toEqual([]);
  expect(offers(changed(both, one))).toEqual(["Push by RTMPS"]);
});

test("says no more than a rule may say", () => {
  const most = MAX_FINDINGS / 2 + 1;
  const many = (id: number) =>
    FINE(id) + Array.from({ length: most }, (_, index) => `  enabled${index}: 1\n`).join("");
  const [both, one] = [tenWith({ 4: many(4), 7: many(7) }), tenWith({ 4: many(4) })];
  expect(rulesIn(Sheet.of(both, "yaml"))).toHaveLength(MAX_FINDINGS);
  expect(rulesIn(changed(one, both))).toHaveLength(MAX_FINDINGS);
  const other = tenWith({ 7: many(7) });
  expect(rulesIn(changed(both, other))).toHaveLength(most);
});

test("judges what it keeps by the settings that it was found under", () => {
  const sheet = Sheet.of(TWO, "yaml");
  if (!sheet) throw new Error("read as a whole");
  const document = parseDocument(TWO);
  const all: Settings[] = [
    {},
    { rules: { "unknown-field": "off" } },
    { rules: { "unknown-field": "info" } },
    { extends: "strict" },
  ];
  for (const settings of [...all, ...all])
    expect(lintSheet(sheet, settings, 0)?.diagnostics()).toEqual(lint(document, settings));
});

test("takes nobody for alone while not all can be looked at", () => {
  const fieldsOf = (id: number, key = id) =>
    `"stream_id": ${id}, "uri": "rtmp://h.acme.net/live/\${KEY_${key}}"`;
  const textOf = (key: number) => {
    const items = Array.from({ length: 16 }, (_, index) => `  {${fieldsOf(index + 1)}}`);
    for (const id of [4, 9, 10]) items[id - 1] = `  {${fieldsOf(id)}, "x": 1}`;
    items[6] = `  {${fieldsOf(7, key)}, "x": 1}`;
    // The second one has lines, and begins where the first one ends: its columns tell nothing.
    const two = `  {${fieldsOf(11)}, "x": 1}, {\n    ${fieldsOf(12)}\n  }`;
    return `{"restreams": [\n${[...items.slice(0, 10), two, ...items.slice(12)].join(",\n")}\n]}\n`;
  };
  const broken = textOf(7).replace('"stream_id": 8,', '"stream_id": 8');
  const sheet = changed(textOf(7), broken, "json");
  rulesIn(sheet);
  expect(rulesIn(sheet?.change(editBetween(broken, broken.replace("KEY_7", "KEY_4"))))).toEqual(
    WHOLE,
  );
});

/** The indices of what is kept of a sheet. */
function keptOf(sheet: Sheet | undefined): readonly number[] | undefined {
  return sheet && lonesIn(sheet, NONE, 0).map(({ index }) => index);
}

/** A value with so many lexemes that only the `yaml` package reads, each a line break, and a few more. */
const read = (lexemes: number) => `[${"\n".repeat(lexemes)}    a]\n`;
const READ = (id: number, lexemes: number) => `${FAULTY(id)}  name: ${read(lexemes)}`;

test("keeps no more than the parsers read of one text", () => {
  const most = 0.4 * MAX_LEXEMES;
  const among = (others: Parameters<typeof tenWith>[0]) => `x: ${read(most)}${tenWith(others)}`;
  const one = among({ 3: READ(3, most) });
  const sheet = Sheet.of(one, "yaml");
  expect(keptOf(sheet)).toEqual([3]);
  // Each of which was read by itself, with what stands around.
  const both = among({ 3: READ(3, most), 6: READ(6, most) });
  expect(rulesIn(sheet?.change(editBetween(one, both)))).toContain("syntax-error");
});

test("keeps nothing of what was not read for want of an end", () => {
  const half = 0.5 * MAX_LEXEMES;
  const same = { 6: READ(6, half), 8: FAULTY(6) };
  const [three, two] = [tenWith({ ...same, 3: READ(3, half) }), tenWith({ ...same, 3: FAULTY(3) })];
  const sheet = Sheet.of(three, "yaml");
  expect(keptOf(sheet)).toEqual([]);
  expect(rulesIn(sheet?.change(editBetween(three, two)))).toContain("duplicate-target");
});

test("keeps what the scanner reads, however much it is", () => {
  const long = (id: number) => `${FAULTY(id)}  name: "${"A".repeat(MAX_LEXEMES)}"\n`;
  expect(keptOf(Sheet.of(tenWith({ 3: long(3), 5: long(5) }), "yaml"))).toEqual([3, 5]);
});

test("knows what its targets have in common with those of other texts, each once", () => {
  const sameKey = (id: number) => FAULTY(id).replace("h.", `h${id}.`).replace(`KEY_${id}`, "KEY");
  const text = tenWith({ 4: sameKey(4), 7: sameKey(7) });
  const sheet = Sheet.of(text, "yaml");
  const keys = [...((sheet && lintSheet(sheet, NONE, 0))?.keys() ?? [])];
  expect(new Set(keys)).toEqual(targetKeysIn(parseDocument(text)));
  expect(keys).toHaveLength(9);
});

const SECRET = (id: number) =>
  `- stream_id: ${id}\n  uri: rtmp://h.acme.net/live/abcd-efgh-ijk${id}\n`;

test("counts what is said once for all", () => {
  const three = tenWith({ 3: SECRET(3), 5: SECRET(5), 7: SECRET(7) });
  const two = tenWith({ 5: SECRET(5), 7: SECRET(7) });
  const sheet = changed(three, two);
  expect(rulesIn(sheet)).toEqual(["hard-coded-secret"]);
  const [finding] = (sheet && lintSheet(sheet, NONE, 0))?.diagnostics() ?? [];
  expect(finding?.message).toContain("the first of 2 secrets");
});

test("keeps nothing of few restreams", () => {
  const isLone = (count: number) => {
    const faulty = Array.from({ length: count }, (_, index) => FAULTY(index + 20)).join("");
    const sheet = Sheet.of(`restreams:\n${FINE(1)}${faulty}${FINE(2)}`, "yaml");
    return sheet && lonesIn(sheet, NONE).length > 0;
  };
  expect([10, 11].map(isLone)).toEqual([false, true]);
});

test("parses restreams that are alone no more once they were looked at", () => {
  const sheet = changed(TWO, TWO.replace(FINE(5), FAULTY(5)));
  const { document } = (sheet && lintSheet(sheet, NONE, 0)) ?? {};
  // The first one and the last one tell where the list is.
  expect(document?.restreams.map(({ path }) => path)).toEqual(["/restreams/0", "/restreams/9"]);
});
