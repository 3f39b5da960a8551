import { describe, expect, test } from "vitest";
import { createGlobs, globFault } from "./glob.ts";

test.each<[string, string[], string[]]>([
  ["*.yml", ["a.yml", "x/y/a.yml", ".yml"], ["a.yaml", "a.yml/b", "../a.yml"]],
  ["live/*.yml", ["live/a.yml"], ["live/x/a.yml", "x/live/a.yml", "live/a.YML"]],
  ["live/**", ["live/a", "live/x/.y/a"], ["live.yml", "x/live/a"]],
  ["**/live/*", ["live/a", "x/y/live/a"], ["live/x/a"]],
  ["a/**/b/**/c", ["a/b/c", "a/x/b/y/z/c", "a/b/b/c/c"], ["a/c", "a/b/c/d"]],
  ["./live/a", ["live/a"], ["x/live/a"]],
  ["a**b", ["ab", "axb", "x/axb"], ["ax/b"]],
  ["*a*b*", ["ab", "xaybz", "aab"], ["ba", "a", "a/b"]],
  ["a?c", ["abc", "a\u{1f600}c"], ["ac", "abbc", "a/c"]],
  ["[a-c_]x", ["ax", "cx", "_x"], ["dx", "-x"]],
  ["[!a-c]x", ["dx", "!x"], ["ax", "x"]],
  ["[^a]x", ["bx"], ["ax"]],
  ["[!]x", ["!x"], ["ax"]],
  ["[a-]x", ["ax", "-x"], ["bx"]],
  ["[\\]]x", ["]x"], ["\\x"]],
  ["{a,b/c}/[0-9].{yml,json}", ["a/1.yml", "b/c/2.json"], ["a/1.xml", "c/1.yml"]],
  ["{a,}b", ["ab", "b"], ["a"]],
  ["{**,a}/b", ["b", "x/y/b", "a/b"], ["b/c"]],
  ["a,b", ["a,b"], ["a", "b"]],
  ["\\*\\(1\\)\\{\\[", ["*(1){["], ["a(1){["]],
  // What means something in a regular expression means nothing here.
  ["a.c+$^", ["a.c+$^"], ["abc+$^", "a.cc"]],
  ["[a]+b", ["a+b"], ["aab"]],
  ["{a,aa}+b", ["a+b"], ["aab"]],
])("%j fits %j, and not %j", (glob, fitting, others) => {
  expect(globFault(glob)).toBeUndefined();
  const fits = createGlobs([glob]);
  expect([...fitting, ...others].filter((it) => fits(it) === true)).toEqual(fitting);
  expect(createGlobs([`!${glob}`])(fitting[0] ?? "")).toBe(false);
});

const CHOICE =
  "holds ( ) or |, but a choice is written {a,b}: write \\( for a parenthesis in a name";
const STARS = "has more than 4 single *: write out more of the name, or give several globs";
const FOLDERS = "has more than 3 **: name some of the folders, or give several globs";
const GROUPS = "has more than 4 pairs of braces: give several globs instead";
const NAMES = "has braces that stand for too many names: use *, or give several globs";
const UNPAIRED = "has a bracket that is never closed, or never opened";

