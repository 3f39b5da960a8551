import type { RemoteRestream, RestreamBody } from "./remote.ts";

/** A restream that is known to exist: listed, or created, with or without its ID. */
export interface KnownRestream extends RestreamBody {
  readonly id?: number;
}

/**
 * What is in a list of restreams beside those that are known: by ID, or, of a known one that has none, one that
 * agrees with all that is known of it. Where the list tells no IDs at all, everything is told apart like that.
 */
export function newcomersIn(
  listed: readonly RemoteRestream[],
  known: readonly KnownRestream[],
): readonly RemoteRestream[] {
  const hasIds = listed.some(({ id }) => id !== undefined);
  const ids = new Set(known.flatMap(({ id }) => id ?? []));
  const rest = listed.filter(({ id }) => id === undefined || !ids.has(id));
  for (const one of known) {
    if (hasIds && one.id !== undefined) continue;
    const at = rest.findIndex((it) => isSame(it, one));
    if (at !== -1) rest.splice(at, 1);
  }
  return rest;
}

/** Whether a restream is what was asked for: the same stream, URI and name, as far as they were said. */
export function isSame(it: KnownRestream, body: RestreamBody): boolean {
  return agrees(it, body, "stream_id") && agrees(it, body, "uri") && agrees(it, body, "name");
}

/** Whether it may be what was asked for, written otherwise: nothing documents whether Gcore rewrites URIs or names. */
export function isAlike(it: KnownRestream, body: RestreamBody): boolean {
  return agrees(it, body, "stream_id") && (agrees(it, body, "uri") || agrees(it, body, "name"));
}

function agrees(
  it: KnownRestream,
  body: RestreamBody,
  field: "stream_id" | "uri" | "name",
): boolean {
  return body[field] === undefined || it[field] === body[field];
}
