/**
 * Text that a terminal shows and does not obey, nor does a log of GitHub's runner, which takes `##[` anywhere in a line for the
 * beginning of a command.
 */
export function printable(text: string): string {
  return visible(text).replaceAll("##[", "## [");
}

/** C0 and C1 controls and the characters that turn the writing direction as visible escapes; line breaks too. */
export function visible(text: string): string {
  return text.replaceAll(UNPRINTABLE, escapeOf);
}

/** The same with one character for each, so that columns stay. */
export function printableInPlace(text: string): string {
  return text.replaceAll("\t", " ").replaceAll(UNPRINTABLE, "\u00b7").replaceAll("##[", "#\u00b7[");
}

/** `\u001b`, for a character of one UTF-16 unit. */
export function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const UNPRINTABLE =
  /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
