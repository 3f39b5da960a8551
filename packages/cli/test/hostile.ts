import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  oneof,
  record,
  string,
  tuple,
  uniqueArray,
} from "fast-check";
import { type Diagnostic, pageOf } from "@restream-lint/core";
import type { FileReport, Paper } from "../src/report.ts";
import { createRepositoryPath } from "../src/printing/repository-path.ts";

/** What some format or reader of it takes for more than text. */
const PIECES = [
  [
    "::",
    "::error::x",
    "::stop-commands::x",
    "##[error]",
    "%",
    "%0A",
    "%25",
    "\r\n",
    "\n",
    "\r",
    ",",
    "=",
    ":",
  ],
  [
    "]]>",
    "<!--",
    "-->",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    '"',
    "'",
    "<?xml?>",
    "<script>alert(1)</script>",
  ],
  [
    "|",
    "\\",
    "`",
    "``",
    "*a*",
    "__b__",
    "~~c~~",
    "[x](https://e.test)",
    "![x](y)",
    "](",
    "<b>",
    "---",
    "#1",
  ],
  ["@octocat", "!1", "~label", "$x$", ":100:", "https://e.test", "www.e.test", "a@e.test", "^1"],
  [
    "\u001b]0;owned\u0007",
    "\u001b[2J",
    "\u0000",
    "\u0085",
    "\u009b",
    "\u2028",
    "\u202e",
    "\u200b",
    "\ufeff",
  ],
  ["\ud800", "\udc00", "\ufffe", "\uffff", "{0}", "é", "日本", "🎥", " ", "/", "..", "a", "Z"],
].flat();

/** Texts as nobody writes them by chance. */
export const HOSTILE: Arbitrary<string> = array(
  oneof(constantFrom(...PIECES), string({ unit: "binary", maxLength: 3 })),
  {
    minLength: 1,
    maxLength: 8,
  },
)
  .map((pieces) => pieces.join(""))
  .filter((text) => text !== "");

const DIAGNOSTIC: Arbitrary<Diagnostic> = record({
  rule: constantFrom("srt-not-caller", "unknown-field", "hard-coded-secret"),
  severity: constantFrom("error", "warning", "info"),
  message: HOSTILE,
  range: constantFrom({ start: 0, end: 1 }, { start: 2, end: 4 }, { start: 0, end: 4 }),
  path: oneof(
    constant("/uri"),
    HOSTILE.map((it) => `/${it}`),
  ),
  url: constant(pageOf("srt-not-caller")),
  fixes: constantFrom(
    [],
    [{ title: "x", safe: true, edits: [{ range: { start: 0, end: 1 }, newText: "x" }] }],
  ),
  related: constant([]),
});

/** Files with names and findings out of hostile texts; no two have the same name. */
export const HOSTILE_REPORTS: Arbitrary<FileReport[]> = uniqueArray(HOSTILE, {
  maxLength: 3,
  selector: (file) => PAPER.pathOf(file),
}).chain((files) =>
  tuple(
    ...files.map((file) => array(DIAGNOSTIC, { maxLength: 4 }).map((it) => reportOf(file, it))),
  ),
);

/** A report of `a`, `bc` with these findings. */
export function reportOf(file: string, diagnostics: readonly Diagnostic[]): FileReport {
  const text = "a\nbc\n";
  return { file, text, diagnostics, suppressed: 0, mask: () => "", markOf, fileOf: () => file };
}

/** A finding about the first character, unless it says otherwise. */
export function diagnosticOf(given: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "unknown-field",
    severity: "error",
    message: "x",
    range: { start: 0, end: 1 },
    path: "",
    url: "",
    fixes: [],
    related: [],
    ...given,
  };
}

/** A pipe. */
export const PAPER: Paper = {
  color: false,
  isTerminal: false,
  width: 120,
  pathOf: createRepositoryPath({ cwd: "/work", env: {} }),
};

/** What counts do not matter for. */
export const SUMMARY = { files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0, suppressed: 0 };

function markOf({ rule, path }: Diagnostic): Pick<Diagnostic, "rule" | "path"> {
  return { rule, path };
}
