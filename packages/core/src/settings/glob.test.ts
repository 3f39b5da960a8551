import { expect, test } from "vitest";
import { createGlobs, globFault } from "./glob.ts";

test.each<[string, string[], string[]]>([
  ["*.yml", ["a.yml", "x/y/a.yml", ".yml"], ["a.yaml", "a.yml/b", "../a.yml"]],
  ["live/*.yml", ["live/a.yml"], ["live/x/a.yml", "x/live/a.yml", "live/a.YML"]],
  ["live/**", ["live/a", "live/x/.y/a"], ["live.yml", "x/live/a"]],
  ["**/live/*", ["live/a", "x/y/live/a"], ["live/x/a"]],
  ["a/**/b/**/c", ["a/b/c", "a/x/b/y/z/c"], ["a/c", "a/b/c/d"]],
  ["./live/a", ["live/a"], ["x/live/a"]],
  ["a?c", ["abc"], ["ac", "abbc", "a/c"]],
  ["[a-c_]x", ["ax", "cx", "_x"], ["dx", "-x"]],
  ["{a,b/c}/[0-9].{yml,json}", ["a/1.yml", "b/c/2.json"], ["a/1.xml", "c/1.yml"]],
  // What means something in a regular expression means nothing here.
  ["a.c+$^", ["a.c+$^"], ["abc+$^", "a.cc"]],
  ["[a]+b", ["a+b"], ["aab"]],
])("%j fits %j, and not %j", (glob, fitting, others) => {
  expect(globFault(glob)).toBeUndefined();
  const fits = createGlobs([glob]);
  expect([...fitting, ...others].filter((it) => fits(it) === true)).toEqual(fitting);
  expect(createGlobs([`!${glob}`])(fitting[0] ?? "")).toBe(false);
});

const CHOICE = "holds ( ) or |, but a choice is written {a,b}";
const SLOW =
  "has too many * and {…} to be matched quickly: write out more of the names, or give several globs";
const UNPAIRED = "has a bracket that is never closed, or never opened";

test.each<[string, string | undefined]>([
  ["", "is empty"],
  ["!", "is empty"],
  ["a".repeat(501), "has more than 500 characters"],
  ["a".repeat(500), undefined],
  ["a\\b", "takes / between folders, and holds no \\"],
  ["/a", "must stay in the folder of the settings file: no leading /, no .."],
  ["a/../b", "must stay in the folder of the settings file: no leading /, no .."],
  ["(a+)+b", CHOICE],
  ["@(a|b)", CHOICE],
  ["a|b", CHOICE],
  ["!(a)", CHOICE],
  ["{a,{b,c}}", "has braces in braces: write all choices in one pair"],
  ["**/*a*/*b", undefined],
  ["live/**/{a,b}-*.{yml,yaml,json}", undefined],
  ["*a*a*a*a", SLOW],
  ["**/**/**/a", SLOW],
  ["{a,a}".repeat(30), SLOW],
  [`*?*?*?{${"a,".repeat(50)}a}`, SLOW],
  ["{a,b", UNPAIRED],
  ["[a", UNPAIRED],
])("of %j it says %j", (glob, fault) => {
  expect(globFault(glob)).toBe(fault);
});

// What takes for ever ends with the test's own time.
test.each([
  "**/*a*a*b",
  "**/*?*?*b",
  "**/a/**/*a*b",
  "**/*/**/*b",
  "{a,aa}*{a,aa}*a*b",
  "[a-z]+[a-z]+b",
])("%j is not matched for ever", (glob) => {
  expect(globFault(glob)).toBeUndefined();
  const fits = createGlobs([glob]);
  const long = Array.from({ length: 16 }, () => "a".repeat(255)).join("/");
  for (const path of [long, "a/".repeat(2047), "a".repeat(255)]) expect(fits(path)).toBeUndefined();
});
