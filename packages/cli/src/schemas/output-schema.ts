const PLACE = {
  type: "object",
  description: "Lines and columns count from 1, offsets from 0, all in UTF-16 units.",
  properties: {
    line: { type: "integer", minimum: 1 },
    column: { type: "integer", minimum: 1 },
    offset: { type: "integer", minimum: 0 },
  },
  required: ["line", "column", "offset"],
  additionalProperties: false,
};

const RANGE = {
  type: "object",
  description: "From the first character to the one after the last.",
  properties: { start: { $ref: "#/$defs/place" }, end: { $ref: "#/$defs/place" } },
  required: ["start", "end"],
  additionalProperties: false,
};

const FIX = {
  type: "object",
  properties: {
    title: { type: "string" },
    safe: { type: "boolean", description: "Whether --fix applies it without asking." },
    edits: {
      type: "array",
      description: "In the order of the text; they do not overlap.",
      items: {
        type: "object",
        properties: { range: { $ref: "#/$defs/range" }, newText: { type: "string" } },
        required: ["range", "newText"],
        additionalProperties: false,
      },
    },
  },
  required: ["title", "safe", "edits"],
  additionalProperties: false,
};

const DIAGNOSTIC = {
  type: "object",
  properties: {
    file: { type: "string", description: "As it was named, or below the directory that was." },
    path: { type: "string", description: "JSON Pointer (RFC 6901) of what it is about." },
    rule: { type: "string" },
    severity: { enum: ["error", "warning", "info"] },
    message: { type: "string", description: "One line; never a secret." },
    range: { $ref: "#/$defs/range" },
    url: { type: "string", description: "The rule's page." },
    fixes: { type: "array", items: FIX },
    related: {
      type: "array",
      description: "Other places that the message speaks of, maybe in other files.",
      items: {
        type: "object",
        properties: {
          file: { type: "string" },
          range: { $ref: "#/$defs/range" },
          message: { type: "string" },
        },
        required: ["file", "range", "message"],
        additionalProperties: false,
      },
    },
  },
  required: ["file", "path", "rule", "severity", "message", "range", "url", "fixes", "related"],
  additionalProperties: false,
};

const COUNT = { type: "integer", minimum: 0 };

const VERSION = { const: 1 };

const SUMMARY = {
  type: "object",
  description: "Counts all findings, also those that were not written.",
  properties: {
    files: COUNT,
    errors: COUNT,
    warnings: COUNT,
    infos: COUNT,
    suppressed: COUNT,
  },
  required: ["files", "errors", "warnings", "infos", "suppressed"],
  additionalProperties: false,
};

const STREAM_SUMMARY = {
  ...SUMMARY,
  properties: {
    ...SUMMARY.properties,
    records: { ...COUNT, description: "Of NDJSON, the lines that were linted." },
  },
};

/** The published JSON Schema of `--format json`. Members may be added in version 1; none goes or changes its meaning. */
export function outputSchema(homepage: string): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/output.schema.json`,
    title: "Output of restream-lint --format json",
    type: "object",
    properties: {
      version: VERSION,
      diagnostics: {
        type: "array",
        description: "File by file, in the order of the text; at most 10 000 a file.",
        items: DIAGNOSTIC,
      },
      summary: SUMMARY,
    },
    required: ["version", "diagnostics", "summary"],
    additionalProperties: false,
    $defs: { place: PLACE, range: RANGE },
  };
}

/** The published JSON Schema of a line of `--format jsonl`, under the same promise. */
export function outputLineSchema(homepage: string): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/output-line.schema.json`,
    title: "A line of restream-lint --format jsonl",
    oneOf: [
      DIAGNOSTIC,
      {
        type: "object",
        description: "The last line, and no other: without it, the output was cut off.",
        properties: { version: VERSION, summary: STREAM_SUMMARY },
        required: ["version", "summary"],
        additionalProperties: false,
      },
    ],
    $defs: { place: PLACE, range: RANGE },
  };
}
