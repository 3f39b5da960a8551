/**
 * What stands between the start of a line and an offset, if it is nothing but blanks and the dashes of list items.
 * Looks no further back than that: a line can be as long as a text.
 */
export function marginBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && /[ \t-]/.test(text.charAt(start - 1))) start -= 1;
  const isLineStart = start === 0 || /[\r\n\ufeff]/.test(text.charAt(start - 1));
  return isLineStart ? text.slice(start, offset) : undefined;
}

/** Where the line of an offset starts. */
export function lineStartBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start -= 1;
  return start;
}

/** The blanks and the YAML comment that end a line from an offset on; undefined where anything else follows. */
export function restOfLine(text: string, offset: number): string | undefined {
  const rest = /(?:[ \t]+#[^\r\n]*|[ \t]*)(?=[\r\n]|$)/y;
  rest.lastIndex = offset;
  return rest.exec(text)?.[0];
}

/** The line break that ends the line before, or else the line of, an offset. */
export function lineBreakNear(text: string, offset: number): string {
  const lineStart = offset - (marginBefore(text, offset)?.length ?? 0);
  const before = /(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, lineStart - 2), lineStart))?.[0];
  return before ?? /\r\n?|\n/.exec(text.slice(lineStart))?.[0] ?? "\n";
}
