import { fieldName } from "../shape/field-name.ts";
import type { Rule } from "../rule.ts";
import { duplicatesIn } from "../shape/duplicates.ts";

export const duplicateKey: Rule = {
  id: "duplicate-key",
  group: "document",
  severity: "error",
  docs: {
    summary: "A mapping must not hold a key twice",
    rationale:
      "Readers disagree on which of the two counts: most take the last one, this linter checks the first, and strict " +
      "readers refuse the text. So a restream with two `uri` may push to the old target on one machine and to the " +
      "new one on another. Delete one of them; to keep it at hand, make it a comment.\n\n" +
      "Keys that `<<` merges in are not duplicates: the mapping's own keys win.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    uri: rtmp://backup.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n  - stream_id: 20\n    uri: rtmp://backup.studio-b.net/live/${STUDIO_KEY}\n",
      "x-defaults: &defaults\n  active: true\n  stream_id: 20\nrestreams:\n  - <<: *defaults\n    active: false\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    sources: [
      "YAML 1.2.2, §3.2.1.1: the keys of a mapping are unique.",
      "RFC 8259, §4: with names that are not unique the behaviour is unpredictable; many implementations report the last pair only.",
      "YAML merge keys, https://yaml.org/type/merge.html: a key that the mapping holds itself is not merged in.",
    ],
  },

  *check({ syntax }) {
    for (const { entry, first, path } of duplicatesIn(syntax.roots)) {
      yield {
        message: `${fieldName(entry) ?? "This key"} is there already, and readers disagree on which one counts: delete one`,
        range: entry.key.range,
        path,
        related: [{ range: first.key.range, message: "The first one" }],
      };
    }
  },
};
