import type { Diagnostic } from "../diagnostic.ts";
import { type Document, edit as withEdit } from "../document.ts";
import type { Edit } from "../edit.ts";
import { lint } from "../lint.ts";
import { rules } from "../rules/index.ts";
import type { Directive, Suppression } from "./suppression.ts";
import { suppressionsOf } from "./suppressions-of.ts";

/** An edit that makes a comment, or adds to one. */
export interface SuppressingEdit extends Edit {
  readonly directive: Directive;
  /** Where the comment begins once the edit is made. */
  readonly comment: number;
  /** Where the line begins then that the comment above it is about. */
  readonly below?: number;
}

/**
 * The first of several edits after which all is as it should be: the comment is one, the findings of the rule that are meant
 * are silent, those that are not are where they were, and the text can be read as it could before.
 */
export function firstCertain(
  document: Document,
  rule: string,
  edits: readonly (SuppressingEdit | undefined)[],
  isMeant: (offset: number) => boolean,
): Edit | undefined {
  // How much of a text with faults is read, and as what, a comment may change; of any other it changes nothing.
  const isWhole = document.syntax.faults.length === 0;
  const asked = isWhole ? rules.filter(({ id }) => id === rule) : rules;
  const kept = lint(document, {}, asked).filter(
    (it) => it.rule !== rule || !isMeant(it.range.start),
  );
  const certain = edits.find((it) => it && isCertain(it));
  return certain && { range: certain.range, newText: certain.newText };

  function isCertain(edit: SuppressingEdit): boolean {
    const after = withEdit(document, edit);
    const found = lint(after, {}, asked);
    return (
      suppressionsOf(after).some((it) => isRead(it, rule, edit)) &&
      (after.syntax.faults.length === 0) === isWhole &&
      found.length === kept.length &&
      kept.every((it, index) => isMoved(it, found[index], edit))
    );
  }
}

function isRead(
  { directive, comment, below, names }: Suppression,
  rule: string,
  edit: SuppressingEdit,
): boolean {
  return (
    directive === edit.directive &&
    comment.start === edit.comment &&
    (edit.below === undefined || below === edit.below) &&
    names.some(({ text }) => text === rule)
  );
}

function isMoved(
  before: Diagnostic,
  after: Diagnostic | undefined,
  { range, newText }: Edit,
): boolean {
  const { start } = before.range;
  const moved = start < range.start ? start : start + newText.length;
  // What is said of a text as a whole stands at its start.
  const isInPlace = after?.range.start === moved || (start === 0 && after?.range.start === 0);
  return isInPlace && after.rule === before.rule && after.message === before.message;
}
