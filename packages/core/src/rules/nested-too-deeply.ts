import type { Rule } from "../rule.ts";
import { MAX_DEPTH } from "../syntax/node.ts";

export const nestedTooDeeply: Rule = {
  id: "nested-too-deeply",
  group: "document",
  severity: "error",
  docs: {
    summary: `A document must not nest more than ${MAX_DEPTH} levels deep`,
    rationale:
      "A restream document is four levels deep. What nests without end is broken, or made to bring a parser down, " +
      "so it is refused before it is read, and nothing else of it is checked.",
    invalid: [`restreams: ${"[".repeat(MAX_DEPTH + 1)}${"]".repeat(MAX_DEPTH + 1)}\n`],
    valid: [`restreams: []\nx-notes: ${"[".repeat(20)}${"]".repeat(20)}\n`],
    sources: [
      "Measured: parsers of YAML and JSON recurse, and some end the whole process from about 1 000 levels on.",
    ],
  },

  *check({ syntax }) {
    for (const { kind, message, range } of syntax.faults) {
      if (kind === "depth") yield { message, range, path: "" };
    }
  },
};
