import type { Document } from "../document.ts";
import { pointer, streamNodesIn } from "../forms.ts";
import type { Rule } from "../rule.ts";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";
import type { MappingNode } from "../syntax/node.ts";
import { placeholdersOf } from "../syntax/filling.ts";
import { rangeIn } from "../syntax/scalar.ts";

export const malformedPlaceholder: Rule = {
  id: "malformed-placeholder",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A placeholder must have a name and an end",
    rationale:
      "`${` begins a placeholder, and `}` must end it: `${YOUTUBE_KEY}`. One that does not end or names nothing is " +
      "filled in by nobody, so its text would go to the target as it is. For a literal `${` write `$${`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY:?is not set}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/a$${b\n",
    ],
    sources: [
      "Compose Specification, interpolation: `${VARIABLE}`, `${VARIABLE:-default}`, nested; `$$` for a literal dollar sign.",
    ],
  },

  *check(document) {
    if (!document.text.includes("{")) return;
    for (const { node, path } of mappingsIn(document)) {
      for (const { key, value } of node.entries) {
        if (value?.kind !== "scalar" || value.tag || !FIELDS.has(String(key.value))) continue;
        if (typeof value.value !== "string" || !value.value.includes("${")) continue;

        for (const { range, reason } of placeholdersOf(value).malformed) {
          yield {
            message:
              reason === "unterminated"
                ? "This placeholder has no end: nothing will be filled in here"
                : "This placeholder names no variable: nothing will be filled in here",
            range: rangeIn(value, range),
            path: pointer(path, String(key.value)),
          };
        }
      }
    }
  },
};

const FIELDS: ReadonlySet<string> = new Set([
  ...Object.keys(RESTREAM_FIELDS),
  ...Object.keys(STREAM_FIELDS),
]);

/** Every mapping whose values may be filled in, and those that they merge, each once. */
function* mappingsIn({
  restreams,
  syntax,
}: Document): Iterable<{ node: MappingNode; path: string }> {
  const seen = new Set<MappingNode>();
  const streams = syntax.roots.flatMap(streamNodesIn);
  for (const { node, path } of [...restreams, ...streams]) {
    const nodes = node.kind === "mapping" ? [node] : [];
    for (let next = nodes.pop(); next; next = nodes.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      yield { node: next, path };
      for (const merged of next.merged) nodes.push(merged);
    }
  }
}
