import { schemeOf, type Scheme } from "./fine-uris.ts";
import { type Group, GROUPS, type ListName, patternOf, type Values } from "./fine-fields.ts";

/** What items match that have the same fields in the same order, and nothing wrong with any of them. */
export interface Draft {
  /** The source of a regular expression, from the beginning of an item to its end. */
  readonly source: string;
  /** The groups, in their order. */
  readonly groups: readonly Group[];
  readonly scheme: Scheme;
  readonly lines: number | undefined;
}

/** The same, compiled. */
export interface Template {
  readonly source: string;
  /** Sticky. */
  readonly item: RegExp;
  /** The number of each group; of one that it has not, a number that none has. */
  readonly groups: Readonly<Record<Group, number>>;
  /** Of the targets, in the list of restreams. */
  readonly scheme: Scheme;
  /** How many lines an item has; undefined where that differs. */
  readonly lines: number | undefined;
}

/** How fields are written in a language, as sources of regular expressions. */
export interface Notation {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly fieldOf: (field: string, value: string) => string;
  /** Whether each field has a line, and nothing else has. */
  readonly isByLine: boolean;
}

/** Drafts the template of an item with these values; undefined where something may be wrong with it. */
export function draftTemplate(
  list: ListName,
  values: Values,
  { open, between, close, fieldOf, isByLine }: Notation,
): Draft | undefined {
  const groups: Group[] = [];
  const fields: string[] = [];
  for (const field of values.keys()) {
    const pattern = patternOf(list, field, values);
    if (!pattern) return undefined;
    groups.push(...(pattern.groups ?? []));
    fields.push(fieldOf(field, pattern.source));
  }
  // It would stand for any item.
  if (fields.length === 0) return undefined;
  return {
    source: `${open}${fields.join(between)}${close}`,
    groups,
    scheme: schemeOf(values.get("uri") ?? ""),
    lines: isByLine ? fields.length : undefined,
  };
}

/** Compiles a template. */
export function compileTemplate(draft: Draft): Template {
  const numbers = GROUPS.map((group) => [group, draft.groups.indexOf(group) + 1 || NONE] as const);
  const groups = Object.fromEntries(numbers) as Record<Group, number>;
  return { ...draft, item: new RegExp(draft.source, "y"), groups };
}

/** The number of no group. */
const NONE = 9;
