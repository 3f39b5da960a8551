import type { RemoteRestream, RestreamBody } from "../remote.ts";

/** The fields that are sent; no other ever is. */
export const BODY_FIELDS = ["name", "stream_id", "uri", "active", "client_user_id"] as const;
export type BodyField = (typeof BODY_FIELDS)[number];

/** A value of a field, or null where there is none. */
export type FieldValue = string | number | boolean | null;

/** What a remote restream says in a field, as it means it: a missing name is an empty one, and `active` is true unless it says otherwise. */
export function meantBy(remote: RemoteRestream, field: BodyField): FieldValue {
  const fallback = field === "name" ? "" : field === "active" ? true : null;
  return remote[field] ?? fallback;
}

/** What a body says otherwise than the remote restream does. What it does not say stays as it is; texts are compared to the letter. */
export function changedFields(body: RestreamBody, remote: RemoteRestream): readonly BodyField[] {
  return BODY_FIELDS.filter(
    (field) => body[field] !== undefined && body[field] !== meantBy(remote, field),
  );
}
