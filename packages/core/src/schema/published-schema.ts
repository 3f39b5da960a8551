import { type MappingSchema, RESTREAM_FIELDS, SHAPES } from "./schema.ts";

/**
 * The published JSON Schema of restream documents: the shapes, with a placeholder allowed wherever a value may stand,
 * and null as good as absent.
 */
export function publishedSchema(homepage: string): object {
  const shapes = Object.entries(SHAPES).map(([name, shape]) => [name, publishedShape(shape)]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/restream.schema.json`,
    title: "Restream document",
    description: "Which live streams Gcore Streaming pushes to which targets.",
    if: { type: "array" },
    then: { items: orPlaceholder({ $ref: "#/$defs/restream" }) },
    else: {
      if: { required: ["restreams"] },
      then: { $ref: "#/$defs/whole" },
      else: {
        if: { required: ["restream"] },
        then: { $ref: "#/$defs/wrapped" },
        else: { if: BODY, then: { $ref: "#/$defs/restream" }, else: { $ref: "#/$defs/whole" } },
      },
    },
    $defs: { ...Object.fromEntries(shapes), placeholder: PLACEHOLDER, interpolated: INTERPOLATED },
  };
}

/** Any field of a restream makes a mapping a body. */
const BODY = { anyOf: Object.keys(RESTREAM_FIELDS).map((name) => ({ required: [name] })) };

const PLACEHOLDER = {
  type: "string",
  title: "Placeholder",
  description: "Filled in later: `${VAR}`, `${VAR:-default}`, `op://vault/item/field`, `{{ … }}`.",
  pattern: "^\\s*(?:(?:\\$\\{|\\{\\{).*\\}|<%.*%>|op://.+|ENC\\[.*\\])\\s*$",
};

const INTERPOLATED = {
  type: "string",
  title: "Text with placeholders",
  description: "A text that parts are filled in later.",
  pattern: "\\$\\{|\\{\\{|<%|^op://|^ENC\\[",
};

function publishedShape(shape: MappingSchema): object {
  const { properties, required, if: condition, else: otherwise, ...rest } = shape;
  const fields = Object.entries(properties).map(([name, field]) => [name, publishedField(field)]);
  return {
    ...rest,
    properties: Object.fromEntries(fields),
    ...(required && { required, allOf: [given(required)] }),
    ...(condition && { if: given(condition.required) }),
    ...(otherwise && { else: given(otherwise.required) }),
  };
}

/** That fields are there, and not null. */
function given(required: readonly string[]): object {
  const fields = required.map((name) => [name, { not: { type: "null" } }]);
  return { required, properties: Object.fromEntries(fields) };
}

function publishedField(field: MappingSchema["properties"][string]): object | true {
  if (field === true) return true;
  if ("$ref" in field) return orPlaceholder(field);
  if ("items" in field) return orPlaceholder({ ...field, items: orPlaceholder(field.items) });
  if (field.enum) return orPlaceholder(field, "interpolated");
  // A text may hold a placeholder as it is; anything else needs the choice.
  return field.type.includes("string") ? field : orPlaceholder(field);
}

function orPlaceholder(schema: object, otherwise = "placeholder"): object {
  const { title, description, ...constraints } = schema as Described;
  return {
    ...(title !== undefined && { title, description }),
    anyOf: [constraints, { $ref: `#/$defs/${otherwise}` }],
  };
}

interface Described {
  readonly title?: string;
  readonly description?: string;
}
