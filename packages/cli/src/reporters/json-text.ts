import { escapeOf } from "../printable.ts";

/** JSON for programs that a person may look at too, with a line break at its end. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll(RISKY, escapeOf)}\n`;
}

/** JSON on one line, with a line break at its end. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll(RISKY, escapeOf)}\n`;
}

/**
 * Valid in JSON as they are, but a terminal or a log viewer may obey them, or show nothing of them; and GitHub's runner obeys
 * `##[`, wherever it stands.
 */
const RISKY =
  /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<=#)#(?=\[)/g;
