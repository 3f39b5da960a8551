import { listed } from "../listed.ts";
import type { Expected } from "../schema/schema.ts";
import type { Node } from "../syntax/node.ts";

/** What a field takes, as a message says it. */
export function wanted({ type, enum: words, description = "", ...bounds }: Expected): string {
  if (words) return listed(words.filter((it) => it !== null).map((it) => `"${it}"`));
  const unit = /^In .+(?=\.$)/.exec(description)?.[0];
  const types = [type].flat();
  const inUnit = unit === undefined ? "" : `, ${unit.replace("In", "in")}`;
  if (types.includes("integer"))
    return `a whole number${bounds.minimum === 1 ? " from 1 up" : ""}${inUnit}`;
  if (types.includes("number"))
    return `a number${bounds.exclusiveMinimum === 0 ? " above 0" : ""}${inUnit}`;
  return TYPES.find(([it]) => types.includes(it))?.[1] ?? "of another type";
}

const TYPES = [
  ["boolean", "true or false"],
  ["string", "a text"],
  ["array", "a list"],
  ["object", "a mapping of fields"],
] as const;

/** What stands there instead, quoted where it cannot be a secret: a short number, a word that it is clear how to mend. */
export function foundIn(node: Node, isClear: boolean): string | undefined {
  if (node.kind !== "scalar") return node.kind === "sequence" ? "a list" : "a mapping";
  const { value } = node;
  if (value === null) return "nothing";
  const written = String(value).trim();
  const isShort = !LONG_NUMBER.test(written);
  if (typeof value === "string") return isClear && isShort ? `the text "${written}"` : "this text";
  return isShort && written.length <= 12 ? written : "this number";
}

/** Longer than any ID: a key, perhaps. */
export const LONG_NUMBER: RegExp = /[0-9]{10}/;
