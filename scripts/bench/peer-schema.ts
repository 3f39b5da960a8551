const PORT = "([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])";

/**
 * What finds the faults of the corpora, each as one problem, and nothing else: less than our rules look for.
 * Ours in schema/ says more than one thing of a fault, and knows neither schemes nor ports.
 */
export const PEER_SCHEMA: object = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["restreams"],
  additionalProperties: false,
  properties: {
    restreams: {
      type: "array",
      items: {
        type: "object",
        required: ["stream_id", "uri"],
        additionalProperties: false,
        properties: {
          name: { type: "string" },
          stream_id: { type: "integer", minimum: 1 },
          uri: { type: "string", pattern: `^(rtmps?|srt)://[^/:?#]+(:${PORT})?([/?].*)?$` },
          active: { type: "boolean" },
          client_user_id: { type: "integer" },
          latency_unit: { enum: ["us", "ms", "s"] },
        },
      },
    },
  },
};

/** The same for Spectral, which names every problem. */
export function spectralRuleset(): object {
  const functionOptions = { schema: PEER_SCHEMA, allErrors: true };
  const then = { function: "schema", functionOptions };
  return { rules: { restreams: { given: "$", severity: "error", then } } };
}
