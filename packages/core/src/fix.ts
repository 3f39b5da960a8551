import type { Edit, Fix } from "./rule.ts";

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

function fixOf(
  title: string,
  safe: boolean,
  edits: readonly (Edit | undefined)[],
): Fix | undefined {
  const possible = edits.filter((it) => it !== undefined);
  return possible.length === edits.length ? { title, safe, edits: possible } : undefined;
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
