import { fieldName } from "../shape/field-name.ts";
import { suggestion } from "../fix.ts";
import type { Rule } from "../rule.ts";
import type { ShapeName } from "../schema/schema.ts";
import { rangeIn } from "../syntax/scalar.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";
import type { UnknownField } from "../shape/shape.ts";

export const unknownField: Rule = {
  id: "unknown-field",
  group: "document",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "A field must be one that restreams, or their streams, have",
    rationale:
      "An unknown field has no effect: a restream with `enabled: false` is active all the same, and one with " +
      "`latency: 2000` beside its URI is pushed with the default latency. SRT parameters belong in the query of `uri`, " +
      "a stream key in its path.\n\n" +
      "For notes of your own, use comments, or keys that begin with `x-`: they are left alone.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    enabled: false\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    active: false\n    x-owner: newsroom\n",
    ],
    sources: [
      "Gcore, API reference of restreams: the fields are `name`, `active`, `uri`, `stream_id`, `client_user_id` and the status `live`.",
      "Inferred: the reference says nothing of other fields, so they are taken to have no effect.",
    ],
  },

  *check({ shape }) {
    for (const fault of shape) {
      if (fault.kind !== "unknown-field") continue;
      const { entry, meant, fits, path } = fault;
      const name = { start: 0, end: String(entry.key.value).length };
      const edit = meant !== undefined && fits && entry.key.offsets !== undefined;
      yield {
        message: messageOf(fault),
        range: entry.key.range,
        path,
        fixes: [
          edit
            ? suggestion(`Rename it to "${meant}"`, {
                range: rangeIn(entry.key, name),
                newText: meant,
              })
            : undefined,
        ],
      };
    }
  },
};

const OWNERS: Readonly<Record<ShapeName, string>> = {
  restream: "A restream",
  stream: "A stream",
  whole: "A restream document",
  wrapped: "A request body",
};

function messageOf({ entry, shape, meant }: UnknownField): string {
  const name = fieldName(entry);
  const lacks = `${OWNERS[shape]} has no ${name ? `field ${name}` : "such field"}, so it has no effect`;
  if (meant !== undefined) return `${lacks}: did you mean "${meant}"?`;
  const isParameter =
    shape === "restream" && findSrtParameter(String(entry.key.value)) !== undefined;
  return isParameter ? `${lacks}: SRT parameters belong in the query of "uri"` : lacks;
}
