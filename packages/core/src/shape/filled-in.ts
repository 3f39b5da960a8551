import { placeholdersIn } from "../placeholder/placeholder.ts";
import type { FieldSchema } from "../schema/schema.ts";
import { asWritten } from "../syntax/filling.ts";
import type { Node } from "../syntax/node.ts";

/**
 * Whether something else gives this value later, so that its type as written proves nothing. A placeholder in a longer
 * text can only make a text.
 */
export function isFilledIn(text: string, node: Node, { type }: Pick<FieldSchema, "type">): boolean {
  if (node.tag !== undefined) return true;
  if (node.kind !== "scalar") return isTemplate(text, node);
  const { value } = asWritten(node);
  // What was filled in is there now.
  if (node.filling && node.filling.left.found.length === 0) return false;
  return typeof value === "string" && isPlaceholder(value, type.includes("string"));
}

/** YAML reads `{{ … }}` without quotes as a mapping whose key is a mapping. */
function isTemplate(text: string, node: Node): boolean {
  return (
    node.kind === "mapping" && node.entries.length === 0 && text.startsWith("{{", node.range.start)
  );
}

function isPlaceholder(value: string, mayBeText: boolean): boolean {
  const { found } = placeholdersIn(value);
  const length = found.reduce((sum, { range }) => sum + range.end - range.start, 0);
  return found.length > 0 && (mayBeText || length >= value.trim().length);
}
