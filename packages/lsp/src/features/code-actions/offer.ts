import type { Diagnostic, Edit, Range } from "@restream-lint/core";
import { type CodeActionContext, CodeActionTriggerKind } from "vscode-languageserver-types";

/** Something that a person may choose, before it is known what a client takes. */
export interface Offer {
  readonly title: string;
  readonly kind: OfferKind;
  /** With the title, what tells it from all others of its range; in one line, and nothing of it is a secret. */
  readonly about: string;
  /** What it takes away. */
  readonly finding?: Diagnostic;
  /** The only answer there is. */
  readonly isPreferred?: boolean;
  /** Working out its edits reads the whole text several times. */
  readonly isCostly?: boolean;
  /** Only that shows whether there are any. */
  readonly isDoubtful?: boolean;
  /** Undefined, or none, where it cannot be done. */
  readonly edits: () => readonly Edit[] | undefined;
}

/** A quick fix is about what is wrong at a place, a refactoring about what is not, a source action about the document. */
export type OfferKind = "quickfix" | "refactor.rewrite" | "source.fixAll.restream-lint";

/** The kinds of all code actions: what the server says that it offers. */
export const CODE_ACTION_KINDS: readonly OfferKind[] = [
  "quickfix",
  "refactor.rewrite",
  "source.fixAll.restream-lint",
];

/** Of one sort, nobody reads more at once; a selection may be a whole text. */
export const MAX_OFFERS = 100;

/** Whether two ranges overlap or touch: a cursor at the end of a word is at that word. */
export function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Where something stands, as a word to compare. */
export function placeOf({ range: { start, end } }: { readonly range: Range }): string {
  return `${start}-${end}`;
}

/**
 * Whether a client wants what it asks for to hold an offer. A kind stands for all below it. What changes more than what is
 * wrong at a place is not thrust upon a person who only moves the cursor; who saves asks for it by its kind.
 */
export function isAsked({ kind }: Offer, { only = [], triggerKind }: CodeActionContext): boolean {
  if (only.length > 0) return only.some((it) => it === "" || `${kind}.`.startsWith(`${it}.`));
  return triggerKind !== CodeActionTriggerKind.Automatic || kind === "quickfix";
}
