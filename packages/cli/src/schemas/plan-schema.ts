// Written out, and not taken from the plan: what is published does not change by the way.
const ACTIONS = [
  "create",
  "update",
  "delete",
  "unchanged",
  "ambiguous",
  "missing",
  "blocked",
  "remote-only",
];

const VALUE = { type: ["string", "number", "boolean", "null"] };

const FIELD = {
  type: "object",
  description:
    "A field that is sent, or goes. In a URI, *** stands for each secret, and ${NAME} for a variable.",
  properties: {
    field: { enum: ["name", "active", "uri", "stream_id", "client_user_id"] },
    from: { ...VALUE, description: "null where there is nothing yet." },
    to: { ...VALUE, description: "null where there is nothing any more." },
  },
  required: ["field", "from", "to"],
  additionalProperties: false,
};

const ENTRY = {
  type: "object",
  properties: {
    action: {
      enum: ACTIONS,
      description:
        "Nothing is sent for any while one is ambiguous, missing (no restream has its id) or blocked (it cannot be sent as it is).",
    },
    file: { type: "string", description: "As it was named, or below the directory that was." },
    path: { type: "string", description: "JSON Pointer (RFC 6901) of the restream." },
    line: { type: "integer", minimum: 1 },
    name: { type: "string", description: "Empty without one." },
    stream_id: { type: ["integer", "null"] },
    id: { type: ["integer", "null"], description: "Of the restream at Gcore, where it is known." },
    live: { type: "boolean", description: "Whether the restream at Gcore is on air." },
    fields: {
      type: "array",
      description: "What is sent, or, of what is deleted, its URI; empty for all others.",
      items: FIELD,
    },
    reasons: {
      type: "array",
      description: "Why nothing can be done, and what to do; empty where something can.",
      items: { type: "string" },
    },
  },
  required: ["action", "name", "stream_id", "id", "live", "fields", "reasons"],
  additionalProperties: false,
  if: { properties: { action: { enum: ["remote-only", "delete"] } } },
  // What is at Gcore alone stands in no document.
  then: { properties: { file: false, path: false, line: false } },
  else: { required: ["file", "path", "line"] },
};

const COUNT = { type: "integer", minimum: 0 };

/** The published JSON Schema of `plan --format json`. Members may be added in version 1; none goes or changes its meaning. */
export function planSchema(homepage: string): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/plan.schema.json`,
    title: "Output of restream-lint plan --format json",
    type: "object",
    properties: {
      version: { const: 1 },
      entries: {
        type: "array",
        description: "In the order of the documents; then what is at Gcore alone.",
        items: ENTRY,
      },
      counts: {
        type: "object",
        description: "How many entries of each action there are.",
        properties: Object.fromEntries(ACTIONS.map((it) => [it, COUNT])),
        required: ACTIONS,
        additionalProperties: false,
      },
      heldBack: {
        type: "boolean",
        description:
          "Whether --prune deletes nothing for want of certainty, or of any restream in the documents.",
      },
    },
    required: ["version", "entries", "counts", "heldBack"],
    additionalProperties: false,
  };
}
