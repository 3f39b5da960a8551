import type { Document } from "../document.ts";
import type { Edit } from "../edit.ts";
import type { Entry, ScalarNode } from "./node.ts";
import { written } from "./written.ts";

/** Gives an entry another scalar value, in the notation of the old one. Undefined where no place is safe. */
export function setValue(
  { text, language }: Pick<Document, "text" | "language">,
  { key, value }: Entry,
  newValue: string | number | boolean,
): Edit | undefined {
  const isJson = language !== "yaml" || key.style === "double";
  if (!value) {
    const start = key.range.end + 1;
    const newText = ` ${written(newValue, isJson ? "double" : key.style)}`;
    return isBare(text, key) ? { range: { start, end: start }, newText } : undefined;
  }
  // A block scalar brings its own line breaks along.
  if (value.kind !== "scalar" || value.style === "block" || !standsBeside({ key, value }, text)) {
    return undefined;
  }
  const isQuoted = value.style === "double" || value.style === "single";
  const style = isJson && !isQuoted ? "double" : value.style;
  return { range: value.range, newText: written(newValue, style) };
}

/** Whether a value stands right after its key: not an alias, no anchor and no tag. */
export function standsBeside({ key, value }: Entry, text: string): boolean {
  if (!value || value.range.start < key.range.end) return false;
  return /^\s*:\s*$/.test(text.slice(key.range.end, value.range.start));
}

/** Whether nothing but a comment follows the colon of a key on its line, or of its place between braces. */
function isBare(text: string, { range }: ScalarNode): boolean {
  const rest = /:(?:[ \t]*[,}\r\n]|[ \t]+#|[ \t]*$)/y;
  rest.lastIndex = range.end;
  return rest.test(text);
}
