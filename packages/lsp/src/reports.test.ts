import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { createReports } from "./reports.ts";

const ONE: Diagnostic[] = [{ range: rangeAt(0, 0, 0, 1), message: "one" }];
const at = (version: number | undefined) => ({ uri: "file:///a.yaml", version });

test("what a client has is not sent again", () => {
  const reports = createReports();
  const first = reports.reportOf(at(1), ONE, undefined);
  expect(first).toEqual({ kind: "full", resultId: "1", items: ONE });
  expect(reports.reportOf(at(1), ONE, "1")).toEqual({ kind: "unchanged", resultId: "1" });
});

test.each([
  ["has none", at(1), ONE, undefined, "1"],
  ["has another one", at(1), ONE, "7", "1"],
  ["has that of the text on disk", at(undefined), ONE, "1", "2"],
  ["has other findings", at(1), [], "1", "2"],
])("a client that %s is sent all", (_, view, items, previous, resultId) => {
  const reports = createReports();
  reports.reportOf(at(1), ONE, undefined);
  expect(reports.reportOf(view, items, previous)).toEqual({ kind: "full", resultId, items });
});

const SHOWN = "active: yes\nuri: a\n";
const TWO: Diagnostic[] = [
  { range: rangeAt(2, 3, 2, 6), message: "in line 2" },
  { range: rangeAt(4, 0, 6, 0), message: "in lines 4 to 6" },
];

test.each<[string, number[], string, boolean]>([
  ["writes in a line of neither", [3, 0, 3, 0], "x", false],
  ["writes behind both", [7, 0, 7, 0], SHOWN, false],
  ["replaces lines between them by as many", [3, 0, 3, 9], "y", false],
  ["writes in the line of one, behind it", [2, 9, 2, 9], "x", true],
  ["writes in a line that one only ends in", [6, 3, 6, 3], "x", true],
  ["writes inside of one", [5, 0, 5, 1], "", true],
  ["inserts a line before one", [3, 0, 3, 0], "x\n", true],
  ["inserts a line before both, with a carriage return", [0, 0, 0, 0], "\r", true],
  ["deletes a line before both", [0, 0, 1, 0], "", true],
  ["replaces lines before both by as many", [0, 0, 1, 0], "x\r\n", false],
  ["replaces both by as many lines", [2, 0, 7, 0], "\n".repeat(5), true],
  ["deletes backwards", [1, 0, 0, 0], "", true],
])("after an edit that %s, a client hears of what may have moved", (_, at4, text, isTold) => {
  const reports = createReports();
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = at4;
  const range = rangeAt(line, character, endLine, endCharacter);
  reports.reportOf(at(1), TWO, undefined);
  reports.edited("file:///a.yaml", [{ range, text }]);
  expect(reports.reportOf(at(2), TWO, "1").kind).toBe(isTold ? "full" : "unchanged");
});

test("after the whole text was sent anew, it hears of everything, and of nothing but once", () => {
  const reports = createReports();
  reports.reportOf(at(1), ONE, undefined);
  reports.edited("file:///a.yaml", [{ text: SHOWN }]);
  expect(reports.reportOf(at(2), ONE, "1")).toEqual({ kind: "full", resultId: "2", items: ONE });
  expect(reports.reportOf(at(2), ONE, "2").kind).toBe("unchanged");
  reports.reportOf(at(3), [], "2");
  reports.edited("file:///a.yaml", [{ text: "" }]);
  expect(reports.reportOf(at(4), [], "3")).toEqual({ kind: "unchanged", resultId: "3" });
});

function rangeAt(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

test("a text that was closed is new when it is opened", () => {
  const reports = createReports();
  reports.reportOf(at(1), ONE, undefined);
  reports.forget("file:///a.yaml");
  expect(reports.reportOf(at(1), ONE, "1").kind).toBe("full");
});
