import { type Language, Sheet } from "@restream-lint/core";

/** Shorter texts are parsed as a whole: features ask for all of it anyway. In UTF-16 units. */
const MIN_LENGTH = 50_000;

/** The sheet of a text; undefined where it is short, or has to be read as a whole. */
export function sheetOfLong(text: string, language: Language): Sheet | undefined {
  return text.length < MIN_LENGTH ? undefined : Sheet.of(text, language);
}
