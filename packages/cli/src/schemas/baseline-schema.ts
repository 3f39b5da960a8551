/** The published JSON Schema of a baseline. */
export function baselineSchema(homepage: string): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/baseline.schema.json`,
    title: "A baseline of restream-lint",
    description: "The findings that --baseline leaves out; written by --update-baseline.",
    type: "object",
    properties: {
      version: { const: 1 },
      findings: { type: "array", items: FINDING },
    },
    required: ["version", "findings"],
  };
}

const FINDING = {
  type: "object",
  properties: {
    file: {
      type: "string",
      minLength: 1,
      description: "From the folder of the baseline, with /.",
    },
    rule: { type: "string" },
    restream: {
      type: "string",
      description: "The name of its restream, where no other one in the file has it.",
    },
    path: {
      type: "string",
      description: "JSON Pointer, from that restream or else from the root of the document.",
    },
    about: {
      type: "string",
      description:
        "Which of the things there, where the rule can say several: a field, a parameter.",
    },
    count: { type: "integer", minimum: 1, description: "How many there are of it." },
  },
  required: ["file", "rule", "path", "count"],
};
