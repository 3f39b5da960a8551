import { type ListName, type Pattern, patternOf, type Values } from "./fine-fields.ts";

/** Items of a list that have the same fields in the same order, and nothing wrong with any of them. */
export interface Template {
  /** Sticky: matches from the beginning of an item to its end. */
  readonly item: RegExp;
  /** The first of the groups that a field's value is in. */
  readonly groups: Readonly<Record<string, number>>;
}

/** How fields are written in a language, as sources of regular expressions. */
export interface Notation {
  readonly isQuoted: boolean;
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly fieldOf: (key: string, value: string) => string;
}

/** The template of an item with these values; undefined where something may be wrong with it. */
export function createTemplate(
  list: ListName,
  values: Values,
  { isQuoted, open, between, close, fieldOf }: Notation,
): Template | undefined {
  const groups: Record<string, number> = {};
  const fields: string[] = [];
  let next = 1;
  for (const key of Object.keys(values)) {
    const pattern: Pattern | undefined = patternOf(list, key, values, isQuoted);
    if (!pattern) return undefined;
    groups[key] = next;
    next += pattern.groups;
    fields.push(fieldOf(key, pattern.source));
  }
  return { item: new RegExp(`${open}${fields.join(between)}${close}`, "y"), groups };
}
