import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { certainlyFine } from "./certainly-fine.ts";
import { Sheet } from "./sheet.ts";

const TEXT = "restreams:\n- stream_id: 1\n  uri: rtmp://h.acme.net/live/${A}\n";
/** More lines than the parsers read. */
const MANY = "\n".repeat(2_500_000);

test.each([
  ["in the list", `${TEXT}${MANY}`],
  ["before it", `${MANY}${TEXT}`],
])("leaves too many lines %s to the parser, which says so", (_, text) => {
  expect(certainlyFine(text, "yaml")).toBeUndefined();
  expect(Sheet.of(text)).toBeUndefined();
  expect(parseDocument(text).syntax.faults).toHaveLength(1);
});

test("an edit that adds too many lines leaves no sheet, and the one before as it was", () => {
  const sheet = Sheet.of(TEXT);
  const at = TEXT.indexOf("  uri");
  const range = { start: at, end: at };
  expect(sheet?.change({ range, newText: MANY })).toBeUndefined();
  expect(sheet?.ledger.pushes(1, false)).toBe(true);
  expect(sheet?.change({ range, newText: "\n" })?.text).toBe(TEXT.replace("  uri", "\n  uri"));
});
