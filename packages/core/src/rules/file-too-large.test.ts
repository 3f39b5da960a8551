import { expect, test } from "vitest";
import { checkRule } from "@restream-lint/testkit";
import { parseDocument } from "../document.ts";
import { MAX_LENGTH } from "../max-length.ts";
import { lint } from "../lint.ts";
import { fileTooLarge } from "./file-too-large.ts";

checkRule(fileTooLarge, { valid: ["", "restreams: []\n"], invalid: [] });

test("accepts 64 MB", () => {
  // NUL ends the reading of a text, so that this one costs no time.
  expect(Array.from(fileTooLarge.check(parseDocument("\0".repeat(MAX_LENGTH))))).toEqual([]);
});

test("reports more, and nothing else of it", () => {
  const document = parseDocument("\0".repeat(MAX_LENGTH + 1));
  expect(lint(document)).toMatchObject([
    {
      rule: "file-too-large",
      severity: "error",
      message:
        "This document holds more than 64 MB and was not checked: split it into smaller files",
      range: { start: 0, end: 0 },
      path: "",
    },
  ]);
});
