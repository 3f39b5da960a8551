import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { MAX_TOKENS } from "../max-tokens.ts";
import type { Language } from "../syntax/syntax.ts";
import { certainlyFine } from "./certainly-fine.ts";
import { Sheet } from "./sheet.ts";
import { sparseIn } from "./sparse.ts";

const TEXT = "restreams:\n- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n";
/** More lines than the parsers read. */
const MANY = "\n".repeat(2_500_000);

test.each([
  ["in the list", `${TEXT}${MANY}`],
  ["before it", `${MANY}${TEXT}`],
])("leaves too many lines %s to the parser, which says so", (_, text) => {
  expect(certainlyFine(text, "yaml")).toBeUndefined();
  expect(Sheet.of(text, "yaml")).toBeUndefined();
  expect(parseDocument(text).syntax.faults).toHaveLength(1);
});

test("an edit that adds too many lines leaves no sheet, and the one before as it was", () => {
  const sheet = Sheet.of(TEXT, "yaml");
  const at = TEXT.indexOf("  uri");
  const range = { start: at, end: at };
  expect(sheet?.change({ range, newText: MANY })).toBeUndefined();
  expect(sheet?.ledger.pushes(1, false)).toBe(true);
  expect(sheet?.change({ range, newText: "\n" })?.text).toBe(TEXT.replace("  uri", "\n  uri"));
});

test("leaves JSON of too many words to the parser, however fine it is", () => {
  const items = Array.from({ length: 340_000 }, (_, index) => {
    const variable = `A${index}`;
    return `{"stream_id":${index + 1},"uri":"rtmp://a.bc/in/\${${variable}}","name":"","active":true}`;
  });
  // It takes six million, which are 333 333 of these.
  expect(certainlyFine(`[${items.join(",")}]`, "json")).toBeUndefined();
  expect(sparseIn(`[${items.join(",")}]`, "json")).toBeUndefined();
  const fewer = `[${items.slice(0, 100_000).join(",")}]`;
  expect(certainlyFine(fewer, "json")).toBeDefined();
  expect(sparseIn(fewer, "json")).toBeDefined();
});

test("leaves JSON that may have too many words to the parser, as soon as an edit makes it so", () => {
  const WRONG = '{"x":""}';
  const text = `[{"stream_id":1,"uri":"rtmp://h.acme.net/live/\${A}"},\n${WRONG},\n${WRONG}]`;
  const longer = (sheet: Sheet | undefined, at: number) =>
    sheet?.change({
      range: { start: at, end: at },
      newText: "A".repeat(MAX_TOKENS / 2),
    });
  const one = longer(Sheet.of(text, "json"), text.indexOf('""') + 1);
  expect(one).toBeDefined();
  const end = (one?.text.length ?? 0) - '"}]'.length;
  expect(longer(one, end)).toBeUndefined();
  expect(one?.change({ range: { start: end, end }, newText: "A" })).toBeDefined();
});

test.each<[string, Language, string]>([
  ["YAML", "yaml", TEXT.replace("- ", '- name: "Main"\n  ')],
  ["JSON", "json", '[{"name":"Main","stream_id":1,"uri":"rtmp://h.acme.net/live/${A}"}]'],
])(
  "an edit of %s that may silence something leaves no sheet, as a whole text has none",
  (_, language, text) => {
    const start = text.indexOf("Main");
    const edit = { range: { start, end: start + 4 }, newText: "restream-lint" };
    const sheet = Sheet.of(text, language);
    expect(sheet).toBeDefined();
    expect(sheet?.change(edit)).toBeUndefined();
    expect(sheet?.change({ ...edit, newText: "restream-lin" })).toBeDefined();
  },
);
