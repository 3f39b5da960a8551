import { expect, test } from "vitest";
import { choiceOf, type Piece, writtenAs } from "./snippet.ts";

test.each<[readonly Piece[], string, string]>([
  [["a: ", { stop: "" }], "a: $1", "a: "],
  // What means something in a snippet is escaped, and only there.
  [["$\\{a}", { stop: "${KEY}" }], "\\$\\\\{a\\}${1:\\${KEY\\}}", "$\\{a}${KEY}"],
  [[choiceOf(["a,b", "c|d"])], "${1|a\\,b,c\\|d|}", ""],
  [[choiceOf(["20"]), choiceOf([])], "${1:20}$2", "20"],
  [[choiceOf(["20", "21"], "0"), choiceOf([], "0")], "${1|20,21|}${2:0}", "00"],
  [[{ choices: ["2000000", "2000"], plain: "2000000" }], "${1|2000000,2000|}", "2000000"],
])("%j", (pieces, snippet, plain) => {
  expect(writtenAs(pieces, true)).toBe(snippet);
  expect(writtenAs(pieces, false)).toBe(plain);
});
