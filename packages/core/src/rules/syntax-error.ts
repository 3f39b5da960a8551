import type { Rule } from "../rule.ts";

export const syntaxError: Rule = {
  id: "syntax-error",
  group: "document",
  severity: "error",
  docs: {
    summary: "A restream document must be valid YAML or JSON",
    rationale:
      "Nothing that cannot be read can be pushed. A restream that holds a syntax error is not checked any further; " +
      "the others of the document are.\n\n" +
      "In YAML most of these errors go away when the URI is put in double quotes: a plain value cannot begin with " +
      "`{`, `[`, `*`, `&`, `!`, `%`, `@` or a backtick, nor hold `: ` or ` #`.",
    invalid: [
      'restreams:\n  - stream_id: 20\n    uri: "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n',
      '{ "restreams": [{ "stream_id": 20 "uri": "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}" }] }\n',
    ],
    valid: [
      'restreams:\n  - stream_id: 20\n    uri: "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}"\n',
      '{ "restreams": [{ "stream_id": 20, "uri": "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}" }] }\n',
    ],
    sources: [
      "YAML 1.2.2, https://yaml.org/spec/1.2.2/: the grammar; §7.3.3, what a plain value may hold.",
      "RFC 8259, JSON: no comments, no trailing commas.",
    ],
  },

  *check({ syntax }) {
    for (const { kind, message, range } of syntax.faults) {
      if (kind === "syntax") yield { message, range, path: "" };
    }
  },
};
