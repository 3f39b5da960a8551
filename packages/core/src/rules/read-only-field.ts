import { safeFix } from "../fix.ts";
import { pointer } from "../forms.ts";
import type { Rule } from "../rule.ts";
import {
  type Entry,
  entryOf,
  isNull,
  type MappingNode,
  type ScalarNode,
  withMerged,
} from "../syntax/node.ts";
import { removeEntry } from "../syntax/remove.ts";

export const readOnlyField: Rule = {
  id: "read-only-field",
  group: "document",
  severity: "warning",
  offers: "fix",
  marksIgnored: true,
  docs: {
    summary: "`live` is a status that Gcore reports, and must not be written",
    rationale:
      "`live` says whether the restream is being published at this moment. Writing `live: true` starts nothing: a " +
      "restream goes live when its stream does, if it is `active`. It mostly gets into a document with a copied " +
      "answer of the API. To switch a restream on or off, write `active`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    live: true\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    active: true\n",
    ],
    sources: [
      "Gcore, API reference of `live`: indicates that the stream is being published; of `active`: enables or disables the restream.",
      "Inferred: the reference lets `live` be sent, since answers and requests share one schema, but describes it as a status.",
    ],
  },

  *check({ text, restreams }) {
    for (const { node, path } of restreams) {
      for (const { index, key } of liveIn(node)) {
        yield {
          message:
            '"live" is a status that Gcore reports, so writing it has no effect: "active" switches a restream on and off',
          range: key.range,
          path: pointer(path, "live"),
          fixes: [safeFix('Delete "live"', removeEntry(text, node, index))],
        };
      }
    }
  },
};

/** Where the text gives a restream the field: itself, or in what it merges, which others may share: index -1. */
function liveIn(
  node: MappingNode,
): readonly { readonly index: number; readonly key: ScalarNode }[] {
  if (!entryOf(node, "live")) return [];
  return Array.from(withMerged(node)).flatMap((mapping) =>
    mapping.entries.flatMap((entry, index) =>
      isLive(entry) ? [{ index: mapping === node ? index : -1, key: entry.key }] : [],
    ),
  );
}

function isLive({ key, value }: Entry): boolean {
  return key.value === "live" && value !== undefined && !isNull(value);
}
