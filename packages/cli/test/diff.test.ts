import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { array, assert, constantFrom, nat, property, sample, tuple } from "fast-check";
import { expect, test } from "vitest";
import { changedLines, linesIn } from "../src/changed-lines.ts";
import { patchOf } from "../src/diff.ts";

/** A text, and edits of it in its order, of which no two touch. */
const EDITED = tuple(
  array(constantFrom("a\n", "b\n", "c: d\n", "\n", "\r\n", "e"), { minLength: 3, maxLength: 30 }),
  array(tuple(nat(12), nat(6), constantFrom("", "x", "y\n", "\nz", "a\nb\n", "\n")), {
    maxLength: 5,
  }),
).map(([parts, written]) => {
  const text = parts.join("");
  const edits: Edit[] = [];
  let at = 0;
  for (const [gap, length, newText] of written) {
    const start = at + gap;
    const end = Math.min(start + length, text.length);
    if (start > text.length) break;
    if (text.slice(start, end) !== newText) edits.push({ range: { start, end }, newText });
    at = end + 1;
  }
  return { text, edits, edited: applied(text, edits) };
});

function applied(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight(
    (it, { range, newText }) => it.slice(0, range.start) + newText + it.slice(range.end),
    text,
  );
}

test("the lines that edits change, changed, are the lines of the edited text", () => {
  assert(
    property(EDITED, ({ text, edits, edited }) => {
      const [before, after] = [linesIn(text), linesIn(edited)];
      const changes = changedLines(before, after, edits);
      const result: string[] = [];
      let at = 0;
      for (const { before: old, after: changed } of changes) {
        result.push(...before.slice(at, old.start), ...after.slice(changed.start, changed.end));
        at = old.end;
        if (old.end === old.start || changed.end === changed.start) continue;
        expect(before[old.start]).not.toBe(after[changed.start]);
        expect(before[old.end - 1]).not.toBe(after[changed.end - 1]);
      }
      expect([...result, ...before.slice(at)].join("")).toBe(edited);
    }),
  );
});

test("a patch is one that git takes, and makes the edited text", () => {
  // What is not printed as it is, is in names-in-lines.test.ts.
  const changed = sample(EDITED, 100).filter(
    ({ text, edited }) => text !== edited && !/\r(?!\n)/.test(edited),
  );
  expect(changed.length).toBeGreaterThan(20);
  const names = changed.map((_, index) => `${index}.yaml`);
  const folder = folderWith(
    Object.fromEntries(changed.map(({ text }, index) => [names[index], text])),
  );
  const patch = changed.map(({ text, edits, edited }, index) => {
    const side = (it: string) => ({ text: it, masked: it });
    return patchOf(names[index] ?? "", side(text), side(edited), edits);
  });
  writeFileSync(join(folder, "all.patch"), patch.join(""));
  execFileSync("git", ["apply", "--whitespace=nowarn", "all.patch"], {
    cwd: folder,
    env: { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, "..") },
  });
  for (const [index, { edited }] of changed.entries())
    expect(readFileSync(join(folder, names[index] ?? ""), "utf8")).toBe(edited);
});

test("shows what stands around a change, once where two are near", () => {
  const lines = Array.from({ length: 20 }, (_, index) => `${index + 1}\n`);
  const at = (line: number): Edit => {
    const start = lines.slice(0, line - 1).join("").length;
    return { range: { start, end: start }, newText: "+" };
  };
  const headersOf = (...edits: Edit[]) => {
    const side = (it: string) => ({ text: it, masked: it });
    const text = lines.join("");
    const patch = patchOf("a", side(text), side(applied(text, edits)), edits);
    return patch.split("\n").filter((it) => it.startsWith("@@"));
  };
  expect(headersOf(at(1))).toEqual(["@@ -1,4 +1,4 @@"]);
  expect(headersOf(at(10))).toEqual(["@@ -7,7 +7,7 @@"]);
  expect(headersOf(at(20))).toEqual(["@@ -17,4 +17,4 @@"]);
  // Six lines between them, then seven.
  expect(headersOf(at(5), at(12))).toEqual(["@@ -2,14 +2,14 @@"]);
  expect(headersOf(at(5), at(13))).toEqual(["@@ -2,7 +2,7 @@", "@@ -10,7 +10,7 @@"]);
});
