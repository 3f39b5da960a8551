import type { Document } from "../document.ts";
import { RULES_BY_ID } from "../rules-by-id.ts";
import { type Suppression, suppressionsIn } from "./suppression.ts";

/** The comments of a document that suppress findings of our rules, or are meant to. */
export function suppressionsOf({
  text,
  language,
}: Pick<Document, "text" | "language">): readonly Suppression[] {
  return suppressionsIn(text, language, RULES_BY_ID);
}
