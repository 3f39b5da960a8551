/** JSON for programs that a person may look at too, with a line break at its end. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 2).replaceAll(RISKY, escaped)}\n`;
}

/** JSON on one line, with a line break at its end. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll(RISKY, escaped)}\n`;
}

/** Valid in JSON as they are, but a terminal or a log viewer may obey them. */
const RISKY = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
