import type { Planned } from "@restream-lint/lsp/protocol";
import { expect, test } from "vitest";
import { outcomeNotice, planNotice, refusalNotice, stepOf, submitQuestion } from "./words.ts";

const PLANNED: Planned = {
  kind: "planned",
  host: "api.gcore.com",
  before: "",
  after: "- name: Twitch\n",
  summary: "1 to create, 2 left as they are",
  changes: 1,
  onAir: 0,
  warnings: [],
  saved: "{}",
};

test("a plan says what would change, and offers to submit it", () => {
  expect(planNotice("restreams.yaml", PLANNED)).toEqual({
    severity: "information",
    message: "restreams.yaml → api.gcore.com · 1 to create, 2 left as they are.",
    helps: ["submit"],
  });
});

test("where nothing would change there is nothing to submit", () => {
  const summary = "Nothing to change.";
  expect(planNotice("a.yaml", { ...PLANNED, summary, changes: 0 })).toEqual({
    severity: "information",
    message: "a.yaml → api.gcore.com · Nothing to change.",
    helps: [],
  });
});

test.each([
  ["token", ["token"]],
  ["problems", ["problems"]],
  ["variables", ["variables"]],
  [undefined, []],
] as const)("a refusal offers what helps: %s", (remedy, helps) => {
  const refused = { kind: "refused" as const, message: "No.", ...(remedy && { remedy }) };
  expect(refusalNotice(refused)).toEqual({ severity: "error", message: "No.", helps });
});

test.each([
  [true, "information", []],
  [false, "warning", ["problems"]],
] as const)("what was done (all of it: %s) is %s", (isWhole, severity, helps) => {
  const submitted = { kind: "submitted" as const, summary: "1 created.", isWhole };
  expect(outcomeNotice("a.yaml", "api.gcore.com", submitted)).toEqual({
    severity,
    message: "a.yaml → api.gcore.com · 1 created.",
    helps,
  });
});

test("who agrees has read what goes where", () => {
  const warnings = ["More than a third of all restreams would be changed."];
  expect(submitQuestion("restreams.yaml", { ...PLANNED, warnings })).toEqual({
    message: "Submit restreams.yaml to api.gcore.com?",
    detail:
      "1 to create, 2 left as they are.\n\nMore than a third of all restreams would be changed.",
    button: "Submit",
    allowsLive: false,
  });
});

test("what is on air is changed only by a button that says so", () => {
  const question = submitQuestion("restreams.yaml", { ...PLANNED, onAir: 1 });
  expect(question.button).toBe("Submit, also On Air");
  expect(question.allowsLive).toBe(true);
});

test("steps come to a hundred per cent, also of nothing", () => {
  expect(stepOf({ done: 2, total: 4, message: 'created "main"' })).toEqual({
    message: '2 of 4: created "main"',
    increment: 25,
  });
  expect(stepOf({ done: 0, total: 0, message: "" }).increment).toBe(100);
});
