/** What a schema says to people, and what it is put together from. */
const KEPT = new Set(["$schema", "$id", "$ref", "title", "default", "examples"]);
/** Whose members are schemas by name. */
const BY_NAME = new Set(["properties", "$defs"]);
/** Which are schemas. */
const PARTS = new Set(["items", "then", "else"]);
/** What may stand in place of any value, and is nothing to offer. */
const PLACEHOLDERS = /\/(?:placeholder|interpolated)$/;

/**
 * A schema with everything that an editor can offer and show, and nothing that it could find fault with: the language server
 * says what is wrong, and an editor that also knows the schema would say it twice. Words and truth values become examples.
 */
export function offeringSchema(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  return Object.assign({}, ...Object.entries(schema).map(offered));
}

function offered([keyword, value]: [string, unknown]): unknown {
  // A condition finds no fault by itself.
  if (KEPT.has(keyword) || keyword === "if") return { [keyword]: value };
  if (PARTS.has(keyword)) return { [keyword]: offeringSchema(value) };
  if (BY_NAME.has(keyword)) {
    const members = Object.entries(value as object);
    return {
      [keyword]: Object.fromEntries(members.map(([name, it]) => [name, offeringSchema(it)])),
    };
  }
  switch (keyword) {
    case "anyOf":
      return Object.assign({}, ...(value as object[]).filter(isOwn).map(offeringSchema));
    case "description":
      return { description: value, markdownDescription: value };
    case "enum":
      return { examples: (value as unknown[]).filter((it) => it !== null) };
    case "type":
      return [value].flat().includes("boolean") ? { examples: [true, false] } : {};
    // What only the API writes is shown, and never offered.
    case "readOnly":
      return { doNotSuggest: value };
    default:
      return {};
  }
}

function isOwn(schema: object): boolean {
  return !("$ref" in schema && PLACEHOLDERS.test(String(schema.$ref)));
}
