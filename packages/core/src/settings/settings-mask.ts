import type { Document } from "../document.ts";
import type { Range } from "../range.ts";
import { rules } from "../rules/index.ts";
import { SETTINGS_SCHEMA, type SettingsShape } from "../schema/settings-schema.ts";
import { createMask, type Vocabulary } from "../secrets/mask.ts";

/**
 * Makes the function that shows the text of a settings file, as `createMask` does: the names of fields and rules, words
 * that settings know, and numbers. Hosts and globs are hidden, as somebody may have pasted an address or a key there.
 */
export function createSettingsMask(document: Document): (range: Range) => string {
  const words = new Set(rules.map(({ id }) => id));
  const numbers = new Set<string>();
  collect(SETTINGS_SCHEMA, { words, numbers });
  return createMask(document, { words, numbers });
}

/** All names and words of a schema. */
function collect(
  shape: SettingsShape,
  found: { readonly [kind in keyof Vocabulary]: Set<string> },
): void {
  for (const word of (shape["enum"] as readonly string[] | undefined) ?? []) found.words.add(word);
  for (const [name, member] of Object.entries(shape.properties ?? {})) {
    found.words.add(name);
    if (member["type"] === "number") found.numbers.add(name);
    collect(member, found);
  }
  for (const member of [shape.items, shape["additionalProperties"]]) {
    if (typeof member === "object") collect(member as SettingsShape, found);
  }
}