test.each<[string, string | undefined]>([
  ["", "is empty"],
  ["!", "is empty"],
  ["a".repeat(501), "has more than 500 characters"],
  ["a".repeat(500), undefined],
  ["a\\b", "takes / between folders, not \\"],
  ["\\*a\\b", "takes / between folders, not \\"],
  ["(a+)+b", CHOICE],
  ["@(a|b)", CHOICE],
  ["a|b", CHOICE],
  ["!(a)", CHOICE],
  ["{a|b,c}", CHOICE],
  ["[(|)]\\(\\)\\|", undefined],
  ["*a*a*a*", undefined],
  ["*a*a*a*a*", STARS],
  ["**/*a*/a**/*", undefined],
  ["**/*a*/a**/*/*", STARS],
  ["\\**a*[*]*a*a", undefined],
  ["**/a/**/a/**", undefined],
  ["**/a/**/a/**/a/**", FOLDERS],
  ["**/a/**/a/{**,**}", FOLDERS],
  ["{a,b}".repeat(4), undefined],
  ["{a,b}".repeat(5), GROUPS],
  ["{live,test,old}/".repeat(3) + "{a,b,c}.yml", undefined],
  // Written out, with one more for each: 2000, 2001.
  [`${"a".repeat(197)}{${"aa,".repeat(9)}aa}`, undefined],
  [`${"a".repeat(197)}{${"aa,".repeat(9)}aaa}`, NAMES],
  ["{,,,,,,}".repeat(4), NAMES],
  ["{a,{b,c}}", "has braces in braces: write all choices in one pair"],
  ["{1..3}", "has braces without a comma: write each choice, {1,2,3}"],
  ["{a,b", UNPAIRED],
  ["a}", UNPAIRED],
  ["[a", UNPAIRED],
  ["a]", UNPAIRED],
  ["[]", UNPAIRED],
  ["[a/b]", UNPAIRED],
])("of %j it says %j", (glob, fault) => {
  expect(globFault(glob)).toBe(fault);
});

describe("no glob takes long", () => {
  const long = Array.from({ length: 16 }, () => "a".repeat(255)).join("/");
  const deep = "a/".repeat(2047);

  // Of each kind the largest that is allowed, and what used to take for ever.
  test.each([
    "*a*a*a*a*a*a*a*a*a*a*a*a*b",
    "(a+)+b",
    "(a|aa)+b",
    "+([a-z]|[a-y])1",
    "@(a|a?)@(a|a?)+(a|a?)b",
    `${"?(a)".repeat(100)}+b`,
    `${"*?".repeat(200)}+b`,
    `${"{a,a}".repeat(30)}b`,
    "[a-z]+".repeat(80),
    "*a*a*a*b",
    "**/a/**/a/**/b",
    "**/*/**/*/**/b",
    `${"{a,aa,aaa}".repeat(4)}b`,
    `{${"a,".repeat(98)}a}*a*a*a*b`,
    `${"{,,,,,}".repeat(4)}b`,
    `${"[[a]".repeat(120)}b`,
    `**/*${"a".repeat(120)}/*${"a".repeat(120)}/*${"a".repeat(120)}/**/b`,
    `**/*${"a".repeat(127)}{${"b,".repeat(14)}}`,
    `*${"?".repeat(127)}{${"b,".repeat(14)}}`,
    `**/${"?".repeat(490)}`,
    `**/${"a/".repeat(120)}**/${"a/".repeat(120)}b`,
    `**/${"a/".repeat(240)}{b,b,b,b}`,
    `**/${"?/".repeat(240)}{b,b,b,b}`,
    `**/${"[a]/".repeat(115)}{b,b,b,b}`,
    `**/${"?/".repeat(100)}*/**/{b,b,b,b,b,b,b,b}`,
    `**/[${"b".repeat(200)}a]*b{,,,,,,,,}`,
  ])("%s", (glob) => {
    for (const path of [long, deep, "a".repeat(200)]) {
      const before = performance.now();
      createGlobs([glob])(path);
      expect(performance.now() - before).toBeLessThan(200);
    }
  });

  test.each([2, 4, 20, 50, 99])("nor does one that braces make %i of", (count) => {
    const braces = `{${"b,".repeat(count - 1)}b}`;
    const size = Math.min(490 - braces.length, 1970 / count - 6);
    for (const piece of ["a", "?", "a/", "?/", "[a]/", "[!b]"]) {
      const glob = `**/${piece.repeat(size / piece.length)}${braces}`;
      expect(globFault(glob)).toBeUndefined();
      for (const path of [long, deep]) {
        const before = performance.now();
        createGlobs([glob])(path);
        expect(performance.now() - before).toBeLessThan(200);
      }
    }
  });
});
