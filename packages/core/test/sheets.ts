import { expect } from "vitest";
import { parseDocument } from "../src/document.ts";
import type { Edit } from "../src/edit.ts";
import { lintSheet } from "../src/fine/lint-sheet.ts";
import { Sheet } from "../src/fine/sheet.ts";
import { judgeSparse, sparseOf } from "../src/fine/sparse.ts";
import { judge } from "../src/lint.ts";
import type { Settings } from "../src/settings/settings.ts";
import type { Language } from "../src/syntax/syntax.ts";

// What has to hold of a sheet, whatever the language of its text.

/** Something that happens to a text. */
export type Change = (text: string) => string;

/** A text, and what happens to it. */
export interface Changes {
  readonly text: string;
  readonly changes: readonly Change[];
}

/**
 * The text after some edits, and its sheet, where the last of them left it one: at each, as if it were made of the text.
 */
export function changedBy(
  { text: start, changes }: Changes,
  language: Language,
): { text: string; changed?: Sheet } {
  let text = start;
  let sheet = Sheet.of(text, language);
  let changed: Sheet | undefined;
  for (const [index, change] of changes.entries()) {
    // What is found stays with the pieces that stay, over one change or two.
    if (sheet && index % 2 === 0) lintSheet(sheet, SETTINGS, 0)?.diagnostics();
    const next = change(text);
    const anew = Sheet.of(next, language);
    changed = sheet?.change(editBetween(text, next));
    if (changed) expect(written(changed), next).toBe(anew && written(anew));
    sheet = changed ?? anew;
    text = next;
  }
  return { text, ...(changed && { changed }) };
}

/** The same ones each time, as what is kept is kept for them. */
const SETTINGS: Settings = {};

/** Finds what linting the whole text finds, if it is one that a part of may stand for; answers whether it is. */
export function checkSparse(text: string, sheet: Sheet | undefined): boolean {
  const sparse = sheet && sparseOf(sheet);
  const linted = sheet && lintSheet(sheet, SETTINGS, 0);
  if (!sheet || (!sparse && !linted)) return false;
  const whole = judge(parseDocument(text, { language: sheet.cutter.language }));
  if (linted) expect(linted.diagnostics(), text).toEqual(whole.diagnostics);
  if (!sparse) return false;
  const judged = judgeSparse(sparse);
  expect(judged, text).toEqual(whole);
  for (const { range } of judged.diagnostics) {
    const { start, end } = sparse.rangeInSparse(range) ?? range;
    expect(sparse.document.text.slice(start, end)).toBe(text.slice(range.start, range.end));
  }
  return true;
}

/** All that a sheet knows, in one string, which is quickly compared. */
function written({ text, pieces, ledger }: Sheet): string {
  const all = pieces.slice(0, pieces.count);
  const shared = all.map(({ facts }) => facts && ledger.shares(facts));
  return JSON.stringify({ text, all, unsure: pieces.unsure().map(({ index }) => index), shared });
}

/** The edit that makes one text of another. */
export function editBetween(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let last = after.length;
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end -= 1;
    last -= 1;
  }
  return { range: { start, end }, newText: after.slice(start, last) };
}
