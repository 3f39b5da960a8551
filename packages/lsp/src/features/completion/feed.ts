import { lineBreakNear, lineStartBefore } from "@restream-lint/core";

/**
 * A line break, and the blanks that lead from its line's indentation to the column of what is inserted at an offset
 * before it, as behind a dash.
 */
export function feedAt(text: string, offset: number, lead: string): string {
  const margin = text.slice(lineStartBefore(text, offset), offset).trimStart();
  return lineBreakNear(text, offset) + " ".repeat(margin.length + lead.length);
}

/** The blanks that the line of an offset begins with, up to it: what a client puts before further lines, if it does. */
export function indentationAt(text: string, offset: number): string {
  const line = text.slice(lineStartBefore(text, offset), offset);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
