import { type ListName, type Pattern, patternOf, type Values } from "./fine-fields.ts";

/** What items match that have the same fields in the same order, and nothing wrong with any of them. */
export interface Draft {
  /** The source of a regular expression, from the beginning of an item to its end. */
  readonly source: string;
  /** The first of the groups that a field's value is in. */
  readonly groups: Readonly<Record<string, number>>;
}

/** The same, compiled. */
export interface Template extends Draft {
  /** Sticky. */
  readonly item: RegExp;
}

/** How fields are written in a language, as sources of regular expressions. */
export interface Notation {
  readonly isQuoted: boolean;
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly fieldOf: (key: string, value: string) => string;
}

/** Drafts the template of an item with these values; undefined where something may be wrong with it. */
export function draftTemplate(
  list: ListName,
  values: Values,
  { isQuoted, open, between, close, fieldOf }: Notation,
): Draft | undefined {
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
  return { source: `${open}${fields.join(between)}${close}`, groups };
}
