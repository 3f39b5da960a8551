import { NO_PLACEHOLDERS, oneLine, parseUri, redactedIn, shownName } from "@restream-lint/core";
import type { BodyField, FieldValue } from "./body-fields.ts";
import { LONGEST_SHOWN } from "./shown-local.ts";

/** A value of a remote restream's field, as it may be shown. */
export function shownRemoteValue(field: BodyField, value: FieldValue): FieldValue {
  if (field === "name" && typeof value === "string") return shownName(value);
  return field === "uri" && typeof value === "string" ? shownRemoteUri(value) : value;
}

/** What the API tells holds no placeholders: all that looks like one is shown as little as the rest. */
export function shownRemoteUri(text: string): string {
  const uri = parseUri(text, NO_PLACEHOLDERS);
  return oneLine(redactedIn(uri, { start: 0, end: text.length }), LONGEST_SHOWN);
}
