import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver-types";
import { createReports } from "./reports.ts";

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const ONE: Diagnostic[] = [{ range: RANGE, message: "one" }];
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
  ["has that of another version", at(2), ONE, "1", "2"],
  ["has other findings", at(1), [], "1", "2"],
])("a client that %s is sent all", (_, view, items, previous, resultId) => {
  const reports = createReports();
  reports.reportOf(at(1), ONE, undefined);
  expect(reports.reportOf(view, items, previous)).toEqual({ kind: "full", resultId, items });
});

test("a text that was closed is new when it is opened", () => {
  const reports = createReports();
  reports.reportOf(at(1), ONE, undefined);
  reports.forget("file:///a.yaml");
  expect(reports.reportOf(at(1), ONE, "1").kind).toBe("full");
});
