import { expect, test } from "vitest";
import { parseEnvFile } from "./env-file.ts";
import type { VariableLookup } from "./fill-in.ts";

/** What is read of a text in which every line is well. */
function valuesIn(text: string, lookUp: VariableLookup): object {
  const { variables, brokenLine } = parseEnvFile(text, lookUp);
  expect(brokenLine).toBeUndefined();
  return Object.fromEntries(variables);
}

test.each([
  // Bare: to the end of the line, or to a blank and `#`.
  ["KEY=abc", { KEY: "abc" }],
  ["A=1\nB=2\r\nC=3", { A: "1", B: "2", C: "3" }],
  ["  export KEY = abc  ", { KEY: "abc" }],
  ["KEY=", { KEY: "" }],
  ["KEY=a b # no", { KEY: "a b" }],
  ["KEY=   # no", { KEY: "" }],
  ["STREAMID=7#a1b2", { STREAMID: "7#a1b2" }],
  ["STREAMID=#!::r=a,m=publish", { STREAMID: "#!::r=a,m=publish" }],
  ["KEY=a=b?c&d", { KEY: "a=b?c&d" }],
  ["KEY=a'b\"", { KEY: "a'b\"" }],
  ["KEY=a\\nb", { KEY: "a\\nb" }],
  ["\ufeffKEY=abc", { KEY: "abc" }],
  ["# KEY=abc\n\n \t\n", {}],
  ["KEY=a\nKEY=b", { KEY: "b" }],
  // Single quotes: as it is.
  ["KEY='a # ${B} \\n'", { KEY: "a # ${B} \\n" }],
  ["KEY='it\\'s' # no", { KEY: "it's" }],
  ["KEY='a\nb'\nB=1", { KEY: "a\nb", B: "1" }],
  // Double quotes: escapes and variables.
  ['KEY="a # b"', { KEY: "a # b" }],
  ['KEY="a\\nb\\"\\\\" # no', { KEY: 'a\nb"\\' }],
  ['KEY="a\\$b\\${C}$${D}"', { KEY: "a$b${C}${D}" }],
  ['KEY="a\nb"', { KEY: "a\nb" }],
  // Variables.
  ["A=x\nB=${A}y", { A: "x", B: "xy" }],
  ['A=x\nB="${A}y"', { A: "x", B: "xy" }],
  ["B=${OUTER}", { B: "outside" }],
  ["OUTER=own\nB=${OUTER}", { OUTER: "own", B: "own" }],
  ["B=${MISSING}", {}],
  ["B=${MISSING:-x}", { B: "x" }],
  ["B=a$b$", { B: "a$b$" }],
  ["B={{x}}\nC=op://a/b/c", { B: "{{x}}", C: "op://a/b/c" }],
])("reads %j", (text, expected) => {
  const lookUp = (name: string) => (name === "OUTER" ? "outside" : undefined);
  expect(valuesIn(text, lookUp)).toEqual(expected);
});

test.each([
  ["s3cr3t", 1],
  ["A=1\ns3cr3t\nB=2", 2],
  ["A=1\r\n\r\nKEY: s3cr3t", 3],
  ["=s3cr3t", 1],
  ["1A=s3cr3t", 1],
  ["A B=s3cr3t", 1],
  ["A='s3cr3t", 1],
  ['A=1\nB="s3cr3t\nC=3', 2],
  ["A='s3cr3t' s3cr3t", 1],
  ['A="s3cr3t"s3cr3t', 1],
])("names the line of what is wrong in %j, and keeps what stands before it", (text, line) => {
  const { variables, brokenLine } = parseEnvFile(text);
  expect(brokenLine).toBe(line);
  expect([...variables.values()].join()).not.toContain("s3cr3t");
});
