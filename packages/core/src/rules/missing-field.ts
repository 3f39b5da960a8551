import type { Document } from "../document.ts";
import { MAX_LENGTH } from "../max-length.ts";
import { offersIn, suggestionFor } from "../shape/field-offers.ts";
import type { Rule } from "../rule.ts";
import type { ShapeName } from "../schema/schema.ts";
import { headOf } from "../syntax/head.ts";
import type { MissingField } from "../shape/shape.ts";
import { type Entry, isNull } from "../syntax/node.ts";

export const missingField: Rule = {
  id: "missing-field",
  group: "document",
  severity: "error",
  offers: "suggestions",
  docs: {
    summary: "A restream must say what it pushes and where: `stream_id` and `uri`",
    rationale:
      "Gcore refuses a restream without a stream or a target, so nothing is pushed. Both may be left out where `id` " +
      "names an existing restream, which has them already. A value that is not known yet, or that is secret, can be " +
      "a placeholder: `uri: ${RESTREAM_URI}`.\n\n" +
      "A document needs `restreams`, and each of its `streams` an `id`. One that says nothing at all, as when its last " +
      "restream has been commented out, gets a warning.",
    invalid: [
      "restreams:\n  - name: Studio B\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
      "streams:\n  - id: 20\n    protocol: rtmp\n",
    ],
    valid: [
      "restreams:\n  - name: Studio B\n    stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
      "restreams:\n  - id: 3001\n    active: false\n",
    ],
    sources: [
      'Gcore, API reference, "Create restream": 422 where `uri` or `stream_id` is missing.',
      'Gcore, API reference, "Change restream": a restream is changed by its ID, with the fields that are to change.',
    ],
  },

  *check(document) {
    if (isEmpty(document)) {
      const range = { start: 0, end: 0 };
      const message = "This document is empty: it pushes nothing";
      yield { message, severity: "warning", range, path: "" };
    }
    const faults = document.shape.filter((it) => it.kind === "missing-field");
    const offers = faults.length > 0 ? offersIn(document) : undefined;
    for (const fault of faults) {
      const { node, shape, field, path } = fault;
      const entry = node.entries.find(({ key }) => key.value === field);
      const lacks = entry ? `"${field}" has no value` : `${OWNERS[shape]} has no "${field}"`;
      yield {
        message: `${lacks}: ${CONSEQUENCES[shape]}`,
        severity: isNothingMeant(fault, entry) ? "warning" : undefined,
        range: entry?.key.range ?? headOf(document.text, node),
        path,
        about: field,
        fixes: [offers && !fault.isMisspelt ? suggestionFor(document, fault, offers) : undefined],
      };
    }
  },
};

const OWNERS: Readonly<Record<ShapeName, string>> = {
  restream: "This restream",
  stream: "This stream",
  whole: "This document",
  wrapped: "This request",
};
const CONSEQUENCES: Readonly<Record<ShapeName, string>> = {
  restream: "Gcore refuses the restream, so nothing is pushed",
  stream: "no restream can say that it pushes this stream",
  whole: "it pushes nothing",
  wrapped: "it pushes nothing",
};

/** Whether a document says nothing at all, as one does whose restreams have been commented out. */
function isNothingMeant({ node, shape }: MissingField, entry: Entry | undefined): boolean {
  return shape === "whole" && (entry !== undefined || node.entries.length === 0);
}

/** Nothing is there but blanks, comments and `---`: not even an error. */
function isEmpty({ text, syntax }: Document): boolean {
  const isNothing = syntax.roots.every(isNull);
  return isNothing && syntax.faults.length === 0 && text.length <= MAX_LENGTH;
}
