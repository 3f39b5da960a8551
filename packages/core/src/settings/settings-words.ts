import { listed } from "../listed.ts";
import type { SettingsError } from "../schema/generated/settings-validator.ts";
import { SETTINGS_SCHEMA, type SettingsShape } from "../schema/settings-schema.ts";

/** What the last name of a path is called in a message. */
export function nameOf(path: string): string {
  const names = path.split("/").filter((it) => !/^[0-9]*$/.test(it));
  const name = names.at(-1);
  if (name === undefined) return "Settings";
  const isRule = names.at(-2) === "rules";
  const isItem = /\/[0-9]+$/.test(path);
  return isRule ? "The severity of a rule" : isItem ? `Each of "${name}"` : `"${name}"`;
}

/** What a field takes, by what the schema has against its value. */
export function wantedBy(
  keyword: string,
  { allowedValues = [], type = [], limit = 0, comparison = "" }: SettingsError["params"],
): string {
  switch (keyword) {
    case "enum":
      return quoted(allowedValues);
    case "type":
      return [type]
        .flat()
        .map((it) => TYPES[it] ?? it)
        .join(" or ");
    case "pattern":
      return 'a JSON Pointer, which begins with "/"';
    case "minItems":
      return "a list that is not empty";
    case "maxItems":
      return `a list of at most ${limit}`;
    case "minProperties":
      return 'a mapping with "rule", "file" or "path"';
    default:
      return `a number ${COMPARISONS[comparison] ?? comparison} ${limit}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a mapping of fields",
  number: "a number",
};
const COMPARISONS: Readonly<Record<string, string>> = { ">": "above", ">=": "from", "<=": "up to" };

/** The names of the fields that a mapping in settings may have. */
export function knownAt(path: string): readonly string[] {
  let shape: SettingsShape | undefined = SETTINGS_SCHEMA;
  for (const token of path.split("/").slice(1)) {
    shape = /^[0-9]+$/.test(token) ? shape?.items : shape?.properties?.[token];
  }
  return Object.keys(shape?.properties ?? {}).filter((it) => it !== "$schema");
}

/** `"a", "b" or "c"`. */
export function quoted(words: readonly string[]): string {
  return listed(words.map((it) => `"${it}"`));
}
