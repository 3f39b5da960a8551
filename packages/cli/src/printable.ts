/**
 * Text that a terminal shows and does not obey: C0 and C1 controls and the characters that turn the writing
 * direction become visible escapes; line breaks too.
 */
export function printable(text: string): string {
  return text.replaceAll(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The same with one character for each, so that columns stay. */
export function printableInPlace(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(UNPRINTABLE, "\u00b7");
}

const UNPRINTABLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
