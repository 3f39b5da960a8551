/** What a schema says to people, and what it is put together from. */
const KEPT = new Set(["$schema", "$id", "$ref", "title", "description", "default", "examples"]);
/** Whose members are schemas by name. */
const BY_NAME = new Set(["properties", "$defs"]);
/** Which are schemas, or lists of them. */
const PARTS = new Set(["items", "anyOf", "then", "else"]);

/**
 * A schema with everything that an editor can offer and show, and nothing that it could find fault with: the language server
 * says what is wrong, and an editor that also knows the schema would say it twice. Words and truth values become examples.
 */
export function offeringSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(offeringSchema);
  if (typeof schema !== "object" || schema === null) return schema;
  // What only the API writes is shown, and never offered.
  const doNotSuggest = isReadOnly(schema) ? { doNotSuggest: true } : {};
  return Object.assign(doNotSuggest, ...Object.entries(schema).map(offered));
}

function isReadOnly(schema: object): boolean {
  if ("readOnly" in schema) return schema.readOnly === true;
  return "anyOf" in schema && [schema.anyOf].flat().some((it) => isReadOnly(it as object));
}

function offered([keyword, value]: [string, unknown]): object {
  // A condition finds no fault by itself.
  if (KEPT.has(keyword) || keyword === "if") return { [keyword]: value };
  if (PARTS.has(keyword)) return { [keyword]: offeringSchema(value) };
  if (BY_NAME.has(keyword)) {
    const members = Object.entries(value as object);
    return {
      [keyword]: Object.fromEntries(members.map(([name, it]) => [name, offeringSchema(it)])),
    };
  }
  if (keyword === "enum") return { examples: (value as unknown[]).filter((it) => it !== null) };
  if (keyword === "type" && [value].flat().includes("boolean")) return { examples: [true, false] };
  return {};
}
