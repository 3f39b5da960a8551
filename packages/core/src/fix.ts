import type { Fix } from "./rule.ts";
import type { Edit } from "./edit.ts";

/** A fix that `--fix` applies without asking; undefined if one of its edits was not possible. */
export function safeFix(title: string, ...edits: readonly (Edit | undefined)[]): Fix | undefined {
  return fixOf(title, true, edits);
}

/** A fix that a person chooses; undefined if one of its edits was not possible. */
export function suggestion(
  title: string,
  ...edits: readonly (Edit | undefined)[]
): Fix | undefined {
  return fixOf(title, false, edits);
}

/** A fix that nothing applies but a person who looks on. */
export function byHand(fix: Fix | undefined): Fix | undefined {
  return fix && { ...fix, byHand: true };
}

/** Different answers to one question: of several only a person can choose, though all but one may not be possible in this place. */
export function alternatives(fixes: readonly (Fix | undefined)[]): readonly (Fix | undefined)[] {
  return fixes.length > 1 ? fixes.map(byHand) : fixes;
}

function fixOf(
  title: string,
  safe: boolean,
  edits: readonly (Edit | undefined)[],
): Fix | undefined {
  const possible = edits.filter((it) => it !== undefined);
  return possible.length === edits.length ? { title, safe, edits: possible } : undefined;
}

/** An edit as what it puts or deletes around a text that stays, so that it does not repeat that. */
export function aroundKept(text: string, edit: Edit): readonly Edit[] {
  const { range, newText } = edit;
  const { start, end } = range;
  const old = text.slice(start, end);
  const [outer, inner] = old.length < newText.length ? [newText, old] : [old, newText];
  const before = outer.indexOf(inner);
  if (inner === "" || before === -1) return [edit];
  const after = outer.slice(before + inner.length);
  const [first, last] =
    outer === newText
      ? [
          { range: { start, end: start }, newText: outer.slice(0, before) },
          { range: { start: end, end }, newText: after },
        ]
      : [
          { range: { start, end: start + before }, newText: "" },
          { range: { start: end - after.length, end }, newText: "" },
        ];
  return [first, last].filter((it) => it.newText !== "" || it.range.start < it.range.end);
}

/** Applies edits that do not overlap, in one pass. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
